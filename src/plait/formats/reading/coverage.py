"""What a file covers of accounts, trackers and calendars, learned while it is read.

A statement may name its days and balances (`StatementPeriod`); of every other file
the first and last line say which days it covers. A calendar is known until the day
it was exported, whatever lies ahead in it. Lines of Plait's own export are left out:
its book file says what the files they came from covered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.known import KnownKind, Statement
from plait.domain.records import (
    BankLine,
    EventLine,
    Line,
    StatementPeriod,
    TimeLine,
)


class Covered(NamedTuple):
    """One stretch of days that a file covers, by its kind and name."""

    kind: KnownKind
    name: str
    days: Statement


@dataclass
class _Lines:
    """Lines between two statements: their first and last day, and their sum."""

    first: date | None = None
    last: date | None = None
    minor: int = 0

    def add(self, on: date, minor: int = 0) -> None:
        if self.first is None or on < self.first:
            self.first = on
        if self.last is None or on > self.last:
            self.last = on
        self.minor += minor


@dataclass
class _OfAccount:
    """What a file tells of one account in one currency, in its order."""

    lines: list[_Lines] = field(default_factory=lambda: [_Lines()])
    periods: list[StatementPeriod] = field(default_factory=list)


class CoverageWatch:
    """Watches the lines of one file and says which days they cover.

    `source` is the format's name, `today` the day the file is read: no statement is
    known beyond it.
    """

    def __init__(self, source: str, today: date) -> None:
        self.source = source
        self.today = today
        self._accounts: dict[tuple[str, str], _OfAccount] = {}
        self._time = _Lines()
        self._calendars: dict[str, _Lines] = {}

    def watch(self, lines: Iterable[Line | Problem]) -> Iterator[Line | Problem]:
        """Yield every line as it is, and learn from it."""
        learn = {
            BankLine: self._pay,
            TimeLine: self._work,
            EventLine: self._meet,
            StatementPeriod: self._close,
        }
        for line in lines:
            if from_line := learn.get(type(line)):
                from_line(line)  # type: ignore[operator]  # each takes its own kind
            yield line

    def covered(self) -> list[Covered]:
        """Return what the lines so far cover."""
        found = [
            Covered(KnownKind.ACCOUNT, account, days)
            for (account, currency), mine in self._accounts.items()
            for days in self._statements(mine, currency)
        ]
        if self._time.first and self._time.last:
            days = Statement(self._time.first, self._time.last, source=self.source)
            found.append(Covered(KnownKind.TRACKER, self.source, days))
        for name, lines in self._calendars.items():
            first = min(lines.first or self.today, self.today)
            days = Statement(first, self.today, source=self.source)
            found.append(Covered(KnownKind.CALENDAR, name, days))
        return found

    def _pay(self, line: BankLine) -> None:
        if line.fingerprint is None:
            # Looked up for each line: one of a hundred thousand is quickly found.
            mine = self._accounts.get((line.account, line.currency))
            lines = (mine or self._of(line.account, line.currency)).lines[-1]
            lines.add(line.booked_on, line.amount_minor)

    def _work(self, line: TimeLine) -> None:
        if line.fingerprint is None:
            self._time.add(line.on)

    def _meet(self, line: EventLine) -> None:
        if line.fingerprint is None:
            on = line.on or line.starts_at.date()
            self._calendars.setdefault(line.calendar, _Lines()).add(on)

    def _close(self, period: StatementPeriod) -> None:
        mine = self._of(period.account, period.currency)
        mine.periods.append(period)
        mine.lines.append(_Lines())

    def _of(self, account: str, currency: str) -> _OfAccount:
        return self._accounts.setdefault((account, currency), _OfAccount())

    def _statements(self, mine: _OfAccount, currency: str) -> Iterator[Statement]:
        if not mine.periods:
            yield from self._by_lines(mine.lines[0], currency)
            return
        lines, rest = _lines_of_each(mine)
        for period, own in zip(mine.periods, lines, strict=True):
            yield from self._stated(period, own, currency)
        yield from self._by_lines(rest, currency)

    def _by_lines(self, lines: _Lines, currency: str) -> Iterator[Statement]:
        if lines.first and lines.last:
            last = max(lines.first, min(lines.last, self.today))
            yield Statement(lines.first, last, currency=currency, source=self.source)

    def _stated(
        self, period: StatementPeriod, lines: _Lines, currency: str
    ) -> Iterator[Statement]:
        ends = period.ends_on or lines.last
        starts = period.starts_on or lines.first or ends
        if ends is None or starts is None:
            return
        if lines.last and lines.last > ends:
            ends = lines.last
        # A period that is not over when it is exported is not known to its end.
        ends = min(ends, self.today)
        yield Statement(
            starts_on=min(starts, lines.first or starts, ends),
            ends_on=ends,
            is_stated=None not in {period.starts_on, period.ends_on},
            opening_minor=_opening(period, lines),
            closing_minor=period.closing_minor,
            lines_minor=lines.minor,
            currency=currency,
            source=self.source,
        )


def _opening(period: StatementPeriod, lines: _Lines) -> int | None:
    """Return the opening balance; of a statement with a closing one only, by its lines."""
    if period.opening_minor is None and period.closing_minor is not None:
        return period.closing_minor - lines.minor
    return period.opening_minor


def _lines_of_each(mine: _OfAccount) -> tuple[list[_Lines], _Lines]:
    """Return the lines of each statement, and those that belong to none.

    A reader tells a statement's days before its lines or after them; which of the
    two it was shows in the balances, or in there being lines at that end.
    """
    after, before = mine.lines[:-1], mine.lines[1:]
    wrong_after = _n_wrong(mine.periods, after)
    wrong_before = _n_wrong(mine.periods, before)
    is_before = wrong_before < wrong_after or (
        wrong_before == wrong_after
        and mine.lines[0].first is None
        and mine.lines[-1].first is not None
    )
    return (before, mine.lines[0]) if is_before else (after, mine.lines[-1])


def _n_wrong(periods: list[StatementPeriod], lines: list[_Lines]) -> int:
    return sum(
        one.opening_minor + mine.minor != one.closing_minor
        for one, mine in zip(periods, lines, strict=True)
        if one.opening_minor is not None and one.closing_minor is not None
    )
