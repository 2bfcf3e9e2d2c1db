"""Changes to what the person wants to be reminded of."""

from dataclasses import asdict
from datetime import date

from plait.accounts.mailing.choices import look_again
from plait.accounts.models import Person
from plait.book.models import Batch, Reminder
from plait.book.operations.writing import book_of
from plait.domain import reminders as domain
from plait.domain.errors import PlaitError
from plait.domain.reminders import LIMITS, MOST_ENDS_WEEKS, ReminderKind


class BadReminder(PlaitError):
    """A number that no reminder counts to."""


def choose_reminder(
    *, viewer: Person, reminder: domain.Reminder, batch: Batch | None = None
) -> Reminder:
    """Keep a reminder as it is given; one that is dismissed stays so.

    Raise `BadReminder` for a number beyond `domain.reminders.LIMITS`.
    """
    _refuse_beyond(reminder)
    values = asdict(reminder)
    kind = values.pop("kind")
    values["at"] = f"{reminder.at:%H:%M}"
    if reminder.dismissed_on is None:
        del values["dismissed_on"]
    with book_of(viewer, what="choose_reminder"):
        kept, _ = Reminder.objects.update_or_create(
            owner=viewer, kind=kind, defaults=values | {"batch": batch}
        )
        look_again(owner=viewer.pk)
    return kept


def choose_reminders(*, viewer: Person, reminders: list[domain.Reminder]) -> None:
    """Keep several reminders as one change."""
    with book_of(viewer, what="choose_reminder"):
        for one in reminders:
            choose_reminder(viewer=viewer, reminder=one)


def dismiss_reminder(*, viewer: Person, kind: ReminderKind, on: date) -> bool:
    """Show nothing of a kind that came on that day or before; False if never chosen."""
    with book_of(viewer, what="dismiss_reminder"):
        found = Reminder.objects.filter(owner=viewer, kind=kind).first()
        if found is None:
            return False
        found.dismissed_on = on
        found.save(update_fields=["dismissed_on"])
    return True


def _refuse_beyond(one: domain.Reminder) -> None:
    least, most = LIMITS.get(one.kind, (0, 0))
    if one.kind in LIMITS and not least <= one.count <= most:
        raise BadReminder(
            "A reminder cannot count that far",
            value=str(one.count),
            fix=f"Write a whole number from {least} to {most}.",
        )
    if (
        one.ends_weeks > MOST_ENDS_WEEKS or not 0 <= one.weekday <= 6
    ):  # days of the week
        raise BadReminder(
            "A reminder cannot come then",
            value=f"{one.ends_weeks}, {one.weekday}",
            fix="Write at most 52 weeks, and a day of the week.",
        )
