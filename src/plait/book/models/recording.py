"""What a change writes, noted as it is written: the rows before and after.

`operations.writing.book_of` opens a recorder; rows of a book note in it what becomes
of them (see `owned.RecordedQuerySet`), so that no operation writes its history by
hand. Rows that a file brings in by the ten thousand go past it (`bulk.insert`): a
change that is an import names its batch instead.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model, QuerySet

from plait.book.bulk import in_pieces
from plait.book.models.row_values import AnyField, Values, stored

if TYPE_CHECKING:
    from plait.book.models.imports import Batch

# Where a record belongs. An import sorts what was there before by rules of its own,
# and its undoing has rules of its own (`imports.undo`): neither is noted.
SORTING = frozenset({"role", "rule", "status", "batch", "superseded_by"})

Rows = dict[int, Values]


@dataclass(frozen=True, slots=True)
class Step:
    """Rows of one model, by their keys: as they were, and as they are.

    Of rows that were made there is no before, of rows that went no after; of rows
    that were changed both hold the fields that were written.
    """

    model: type[Model]
    before: Rows | None
    after: Rows | None


@dataclass(slots=True)
class Recorder:
    """What one change of a book has written so far.

    `batch` is set by an import, whose own rows are found by it.
    """

    owner: int
    what: str = ""
    batch: "Batch | None" = None
    is_paused: bool = False
    steps: list[Step] = field(default_factory=list)
    # What an import made itself: how it changes that before it ends is no matter.
    _own: set[tuple[type[Model], int]] = field(default_factory=set)

    def wanted(self, fields: Iterable[AnyField]) -> list[AnyField]:
        """Return the fields of which an update is noted."""
        if self.batch is None:
            return list(fields)
        return [one for one in fields if one.name not in SORTING]

    def made(self, model: type[Model], rows: Rows) -> None:
        """Note rows that are new."""
        if self.batch is not None:
            self._own.update((model, key) for key in rows)
        elif rows:
            self.steps.append(Step(model, None, rows))

    def gone(self, model: type[Model], rows: Rows) -> None:
        """Note rows that go, whole."""
        if rows and self.batch is None:
            self.steps.append(Step(model, rows, None))

    def changed(self, model: type[Model], before: Rows, after: Rows) -> None:
        """Note rows that are others now; those that stay the same are left out."""
        keys = [
            key
            for key, values in before.items()
            if after[key] != values and not (self._own and (model, key) in self._own)
        ]
        if len(keys) < len(before):
            before, after = ({k: rows[k] for k in keys} for rows in (before, after))
        if keys:
            self.steps.append(Step(model, before, after))

    @contextmanager
    def part(self) -> Iterator[None]:
        """Write a part of the change whole or not at all; forget it where not."""
        n_steps = len(self.steps)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del self.steps[n_steps:]
            raise

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Note nothing for a while: what is written now is found in another way."""
        was, self.is_paused = self.is_paused, True
        try:
            yield
        finally:
            self.is_paused = was


_open: ContextVar[Recorder | None] = ContextVar("recorder", default=None)


def open_recorder() -> Recorder | None:
    """Return the recorder of the change that is being made, None outside of one."""
    return _open.get()


def recorder() -> Recorder | None:
    """Return the recorder that notes what is written now, None where none does."""
    found = _open.get()
    if found is None:
        on_unrecorded()
        return None
    return None if found.is_paused else found


def on_unrecorded() -> None:
    """Be called where a row is written outside of a change; tests refuse it."""


@contextmanager
def whole_part() -> Iterator[None]:
    """Write a part of a change whole or not at all, and note it only where whole."""
    found = _open.get()
    with transaction.atomic() if found is None else found.part():
        yield


@contextmanager
def recording(one: Recorder) -> Iterator[Recorder]:
    """Let a recorder note what is written inside."""
    token = _open.set(one)
    try:
        yield one
    finally:
        _open.reset(token)


def rows_of(model: type[Model], keys: Iterable[int]) -> Rows:
    """Return whole rows by their keys, as they are stored."""
    fields = model._meta.concrete_fields  # noqa: SLF001  # Django's name for it
    found: Rows = {}
    for piece in in_pieces(keys):
        found |= read(model, fields, piece)
    return found


def read(model: type[Model], fields: Iterable[AnyField], keys: list[int]) -> Rows:
    """Return these fields of a few rows, by key; rows that are not there are left out."""
    return read_all(model._base_manager.filter(pk__in=keys), fields)  # noqa: SLF001  # Django's name for it


def read_all(held: QuerySet[Any], fields: Iterable[AnyField]) -> Rows:
    """Return these fields of all rows of a question; rows that are alike share them."""
    fields = list(fields)
    names = [one.attname for one in fields]
    alike: dict[str, Values] = {}
    found: Rows = {}
    for key, *values in held.order_by().values_list("pk", *names):
        written = repr(values)
        if written not in alike:
            alike[written] = {
                n: stored(f, v) for n, f, v in zip(names, fields, values, strict=True)
            }
        found[key] = alike[written]
    return found
