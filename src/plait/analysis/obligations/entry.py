"""Whether gross income brings Making Tax Digital, and from when on.

What counts is all that came in over a tax year for roles on one's own account and for
property together: turnover and rent before any cost. Strictly more than the threshold
is in: 50,000.00 is not, 50,000.01 is.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.days import year_of
from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.receipts import Receipts
from plait.domain.period import Period
from plait.reference.obligations.kinds import Entry, Step
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """How the gross income of a tax year stands to its step.

    `is_over` says whether the year has ended; `is_whole` is False where payments are
    known for a part of it only.
    """

    rule: Rule
    step: Step
    year: Period
    figure: Decimal
    status: LimitStatus
    roles: tuple[int, ...]
    is_over: bool
    is_whole: bool


def entry_statuses(receipts: Receipts, pack: Pack, on: date) -> tuple[EntryStatus, ...]:
    """Return each step whose tax year has begun, the oldest first."""
    return tuple(
        _entering(rule, how, step, receipts, pack=pack, on=on)
        for rule, how in pack.of_kind(Entry)
        for step in how.steps
        if step.year_from <= on
    )


def enters_on(steps: tuple[EntryStatus, ...]) -> date | None:
    """Return the first day of the obligation, None where no threshold was passed."""
    passed = (one.step.starts for one in steps if one.status is LimitStatus.OVER)
    return min(passed, default=None)


def limit_status(figure: Decimal, limit: Decimal, near: Decimal) -> LimitStatus:
    """Return how a figure stands to a limit that must not be passed."""
    if figure > limit:
        return LimitStatus.OVER
    return LimitStatus.NEAR if figure >= limit * near else LimitStatus.WITHIN


def _entering(
    rule: Rule, how: Entry, step: Step, receipts: Receipts, *, pack: Pack, on: date
) -> EntryStatus:
    year = year_of(step.year_from, pack.year_starts)
    figure = receipts.within(year)
    stand = limit_status(figure, step.over, how.near)
    known_from = receipts.known_from
    if known_from is None or (year.end and known_from >= year.end):
        stand = LimitStatus.UNKNOWN
    return EntryStatus(
        rule=rule,
        step=step,
        year=year,
        figure=figure,
        status=stand,
        roles=receipts.roles_within(year),
        is_over=on not in year,
        is_whole=known_from is not None and known_from <= year.start,
    )
