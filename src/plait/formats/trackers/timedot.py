"""hledger's timedot: days with accounts below them, a dot for each quarter hour."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.source import Options, Source
from plait.formats.trackers import clock, plain_logs
from plait.formats.trackers.plain_logs import at_gap, named, without_remark
from plait.formats.trackers.stretch import not_too_long
from plait.formats.values import BadValue

NAME = "timedot"
LABEL = "hledger timedot"

_FIRST = 200  # lines among which a day with an account must stand
_QUARTER = 900
_UNITS = {
    "s": 1,
    "m": 60,
    "": 3600,
    "h": 3600,
    "d": 24 * 3600,
    "w": 7 * 24 * 3600,
    "mo": 30 * 24 * 3600,
    "y": 365 * 24 * 3600,
}
_DOTS = re.compile(r"\.[. ]*")
_NUMBER = re.compile(r"(\d{1,9}(?:[.,]\d{0,9})?|[.,]\d{1,9})\s*(s|mo|m|h|d|w|y)?")
_LETTERS = re.compile(r"[a-zA-Z]+")
_DAY = re.compile(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:\s+(.*))?")
_YEARLESS = re.compile(r"\d{1,2}[-/.]\d{1,2}(?:\s.*)?")
_COMMENTS = (";", "#")
_BEFORE_TEXT = re.compile(
    r"(?:(?:[*!]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"(?:\s+|$))+",
    re.IGNORECASE,
)


def recognise(source: Source) -> bool:
    """Return whether a day comes first and an account with its time below it.

    A journal of money also has days with accounts below; these stand indented, and
    none has dots.
    """
    content = [
        text.rstrip()
        for text in plain_logs.beginning(source, _FIRST)
        if _is_content(text)
    ]
    if not content or not _DAY.fullmatch(_bare(content[0])):
        return False
    return any(
        _is_account_with_time(text)
        for text in content
        if not _DAY.fullmatch(_bare(text))
    )


def _is_content(text: str) -> bool:
    """Return whether a line is more than a remark, or a headline without a day."""
    if not text.strip() or text.startswith(_COMMENTS):
        return False
    return not text.startswith("*") or bool(_DAY.fullmatch(_bare(text)))


def _is_account_with_time(text: str) -> bool:
    amount = at_gap(without_remark(text)[0])[1]
    is_indented = text.startswith((" ", "\t"))
    return bool(_DOTS.fullmatch(amount)) or (
        not is_indented and bool(_NUMBER.fullmatch(amount))
    )


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per account of a day; of letters, one for each letter."""
    reader = _Reader(options.today)
    return plain_logs.convert(plain_logs.lines(source), reader.read_line)


class _Reader:
    """The day that lines stand under, and what was written beside it."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.on: date | None = None
        self.text = ""
        self.is_day_known = True

    def read_line(self, number: int, text: str) -> Iterator[TimeLine]:
        """Yield the entries of a line; none for a day, a remark or a headline."""
        if not text.strip() or text.startswith(_COMMENTS):
            return
        line = _bare(text)
        if found := _DAY.fullmatch(line):
            self._begin(found)
        elif _YEARLESS.fullmatch(line):
            self.is_day_known = False
            raise BadValue(
                "The year is missing in this date; the lines below it were left out",
                value=line,
                fix="Write the date as 2024-03-04.",
            )
        elif self.is_day_known:
            yield from self._entries(number, line)

    def _begin(self, found: re.Match[str]) -> None:
        content, remark = without_remark(found[2] or "")
        self.is_day_known = False
        self.on = clock.day(found[1], self.today)
        self.is_day_known = True
        before = _BEFORE_TEXT.match(content)
        self.text = content[before.end() if before else 0 :] or remark

    def _entries(self, number: int, line: str) -> Iterator[TimeLine]:
        content, remark = without_remark(line)
        account, amount = at_gap(content)
        if not amount:
            _refuse_one_space(content)
            return
        if self.on is None:
            raise BadValue(
                "This line stands before the first day",
                value=line,
                fix="Write the day on a line above it.",
            )
        text = remark or self.text
        for seconds, tag in _amounts(amount):
            if whole := not_too_long(seconds):
                names = (*named(account), text, tag)
                yield TimeLine(number, self.on, whole, None, None, *names)


def _bare(text: str) -> str:
    """Return the line without the stars that an outline has before each."""
    line = text.strip()
    below = line.lstrip("*")
    return below.lstrip() if line != below and below[:1].isspace() else line


def _amounts(text: str) -> list[tuple[int, str]]:
    """Return seconds and tag of what stands behind an account.

    >>> _amounts(".... .."), _amounts("1.5"), _amounts("45m"), _amounts("aab")
    ([(5400, '')], [(5400, '')], [(2700, '')], [(1800, 'a'), (900, 'b')])
    """
    if _DOTS.fullmatch(text):
        return [(text.count(".") * _QUARTER, "")]
    if found := _NUMBER.fullmatch(text):
        number = Decimal(found[1].replace(",", "."))
        seconds = number * _UNITS[found[2] or ""]
        return [(int(seconds.to_integral_value(rounding=ROUND_HALF_UP)), "")]
    if _LETTERS.fullmatch(text):
        return [(text.count(tag) * _QUARTER, tag) for tag in dict.fromkeys(text)]
    raise BadValue(
        "This is not an amount of time",
        value=text,
        fix="Write a dot for each quarter hour, or hours such as 1.5, or 90m.",
    )


def _refuse_one_space(content: str) -> None:
    """Refuse a time that hledger would take for a part of the account's name."""
    account, _, time = content.strip().rpartition(" ")
    dots = content.strip().rstrip(". ")
    if (account and _NUMBER.fullmatch(time)) or (
        dots and content.strip()[len(dots) :].startswith(" .")
    ):
        raise BadValue(
            "Two spaces must stand between the account and its time",
            value=content,
            fix="Put another space before the time.",
        )
