"""What is due over all streams in a stretch of days, soonest first.

An obligation is about the roles on one's own account that run, or were paid, in the stretch
it looks back on; where there are none, nothing is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plait.analysis.obligations.days import (
    quarters_in,
    working_day_by,
    working_day_from,
    year_of,
    years_between,
)
from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.obligation import Obligation, ObligationKind, WhyUnknown
from plait.analysis.obligations.on_account import on_account
from plait.analysis.obligations.own_account import is_property, running, sources
from plait.analysis.obligations.receipts import Receipts
from plait.analysis.obligations.rolling import RollingStatus
from plait.analysis.obligations.safe_harbour import instalment
from plait.domain.period import Period, add_months
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import Estimated, Updates, VatQuarters, Yearly
from plait.reference.obligations.rules import Pack, Rule

_DAY = timedelta(days=1)
# A return for a tax year may be due up to two years after that year began.
_LOOKS_BACK = timedelta(days=800)


@dataclass(frozen=True, eq=False)
class Taxpayer:
    """Whose obligations, by which pack; `enters_on` is the first day of quarterly updates.

    `rolling` says whether turnover asks for a VAT registration, where a pack knows that.
    """

    portfolio: Portfolio
    pack: Pack
    own: tuple[int, ...]
    receipts: Receipts
    facts: TaxFacts
    enters_on: date | None
    rolling: RollingStatus | None

    def roles(self, period: Period) -> tuple[int, ...]:
        """Return the roles on one's own account that run or were paid in a period."""
        held = running(self.portfolio, self.own, period)
        return tuple(sorted({*held, *self.receipts.roles_within(period)}))

    def years(self, period: Period) -> Iterator[Period]:
        """Yield the tax years that anything due in the period may be about."""
        last = period.end or period.start
        return years_between(period.start - _LOOKS_BACK, last, self.pack)


def due(of: Taxpayer, period: Period) -> tuple[Obligation, ...]:
    """Return what is due on the days of a period that ends, soonest first."""
    found = [
        obligation
        for part in (_updates, _yearly, _ahead, _vat, _registration, _estimated)
        for obligation in part(of, period)
        if obligation.due_on in period and obligation.roles
    ]
    return tuple(sorted(found, key=lambda one: one.due_on))


def _updates(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    if of.enters_on is None:
        return
    for rule, how in of.pack.of_kind(Updates):
        for year in of.years(period):
            if year.start < of.enters_on:
                continue
            for quarter, also, due_on in quarters_in(how.quarters, year):
                roles = list(of.roles(Period(year.start, quarter.end)))
                for source in sources(of.portfolio, roles):
                    yield Obligation(
                        ObligationKind.UPDATE, due_on, quarter, source, rule, also=also
                    )


def _yearly(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    for rule, how in of.pack.of_kind(Yearly):
        for year in of.years(period):
            is_in = of.enters_on is not None and of.enters_on <= year.start
            if how.only and (how.only == "in") != is_in:
                continue
            due_on = how.due.in_year(year.start.year + how.years_after)
            if how.moves:
                due_on = working_day_from(due_on, of.pack)
            what = (
                ObligationKind.DECLARATION
                if how.only == "in"
                else ObligationKind.RETURN
            )
            yield Obligation(what, due_on, year, of.roles(year), rule)


def _ahead(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    for obligation in on_account(of.pack, of.facts, period, of.portfolio.on):
        before = year_of(obligation.period.start - _DAY, of.pack.year_starts)
        # Who had no such income in the year before has no bill of it to go by.
        if obligation.why_unknown is not WhyUnknown.LAST_BILL or of.roles(before):
            yield replace(obligation, roles=of.roles(obligation.period))


def _vat(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    for rule, how in of.pack.of_kind(VatQuarters):
        last = period.end or period.start
        for year in range(period.start.year - 1, last.year + 1):
            for month in (1, 4, 7, 10):
                yield from _vat_quarter(of, rule, how, date(year, month, 1))


def _vat_quarter(
    of: Taxpayer, rule: Rule, how: VatQuarters, first: date
) -> Iterator[Obligation]:
    """Yield the payment and the return of a quarter; the payment may come first."""
    quarter = Period(first, add_months(first, 3))
    roles = tuple(
        index
        for index in of.roles(quarter)
        if not is_property(of.portfolio.roles[index])
    )
    last_day = add_months(first, 3 + how.months_after) - _DAY
    # A return may come in on a Saturday; the money has to be there the Friday before.
    paid_by = working_day_by(last_day, of.pack)
    yield Obligation(
        ObligationKind.VAT_PAYMENT,
        paid_by,
        quarter,
        roles,
        rule,
        why_unknown=WhyUnknown.VAT,
    )
    yield Obligation(ObligationKind.VAT_RETURN, last_day, quarter, roles, rule)


def _registration(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    found = of.rolling
    if found and found.passed_on and found.tell_by and found.tell_by in period:
        last = found.passed_on + _DAY
        yield Obligation(
            ObligationKind.VAT_REGISTRATION,
            found.tell_by,
            Period(last.replace(year=last.year - 1), last),
            found.roles,
            found.rule,
        )


def _estimated(of: Taxpayer, period: Period) -> Iterator[Obligation]:
    for rule, how in of.pack.of_kind(Estimated):
        for year in of.years(period):
            each = instalment(of.pack, of.facts, year, of.portfolio.on)
            for quarter, _, day in quarters_in(how.quarters, year):
                due_on = working_day_from(day, of.pack)
                if each.is_needed:
                    yield Obligation(
                        ObligationKind.ESTIMATED,
                        due_on,
                        quarter,
                        of.roles(quarter),
                        rule,
                        amount=each.amount,
                        why_unknown=each.why_unknown,
                    )
