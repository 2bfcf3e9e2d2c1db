"""From when to when, as people say it in English and Dutch.

Hours are read on the clock of 24 hours. Where the end would come before the start it
is of the afternoon (9-5), or of the next day (22:00-2:00), and nothing longer than
half a day over midnight is believed. Whether 1-3 is in the night, nobody can tell.
"""

import re
from datetime import time
from typing import NamedTuple

from plait.formats.quick_entry.durations import NUMBERS
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span

_HALF_DAY, _DAY = 12 * 60, 24 * 60
_WORD = "|".join(sorted((w for w in NUMBERS if len(w) > 2), key=len, reverse=True))
_DUTCH = tuple(
    next(word for word in reversed(NUMBERS) if NUMBERS[word] == n) for n in range(1, 13)
)
_OFFSETS = {
    "half past": 30,
    "quarter past": 15,
    "quarter to": -15,
    "kwart over": 15,
    "kwart voor": -15,
    "half": -30,  # half tien is half past nine
}
_NAMED = {"noon": 720, "midday": 720, "midnight": 0, "middernacht": 0}


def _clock(p: str) -> str:
    return rf"""(?:
        (?P<{p}by>half\ past|quarter\ past|quarter\ to|kwart\ over|kwart\ voor)
            \s+(?P<{p}of>[0-9]{{1,2}}|{_WORD})
      | (?P<{p}dutch>half)\s+(?P<{p}dutchof>{"|".join(_DUTCH)})
      | (?P<{p}named>{"|".join(_NAMED)})
      | (?P<{p}hour>[0-9]{{1,2}}|(?P<{p}word>{_WORD}))
            (?:[:.hu](?P<{p}minute>[0-5][0-9]))?
            (?P<{p}unit>\s*(?:o'clock|uur|u|h)(?![a-z0-9]))?
            (?:\s?(?P<{p}half>[ap])\.?m(?![a-z])\.?)?
    )"""


_RANGE = re.compile(
    rf"""(?<![a-z0-9.,:/@#&-])
    (?:(?P<between>between|tussen)\s+|(?P<from>from|van)\s+)?
    {_clock("a")}
    (?:\s*[-–—]\s*|\s+(?:to|till|until|tot|t/m)\s+|(?P<and>\s+(?:and|en)\s+))
    {_clock("b")}
    (?![a-z0-9:/]|[.,][0-9]|-[0-9])""",
    re.VERBOSE,
)
_START = re.compile(
    rf"""(?<![a-z0-9.,:/@#&-])
    (?:(?:from|at|om|vanaf)\s+|^\s*(?=[0-9]{{1,2}}[:.][0-9]{{2}}\s))
    {_clock("a")}(?![a-z0-9:/]|[.,][0-9])""",
    re.VERBOSE,
)


class Range(NamedTuple):
    """From when to when, on the clock; an end at or before the start is next day."""

    span: Span
    starts: time
    ends: time
    seconds: int


class _Clock(NamedTuple):
    """Minutes since midnight; `is_sure` says that it can be no other half of the day."""

    minutes: int
    is_sure: bool


class Mention(NamedTuple):
    """A range as it stands in the line, not yet made sense of.

    `is_plain` ones are two bare numbers: a range such as 9-12, a date, or neither.
    """

    span: Span
    found: re.Match[str]
    is_plain: bool


def ranges(reading: Reading) -> list[Mention]:
    """Return what is written as a range."""
    mention = []
    for found in _RANGE.finditer(reading.left):
        is_between = bool(found["between"])
        if is_between == bool(found["and"]) and _are_hours(found):
            is_plain = not found["from"] and not is_between
            is_plain = is_plain and _is_bare(found, "a") and _is_bare(found, "b")
            mention.append(Mention(Span(*found.span()), found, is_plain))
    return mention


def _are_hours(found: re.Match[str]) -> bool:
    return all(
        _hour(found, p) <= (24 if p == "b" else 23) for p in ("a", "b")
    ) and not (found["bhour"] == "24" and found["bminute"] not in (None, "00"))


def _hour(found: re.Match[str], p: str) -> int:
    hour = found[f"{p}hour"] or found[f"{p}of"] or "0"
    return NUMBERS.get(hour) or int(hour)


def _is_bare(found: re.Match[str], p: str) -> bool:
    marks = ("by", "dutch", "named", "minute", "unit", "half")
    return not any(found[f"{p}{name}"] for name in marks)


def settled(reading: Reading, mention: Mention) -> Range:
    """Return the range as it must be meant; raise `NotUnderstood` where it cannot."""
    found = mention.found
    start, end = _minutes(found, "a"), _minutes(found, "b")
    start, end = _halves(found, start, end)
    excerpt = reading.excerpt(mention.span)
    if not start.is_sure and 60 <= start.minutes < 7 * 60 and end.minutes < 13 * 60:
        raise NotUnderstood(
            "This can be in the night or in the afternoon",
            value=excerpt,
            fix="Write 13:00-15:00 for the afternoon, 01:00-03:00 for the night.",
        )
    begun, ended = start.minutes, end.minutes
    if ended < begun < min(ended + _HALF_DAY, 13 * 60) and not end.is_sure:
        ended += _HALF_DAY
    if ended < begun and begun >= _HALF_DAY and ended + _DAY - begun <= _HALF_DAY:
        ended += _DAY
    if ended <= begun:
        raise NotUnderstood(
            "This ends before it starts",
            value=excerpt,
            fix="Write the start first, both as on a clock of 24 hours: 9:00-17:30.",
        )
    return Range(mention.span, _time(begun), _time(ended), (ended - begun) * 60)


def _minutes(found: re.Match[str], p: str) -> _Clock:
    if named := found[f"{p}named"]:
        midnight = _DAY if p == "b" else 0
        return _Clock(_NAMED[named] or midnight, is_sure=True)
    if dutch := found[f"{p}dutchof"]:
        return _Clock((NUMBERS[dutch] * 60 - 30) % _HALF_DAY, is_sure=False)
    hour = _hour(found, p)
    if by := found[f"{p}by"]:
        return _Clock(hour * 60 + _OFFSETS[by], is_sure=hour > 12)
    is_sure = hour > 12 or (found[f"{p}hour"] or "").startswith("0")
    minutes = hour * 60 + int(found[f"{p}minute"] or 0)
    if half := found[f"{p}half"]:
        return _Clock(minutes % _HALF_DAY + _HALF_DAY * (half == "p"), is_sure=True)
    return _Clock(minutes, is_sure=is_sure)


def _halves(found: re.Match[str], start: _Clock, end: _Clock) -> tuple[_Clock, _Clock]:
    """Let the half of the day that stands behind the end hold for the start too.

    Unless it would then come after the end: 11-1pm begins before noon.
    """
    if not found["bhalf"] or start.is_sure or start.minutes > _HALF_DAY + 59:
        return start, end
    morning = start.minutes % _HALF_DAY
    same = morning + _HALF_DAY * (found["bhalf"] == "p")
    return _Clock(same if same < end.minutes else morning, is_sure=True), end


def _time(minutes: int) -> time:
    return time(minutes % _DAY // 60, minutes % 60)


def start_of(reading: Reading) -> tuple[Span, time] | None:
    """Return when something began, where the line says "from 9:30" or "om 9 uur"."""
    for found in _START.finditer(reading.left):
        mention = _minutes(found, "a")
        if _hour(found, "a") > 23 or (not mention.is_sure and mention.minutes < 7 * 60):
            continue
        return Span(*found.span()), _time(mention.minutes)
    return None
