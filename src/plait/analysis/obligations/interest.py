"""Interest on an invoice that another business has not paid in time.

Where a rule's rate is fixed (UK) it is simple: I = A r d / 365 with the yearly rate r of
the half-year in which the debt became late. Else the days of each half-year bear its
own rate; they add up (Germany), or interest of a whole year is added to the debt
(the Netherlands). Nothing is rounded before the end: 5,000 at 12.25 % over 101 days are 169.486, so 169.49.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.obligations.receipts import to_the_cent
from plait.analysis.series.known import invoice_known_until
from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceStatus
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import LateInterest, Reference
from plait.reference.obligations.rules import Pack, Rule

_DAYS = 365
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Late:
    """What a late debt has come to: days late, interest, and the sum beside it.

    `percent` is the yearly rate of the latest day. `is_rate_known` is False where a
    half-year has none yet and the last one stands in for it, `is_rate_confirmed`
    where a rate was not looked up. `fixed_sum` is None in another currency.
    """

    days: int
    percent: Decimal
    interest: Decimal
    fixed_sum: Decimal | None
    is_rate_known: bool
    is_rate_confirmed: bool


@dataclass(frozen=True, slots=True)
class LateInvoice:
    """An invoice (by its index) that is not paid though its day has passed.

    `unpaid` is what is still to come of it.
    """

    invoice: int
    late: Late
    rule: Rule
    unpaid: Money


def late_interest(
    how: LateInterest, amount: Decimal, due_on: date, on: date, *, currency: str
) -> Late | None:
    """Return what a debt due on a day has come to, None while it is not late.

    `currency` is the debt's, for its smallest unit; the fixed sum is the rule's.
    """
    first = due_on + _DAY
    if on < first:
        return None
    # A fixed rate stays, whatever the central bank does later.
    held = list(_parts(how, first, first if how.is_fixed else on))
    grown = _compound if how.compounds else _simple
    exact = grown(how, amount, first, on)
    until = first if how.is_fixed else on
    is_known = how.references[0].since <= first and until < _ends(how.references[-1])
    return Late(
        days=(on - due_on).days,
        percent=how.margin + held[-1][0].percent,
        # Only here: to round the interest of a day first makes 169.68 of 169.49.
        interest=to_the_cent(exact, currency),
        fixed_sum=max(one.sum for one in how.sums if one.least <= amount),
        is_rate_known=is_known,
        is_rate_confirmed=is_known and all(one.is_confirmed for one, _ in held),
    )


def late_invoices(portfolio: Portfolio, pack: Pack) -> tuple[LateInvoice, ...]:
    """Return the invoices unpaid on the date and past their day, the oldest first.

    Interest is of what remains of an invoice that was paid in part.
    """
    found = []
    for rule, how in pack.of_kind(LateInterest):
        for status in settled(portfolio):
            late = _late(how, portfolio, status)
            if late:
                found.append(_in_rules(late, portfolio, status, rule, pack))
    return tuple(sorted(found, key=lambda one: -one.late.days))


def _in_rules(
    late: Late, portfolio: Portfolio, status: InvoiceStatus, rule: Rule, pack: Pack
) -> LateInvoice:
    currency = portfolio.invoices[status.invoice].amount.currency
    if currency != pack.currency:
        late = replace(late, fixed_sum=None)
    rest = Money.from_minor(status.remaining, currency)
    return LateInvoice(status.invoice, late, rule, rest)


def _late(
    how: LateInterest, portfolio: Portfolio, status: InvoiceStatus
) -> Late | None:
    one, on = portfolio.invoices[status.invoice], portfolio.on
    # Whether it was paid since then is not known.
    is_known = one.due_on < invoice_known_until(portfolio, one.role)
    if not status.is_awaited or one.issued_on > on or not is_known:
        return None
    rest = Money.from_minor(status.remaining, one.amount.currency)
    return late_interest(how, rest.number, one.due_on, on, currency=rest.currency)


def _simple(how: LateInterest, amount: Decimal, first: date, on: date) -> Decimal:
    """Return interest that bears none, at the rate of the first day or of each."""
    if how.is_fixed:
        parts = [(_reference(how, first), (on - first).days + 1)]
    else:
        parts = [*_parts(how, first, on)]
    rates = ((how.margin + one.percent) * days for one, days in parts)
    return amount * sum(rates, Decimal(0)) / 100 / _DAYS


def _compound(how: LateInterest, amount: Decimal, first: date, on: date) -> Decimal:
    """Return interest that is added to the debt after each whole year."""
    debt, begin = amount, first
    while begin <= on:
        next_year = _a_year_after(begin)
        parts = _parts(how, begin, min(next_year - _DAY, on))
        rates = ((how.margin + one.percent) * days for one, days in parts)
        debt += debt * sum(rates, Decimal(0)) / 100 / (next_year - begin).days
        begin = next_year
    return debt - amount


def _parts(
    how: LateInterest, first: date, last: date
) -> Iterator[tuple[Reference, int]]:
    """Yield each reference rate that holds from a day up to another, with its days."""
    while first <= last:
        held = _reference(how, first)
        is_newest = held is how.references[-1]
        until = last if is_newest else min(last, _ends(held) - _DAY)
        until = max(until, first)
        yield held, (until - first).days + 1
        first = until + _DAY


def _reference(how: LateInterest, day: date) -> Reference:
    """Return the rate of the day's half-year, the nearest one where there is none."""
    begun = [one for one in how.references if one.since <= day]
    return begun[-1] if begun else how.references[0]


def _ends(reference: Reference) -> date:
    """Return the first day of the half-year after the reference's."""
    since = reference.since
    return date(since.year, 7, 1) if since.month == 1 else date(since.year + 1, 1, 1)


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if is_leap_day else day.replace(year=day.year + 1)
