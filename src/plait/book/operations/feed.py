"""The secret addresses of the person's calendars: made, made anew, taken back."""

import secrets
from datetime import datetime

from plait.accounts.audit import note
from plait.accounts.models import Person
from plait.accounts.secret_tokens import token_hash
from plait.book.models import CalendarFeed, ReminderFeed
from plait.book.operations.writing import book_of
from plait.book.queries.secret_addresses import Feed
from plait.domain.audit import Act


def make_feed(*, viewer: Person, now: datetime) -> str:
    """Return the secret part of a new address; an earlier one leads nowhere then.

    Only its hash is kept, so it can be shown this once.
    """
    return _make(CalendarFeed, viewer, now)


def revoke_feed(*, viewer: Person, now: datetime) -> bool:
    """Let the address lead nowhere; return whether there was one."""
    return _revoke(CalendarFeed, viewer, now)


def make_reminder_feed(*, viewer: Person, now: datetime) -> str:
    """Return the secret part of a new address of reminders, as `make_feed` does."""
    return _make(ReminderFeed, viewer, now)


def revoke_reminder_feed(*, viewer: Person, now: datetime) -> bool:
    """Let the address of reminders lead nowhere; return whether there was one."""
    return _revoke(ReminderFeed, viewer, now)


def _make(feed: Feed, viewer: Person, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    with book_of(viewer):
        feed.objects.update_or_create(
            owner=viewer,
            defaults={"token_hash": token_hash(token), "created_at": now},
        )
        note(owner=viewer, act=Act.FEED_MADE, now=now)
    return token


def _revoke(feed: Feed, viewer: Person, now: datetime) -> bool:
    with book_of(viewer):
        n, _ = feed.objects.filter(owner=viewer).delete()
        if n:
            note(owner=viewer, act=Act.FEED_ENDED, now=now)
    return bool(n)
