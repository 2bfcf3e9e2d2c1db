"""The days of the three years: weeks, public holidays, leave, recurring meetings."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

START = date(2023, 11, 20)
END = date(2026, 11, 20)

_EASTER = (date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5))
_LEAVE = (
    (date(2023, 12, 25), date(2024, 1, 1)),
    (date(2024, 7, 22), date(2024, 8, 11)),
    (date(2024, 12, 23), date(2025, 1, 1)),
    (date(2025, 7, 21), date(2025, 8, 10)),
    (date(2025, 12, 22), date(2026, 1, 1)),
    (date(2026, 7, 20), date(2026, 8, 9)),
)
# In May 2025 the hall was taken, in October 2024 the chair was ill.
MOVED_MEETING = (date(2025, 5, 13), date(2025, 5, 20))
CANCELLED_MEETING = date(2024, 10, 8)


def chance(name: str) -> Random:
    """Return a stream of its own for each part, so that parts never disturb another."""
    return Random(f"Marit van Dalen, {name}")


def days() -> Iterator[date]:
    """Yield every day of the three years, the last included."""
    for number in range((END - START).days + 1):
        yield START + timedelta(number)


def mondays() -> Iterator[date]:
    """Yield every Monday of the three years."""
    return (day for day in days() if day.weekday() == 0)


def months() -> Iterator[date]:
    """Yield the first of every month from November 2023 to November 2026."""
    for number in range(10, 47):
        yield date(2023 + number // 12, number % 12 + 1, 1)


def public_holidays() -> list[date]:
    """Return the Dutch days off that the practice keeps."""
    moving = [easter + timedelta(n) for easter in _EASTER for n in (1, 39, 50)]
    kings = [date(2024, 4, 27), date(2025, 4, 26), date(2026, 4, 27)]
    return sorted(moving + kings + [date(2025, 5, 5)])


def leaves() -> tuple[tuple[date, date], ...]:
    """Return her stretches of leave as first and last day."""
    return _LEAVE


def is_on_leave(day: date) -> bool:
    """Return whether she is away that day."""
    return any(first <= day <= last for first, last in _LEAVE)


def is_free(day: date) -> bool:
    """Return whether nobody expects work of her that day."""
    return is_on_leave(day) or day in public_holidays()


def second_tuesday(month: date) -> date:
    """Return the second Tuesday of the month that starts on `month`."""
    return month + timedelta((1 - month.weekday()) % 7 + 7)


def board_meetings() -> list[date]:
    """Return the evenings on which the board did meet."""
    planned = [second_tuesday(m) for m in months() if m.month not in (7, 8)]
    moved = [MOVED_MEETING[1] if d == MOVED_MEETING[0] else d for d in planned]
    return [d for d in moved if START <= d <= END and d != CANCELLED_MEETING]


def working_day(day: date) -> date:
    """Return the day itself, or the Monday after it in a weekend."""
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def payday(day: date) -> date:
    """Return the day itself, or the Friday before it in a weekend."""
    return day - timedelta({5: 1, 6: 2}.get(day.weekday(), 0))
