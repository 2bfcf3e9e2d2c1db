"""When VAT returns and their payments are due, month by month, by quarter or by year."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.analysis.obligations.days import working_day_by, working_day_from
from plait.analysis.obligations.facts import TaxFacts, VatInterval
from plait.analysis.obligations.obligation import Obligation, ObligationKind, WhyUnknown
from plait.analysis.obligations.own_account import is_property
from plait.analysis.obligations.taxpayer import Taxpayer
from plait.domain.period import Period, add_months
from plait.reference.obligations.kinds import Moves, VatReturns
from plait.reference.obligations.rules import Pack, Rule

_DAY = timedelta(days=1)
_MONTHS = {VatInterval.MONTH: 1, VatInterval.QUARTER: 3, VatInterval.YEAR: 12}


def vat_returns(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    """Yield payments and returns for each stretch that may be due in the period."""
    last = period.end or period.start
    for rule, how in of.pack.of_kind(VatReturns):
        if not _is_theirs(how, of.facts):
            continue
        for year in range(period.start.year - 2, last.year + 1):
            for month in range(1, 13, how.months):
                yield from _stretch(of, rule, how, date(year, month, 1))


def _is_theirs(how: VatReturns, facts: TaxFacts) -> bool:
    """Return whether somebody files so: as they say, else as is usual."""
    if facts.vat is None:
        return how.is_usual
    return _MONTHS.get(facts.vat) == how.months


def _stretch(
    of: Taxpayer, rule: Rule, how: VatReturns, first: date
) -> Iterator[Obligation]:
    """Yield the payment and the return of a stretch; the payment may come first."""
    stretch = Period(first, add_months(first, how.months))
    roles = tuple(
        index
        for index in of.roles(stretch)
        if not is_property(of.portfolio.roles[index])
    )
    paid_by, sent_by = _due(how, stretch, of.facts, of.pack)
    yield Obligation(
        ObligationKind.VAT_PAYMENT,
        paid_by,
        stretch,
        roles,
        rule,
        why_unknown=WhyUnknown.VAT,
    )
    yield Obligation(ObligationKind.VAT_RETURN, sent_by, stretch, roles, rule)


def _due(
    how: VatReturns, stretch: Period, facts: TaxFacts, pack: Pack
) -> tuple[date, date]:
    """Return the days of the payment and of the return."""
    months = how.months + how.months_after
    months += how.extension if facts.vat_extended else 0
    if how.day is None:
        due_on = add_months(stretch.start, months) - _DAY
    else:
        due_on = add_months(stretch.start, months - 1).replace(day=how.day)
    if how.moves is Moves.NEXT:
        due_on = working_day_from(due_on, pack)
    if how.moves is Moves.PAYMENT_BEFORE:
        # A return may come in on a Saturday; the money has to be there the Friday before.
        return working_day_by(due_on, pack), due_on
    return due_on, due_on
