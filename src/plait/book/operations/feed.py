"""The secret address of the person's own calendar: made, made anew, taken back."""

import secrets
from datetime import datetime

from plait.accounts.models import Person
from plait.book.models import CalendarFeed, ReminderFeed
from plait.book.operations.writing import book_of
from plait.book.queries.calendars import token_hash


def make_feed(*, viewer: Person, now: datetime) -> str:
    """Return the secret part of a new address; an earlier one leads nowhere then.

    Only its hash is kept, so it can be shown this once.
    """
    token = secrets.token_urlsafe(32)
    with book_of(viewer):
        CalendarFeed.objects.update_or_create(
            owner=viewer,
            defaults={"token_hash": token_hash(token), "created_at": now},
        )
    return token


def revoke_feed(*, viewer: Person) -> bool:
    """Let the address lead nowhere; return whether there was one."""
    with book_of(viewer):
        n, _ = CalendarFeed.objects.filter(owner=viewer).delete()
    return bool(n)


def make_reminder_feed(*, viewer: Person, now: datetime) -> str:
    """Return the secret part of a new address of reminders, as `make_feed` does."""
    token = secrets.token_urlsafe(32)
    with book_of(viewer):
        ReminderFeed.objects.update_or_create(
            owner=viewer,
            defaults={"token_hash": token_hash(token), "created_at": now},
        )
    return token


def revoke_reminder_feed(*, viewer: Person) -> bool:
    """Let the address of reminders lead nowhere; return whether there was one."""
    with book_of(viewer):
        n, _ = ReminderFeed.objects.filter(owner=viewer).delete()
    return bool(n)
