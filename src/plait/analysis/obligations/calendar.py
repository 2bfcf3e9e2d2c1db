"""What is due over all streams in a stretch of days, soonest first.

An obligation is about the roles on one's own account that run, or were paid, in the stretch
it looks back on; where there are none, nothing is due.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from plait.analysis.obligations.days import quarters_in, working_day_from, year_of
from plait.analysis.obligations.instalments import instalments
from plait.analysis.obligations.obligation import Obligation, ObligationKind, WhyUnknown
from plait.analysis.obligations.on_account import on_account
from plait.analysis.obligations.own_account import sources
from plait.analysis.obligations.safe_harbour import instalments_of
from plait.analysis.obligations.taxpayer import Taxpayer
from plait.analysis.obligations.vat_dates import vat_returns
from plait.domain.period import Period
from plait.reference.obligations.kinds import Estimated, Updates, Yearly

_DAY = timedelta(days=1)


def due(of: Taxpayer, period: Period) -> tuple[Obligation, ...]:
    """Return what is due on the days of a period that ends, soonest first."""
    found = [
        obligation
        for part in (
            _updates,
            _yearly,
            _ahead,
            instalments,
            vat_returns,
            _registration,
            _estimated,
        )
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
            parts = instalments_of(of.pack, of.facts, year, of.portfolio.on)
            quarters = quarters_in(how.quarters, year)
            for (quarter, _, day), each in zip(quarters, parts, strict=True):
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
