"""Working days, tax years, and the stretches that a year is parted into."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.domain.period import Period
from plait.reference.holidays import public_holidays
from plait.reference.obligations.kinds import MonthDay, Quarter
from plait.reference.obligations.rules import Pack

_DAY = timedelta(days=1)


def is_working_day(day: date, country: str, region: str = "") -> bool:
    """Return whether it is Monday to Friday and no public holiday."""
    return day.weekday() < 5 and not public_holidays(country, region, day, day)


def working_day_by(day: date, pack: Pack) -> date:
    """Return the last working day at or before the day."""
    while not is_working_day(day, pack.country, pack.region):
        day -= _DAY
    return day


def working_day_from(day: date, pack: Pack) -> date:
    """Return the first working day at or after the day."""
    while not is_working_day(day, pack.country, pack.region):
        day += _DAY
    return day


def year_of(day: date, starts: MonthDay) -> Period:
    """Return the tax year that the day is in."""
    year = day.year if starts.in_year(day.year) <= day else day.year - 1
    return Period(starts.in_year(year), starts.in_year(year + 1))


def years_between(first: date, last: date, pack: Pack) -> Iterator[Period]:
    """Yield the tax years from the one a day is in to the one another is in."""
    year = year_of(first, pack.year_starts)
    while year.start <= last and year.end:
        yield year
        year = year_of(year.end, pack.year_starts)


def quarter_of(day: date, starts: tuple[MonthDay, ...]) -> Period:
    """Return the stretch that the day is in; `starts` names the days that begin one."""
    years = (day.year - 1, day.year, day.year + 1)
    begins = sorted(one.in_year(year) for year in years for one in starts)
    last = max(begin for begin in begins if begin <= day)
    return Period(last, min(begin for begin in begins if begin > day))


def quarters_in(
    quarters: tuple[Quarter, ...], year: Period
) -> Iterator[tuple[Period, Period | None, date]]:
    """Yield each quarter of a tax year, the other way to cut it, and its due date."""
    begin, other = year.start, year.start.replace(day=1)
    for quarter in quarters:
        end = _first_from(quarter.ends, begin) + _DAY
        also = None
        if quarter.also_ends:
            also = Period(other, _first_from(quarter.also_ends, other) + _DAY)
            other = also.end or other
        yield Period(begin, end), also, _first_from(quarter.due, end)
        begin = end


def _first_from(day: MonthDay, begin: date) -> date:
    """Return the first time that the day of the year comes from a date on."""
    this_year = day.in_year(begin.year)
    return this_year if this_year >= begin else day.in_year(begin.year + 1)
