"""Plait's own calendar: the agreed blocks of the roles held, for other calendars.

What is written here is recognised when it comes back (`ics.OUR_UIDS`), so that
agreed hours are never taken for what a person had in their calendar.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from plait.domain.blocks import Block, blocks_as_text
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Role
from plait.formats.calendars.ics import OUR_UIDS
from plait.formats.calendars.ics_zone import timezone_component

# An end further off than this is no end: nobody plans leave for ten years.
_FAR = timedelta(days=3_653)
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class _Series(NamedTuple):
    """A block through the weeks in which it holds."""

    role: Role
    block: Block
    period: Period
    began_on: date
    away: tuple[Period, ...]


def write(
    portfolio: Portfolio, *, stamp: datetime, days_off: Collection[date] = ()
) -> bytes:
    """Return the agreed blocks of every role held on the picture's date, as ICS.

    Each is one event a week from the first to the last day of its terms, left out
    on `days_off` and where the person is away from the role. `stamp` is the aware
    time at which the feed is made. A block with no end told goes on without one.
    """
    zone = ZoneInfo(portfolio.person.timezone)
    far = portfolio.on + _FAR
    events = [
        event
        for one in _series(portfolio, far)
        if (event := _event(one, zone, stamp, frozenset(days_off))) is not None
    ]
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Plait//Agreed hours//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", "Plait")
    calendar.add("X-WR-TIMEZONE", portfolio.person.timezone)
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    if events:
        first = min(event.start.year for event in events)
        calendar.add_component(
            timezone_component(portfolio.person.timezone, first, far.year)
        )
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _series(portfolio: Portfolio, far: date) -> Iterator[_Series]:
    for index, role in portfolio.roles_held():
        away = tuple(
            absence.period
            for absence in portfolio.absences
            if absence.role in (None, index) and absence.hours is None
        )
        for terms, period in _terms_in_force(role):
            for block in terms.blocks:
                began_on = period.start
                ends = [p.start for p in away if p.end is None or p.end > far]
                last = min((d for d in (*ends, period.end) if d), default=None)
                yield _Series(role, block, Period(began_on, last), began_on, away)


def _terms_in_force(role: Role) -> Iterator[tuple[Agreement, Period]]:
    """Yield each agreement with the days on which no later one holds instead."""
    whole = role.period
    calendar = [day for a in role.agreements for day in (a.period.start, a.period.end)]
    days: Sequence[date | None] = [
        *sorted({whole.start, *(day for day in calendar if day and day in whole)}),
        whole.end,
    ]
    for start, end in pairwise(days):
        terms = role.agreement_on(start) if start else None
        if start and terms:
            yield terms, Period(start, end)


def _event(
    one: _Series, zone: ZoneInfo, stamp: datetime, days_off: Collection[date]
) -> Event | None:
    """Return the weekly event, None where no day of it is left."""
    left_out = _left_out(one, days_off)
    first = _first(one)
    while first in left_out:
        first += _WEEK
    if first not in one.period:
        return None
    event = Event()
    event.add("UID", _uid(one))
    event.add("DTSTAMP", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("DTSTART", _local(first, one.block, zone))
    event.add("DTEND", _ending(first, one.block, zone))
    event.add("SUMMARY", "".join(c for c in one.role.name if c.isprintable()))
    event.add("TRANSP", "OPAQUE")
    event.add("RRULE", _rule(one, zone))
    if gone := sorted(day for day in left_out if day > first):
        event.add("EXDATE", [_local(day, one.block, zone) for day in gone])
    return event


def _uid(one: _Series) -> str:
    """Return a name that stays while the block does, whatever else is agreed."""
    block = blocks_as_text([one.block]).replace(" ", "-").replace(":", "")
    # Kept out by the reader, so that hours agreed here do not come back as events.
    return f"{one.role.key}-{one.began_on:%Y%m%d}-{block}{OUR_UIDS}"


def _rule(one: _Series, zone: ZoneInfo) -> dict[str, object]:
    """Return the weekly rule; its end, in UTC, is the last start that there is."""
    if one.period.end is None:
        return {"FREQ": "WEEKLY"}
    n_weeks = (one.period.end - _DAY - _first(one)).days // 7
    last = _local(_first(one) + n_weeks * _WEEK, one.block, zone)
    return {"FREQ": "WEEKLY", "UNTIL": last.astimezone(UTC)}


def _first(one: _Series) -> date:
    start = one.period.start
    return start + timedelta(days=(one.block.weekday - start.weekday()) % 7)


def _left_out(one: _Series, days_off: Collection[date]) -> set[date]:
    """Return the days of the series that are off, or within an absence."""
    first = _first(one)
    days = {day for day in days_off if day >= first and (day - first).days % 7 == 0}
    for away in one.away:
        start = max(first, away.start)
        day = start + timedelta(days=(one.block.weekday - start.weekday()) % 7)
        ends = [end for end in (away.end, one.period.end) if end]
        while ends and day < min(ends):
            days.add(day)
            day += _WEEK
    return {day for day in days if day in one.period}


def _local(day: date, block: Block, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, block.starts, zone)


def _ending(day: date, block: Block, zone: ZoneInfo) -> datetime:
    is_over_night = block.ends <= block.starts
    return datetime.combine(day + is_over_night * _DAY, block.ends, zone)
