"""Turnover of a calendar year against the limits of a small-business scheme.

Turnover is what customers paid for what is taxed in the country: before costs and
platform fees, less what they got back. What is taxed abroad is no part of it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.entry import limit_status
from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.own_account import is_property
from plait.analysis.obligations.place import taxed_in
from plait.analysis.obligations.receipts import Receipts
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import Turnover
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class TurnoverStatus:
    """Turnover so far this year; `passed_on` is the day of the payment that passed it.

    The scheme ends with the payment that passes `ends_above`, on `ended_on`; one above
    `limit` and no more ends it with the year. `last_year` is the turnover of the year
    before, None where it is not known whole and not above the limit: who was above it then
    is not in the scheme. `abroad` names roles that are left out because they are taxed elsewhere.
    """

    rule: Rule
    year: int
    limit: Decimal
    ends_above: Decimal
    figure: Decimal
    status: LimitStatus
    passed_on: date | None
    ended_on: date | None
    last_year: Decimal | None
    roles: tuple[int, ...]
    abroad: tuple[str, ...]

    @property
    def may_be_used(self) -> bool:
        """Whether the scheme may be this person's: not above the limit last year."""
        return self.last_year is None or self.last_year <= self.limit


def turnover(
    receipts: Receipts, portfolio: Portfolio, own: tuple[int, ...], pack: Pack
) -> TurnoverStatus | None:
    """Return the status of the year's turnover, None where the pack has no such limit."""
    for rule, how in pack.of_kind(Turnover):
        if rule.is_in_force_on(portfolio.on):
            roles = taxable(portfolio, own, pack, with_property=how.counts_property)
            return _status(receipts, portfolio, (rule, how), own, roles, pack=pack)
    return None


def taxable(
    portfolio: Portfolio, own: tuple[int, ...], pack: Pack, *, with_property: bool
) -> tuple[int, ...]:
    """Return the roles whose receipts are turnover in the pack's country."""
    here = taxed_in(portfolio, own, pack)
    return tuple(
        i for i in here if with_property or not is_property(portfolio.roles[i])
    )


def abroad(
    receipts: Receipts, portfolio: Portfolio, own: tuple[int, ...], pack: Pack
) -> tuple[str, ...]:
    """Return the names of roles that anything came in for and are taxed elsewhere."""
    here = taxed_in(portfolio, own, pack)
    paid = receipts.roles_within(Period(date.min))
    return tuple(portfolio.roles[i].name for i in paid if i not in here)


def _status(
    receipts: Receipts,
    portfolio: Portfolio,
    of: tuple[Rule, Turnover],
    own: tuple[int, ...],
    roles: tuple[int, ...],
    *,
    pack: Pack,
) -> TurnoverStatus:
    (rule, how), year = of, portfolio.on.year
    this_year, last_year = _calendar(year), _calendar(year - 1)
    ends_above = how.limit if how.ends_above is None else how.ends_above
    if how.first_year_at_limit and _began_in(portfolio, own, this_year):
        ends_above = how.limit
    figure = receipts.within(this_year, roles)
    status = limit_status(figure, how.limit, how.near)
    before = receipts.within(last_year, roles)
    # What is known of a year in part may be above the limit already.
    is_known = receipts.is_whole(last_year) or before > how.limit
    return TurnoverStatus(
        rule=rule,
        year=year,
        limit=how.limit,
        ends_above=ends_above,
        figure=figure,
        status=status if receipts.known_from else LimitStatus.UNKNOWN,
        passed_on=_passed_on(receipts, this_year, how.limit, roles),
        ended_on=_passed_on(receipts, this_year, ends_above, roles),
        last_year=before if is_known else None,
        roles=tuple(i for i in receipts.roles_within(this_year) if i in roles),
        abroad=abroad(receipts, portfolio, own, pack),
    )


def _calendar(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def _began_in(portfolio: Portfolio, own: tuple[int, ...], year: Period) -> bool:
    """Return whether no role on one's own account is older than the year."""
    return all(portfolio.roles[i].period.start >= year.start for i in own)


def _passed_on(
    receipts: Receipts, year: Period, limit: Decimal, roles: tuple[int, ...]
) -> date | None:
    reached = Decimal(0)
    for one in receipts.of(year):
        reached += one.amount if one.role in roles else 0
        if reached > limit:
            return one.on
    return None
