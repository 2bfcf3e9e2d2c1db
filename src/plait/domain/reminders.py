"""What a person chose to be reminded of, and when; all of it is off until chosen."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class ReminderKind(StrEnum):
    """What a reminder is about."""

    CHECK_IN = "check-in"
    LOG = "log"
    TAX = "tax"
    INVOICES = "invoices"
    FILES = "files"
    ROLES = "roles"

    @property
    def is_weekly(self) -> bool:
        """Whether it comes on a day of the week."""
        return self in {ReminderKind.CHECK_IN, ReminderKind.LOG}


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as the person has it; `at` is the time where they live.

    Weekly ones come on `weekday` (Monday is 0). Of the others `count` is: days before
    a tax date, days after an invoice was due, weeks after the last day an account or
    tracker is known, months between two looks at a role; `ends_weeks` is how many
    weeks before terms end the role is looked at too, 0 for not at all. Nothing that
    came on `dismissed_on` or before is shown.
    """

    kind: ReminderKind
    is_on: bool = False
    at: time = time(9, 0)
    weekday: int = 0
    count: int = 0
    ends_weeks: int = 0
    dismissed_on: date | None = None


USUAL = {
    one.kind: one
    for one in (
        Reminder(ReminderKind.CHECK_IN, at=time(19, 0), weekday=6),
        Reminder(ReminderKind.LOG, at=time(16, 30), weekday=4),
        Reminder(ReminderKind.TAX, count=14),
        Reminder(ReminderKind.INVOICES, count=3),
        Reminder(ReminderKind.FILES, count=6),
        Reminder(ReminderKind.ROLES, count=6, ends_weeks=6),
    )
}
"""What a choice begins with."""

# The fewest and the most that may be counted.
LIMITS = {
    ReminderKind.TAX: (1, 90),
    ReminderKind.INVOICES: (1, 90),
    ReminderKind.FILES: (1, 52),
    ReminderKind.ROLES: (1, 36),
}
MOST_ENDS_WEEKS = 52


def with_usual(chosen: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    """Return every kind: as it was chosen, else as usual and off."""
    by_kind = USUAL | {one.kind: one for one in chosen}
    return tuple(by_kind[kind] for kind in ReminderKind)
