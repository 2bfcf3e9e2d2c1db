"""Rows whose writes are noted in the change that is being made."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import models
from django.db.models.deletion import Collector

from plait.book.bulk import in_pieces
from plait.book.models.recording import (
    Recorder,
    Rows,
    read,
    read_all,
    recorder,
    rows_of,
)
from plait.book.models.row_values import AnyField, Values, stored

M = TypeVar("M", bound=models.Model)


class RecordedQuerySet(models.QuerySet[M]):
    """Questions whose writes are noted in the change that is being made."""

    def update(self, **changes: Any) -> int:  # noqa: ANN401  # any column's value
        """Update the rows and note how they were."""
        noting = recorder_for(self.model)
        fields = [self.model._meta.get_field(name) for name in changes]  # noqa: SLF001  # Django's name for it
        wanted = noting.wanted(fields) if noting else []  # type: ignore[arg-type]  # only columns are updated
        if noting is None or not wanted:
            return super().update(**changes)
        before = read_all(self, wanted)
        n = super().update(**changes)
        noting.changed(self.model, before, _after(self.model, wanted, changes, before))
        return n

    update.alters_data = True  # type: ignore[attr-defined]  # as Django marks its own

    def bulk_create(self, objs: Iterable[M], *args: Any, **options: Any) -> list[M]:  # noqa: ANN401  # Django's signature
        """Insert the rows and note them."""
        made = super().bulk_create(objs, *args, **options)
        note_made(self.model, made)
        return made

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows and note them, with what goes or loses its link with them."""
        noting = recorder_for(self.model)
        if noting is None:
            return super().delete()
        doomed = self._chain()  # type: ignore[attr-defined]  # as Django's own delete does
        doomed.query.select_for_update = False
        doomed.query.select_related = False
        doomed.query.clear_ordering(force=True)
        return delete_noted(noting, doomed, self)

    delete.alters_data = True  # type: ignore[attr-defined]  # as Django marks its own
    delete.queryset_only = True  # type: ignore[attr-defined]  # no manager has it


def recorder_for(model: type[models.Model]) -> Recorder | None:
    """Return what notes a write to this table, None where nothing does."""
    return recorder() if getattr(model, "in_journal", False) else None


def update_known(
    model: type[models.Model], before: Rows, changes: dict[str, Any]
) -> None:
    """Update these rows, of which it is known how they are: they need not be read.

    `before` and `changes` are by the names of columns; rows that are alike may
    share one `before`.
    """
    noting = recorder_for(model)
    for piece in in_pieces(before):
        held = model._base_manager.filter(pk__in=piece)  # noqa: SLF001  # Django's name for it
        held.update(**changes)
    fields = [model._meta.get_field(name) for name in changes]  # noqa: SLF001  # the same
    if noting is not None and noting.wanted(fields):  # type: ignore[arg-type]  # only columns are updated
        after = {n: stored(f, changes[n]) for n, f in zip(changes, fields, strict=True)}  # type: ignore[arg-type]  # the same
        noting.changed(model, before, dict.fromkeys(before, after))


def note_made(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Note rows that are new."""
    noting = recorder_for(model) if rows else None
    if noting is not None:
        columns = model._meta.concrete_fields  # noqa: SLF001  # Django's name for it
        noting.made(
            model,
            {
                row.pk: {f.attname: value(f, row) for f in columns}
                for row in rows
                if row.pk is not None  # left out where it was there already
            },
        )


def value(field: AnyField, row: models.Model) -> Any:  # noqa: ANN401  # of any column
    """Return a column of a row as the history holds it."""
    return stored(field, getattr(row, field.attname))


def _after(
    model: type[models.Model],
    fields: list[AnyField],
    changes: dict[str, Any],
    before: Rows,
) -> Rows:
    """Return what the fields hold after an update: told, or asked where worked out."""
    values: Values = {}
    for one in fields:
        value = changes[one.name] if one.name in changes else changes[one.attname]
        if hasattr(value, "resolve_expression"):
            break
        values[one.attname] = stored(
            one, value.pk if isinstance(value, models.Model) else value
        )
    else:
        return dict.fromkeys(before, values)
    found: Rows = {}
    for piece in in_pieces(before):
        found |= read(model, fields, piece)
    return found


def delete_noted(
    noting: Recorder,
    doomed: Any,  # noqa: ANN401  # a question, or a list of one row
    origin: Any,  # noqa: ANN401  # what Django names in its errors
) -> tuple[int, dict[str, int]]:
    """Delete as Django does, and note every row that goes or loses its link."""
    collector = Collector(using="default", origin=origin)
    collector.collect(doomed)
    for model, rows in collector.data.items():
        _note_gone(noting, model, [row.pk for row in rows])
    for question in collector.fast_deletes:
        keys = list(question.values_list("pk", flat=True))
        _note_gone(noting, question.model, keys)
    for (field, value), groups in collector.field_updates.items():
        keys = [row.pk for group in groups for row in _each(group)]
        before = {k: v for p in in_pieces(keys) for k, v in _field(field, p).items()}
        after = {key: {field.attname: value} for key in before}
        if getattr(field.model, "in_journal", False):
            noting.changed(field.model, before, after)
    return collector.delete()


def _each(group: Any) -> Iterable[models.Model]:  # noqa: ANN401  # a question, or rows
    found: Iterable[models.Model] = group
    return found


def _field(field: Any, keys: list[int]) -> Rows:  # noqa: ANN401  # a foreign key
    return read(field.model, [field], keys)


def _note_gone(noting: Recorder, model: type[models.Model], keys: list[int]) -> None:
    if getattr(model, "in_journal", False):
        noting.gone(model, rows_of(model, keys))
