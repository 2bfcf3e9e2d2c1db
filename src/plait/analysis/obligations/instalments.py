"""Taxes paid ahead in equal parts, as a notice of the tax office asks."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.obligations.days import quarter_of, working_day_from, year_of
from plait.analysis.obligations.obligation import Obligation, ObligationKind, WhyUnknown
from plait.analysis.obligations.own_account import is_property
from plait.analysis.obligations.receipts import to_the_cent
from plait.analysis.obligations.taxpayer import Taxpayer
from plait.domain.period import Period
from plait.domain.roles import RoleKind
from plait.reference.obligations.kinds import Instalments, Tax
from plait.reference.obligations.rules import Rule

_DAY = timedelta(days=1)
_KINDS = {
    Tax.INCOME: ObligationKind.INCOME_AHEAD,
    Tax.TRADE: ObligationKind.TRADE_AHEAD,
}


def instalments(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    """Yield the parts that may be due in the period; who just began has no notice."""
    last = period.end or period.start
    for rule, how in of.pack.of_kind(Instalments):
        for year in range(period.start.year - 1, last.year + 1):
            for day in how.days:
                yield from _one(of, rule, how, day.in_year(year))


def _one(of: Taxpayer, rule: Rule, how: Instalments, day: date) -> Iterator[Obligation]:
    year = year_of(day, of.pack.year_starts)
    before = year_of(year.start - _DAY, of.pack.year_starts)
    quarter = quarter_of(day, of.pack.quarter_starts)
    roles = _roles(of, how, quarter)
    was_there = _roles(of, how, before)
    is_small = how.above is not None and (
        of.receipts.within(before, was_there) <= how.above
    )
    amount = _amount(of, how)
    if was_there and not is_small and amount != 0:
        yield Obligation(
            _KINDS[how.tax],
            working_day_from(day, of.pack),
            quarter,
            roles,
            rule,
            amount=amount,
            why_unknown=WhyUnknown.NOTICE if amount is None else None,
        )


def _roles(of: Taxpayer, how: Instalments, period: Period) -> tuple[int, ...]:
    roles = of.roles(period)
    if not how.ventures:
        return roles
    held = of.portfolio.roles
    return tuple(
        i
        for i in roles
        if held[i].kind is RoleKind.VENTURE and not is_property(held[i])
    )


def _amount(of: Taxpayer, how: Instalments) -> Decimal | None:
    """Return a part of the last bill, 0 where it asks for none, None if not known."""
    bill = of.facts.last_bill
    if bill is None or how.tax is not Tax.INCOME:
        return None
    if bill < how.least_bill:
        return Decimal(0)
    return to_the_cent(bill / len(how.days), of.pack.currency)
