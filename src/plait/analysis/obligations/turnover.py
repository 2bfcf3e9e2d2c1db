"""Turnover of a calendar year against the limit of a small-business scheme."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.entry import limit_status
from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.receipts import Receipts
from plait.domain.period import Period
from plait.reference.obligations.kinds import Turnover
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class TurnoverStatus:
    """Turnover so far this year; `passed_on` is the day of the payment that passed it.

    `last_year` is the turnover of the year before, None where it is not known whole:
    who was above the limit then is not in the scheme.
    """

    rule: Rule
    year: int
    limit: Decimal
    figure: Decimal
    status: LimitStatus
    passed_on: date | None
    last_year: Decimal | None
    roles: tuple[int, ...]

    @property
    def may_be_used(self) -> bool:
        """Whether the scheme may be this person's: not above the limit last year."""
        return self.last_year is None or self.last_year <= self.limit


def turnover(receipts: Receipts, pack: Pack, on: date) -> TurnoverStatus | None:
    """Return the status of the year's turnover, None where the pack has no such limit."""
    this_year, last_year = (
        Period(date(year, 1, 1), date(year + 1, 1, 1))
        for year in (on.year, on.year - 1)
    )
    for rule, how in pack.of_kind(Turnover):
        figure = receipts.within(this_year)
        from_on = receipts.known_from
        is_known = from_on is not None
        is_whole = receipts.is_whole(last_year)
        return TurnoverStatus(
            rule=rule,
            year=on.year,
            limit=how.limit,
            figure=figure,
            status=limit_status(figure, how.limit, how.near)
            if is_known
            else LimitStatus.UNKNOWN,
            passed_on=_passed_on(receipts, this_year, how.limit),
            last_year=receipts.within(last_year) if is_whole else None,
            roles=receipts.roles_within(this_year),
        )
    return None


def _passed_on(receipts: Receipts, year: Period, limit: Decimal) -> date | None:
    reached = Decimal(0)
    for one in receipts.of(year):
        reached += one.amount
        if reached > limit:
            return one.on
    return None
