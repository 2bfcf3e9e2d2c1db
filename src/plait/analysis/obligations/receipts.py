"""What came in for roles, exactly: decimals in one currency, payment by payment.

What a customer got back counts below nothing, what a supplier paid back not at all.
An amount in another currency is taken at the ECB rate of its day, as published, and
rounded to the cent, halves up. One that has no rate is left out, and named.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from plait.analysis.obligations.refunds import turnover_rows
from plait.analysis.series.known import income_gaps, income_known_until
from plait.analysis.series.settling.settle import settled
from plait.domain.money import Money, minor_digits
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.settlements import SettlementKind
from plait.reference.rates import Rates, published_rates

_DAY = timedelta(days=1)


class Receipt(NamedTuple):
    """A payment for a role, below 0 where a customer got it back.

    `is_fee` is what a platform held back of it: the customer paid it all the same.
    """

    role: int
    on: date
    amount: Decimal
    is_fee: bool = False
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Receipts:
    """Payments in order of days; `known_from` is the first day that any is known of.

    `known_until` is the last day on which they are known of every role, `gaps` are
    days between that are not known. `without_rate` names currencies of payments that
    are left out.
    """

    currency: str
    each: tuple[Receipt, ...]
    known_from: date | None
    without_rate: tuple[str, ...]
    known_until: date | None = None
    gaps: tuple[Period, ...] = ()

    def is_whole(self, period: Period) -> bool:
        """Return whether all of a period is known."""
        if self.known_from is None or self.known_from > period.start:
            return False
        if period.end and self.known_until and self.known_until < period.end - _DAY:
            return False
        return not any(gap.overlap_days(period) for gap in self.gaps)

    def within(self, period: Period, roles: Collection[int] | None = None) -> Decimal:
        """Return the sum of the period, of some of the roles or of all."""
        return total(
            one.amount for one in self.of(period) if roles is None or one.role in roles
        )

    def roles_within(self, period: Period) -> tuple[int, ...]:
        """Return the roles that anything came in for."""
        return tuple(sorted({one.role for one in self.of(period)}))

    def of(self, period: Period) -> tuple[Receipt, ...]:
        """Return the payments of the period."""
        begin = bisect_left(self.each, period.start, key=_day)
        if period.end is None:
            return self.each[begin:]
        return self.each[begin : bisect_left(self.each, period.end, key=_day)]


_day = attrgetter("on")


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum as a decimal, also of nothing."""
    return sum(amounts, Decimal(0))


def to_the_cent(amount: Decimal, currency: str) -> Decimal:
    """Return the amount in whole minor units, halves up.

    >>> to_the_cent(Decimal("169.485"), "GBP")
    Decimal('169.49')
    """
    return amount.quantize(Decimal(1).scaleb(-minor_digits(currency)), ROUND_HALF_UP)


def receipts_of(
    portfolio: Portfolio, roles: Collection[int], currency: str
) -> Receipts:
    """Return what customers paid for the roles, in the currency; costs are left out."""
    payments = portfolio.payments
    chosen = turnover_rows(payments, np.isin(payments.role, list(roles)))
    fees = _fees(portfolio, roles)
    codes = [payments.currencies[n] for n in payments.currency[chosen].tolist()]
    codes += [fee.currency for _, _, fee in fees]
    scale = {code: -minor_digits(code) for code in set(codes)}
    rates = published_rates({*scale, currency}) if scale.keys() - {currency} else None
    counted = payments.kinds.counted
    columns = (payments.role, payments.on, counted, payments.payer)
    rows = [
        (role, on, minor, payments.payers[payer], False)
        for role, on, minor, payer in zip(
            *(column[chosen].tolist() for column in columns), strict=True
        )
    ]
    rows += [(role, on, fee.minor, "", True) for role, on, fee in fees]
    found, without = [], set()
    for (role, on, minor, payer, is_fee), code in zip(rows, codes, strict=True):
        amount = Decimal(minor).scaleb(scale[code])
        exchanged = _exchanged(amount, code, currency, on, rates)
        if exchanged is None:
            without.add(code)
        else:
            found.append(Receipt(role, on, exchanged, is_fee, payer))
    found.sort(key=_day)
    first = payments.on.min().astype(object) if len(payments) else None
    mine = set(payments.role[chosen].tolist())
    untils = [income_known_until(portfolio, role) for role in mine]
    return Receipts(
        currency,
        tuple(found),
        first,
        tuple(sorted(without)),
        known_until=min((day for day in untils if day), default=None),
        gaps=tuple(gap for role in mine for gap in income_gaps(portfolio, role)),
    )


def _fees(
    portfolio: Portfolio, roles: Collection[int]
) -> list[tuple[int, date, Money]]:
    """Return what was held back of payments for invoices: role, day and amount."""
    found = []
    for status in settled(portfolio):
        invoice = portfolio.invoices[status.invoice]
        for part in status.parts:
            if part.kind is SettlementKind.FEE and part.on and invoice.role in roles:
                fee = Money.from_minor(part.minor, invoice.amount.currency)
                found.append((invoice.role, part.on, fee))
    return found


def _exchanged(
    amount: Decimal, code: str, currency: str, on: date, rates: Rates | None
) -> Decimal | None:
    """Return the amount in the other currency, None where there is no rate."""
    if code == currency:
        return amount
    if rates is None:
        return None
    day = np.array([on], dtype="datetime64[D]")
    per_euro = [rates.per_euro_or_nan(c, day)[0] for c in (code, currency)]
    if np.isnan(per_euro).any():
        return None
    # The shortest text of a rate is the one that was published.
    given, wanted = (Decimal(repr(float(rate))) for rate in per_euro)
    return to_the_cent(amount / given * wanted, currency)
