"""Days away in a line of one's own: "holiday 24 dec - 2 jan", "ziek gisteren", "vrij vrijdag".

Leave is mostly still to come and sickness was: Friday is the next one for the one, the
last one for the other. A date without its year is of the coming twelve months, or of
the last two.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plait.domain.availability import AbsenceKind
from plait.domain.period import Period, monday_of
from plait.domain.typed_lines import TypedLeave
from plait.formats.quick_entry.day_mentions import Mention, mentions
from plait.formats.quick_entry.day_words import (
    LAST,
    MONTH,
    NEXT,
    TH,
    THIS,
    WEEKDAYS,
    any_of,
)
from plait.formats.quick_entry.days import day_meant
from plait.formats.quick_entry.durations import lengths
from plait.formats.quick_entry.names import Named
from plait.formats.quick_entry.roles import NoRoleNamed, roles_of
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span, plain

_DAY = timedelta(days=1)
_BACK = timedelta(days=61)  # two months
_LONGEST = timedelta(days=184)
_KINDS = {
    AbsenceKind.PARENTAL: r"(?:parental|maternity|paternity)\s+leave|ouderschapsverlof"
    r"|zwangerschapsverlof|bevallingsverlof|geboorteverlof",
    AbsenceKind.SICKNESS: r"(?:off\s+|called\s+in\s+|called\s+)?sick(?:\s+(?:leave|day))?"
    r"|ill|ziek(?:\s*gemeld|te(?:verlof)?)?",
    AbsenceKind.LEAVE: r"(?:on\s+)?(?:annual\s+)?leave|(?:on\s+)?holidays?"
    r"|(?:on\s+)?vacation|days?\s+off|(?:took|taking|take)\s+off|off|(?:op\s+)?vakantie"
    r"|verlof|vrije\s+dag(?:en)?|snipperdag(?:en)?|vrij(?:\s+genomen)?",
}
_WORDS = [
    (kind, re.compile(rf"(?<![\w'-])(?:{pattern})(?![\w'-])"))
    for kind, pattern in _KINDS.items()
]
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|till|until|through|tot(?:\s+en\s+met)?|t/m)\s+)"
_JOINED = re.compile(_TO)
# The 24th of "24-28 dec": a number that has its month behind the second one.
_FIRST = re.compile(
    rf"(?<![\w./-])(?P<d>[0-9]{{1,2}})(?:{TH}|e)?(?={_TO}[0-9]{{1,2}}(?:{TH}|e|\.)?"
    rf"(?:\ of)?[ -](?:{MONTH})(?![a-z]))"
)
_WEEK = re.compile(
    rf"(?<![\w'-])(?:(?P<this>{any_of(THIS)})|(?P<next>{any_of(NEXT)})"
    rf"|(?P<last>{any_of(LAST)}))\s+week(?![\w'-])"
)
_SINCE = re.compile(r"(?:^|\s)(?:since|sinds|vanaf)\s*$")
_SMALL = re.compile(
    r"^(?:(?:from|van|since|sinds|vanaf|on|op|in|for|voor|the|de|i|ik|am|was|ben|we)"
    r"(?:\s+|$))+|(?:^|\s+)(?:from|van|on|op|for|voor|bij|at|i|ik)$"
)


_LIKE_A_DAY = re.compile(rf"[0-9]|(?<![a-z])(?:{any_of(WEEKDAYS)}|{MONTH})(?![a-z])")
_WEEKDAYS_JOINED = re.compile(
    rf"(?<!\w)({any_of(WEEKDAYS)})[-–]({any_of(WEEKDAYS)})(?!\w)", re.IGNORECASE
)
_NUMBERS_JOINED = re.compile(r"(?<=[0-9]/[0-9])([0-9]?)[-–](?=[0-9]{1,2}/[0-9])")


class _Setting(NamedTuple):
    reading: Reading
    today: date
    is_day_first: bool | None
    looks_back: bool


def leave_in(
    text: str,
    *,
    roles: Sequence[Named],
    today: date,
    is_day_first: bool | None = None,
) -> TypedLeave | None:
    """Return the days away that a line says, None where it is about something else."""
    reading = Reading(_spaced(text))
    found = _word(reading)
    if found is None:
        return None
    kind, span = found
    begins = reading.is_at_start(span)
    reading.take(span)
    took = lengths(reading.left)
    if len(took) > 1:
        return None
    for one in took:
        reading.take(one.span)
    looks_back = kind is AbsenceKind.SICKNESS
    setting = _Setting(reading, today, is_day_first, looks_back)
    period = _period(setting)
    role = _role(reading, roles)
    note = _trimmed(reading.rest())
    if note and (took or not begins):
        return None
    if _LIKE_A_DAY.search(plain(note)):
        raise NotUnderstood(
            "This may be a day, or what the leave is for",
            value=note,
            fix="Write the days such as 24 dec - 2 jan, or 2026-12-24 - 2027-01-02.",
        )
    return TypedLeave(
        kind,
        period or Period(today, today + _DAY),
        role,
        took[0].seconds if took else None,
        note,
        has_day=period is not None,
    )


def _spaced(text: str) -> str:
    """Return the line with room around a dash between two days: mon-wed, 24/12-2/1."""
    text = _WEEKDAYS_JOINED.sub(r"\1 - \2", text)
    return _NUMBERS_JOINED.sub(r"\1 - ", text)


def _word(reading: Reading) -> tuple[AbsenceKind, Span] | None:
    for kind, pattern in _WORDS:
        if found := pattern.search(reading.left):
            return kind, Span(*found.span())
    return None


def _role(reading: Reading, roles: Sequence[Named]) -> str:
    """Return the role that a line names by a whole word; days are off from all else."""
    if not re.search(r"[^\W_\x01]{2}", reading.left):
        return ""
    try:
        chosen = roles_of(reading, roles)
    except NoRoleNamed:
        return ""
    if chosen.span is None or len(chosen.keys) > 1:
        return ""
    reading.take(chosen.span)
    return chosen.keys[0]


def _period(setting: _Setting) -> Period | None:
    """Return the days that the line names, and take them; None where it names none."""
    reading = setting.reading
    if week := _WEEK.search(reading.left):
        reading.take(Span(*week.span()))
        weeks = 1 if week["next"] else -1 if week["last"] else 0
        monday = monday_of(setting.today) + timedelta(weeks=weeks)
        return Period(monday, monday + timedelta(days=7))
    begun = _FIRST.search(reading.left)
    if begun:
        reading.take(Span(*begun.span()))
    named = list(mentions(reading))
    if not named:
        return None
    _refuse_more(reading, named)
    last = _on(setting, named[-1])
    first = _on(setting, named[0])
    is_open = bool(_SINCE.search(reading.left[: named[0].span.start]))
    for one in named:
        reading.take(one.span)
    if begun:
        first = _with_day(reading, last, int(begun["d"]), begun)
        reading.take(Span(begun.end(), named[-1].span.start))
    elif len(named) > 1:
        reading.take(Span(named[0].span.end, named[1].span.start))
        while first > last and (named[1].found.groupdict().get("y") in (None, "")):
            last = _later(last, named[1])
    elif is_open and setting.looks_back:
        last = max(setting.today, first)
    return _checked(reading, first, last, named)


def _refuse_more(reading: Reading, named: Sequence[Mention]) -> None:
    """Refuse more days than a first and a last one with "to" or a dash between."""
    if len(named) == 1:
        return
    between = reading.left[named[0].span.end : named[1].span.start]
    if len(named) > 2 or not _JOINED.fullmatch(between):
        raise NotUnderstood(
            "There are several days in this line",
            value=reading.excerpt(*(one.span for one in named)),
            fix="Write the first and the last with a dash between, or each in a line"
            " of its own.",
        )


def _later(day: date, mention: Mention) -> date:
    if mention.kind.name in {"weekday", "last week"}:
        return day + timedelta(days=7)
    return _in_year(day, day.year + 1)


def _on(setting: _Setting, mention: Mention) -> date:
    """Return the day of a mention, the coming one unless it looks back."""
    reading, today, is_day_first, looks_back = setting
    on = day_meant(reading, mention, today, is_day_first=is_day_first)
    typed = mention.found.groupdict()
    if mention.kind.name in {"month", "numbers"} and not typed.get("y"):
        on = _in_year(on, today.year - 1)
        back = timedelta(days=366) if looks_back else _BACK
        while on < today - back:
            on = _in_year(on, on.year + 1)
        return on
    is_bare = not typed.get("which") or typed["which"] in {"on", "op"}
    if mention.kind.name == "weekday" and is_bare and not looks_back:
        return on if on >= today else on + timedelta(days=7)
    if mention.kind.name == "of month" and not looks_back and on < today:
        later = on.replace(day=1) + timedelta(days=31)
        return _with_day(reading, later, on.day, mention.found)
    return on


def _in_year(on: date, year: int) -> date:
    try:
        return on.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def _with_day(reading: Reading, on: date, day: int, found: re.Match[str]) -> date:
    try:
        return on.replace(day=day)
    except ValueError:
        raise NotUnderstood(
            "There is no such day",
            value=reading.excerpt(Span(*found.span())),
            fix="Look at the calendar and write the date again.",
        ) from None


def _checked(
    reading: Reading, first: date, last: date, named: Sequence[Mention]
) -> Period:
    if not first <= last < first + _LONGEST:
        raise NotUnderstood(
            "These days end before they begin, or only after half a year",
            value=f"{reading.excerpt(*(one.span for one in named))}: {first}, {last}",
            fix="Write both days with their year, such as 2026-12-24 - 2027-01-02.",
        )
    return Period(first, last + _DAY)


def _trimmed(text: str) -> str:
    before = ""
    while text != before:
        before, text = text, _SMALL.sub("", text.strip(" ,;:.-"))
    return text
