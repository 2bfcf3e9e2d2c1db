"""What keeps a change from being undone: later changes, and what belongs to it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db import models

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.journal import ChangedRow, model_named, unpack
from plait.book.models import Batch, Change, OtherFingerprint, Rule
from plait.book.models.recording import rows_of
from plait.book.models.row_values import AnyField, Values
from plait.domain.errors import PlaitError
from plait.domain.records import FingerprintKind

# Records that lines of files may turn out to be.
_BROUGHT = {
    "Payment": FingerprintKind.PAYMENT,
    "TimeEntry": FingerprintKind.TIME,
    "Event": FingerprintKind.EVENT,
}

Present = dict[tuple[str, int], Values]


class LaterChange(PlaitError):
    """A later change touches the same; `value` is its number."""


class StillUsed(PlaitError):
    """Something later belongs to what would go."""


class StandsInPlace(PlaitError):
    """Something later has taken the name or the key."""


def present_of(rows: Iterable[ChangedRow]) -> Present:
    """Return the rows as they are now, whole; those that are gone are left out."""
    keys: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        keys[row.model].append(row.key)
    return {
        (name, key): values
        for name, wanted in keys.items()
        if (model := model_named(name))
        for key, values in rows_of(model, wanted).items()
    }


def refuse_conflicts(
    viewer: Person, change: Change, rows: list[ChangedRow]
) -> list[ChangedRow]:
    """Return what can be turned; raise where a later change of a person's stands in it.

    What the sorting of a later import made of a record, or its undoing, stays.
    """
    rows = [row for row in rows if model_named(row.model)]
    present = present_of(rows)
    undone = _undone_batches(viewer)
    kept, moved = [], []
    for row in rows:
        now = present.get((row.model, row.key))
        if row.before is None:  # it is to come, unless its import was undone
            if now is None and (row.after or {}).get("batch_id") not in undone:
                kept.append(row)
        elif now is not None and _is_same(now, row.before):
            kept.append(row)
        else:
            moved.append((row, now))
    if moved:
        _refuse_later(viewer, change, [row for row, _now in moved])
    # What nobody changed since but an import: what was added goes all the same.
    kept += [row for row, now in moved if now is not None and row.after is None]
    _refuse_used(viewer, change, kept)
    return list(_with_what_they_belong_to(viewer, change, kept))


def _undone_batches(viewer: Person) -> set[int]:
    undone = Batch.objects.filter(owner=viewer, undone_at__isnull=False)
    return set(undone.values_list("pk", flat=True))


def _is_same(now: Values, then: Values) -> bool:
    # A column that a later version took away is no difference.
    return all(now[field] == value for field, value in then.items() if field in now)


def _refuse_later(viewer: Person, change: Change, rows: list[ChangedRow]) -> None:
    fields = {
        (row.model, row.key): None if row.after is None else {*row.after}
        for row in rows
    }
    later = _last_touching(viewer, change, fields)
    if later is not None:
        raise LaterChange(
            "A later change touches the same",
            value=_named(later),
            fix="Undo that one first.",
        )


def _named(change: Change) -> str:
    return f"{change.number} ({change.made_at:%Y-%m-%d})"


def _last_touching(
    viewer: Person,
    change: Change,
    fields: dict[tuple[str, int], set[str] | None],
) -> Change | None:
    """Return the last change since that touches these fields, None for whole rows."""
    later = Change.objects.filter(
        owner=viewer, number__gt=change.number, undone_at=None
    )
    for one in later.order_by("-number").iterator(chunk_size=100):
        for row in unpack(one.rows):
            wanted = fields.get((row.model, row.key), set())
            if wanted is None or (wanted and _touches(row, wanted)):
                return one
    return None


def _touches(row: ChangedRow, fields: set[str]) -> bool:
    if row.before is None or row.after is None:
        return True
    return not fields.isdisjoint(row.after)


def _refuse_used(viewer: Person, change: Change, rows: list[ChangedRow]) -> None:
    """Raise `StillUsed` where a row outside the change belongs to one that goes."""
    going: dict[str, set[int]] = defaultdict(set)
    ends = {(row.model, row.key): row.after for row in rows}
    for row in rows:
        if row.after is None:
            going[row.model].add(row.key)
    for name, keys in going.items():
        for field in _links_to(name):
            for user in _using(field, keys):
                end = ends.get((field.model.__name__, user), {})
                # It goes too, or is linked to something else by this same change.
                if end is None or field.attname in end:
                    continue
                _refuse_user(viewer, change, field.model.__name__, user)
        _refuse_brought(viewer, change, name, keys, ends)


def _refuse_brought(
    viewer: Person,
    change: Change,
    name: str,
    keys: Collection[int],
    ends: Mapping[tuple[str, int], Values | None],
) -> None:
    """Raise where a file brought what goes, too: with it the file's line would be lost."""
    for piece in in_pieces(keys) if name in _BROUGHT else ():
        known = OtherFingerprint.objects.filter(
            owner=viewer, kind=_BROUGHT[name], record__in=piece
        )
        for line in known.values_list("pk", flat=True):
            end = ends.get((OtherFingerprint.__name__, line), {})
            if end is not None and "record" not in end:
                _refuse_user(viewer, change, OtherFingerprint.__name__, line)


def _links_to(name: str) -> Iterator[AnyField]:
    """Yield the links of a book's tables to a table that are no mere notes."""
    model = model_named(name)
    if model is None or model is Rule:  # what a rule had sorted is sorted again
        return
    for link in model._meta.get_fields(include_hidden=True):  # noqa: SLF001  # Django's name for it
        if link.auto_created and (link.one_to_many or link.one_to_one):
            field: Any = link.field  # type: ignore[union-attr]  # the link's own end
            if field.remote_field.on_delete is not models.SET_NULL:
                yield field


def _using(field: AnyField, keys: Collection[int]) -> Iterator[int]:
    for piece in in_pieces(keys):
        held = field.model._base_manager.filter(**{f"{field.name}__in": piece})  # noqa: SLF001  # Django's name for it
        yield from held.values_list("pk", flat=True)


def _refuse_user(viewer: Person, change: Change, model: str, key: int) -> None:
    later = _last_touching(viewer, change, {(model, key): None})
    if later is not None:
        raise LaterChange(
            "Something that a later change added belongs to it",
            value=_named(later),
            fix="Undo that one first.",
        )
    raise StillUsed(
        "Something that came later belongs to it",
        value=_named(change),
        fix="Move or remove that first, or undo the import that brought it.",
    )


def _with_what_they_belong_to(
    viewer: Person, change: Change, rows: list[ChangedRow]
) -> Iterator[ChangedRow]:
    """Yield the rows without links to what is gone; raise where a link must be."""
    coming = {(row.model, row.key) for row in rows if row.before is None}
    gone: dict[Any, set[int]] = {}
    for row in rows:
        model = model_named(row.model)
        after = row.after
        for field in _foreign_keys(model) if after else ():
            key = (after or {}).get(field.attname)
            target = field.related_model
            if key is None or (target.__name__, key) in coming:
                continue
            if target not in gone:
                gone[target] = _missing(rows, target)
            if key not in gone[target]:
                continue
            if field.remote_field.on_delete is not models.SET_NULL:
                _refuse_gone(viewer, change, target, key)
            after = (after or {}) | {field.attname: None}
        yield row._replace(after=after)


def _foreign_keys(model: Any) -> list[Any]:  # noqa: ANN401  # a table or none
    fields = model._meta.concrete_fields if model else ()  # noqa: SLF001  # Django's name for it
    return [one for one in fields if one.many_to_one or one.one_to_one]


def _missing(rows: list[ChangedRow], target: type[models.Model]) -> set[int]:
    """Return the keys of a table that the rows name and nobody holds."""
    wanted = {
        key
        for row in rows
        for field in _foreign_keys(model_named(row.model))
        if field.related_model is target
        and (key := (row.after or {}).get(field.attname)) is not None
    }
    held: set[int] = set()
    for piece in in_pieces(wanted):
        mine = target._base_manager.filter(pk__in=piece)  # noqa: SLF001  # Django's name for it
        held.update(mine.values_list("pk", flat=True))
    return wanted - held


def _refuse_gone(
    viewer: Person, change: Change, target: type[models.Model], key: int
) -> None:
    later = _last_touching(viewer, change, {(target.__name__, key): None})
    raise LaterChange(
        "What it belonged to is gone",
        value=_named(later or change),
        fix="Undo the change that removed it first.",
    )
