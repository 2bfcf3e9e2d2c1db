"""The one place where pages read the clock."""

from datetime import UTC, date, datetime, time, timedelta

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


def instants(
    day: date, starts: time | None, ends: time | None
) -> tuple[datetime | None, datetime | None]:
    """Return when local times of a day are; an end before its start is of the next."""
    if starts is None or ends is None:
        return None, None
    last = day if ends > starts else day + timedelta(days=1)
    begun = timezone.make_aware(datetime.combine(day, starts))
    return begun, timezone.make_aware(datetime.combine(last, ends))
