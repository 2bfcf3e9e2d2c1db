"""Writing rows as a change had them: some go, some change, some come back."""

from collections import defaultdict
from typing import Any

from django.db import models

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.journal import ChangedRow, model_named
from plait.book.models import Event, Payment, Rule, TimeEntry
from plait.book.models.row_values import Values, restored
from plait.book.operations.sorting import sort_again
from plait.domain.records import RecordStatus


def turn(viewer: Person, rows: list[ChangedRow]) -> None:
    """Let every row be as its `after` says; links are looked at when all is written."""
    going: dict[str, list[int]] = defaultdict(list)
    changing: dict[str, list[ChangedRow]] = defaultdict(list)
    coming: dict[str, list[ChangedRow]] = defaultdict(list)
    for row in rows:
        if row.after is None:
            going[row.model].append(row.key)
        elif row.before is None:
            coming[row.model].append(row)
        else:
            changing[row.model].append(row)
    # Names that are free again are needed by what changes and comes back.
    for name, keys in going.items():
        _unlink(name, keys)
        _remove(_mine(viewer, name), keys)
    for name, found in changing.items():
        _change(_mine(viewer, name), found)
    for name, found in coming.items():
        _bring_back(_table(name), found)
    if any(row.model == Rule.__name__ for row in rows):
        _open_unruled(viewer)
        # What came in since is sorted by the rules as they are now.
        sort_again(viewer)


def _table(name: str) -> type[models.Model]:
    found = model_named(name)
    if found is None:
        raise LookupError(name)
    return found


def _unlink(name: str, keys: list[int]) -> None:
    """Clear the links to rows that go where a row can be without."""
    for link in _table(name)._meta.get_fields(include_hidden=True):  # noqa: SLF001  # Django's name for it
        field: Any = getattr(link, "field", None)
        if not link.auto_created or field is None:
            continue
        if name != Rule.__name__ and field.remote_field.on_delete is models.SET_NULL:
            for piece in in_pieces(keys):
                held = field.model._base_manager.filter(**{f"{field.name}__in": piece})  # noqa: SLF001  # the same
                held.update(**{field.name: None})


def _mine(viewer: Person, name: str) -> models.QuerySet[Any]:
    """Return the rows of a table that are the viewer's: a change writes no others."""
    table = _table(name)
    name_of_owner = "pk" if table is Person else "owner"
    return table._base_manager.filter(**{name_of_owner: viewer.pk})  # noqa: SLF001  # Django's name for it


def _remove(mine: models.QuerySet[Any], keys: list[int]) -> None:
    for piece in in_pieces(keys):
        held = mine.filter(pk__in=piece)
        # Alone: whatever belongs to it goes or moves in this same change, too.
        held._raw_delete(held.db)  # noqa: SLF001  # the same


def _change(mine: models.QuerySet[Any], rows: list[ChangedRow]) -> None:
    """Update rows that become alike together."""
    alike: dict[str, tuple[Values, list[int]]] = {}
    for row in rows:
        after = row.after or {}
        alike.setdefault(repr(after), (after, []))[1].append(row.key)
    for after, keys in alike.values():
        values = _columns(mine.model, after)
        for piece in in_pieces(keys):
            mine.filter(pk__in=piece).update(**values)


def _bring_back(model: type[models.Model], rows: list[ChangedRow]) -> None:
    """Insert rows under the keys they had."""
    model._base_manager.bulk_create(  # noqa: SLF001  # Django's name for it
        [model(**_columns(model, row.after or {})) for row in rows], batch_size=500
    )


def _columns(model: type[models.Model], values: Values) -> dict[str, Any]:
    """Return a row's values in their own types; columns that are no more are left out."""
    fields = {one.attname: one for one in model._meta.concrete_fields}  # noqa: SLF001  # Django's name for it
    return {
        name: restored(fields[name], value)
        for name, value in values.items()
        if name in fields
    }


def _open_unruled(viewer: Person) -> None:
    """Let records wait again whose rule is gone."""
    held = Rule.objects.filter(owner=viewer).values("pk")
    for kind in (Payment, TimeEntry, Event):
        ruled = kind.objects.filter(owner=viewer, rule__isnull=False)
        ruled.exclude(rule__in=held).update(
            role=None, rule=None, status=RecordStatus.OPEN
        )
