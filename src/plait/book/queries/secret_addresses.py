"""Secret addresses of a person's calendars: anybody who has one may read there."""

from plait.accounts.models import Person
from plait.accounts.secret_tokens import token_hash
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
