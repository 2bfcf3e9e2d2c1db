"""Until when the records are known: each account, tracker and calendar by itself.

After the last day known nothing is missing, late, short or zero: it is not known.
Days are inclusive here, as statements name them; a gap is a period like any other,
without its end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise

from plait.domain.period import Period

_DAY = timedelta(days=1)
# A bank writes no statement over a long weekend.
_NO_STATEMENT_DAYS = 4
# Where only lines say which days a file covers, days without any are not yet a gap.
_LEAST_GAP_DAYS = 10
_LONGER_THAN_USUAL = 1.5
_LOG_IS_KEPT_DAYS = 7
ENTERED = "by hand"
"""The source of what the person says of their own entries; no format is called so."""


class KnownKind(StrEnum):
    """What is known until a day."""

    ACCOUNT = "account"
    TRACKER = "tracker"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one file or statement covers of an account, a tracker or a calendar.

    `starts_on` and `ends_on` are the first and last day covered: as the statement
    names them (`is_stated`), or those of its first and last line. Amounts are in
    minor units of `currency`, None where the file has none; `lines_minor` is the sum
    of the lines as they were read.
    """

    starts_on: date
    ends_on: date
    is_stated: bool = False
    opening_minor: int | None = None
    closing_minor: int | None = None
    lines_minor: int | None = None
    currency: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Jump:
    """A balance that does not follow from the one before it.

    `expected_minor` is what the statement that ended on `since` closed with (or, for
    one statement alone, what its opening balance and lines come to); `found_minor` is
    what stands on `on`.
    """

    since: date
    on: date
    expected_minor: int
    found_minor: int
    currency: str
    is_within: bool = False

    @property
    def difference_minor(self) -> int:
        """How much more is found than follows; negative where it is less."""
        return self.found_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class Known:
    """An account, tracker or calendar and the days it is known for.

    `name` is how its files name it, "" where they do not; `label` what the person
    calls it. `until` is the last day known; of money by hand (`is_by_hand`) that
    of the last entry, or a later one that the person says. `gaps` are days between
    files that none covers, `jumps` balances that do not follow, of `n_balances` that were checked. `last_by_role` is
    the day of each role's last record in it, of payments the last income.
    """

    kind: KnownKind
    name: str
    label: str
    starts_on: date
    until: date
    gaps: tuple[Period, ...] = ()
    jumps: tuple[Jump, ...] = ()
    n_balances: int = 0
    is_by_hand: bool = False
    last_by_role: tuple[tuple[int, date], ...] = ()

    def last_of(self, role: int) -> date | None:
        """Return the day of the role's last record in it, None without any."""
        return dict(self.last_by_role).get(role)


def until_by_hand(last: date, on: date) -> date:
    """Return until when hours are known that the person logs by hand.

    Who logged something in the last seven days keeps the log: days without an entry
    are days without hours. After that it is known as far as the last entry.
    """
    return on if (on - last).days <= _LOG_IS_KEPT_DAYS else last


def gaps_of(
    statements: Iterable[Statement], usual_days: float = 0.0
) -> tuple[Period, ...]:
    """Return the days between statements that none of them covers.

    `usual_days` is how many days usually lie between two lines. Days between two
    equal balances are no gap: nothing happened there.
    """
    found = []
    covered: Statement | None = None
    for one in _in_order(statements):
        if covered is not None and one.starts_on > covered.ends_on + _DAY:
            between = Period(covered.ends_on + _DAY, one.starts_on)
            if _is_gap(covered, one, usual_days):
                found.append(between)
        if covered is None or one.ends_on >= covered.ends_on:
            covered = one
    return tuple(found)


def _is_gap(before: Statement, after: Statement, usual_days: float) -> bool:
    days = (after.starts_on - before.ends_on).days - 1
    closed, opened = before.closing_minor, after.opening_minor
    if closed is not None and opened is not None and _same_currency(before, after):
        return closed != opened
    if before.is_stated and after.is_stated:
        return days > _NO_STATEMENT_DAYS
    return days > max(_LEAST_GAP_DAYS, _LONGER_THAN_USUAL * usual_days)


def jumps_of(statements: Iterable[Statement]) -> tuple[Jump, ...]:
    """Return the balances of an account that do not follow, in order of days."""
    by_currency: dict[str, list[Statement]] = {}
    for one in _in_order(statements):
        by_currency.setdefault(one.currency, []).append(one)
    jumps = [
        jump
        for each in map(_chained, by_currency.values())
        for jump in (*_within(each), *_between(each))
    ]
    return tuple(sorted(jumps, key=lambda jump: (jump.on, jump.since)))


def n_balances(statements: Iterable[Statement]) -> int:
    """Return how many closing balances there were to check."""
    return sum(one.closing_minor is not None for one in set(statements))


def _within(statements: Sequence[Statement]) -> Iterable[Jump]:
    for one in statements:
        opened, closed, lines = one.opening_minor, one.closing_minor, one.lines_minor
        if opened is None or closed is None or lines is None:
            continue
        if opened + lines != closed:
            yield Jump(
                one.starts_on,
                one.ends_on,
                opened + lines,
                closed,
                one.currency,
                is_within=True,
            )


def _between(statements: Sequence[Statement]) -> Iterable[Jump]:
    for before, after in pairwise(statements):
        closed, opened = before.closing_minor, after.opening_minor
        if closed is None or opened is None or closed == opened:
            continue
        # Days in between are a gap, and one that overlaps opens in its middle.
        if (after.starts_on - before.ends_on).days in {0, 1}:
            yield Jump(before.ends_on, after.starts_on, closed, opened, after.currency)


def _chained(statements: list[Statement]) -> list[Statement]:
    """Return statements of the same days so that each opens with the last balance."""
    chain: list[Statement] = []
    for _, group in groupby(statements, key=lambda one: (one.starts_on, one.ends_on)):
        rest = list(group)
        while rest:
            last = chain[-1].closing_minor if chain else None
            closings = {one.closing_minor for one in rest}
            fits = [one for one in rest if one.opening_minor == last]
            fits += [one for one in rest if one.opening_minor not in closings]
            chain.append((fits or rest)[0])
            rest.remove(chain[-1])
    return chain


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return each statement once, by its days; equal ones came in two files."""
    each = dict.fromkeys(statements)
    return sorted(each, key=lambda one: (one.starts_on, one.ends_on))


def _same_currency(one: Statement, other: Statement) -> bool:
    return one.currency == other.currency
