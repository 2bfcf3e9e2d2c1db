"""Which day a line names; never one to come.

A weekday is the last such day, today included. A date without its year is of this
year, or of the last where that is at most half a year ago. 03/04 can be read two ways
unless the person's own habit is known.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from plait.domain.period import monday_of
from plait.formats.quick_entry.day_mentions import Mention, is_the_day, mentions
from plait.formats.quick_entry.day_words import FOR, MONTHS, NEXT, THIS, WEEKDAYS
from plait.formats.quick_entry.durations import NUMBERS
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span
from plait.formats.quick_entry.unclear_days import refuse_several

_REACH = timedelta(days=183)


class Day(NamedTuple):
    """A day, and the part of the line that names it."""

    span: Span
    on: date


class _Setting(NamedTuple):
    """What a day is reckoned from."""

    reading: Reading
    today: date
    is_day_first: bool | None


_Found = re.Match[str]
_Reader = Callable[[_Setting, _Found], date]


def _ago(days: int, setting: _Setting, _: _Found) -> date:
    return setting.today - timedelta(days=days)


def _counted(setting: _Setting, found: _Found) -> date:
    word = found["n"]
    number = NUMBERS.get(word) or int(word)
    days = number * (7 if found["unit"].startswith("we") else 1)
    return setting.today - timedelta(days=days)


def _weekday(setting: _Setting, found: _Found) -> date:
    back = (setting.today.weekday() - WEEKDAYS[found["day"]]) % 7
    which = found["which"] or ""
    if which in NEXT:
        return setting.today + timedelta(days=7 - back)
    if which in THIS:
        return monday_of(setting.today) + timedelta(days=WEEKDAYS[found["day"]])
    is_before = which not in {"", "on", "op"}
    return setting.today - timedelta(days=back or 7 * is_before)


def _last_week(setting: _Setting, found: _Found) -> date:
    days = WEEKDAYS[found["day"]] - 7
    return monday_of(setting.today) + timedelta(days=days)


def _whole(setting: _Setting, found: _Found) -> date:
    return _real(setting, found, int(found["y"]), int(found["m"]), int(found["d"]))


def _with_month(setting: _Setting, found: _Found) -> date:
    month = MONTHS[found["month"]]
    return _of_year(setting, found, month, int(found["d"]))


def _in_numbers(setting: _Setting, found: _Found) -> date:
    first, second = int(found["first"]), int(found["second"])
    is_either = first <= 12 and second <= 12 and first != second
    if is_either and setting.is_day_first is None:
        raise NotUnderstood(
            "This date can be read two ways",
            value=setting.reading.excerpt(Span(*found.span())),
            fix="Write it as 2026-04-03, or with the month's name.",
        )
    is_day_first = setting.is_day_first is not False if is_either else first > 12
    day, month = (first, second) if is_day_first else (second, first)
    return _of_year(setting, found, month, day)


def _of_month(setting: _Setting, found: _Found) -> date:
    """Return the last day of this number, of this month or an earlier one."""
    day, first = int(found["d"]), setting.today.replace(day=1)
    for _ in range(12):
        if 0 < day <= (_next_month(first) - first).days:
            found_on = first.replace(day=day)
            if found_on <= setting.today:
                return found_on
        first = (first - timedelta(days=1)).replace(day=1)
    return _real(setting, found, setting.today.year, setting.today.month, day)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _of_year(setting: _Setting, found: _Found, month: int, day: int) -> date:
    """Return the day in its year, else the last one that lies half a year back."""
    if year_text := found["y"]:
        year = int(year_text) + (2000 if len(year_text) == 2 else 0)
        return _real(setting, found, year, month, day)
    year = setting.today.year
    if month == 2 and day == 29:
        year -= next((n for n in range(4) if _is_leap(year - n)), 0)
    this = _real(setting, found, year, month, day)
    if this <= setting.today or (month, day) == (2, 29):
        return this
    last = _real(setting, found, year - 1, month, day)
    return last if setting.today - last <= _REACH else this


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - date(year, 2, 28)).days == 2


def _real(setting: _Setting, found: _Found, year: int, month: int, day: int) -> date:
    try:
        on = date(year, month, day)
    except ValueError:
        on = None
    weekday = found.groupdict().get("weekday")
    if on is None or (weekday and on.weekday() != WEEKDAYS[weekday]):
        raise NotUnderstood(
            "There is no such day",
            value=setting.reading.excerpt(Span(*found.span())),
            fix="Look at the calendar and write the date again.",
        )
    return on


_READERS: dict[str, _Reader] = {
    **{str(days): partial(_ago, days) for days in range(-2, 3)},
    "ago": _counted,
    "weekday": _weekday,
    "last week": _last_week,
    "whole": _whole,
    "month": _with_month,
    "numbers": _in_numbers,
    "of month": _of_month,
}


def day_meant(
    reading: Reading, mention: Mention, today: date, *, is_day_first: bool | None
) -> date:
    """Return the day that a mention names, the past one where it can be several."""
    setting = _Setting(reading, today, is_day_first)
    return _READERS[mention.kind.name](setting, mention.found)


def day_of(
    reading: Reading,
    today: date,
    *,
    is_day_first: bool | None,
    names: Sequence[Span] = (),
) -> Day | None:
    """Return the day that the line names, None if it names none.

    What stands in `names` is none. Raises `NotUnderstood` for a day to come, one
    that is none, and one of two readings.
    """
    setting = _Setting(reading, today, is_day_first)
    every = list(mentions(reading))
    mention = [
        one
        for one in every
        if is_the_day(reading, one) and not any(one.span.meets(name) for name in names)
    ]
    if not mention:
        return None
    chosen = reading.one_of(
        mention, lambda one: one.span, "There are several days in this line"
    )
    refuse_several(reading, chosen, every)
    span, found, kind = chosen
    on = _READERS[kind.name](setting, found)
    if on > today:
        raise NotUnderstood(
            "This day is still to come",
            value=f"{reading.excerpt(span)}, {on.isoformat()}",
            fix="Write it down once it has happened.",
        )
    lead = FOR.search(reading.left[: span.start])
    return Day(Span(lead.start() if lead else span.start, span.end), on)
