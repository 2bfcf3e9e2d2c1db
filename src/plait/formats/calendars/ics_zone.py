"""A time zone as calendars want it told: when its clock changes, as VTIMEZONE.

The library's own gives the hour after the change where the standard (RFC 5545,
3.6.5) wants the one before it, so that its clocks change an hour late in spring.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class Change(NamedTuple):
    """A clock's change: `at` is local, as the clock showed it before.

    Summer is the side with the later clock, also where the law says that winter is
    the exception: programs that read calendars take it so.
    """

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def timezone_component(name: str, first_year: int, last_year: int) -> Timezone:
    """Return the zone as it holds from the first year's start to the last year's end.

    A change on the same Sunday of every year is told as a rule, which goes on.
    """
    zone = ZoneInfo(name)
    component = Timezone()
    component.add("TZID", name)
    component.add_component(_observance([_in_force(zone, first_year)]))
    alike: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in _changes(zone, first_year, last_year):
        alike[change[1:]].append(change)
    for changes in alike.values():
        component.add_component(
            _observance(changes, n_years=last_year - first_year + 1)
        )
    return component


def _in_force(zone: ZoneInfo, year: int) -> Change:
    start = datetime(year, 1, 1, tzinfo=zone)
    offset = _offset(start)
    plain = start.replace(tzinfo=None)
    return Change(plain, offset, offset, start.tzname() or "", False)


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Yield the changes, found by looking once a day and then closer."""
    at = datetime(first_year, 1, 1, tzinfo=UTC)
    while at.year <= last_year:
        later = at + _DAY
        if _offset(at.astimezone(zone)) != _offset(later.astimezone(zone)):
            yield _change(zone, at, later)
        at = later


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    while after - before > _SECOND:
        middle = before + (after - before) / 2
        middle = middle.replace(microsecond=0)
        if _offset(middle.astimezone(zone)) == _offset(before.astimezone(zone)):
            before = middle
        else:
            after = middle
    was, new = before.astimezone(zone), after.astimezone(zone)
    local = (after + _offset(was)).replace(tzinfo=None)
    is_summer = _offset(new) > _offset(was)
    return Change(local, _offset(was), _offset(new), new.tzname() or "", is_summer)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)


def _observance(
    changes: Sequence[Change], n_years: int = 0
) -> TimezoneStandard | TimezoneDaylight:
    first = changes[0]
    component = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    component.add("DTSTART", first.at)
    component.add("TZOFFSETFROM", first.before)
    component.add("TZOFFSETTO", first.after)
    component.add("TZNAME", first.name)
    rule = _rule(changes) if len(changes) == n_years else None
    if rule:
        component.add("RRULE", rule)
    elif len(changes) > 1:
        component.add("RDATE", [change.at for change in changes[1:]])
    return component


def _rule(changes: Sequence[Change]) -> dict[str, object] | None:
    """Return the yearly rule that all changes keep to, if there is one."""
    days = {(c.at.year, c.at.month, c.at.weekday(), c.at.time()) for c in changes}
    if len(days) != len(changes) or len({day[1:] for day in days}) != 1:
        return None
    month, day = changes[0].at.month, _DAYS[changes[0].at.weekday()]
    if all((c.at + 7 * _DAY).month != month for c in changes):
        return {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"-1{day}"}
    nth = {(c.at.day - 1) // 7 + 1 for c in changes}
    if len(nth) != 1:
        return None
    return {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"{nth.pop()}{day}"}
