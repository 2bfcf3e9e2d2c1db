"""What was agreed against what came: missing, short, doubled and late payments.

A line (one payer of one role) with a rhythm has paydays. What each should bring is
learned from the twelve before it: the usual share of the agreed amount where the
terms say one (salaries are agreed gross and come net), else the usual amount. When
it should be there is its usual day and the line's own spread beyond it. Invoices
past their day need no learning. A stream that dried up is not repeated here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import numpy as np

from plait.analysis.floats import in_home_currency
from plait.analysis.income.overdue import overdue
from plait.analysis.income.payment_schedule.expected_pay import Awaited, By
from plait.analysis.income.payment_schedule.invoiced import invoice_rows
from plait.analysis.income.payment_schedule.judged import Deviation, Kind, deviations
from plait.analysis.income.payment_schedule.lines import Line, lines_of
from plait.analysis.income.payment_schedule.matched import before
from plait.analysis.income.payment_schedule.successors import joined
from plait.analysis.income.payment_schedule.unexpected import Paid, Unexpected
from plait.analysis.income.payment_schedule.watch import WatchedLine, watch
from plait.analysis.income.payment_schedule.yearly import is_salary
from plait.analysis.income.unpaid_work import unpaid_work
from plait.analysis.series.streams import Income, Trend
from plait.domain.portfolio import Portfolio
from plait.domain.roles import PayBasis, Role, RoleKind
from plait.reference.rates import Rates

__all__ = ["Awaited", "By", "Expected", "Kind", "Paid", "Unexpected", "expected"]


@dataclass(frozen=True, eq=False, slots=True)
class Expected:
    """The paydays of every line with a rhythm, and what went otherwise, newest first.

    `lines` has none for roles that are unpaid, over, or without a rhythm.
    """

    lines: tuple[Awaited, ...]
    unexpected: tuple[Unexpected, ...]


def expected(portfolio: Portfolio, income: Income, rates: Rates) -> Expected:
    """Return what should have come of each stream, and what did not."""
    payments, home = portfolio.payments, portfolio.person.currency
    dry = {one.role for one in income.streams if one.trend is Trend.DRY}
    lines = lines_of(payments, in_home_currency(payments, home, rates))
    found = list(overdue(portfolio))
    invoiced = {one.role for one in found}
    for_invoices = invoice_rows(portfolio)
    awaited: list[Awaited] = []
    for role, mine in groupby(lines, key=lambda line: line.role):
        if not _is_judged(portfolio.roles[role], portfolio.on):
            continue
        each = list(mine)
        if is_salary(portfolio.roles[role]):
            each = joined(each)
        watched = [line for line in each if _is_watched(portfolio, line)]
        if role not in dry and not watched:
            found += _unpaid(portfolio, each, rates)
        for line in watched:
            others = [other for other in each if other is not line]
            one = watch(portfolio, line, others, rates, for_invoices)
            if one is None:
                continue
            awaited.append(one.awaited)
            if role not in dry:
                found += (
                    u
                    for u in _deviations(one, portfolio.on)
                    if not _is_invoiced(u, invoiced)
                )
    found.sort(key=lambda one: one.due_on, reverse=True)
    return Expected(tuple(awaited), tuple(found))


def _is_watched(portfolio: Portfolio, line: Line) -> bool:
    """Return whether a line has paydays; a few jobs a year for one client are none."""
    terms = portfolio.roles[line.role].agreement_on(portfolio.on)
    by_work = {PayBasis.DAILY, PayBasis.HOURLY}
    has_jobs = terms is not None and terms.pay_basis in by_work
    rhythm = line.rhythm
    return rhythm is not None and not (has_jobs and rhythm.months > 1)


def _unpaid(
    portfolio: Portfolio, lines: list[Line], rates: Rates
) -> Iterator[Unexpected]:
    """Yield the work of a role without any rhythm that waits too long for its pay."""
    on = np.concatenate([line.on for line in lines])
    amounts = np.concatenate([line.amounts for line in lines])
    order = np.argsort(on, kind="stable")
    found = unpaid_work(portfolio, lines[0].role, on[order], amounts[order], rates)
    if found is not None:
        yield found


def _is_judged(role: Role, on: date) -> bool:
    is_there = role.is_held_on(on) and role.kind is not RoleKind.OPPORTUNITY
    return role.is_paid and is_there


def _is_invoiced(one: Unexpected, invoiced: set[int]) -> bool:
    """Return whether an overdue invoice of the role says the same, and surely."""
    return one.kind is Kind.MISSING and one.role in invoiced


def _deviations(one: WatchedLine, on: date) -> Iterator[Unexpected]:
    """Yield what went otherwise; the same at paydays in a row once."""
    each = sorted(
        deviations(one.watched), key=lambda deviation: (deviation.kind, deviation.slot)
    )
    for _, run in groupby(enumerate(each), lambda p: (p[1].kind, p[1].slot - p[0])):
        found = _unexpected(one, [deviation for _, deviation in run])
        is_missing = found.kind is Kind.MISSING
        yield replace(found, days=(on - found.since).days) if is_missing else found


def _unexpected(one: WatchedLine, run: list[Deviation]) -> Unexpected:
    line, watched, last = one.awaited, one.watched, run[-1]
    slots = [deviation.slot for deviation in run]
    agreed = float(line.agreed[slots].sum())
    rows = [row for deviation in run for row in deviation.rows]
    days: list[date] = watched.on[rows].tolist()
    return Unexpected(
        kind=last.kind,
        role=line.role,
        payer=line.payer,
        by=line.by,
        currency=line.currency,
        since=line.due[slots[0]].astype(date),
        due_on=line.due[last.slot].astype(date),
        n=len(run),
        agreed=None if np.isnan(agreed) else agreed,
        expected=float(np.nansum(line.expected[slots])),
        came=float(line.came[slots].sum()),
        days=last.days,
        n_seen=len(before(watched.paydays.pay.tolist(), slots[0])),
        payments=tuple(
            Paid(on, float(watched.amounts[row]))
            for on, row in zip(days, rows, strict=True)
        ),
    )
