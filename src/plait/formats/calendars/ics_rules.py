"""Repetition rules: read, or refused with what is wrong about them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product

from plait.formats.calendars.ics_events import Event
from plait.formats.calendars.ics_times import Zones, is_day
from plait.formats.values import BadValue

# A daily event is worked out for eleven years; more is a mistake or an attack.
MOST_OCCURRENCES = 4_000
_MOST_A_DAY = 24
_LARGEST_STEP = 1_000
_LONGEST_RULE = 1_000

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_TOO_FAST = ("HOURLY", "MINUTELY", "SECONDLY")
# These pick among the days of a month or year; with the others they pick none.
_OF_LONG_SPANS = ("BYSETPOS", "BYYEARDAY", "BYWEEKNO")
_NUMBERS = re.compile(r"[+-]?\d{1,3}(,[+-]?\d{1,3})*")
_RANGES = {
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(-31, 32),
    "BYYEARDAY": range(-366, 367),
    "BYWEEKNO": range(-53, 54),
    "BYSETPOS": range(-366, 367),
    "BYHOUR": range(24),
    "BYMINUTE": range(60),
    "BYSECOND": range(60),
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(T\d{6})?(Z)?")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MIDNIGHT = time()
_TO_THE_DAYS_END = ("T235959", "T235900")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which an event comes back, in the wall clock of its own zone.

    `week_days` are a number (0 for every) and a weekday from 0 for Monday; `times` of a
    whole day's event is one midnight. `until` is the last moment it may start at, and
    `count` how often it comes, None where nothing is said.
    """

    frequency: str
    interval: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    year_days: tuple[int, ...]
    week_numbers: tuple[int, ...]
    week_days: tuple[tuple[int, int], ...]
    set_positions: tuple[int, ...]
    times: tuple[time, ...]
    week_start: int
    count: int | None
    until: datetime | None


def rule_from(text: str, event: Event, zones: Zones) -> Rule:
    """Return the rule that is written; raise `BadValue` if none can be followed.

    A day given as UNTIL of an event with times counts to its end, as calendars
    show it.
    """
    parts = _parts(text[:_LONGEST_RULE])
    if parts.get("FREQ") in _TOO_FAST or _times_a_day(parts) > _MOST_A_DAY:
        raise BadValue(
            "This event repeats by the hour or faster, so only its first was taken",
            value=text,
            fix="Make it one longer event in your calendar if it is work.",
        )
    if not _is_understood(parts):
        raise BadValue(
            "This repetition is not understood, so only its first was taken",
            value=text,
            fix="Set the repetition again in your calendar and export it again.",
        )
    numbers = {key: _numbers(parts, key) for key in _RANGES}
    week_days = _week_days(parts.get("BYDAY", ""))
    start = event.start
    if not week_days and not any(numbers[key] for key in _PICKS):
        # What is not said is as at the first: 9 March every year, Tuesdays.
        week_days = ((0, start.weekday()),) if parts["FREQ"] == "WEEKLY" else ()
        if parts["FREQ"] in ("MONTHLY", "YEARLY"):
            numbers["BYMONTHDAY"] = (start.day,)
        if parts["FREQ"] == "YEARLY" and not numbers["BYMONTH"]:
            numbers["BYMONTH"] = (start.month,)
    return Rule(
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", 1)),
        months=numbers["BYMONTH"],
        month_days=numbers["BYMONTHDAY"],
        year_days=numbers["BYYEARDAY"],
        week_numbers=numbers["BYWEEKNO"],
        week_days=week_days,
        set_positions=numbers["BYSETPOS"],
        times=_times(numbers, start),
        week_start=_DAYS.index(parts["WKST"]) if parts.get("WKST") in _DAYS else 0,
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"], event, zones) if "UNTIL" in parts else None,
    )


_PICKS = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")


def _parts(text: str) -> dict[str, str]:
    # Some programs put blanks behind the commas: BYDAY=MO, TU.
    plain = "".join(text.upper().split())
    pairs = (part.partition("=") for part in plain.split(";") if part)
    parts = {key: value for key, _, value in pairs}
    if parts.get("RSCALE") == "GREGORIAN":
        del parts["RSCALE"]
    parts.pop("SKIP", None)  # leaves out 30 February and the like, as we do anyway
    return {key: value for key, value in parts.items() if not key.startswith("X-")}


def _times_a_day(parts: dict[str, str]) -> int:
    times = 1
    for key in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= parts.get(key, "").count(",") + 1
    return times


def _is_understood(parts: dict[str, str]) -> bool:
    if parts.get("FREQ") not in _FREQUENCIES or ("COUNT" in parts and "UNTIL" in parts):
        return False
    is_short = parts["FREQ"] in ("DAILY", "WEEKLY")
    if is_short and any(key in parts for key in _OF_LONG_SPANS):
        return False
    return all(_is_part(key, value) for key, value in parts.items()) and _comes(parts)


def _is_part(key: str, value: str) -> bool:
    if key in ("FREQ", "UNTIL"):
        return True
    if key in ("BYDAY", "WKST"):
        return bool(_week_days(value))
    if key == "INTERVAL":
        return value.isdecimal() and 1 <= int(value[:9]) <= _LARGEST_STEP
    if key == "COUNT":
        return value.isdecimal() and len(value) < 20 and int(value) >= 1
    if key not in _RANGES or not _NUMBERS.fullmatch(value):
        return False
    return all(int(number) in _RANGES[key] for number in value.split(","))


def _comes(parts: dict[str, str]) -> bool:
    """Return whether any month asked for has one of the days asked for."""
    if "BYMONTHDAY" not in parts:
        return True
    months = [int(n) for n in parts.get("BYMONTH", "1").split(",")]
    days = [abs(int(n)) for n in parts["BYMONTHDAY"].split(",")]
    return any(
        1 <= month <= 12 and 1 <= min(days) <= _LONGEST_MONTHS[month - 1]
        for month in months
    )


def _numbers(parts: dict[str, str], key: str) -> tuple[int, ...]:
    return tuple(sorted({int(n) for n in parts.get(key, "").split(",") if n}))


def _week_days(text: str) -> tuple[tuple[int, int], ...]:
    """Return `2TU` as (2, 1); empty if any of them is no day of the week."""
    found = [_DAY.fullmatch(day) for day in text.split(",") if day]
    days = {(int(day[1] or 0), _DAYS.index(day[2])) for day in found if day}
    return tuple(sorted(days)) if all(found) else ()


def _times(numbers: dict[str, tuple[int, ...]], start: date) -> tuple[time, ...]:
    if not isinstance(start, datetime):
        return (_MIDNIGHT,)
    hours = numbers["BYHOUR"] or (start.hour,)
    minutes = numbers["BYMINUTE"] or (start.minute,)
    seconds = numbers["BYSECOND"] or (start.second,)
    return tuple(time(*parts) for parts in product(hours, minutes, seconds))


def _until(text: str, event: Event, zones: Zones) -> datetime:
    """Return the last moment the event may start at, by the wall clock of its zone."""
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise BadValue(
            "The end of this repetition is not a date, so only its first was taken",
            value=text,
            fix="Set the repetition again in your calendar and export it again.",
        )
    own = event.start.tzinfo if isinstance(event.start, datetime) else None
    last = zones.moment(text, "", own or zones.local)
    if is_day(event.start):
        written = zones.moment(found[1], "", zones.local)
        return _wall(_last_day(last, found[2], written, zones))
    if not isinstance(last, datetime):
        return _wall(last) + timedelta(days=1, seconds=-1)
    return last.astimezone(own).replace(tzinfo=None)


def _last_day(last: date, clock: str | None, written: date, zones: Zones) -> date:
    """Return the day that a moment names as the last of an event of whole days.

    A local midnight told in UTC is that of the local day; else the day is the one
    that is written, as of 23:59:59 that stands for "to the end of this day".
    """
    if not isinstance(last, datetime) or clock in _TO_THE_DAYS_END:
        return written
    local = last.astimezone(zones.local)
    return local.date() if local.time() == _MIDNIGHT else written


def _wall(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the wall clock of the event's zone
