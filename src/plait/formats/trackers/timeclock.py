"""hledger's timeclock: a line when the clock is started and one when it is stopped."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.source import Options, Source
from plait.formats.trackers import clock, plain_logs
from plait.formats.trackers.plain_logs import at_gap, named, without_remark
from plait.formats.trackers.stretch import stretch
from plait.formats.trackers.tracked import still_running
from plait.formats.values import BadValue

NAME = "timeclock"
LABEL = "hledger timeclock"

# A zone may stand behind the time; hledger leaves it aside, and so do we.
_ENTRY = re.compile(
    r"(?P<code>[ioO])\s+(?P<on>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[ \tT]+"
    r"(?P<at>\d{1,2}:\d\d(?::\d\d)?)(?:\s*[+-]\d{4})?\s*(?P<rest>(?:(?<=\s)|;).*)?"
)
_BEGUN = re.compile(r"[ioO]\s+\S")
# Hours required and balances, which timeclock.el keeps in the same file.
_OTHER = re.compile(r"[hb]\s+\d")
_COMMENTS = (";", "#", "*")
_STARTED = "i"
_MOST_RUNNING = 100  # clocks at once; a file made to hurt may never stop one


def recognise(source: Source) -> bool:
    """Return whether the clock is started in it and most lines are of the clock."""
    content = [text for text in plain_logs.beginning(source) if not _is_aside(text)]
    entries = [found for text in content if (found := _ENTRY.fullmatch(text.strip()))]
    is_started = any(found["code"] == _STARTED for found in entries)
    return is_started and 2 * len(entries) >= len(content)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per stop of the clock; times are in `options.timezone`.

    What is never stopped is a problem: when it ended is not guessed.
    """
    reader = _Reader(options)
    yield from plain_logs.convert(plain_logs.lines(source), reader.read_line)
    for open_ in reader.open:
        if open_ is not None:
            yield plain_logs.problem(open_.line, still_running(_clock_text(open_.at)))


class _Open(NamedTuple):
    """A start that waits for its stop."""

    line: int
    at: datetime
    account: str
    text: str


class _Reader:
    """The clocks that run, the one started last at the end.

    None stands for one whose start could not be read: the stop that follows is its.
    """

    def __init__(self, options: Options) -> None:
        self.today: date = options.today
        self.zone = options.timezone
        self.open: list[_Open | None] = []

    def read_line(self, number: int, text: str) -> Iterator[TimeLine]:
        """Yield the entry that a line completes, if it does."""
        line = text.rstrip()
        if _is_aside(line) or _OTHER.match(line):
            return
        found = _ENTRY.fullmatch(line)
        try:
            at = self._instant(line, found)
        except BadValue:
            self._settle_unread(line)
            raise
        content, remark = without_remark((found and found["rest"]) or "")
        if line.startswith(_STARTED):
            account, text = at_gap(content)
            self.open.append(_Open(number, at, account, text or remark))
        else:
            yield from self._stopped(at, content, remark)

    def _instant(self, line: str, found: re.Match[str] | None) -> datetime:
        if found is None:
            raise BadValue(
                "This is no line of a timeclock file",
                value=line,
                fix="Write i or o, the date, the time, and for i the account.",
            )
        day = clock.day(found["on"], self.today)
        return datetime.combine(day, clock.time_of_day(found["at"], self.zone))

    def _settle_unread(self, line: str) -> None:
        """Keep later lines paired as they were meant, whatever this one holds."""
        if _BEGUN.match(line) and line.startswith(_STARTED):
            self.open.append(None)
        elif _BEGUN.match(line) and self.open:
            self.open.pop()

    def _stopped(self, at: datetime, content: str, remark: str) -> Iterator[TimeLine]:
        if not self.open:
            raise BadValue(
                "The clock is stopped here, but it was not started",
                value=_clock_text(at),
                fix="Add the line that started it, or remove this one.",
            )
        begun = self.open.pop(self._meant(at_gap(content)[0]))
        if begun is None:
            return
        seconds, start, end = stretch(begun.at, at, None)
        if seconds:
            text = begun.text or content or remark
            names = named(begun.account)
            yield TimeLine(begun.line, start.date(), seconds, start, end, *names, text)

    def _meant(self, account: str) -> int:
        """Return which clock a stop means: that of its account, else the last."""
        last = len(self.open) - 1
        latest = range(last, max(-1, last - _MOST_RUNNING), -1) if account else ()
        return next((n for n in latest if _is_of(self.open[n], account)), last)


def _is_of(begun: _Open | None, account: str) -> bool:
    return begun is not None and begun.account == account


def _clock_text(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _is_aside(text: str) -> bool:
    return not text.strip() or text.startswith(_COMMENTS)
