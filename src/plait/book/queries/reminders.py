"""What the person chose to be reminded of, and the calendar of it."""

from collections.abc import Iterator
from datetime import time

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.memory import Memory
from plait.book.queries.secret_addresses import owner_of_address
from plait.domain.reminders import Reminder, ReminderKind
from plait.domain.schemas.book_records import ReminderRecord
from plait.domain.schemas.reminder import to_record

_COLUMNS = ("kind", "is_on", "at", "weekday", "count", "ends_weeks", "dismissed_on")


_chosen = Memory(most=1_000)  # a handful each, and asked for by every Today


def reminders(*, viewer: Person) -> tuple[Reminder, ...]:
    """Return the reminders that were chosen once, off or on."""
    return _chosen.of_book(viewer, "reminders", lambda: _read(viewer))


def _read(viewer: Person) -> tuple[Reminder, ...]:
    held = rows.Reminder.objects.filter(owner=viewer).order_by("pk")
    columns = held.values_list(*_COLUMNS)
    return tuple(
        Reminder(ReminderKind(kind), is_on, time.fromisoformat(at), *rest)
        for kind, is_on, at, *rest in columns
    )


def reminder_records(*, viewer: Person) -> Iterator[ReminderRecord]:
    """Yield the reminders as a file holds them."""
    for one in reminders(viewer=viewer):
        yield to_record(one)


def reminder_feed(*, viewer: Person) -> rows.ReminderFeed | None:
    """Return when the calendar of reminders got its address, None if it has none."""
    return rows.ReminderFeed.objects.filter(owner=viewer).first()


def reminder_feed_owner(token: str) -> Person | None:
    """Return whose reminders a secret address shows, None if it is nobody's."""
    return owner_of_address(rows.ReminderFeed, token)
