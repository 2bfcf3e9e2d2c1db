"""Reminders from a file."""

from typing import Any

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import Reminder
from plait.book.operations.reminders import choose_reminder
from plait.domain.schemas.book_records import ReminderRecord
from plait.domain.schemas.reminder import from_record


class ReminderIntake(RecordIntake[ReminderRecord]):
    """Takes reminders; known are those of a kind that was chosen before."""

    kind = "reminders"
    model = Reminder

    def _names(self, entry: ReminderRecord) -> tuple[object, ...]:
        return (entry.kind,)

    def _add(self, entry: ReminderRecord) -> None:
        choose_reminder(
            viewer=self.viewer, reminder=from_record(entry), batch=self.batch
        )


INTAKES: dict[type, Any] = {ReminderRecord: ReminderIntake}
