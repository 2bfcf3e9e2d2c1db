"""Periods moved by months and years, so that neighbours still touch."""

from datetime import date

from plait.domain.period import Period, add_months


def months_in(period: Period) -> int:
    """Return how many whole months a period is, 0 where it is not of whole months."""
    start, end = period.start, period.end
    if end is None or start.day != 1 or end.day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month


def next_to(period: Period, steps: int) -> Period:
    """Return the equally long period so many steps later; one with an end.

    >>> next_to(Period(date(2026, 1, 1), date(2026, 4, 1)), -1)
    Period(start=datetime.date(2025, 10, 1), end=datetime.date(2026, 1, 1))
    """
    months, start = months_in(period), period.start
    end = period.end or start
    if months:
        first = add_months(start, steps * months)
        return Period(first, add_months(first, months))
    length = (end - start) * steps
    return Period(start + length, end + length)


def years_later(day: date, years: int) -> date:
    """Return the same day so many years later; 1 March for 29 February without one.

    Of half-open periods that touch, those moved touch again.

    >>> years_later(date(2024, 2, 29), -1), years_later(date(2026, 11, 30), -1)
    (datetime.date(2023, 3, 1), datetime.date(2025, 11, 30))
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def moved_by_years(period: Period, years: int) -> Period:
    """Return the same days so many years later; one with an end stays one."""
    end = None if period.end is None else years_later(period.end, years)
    return Period(years_later(period.start, years), end)


def n_years_back(period: Period) -> int:
    """Return how many years back a period does not overlap itself: 1 up to a year."""
    years = 1
    end = period.end or period.start
    while years_later(end, -years) > period.start:
        years += 1
    return years
