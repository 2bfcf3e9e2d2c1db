"""Secret addresses of a person's calendars: anybody who has one may read there."""

import hashlib

from plait.accounts.models import Person
from plait.book.models import CalendarFeed, ReminderFeed

Feed = type[CalendarFeed] | type[ReminderFeed]


def owner_of_address(feed: Feed, token: str) -> Person | None:
    """Return whose calendar a secret address is, None if it is nobody's.

    The address is looked up by its hash, so that the time it takes says nothing
    of addresses that nearly fit.
    """
    found = feed.objects.filter(token_hash=token_hash(token), owner__is_active=True)
    held = found.select_related("owner").first()
    return held.owner if held else None


def token_hash(token: str) -> str:
    """Return what is kept of the secret part of an address."""
    return hashlib.sha256(token.encode()).hexdigest()
