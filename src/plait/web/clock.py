"""The one place where pages read the clock."""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def now() -> datetime:
    """Return the time, aware."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date where the person of this request lives."""
    return timezone.localdate(now())


def midnight(day: date) -> datetime:
    """Return when the day begins where the person of this request lives."""
    return timezone.make_aware(datetime.combine(day, time.min))
