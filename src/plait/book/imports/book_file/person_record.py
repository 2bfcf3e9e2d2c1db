"""The person's own settings, from a file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.imports.book_file.counts import Counts
from plait.book.imports.book_file.record_common import name_fingerprint
from plait.book.models import Batch, Event, Payment, Role, TimeEntry
from plait.domain.schemas.book_records import PersonRecord


class PersonIntake(Counts):
    """Takes the person's own settings, into a book that is still empty."""

    kind = "settings"

    def __init__(self, viewer: Person, batch: Batch | None = None) -> None:
        """Without a batch it can plan only."""
        super().__init__()
        self.viewer = viewer
        self._batch = batch

    @property
    def batch(self) -> Batch:
        """The import that the settings come in by."""
        if self._batch is None:
            raise TypeError("nothing is written without a batch")
        return self._batch

    def plan(self, entries: Sequence[PersonRecord], *, is_empty: bool) -> None:
        """Count the settings that would change; in a book that is not empty none."""
        for entry in entries:
            if self._changes(entry) and is_empty and not self.n_new:
                self.n_new += 1
            else:
                self.n_known += 1

    def _changes(self, entry: PersonRecord) -> dict[str, Any]:
        values = entry._asdict()
        del values["where"]
        if entry.savings_minor is not None or entry.floor_minor is not None:
            values["savings_currency"] = entry.savings_currency or entry.currency
        return {k: v for k, v in values.items() if self._is_other(k, v)}

    def take(self, entries: Sequence[PersonRecord]) -> None:
        """Change what the file holds, and remember what it was."""
        for entry in entries:
            changes = self._changes(entry)
            if not changes or not is_empty_book(self.viewer):
                self.n_known += 1
                if not changes:
                    self.known.append(name_fingerprint(Person, "self"))
                continue
            owner = self.viewer
            first = self.batch.person_before
            before = {
                field: [
                    first.get(field, [_stored(getattr(owner, field))])[0],
                    _stored(value),
                ]
                for field, value in changes.items()
            }
            self.batch.person_before = {**first, **before}
            self.batch.save(update_fields=["person_before"])
            change_person(viewer=owner, **changes)
            self.n_new += 1

    def _is_other(self, field: str, value: object) -> bool:
        return value not in (None, "") and getattr(self.viewer, field) != value


def is_empty_book(viewer: Person) -> bool:
    """Return whether the book holds no role and no record yet."""
    kinds = (Role, Payment, TimeEntry, Event)
    return not any(kind.objects.filter(owner=viewer).exists() for kind in kinds)


def _stored(value: object) -> object:
    """Return a value as JSON has it: undo reads it back through the person's field."""
    return value.isoformat() if isinstance(value, date) else value
