"""The person's own settings, from a file."""

from collections.abc import Sequence
from datetime import date

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.imports.counts import Counts
from plait.book.imports.record_common import name_fingerprint
from plait.book.models import Batch, Event, Payment, Role, TimeEntry
from plait.domain.schemas.book_records import PersonRecord


class PersonIntake(Counts):
    """Takes the person's own settings, into a book that is still empty."""

    kind = "settings"

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        self.batch = batch

    def take(self, entries: Sequence[PersonRecord]) -> None:
        """Change what the file holds, and remember what it was."""
        for entry in entries:
            values = entry._asdict()
            del values["where"]
            changes = {k: v for k, v in values.items() if self._is_other(k, v)}
            if not changes or not self._is_empty():
                self.n_known += 1
                if not changes:
                    self.known.append(name_fingerprint(Person, "self"))
                continue
            owner = self.batch.owner
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
        return value not in (None, "") and getattr(self.batch.owner, field) != value

    def _is_empty(self) -> bool:
        kinds = (Role, Payment, TimeEntry, Event)
        owner = self.batch.owner
        return not any(kind.objects.filter(owner=owner).exists() for kind in kinds)


def _stored(value: object) -> object:
    """Return a value as JSON has it: undo reads it back through the person's field."""
    return value.isoformat() if isinstance(value, date) else value
