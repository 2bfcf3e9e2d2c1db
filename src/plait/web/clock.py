"""The one place where pages read the clock."""

from contextvars import ContextVar
from datetime import UTC, date, datetime, time

from django.http import HttpRequest
from django.utils import timezone

from plait.domain.reach import FIRST_DAY, LAST_DAY


def now() -> datetime:
    """Return the time, aware."""
    return datetime.now(UTC)


# The day that the sample is looked at from, None while one looks at one's own book.
sample_day: ContextVar[date | None] = ContextVar("sample_day", default=None)


def today() -> date:
    """Return the date where the person of this request lives; in the sample, its own."""
    return sample_day.get() or timezone.localdate(now())


def midnight(day: date) -> datetime:
    """Return when the day begins where the person of this request lives."""
    return timezone.make_aware(datetime.combine(day, time.min))


def day_asked(request: HttpRequest) -> date:
    """Return the day asked for (?on=), today where it is none or a slip of the finger."""
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today()
    return asked if FIRST_DAY <= asked <= LAST_DAY else today()
