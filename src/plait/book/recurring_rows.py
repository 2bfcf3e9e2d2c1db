"""A row of what recurs, as the vocabulary says when it comes."""

from collections.abc import Iterable
from datetime import date

from plait.book.models import Recurring
from plait.domain.recurring import Recurrence, Rhythm


def recurrence_of(row: Recurring) -> Recurrence:
    """Return when it comes."""
    days = filter(None, row.except_on.split(","))
    return Recurrence(
        row.starts_on,
        Rhythm(row.rhythm),
        row.every,
        row.ends_on,
        tuple(map(date.fromisoformat, days)),
    )


def written_days(days: Iterable[date]) -> str:
    """Return days as one text, in order."""
    return ",".join(day.isoformat() for day in sorted(set(days)))
