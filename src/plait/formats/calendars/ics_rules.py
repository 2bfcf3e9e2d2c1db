"""Repetition rules: made fit to be worked out, or refused.

The library works a rule out to the end whatever it says, so a rule that comes
every second, or never, must not reach it.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

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
_DAYS = re.compile(r"([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU),?)+")
_UNTIL = re.compile(r"(\d{8})(T\d{6})?(Z)?")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def fit_rule(text: str, event: Event, zones: Zones) -> str:
    """Return the rule as the library takes it; raise `BadValue` if none can be.

    An UNTIL is written the way DTSTART is: as a day, or in UTC. A day given for
    an event with times counts to its end, as calendars show it.
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
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(parts["UNTIL"], event, zones)
    if "COUNT" in parts:
        # One more than is taken, so that it shows that the series was cut.
        parts["COUNT"] = str(min(int(parts["COUNT"]), MOST_OCCURRENCES + 1))
    # UNTIL last: the library looks for it behind a semicolon.
    ordered = sorted(parts.items(), key=lambda part: part[0] == "UNTIL")
    return ";".join(f"{key}={value}" for key, value in ordered)


def _parts(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.upper().split(";") if part.strip())
    parts = {key.strip(): value.strip() for key, _, value in pairs}
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
        return bool(_DAYS.fullmatch(value))
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


def _until(text: str, event: Event, zones: Zones) -> str:
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
        return f"{_day_of(last, zones.local):%Y%m%d}"
    if not isinstance(last, datetime):
        midnight = datetime(last.year, last.month, last.day, tzinfo=own)
        last = midnight + timedelta(days=1, seconds=-1)
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day_of(when: date, local: tzinfo) -> date:
    return when.astimezone(local).date() if isinstance(when, datetime) else when
