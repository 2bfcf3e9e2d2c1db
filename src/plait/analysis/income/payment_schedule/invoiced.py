"""What of a role's money is for invoices: these say themselves what should come.

A payment that settles an invoice, whole or in part, is neither short nor doubled. A
payday that got nothing is not missing where invoices of about its amount were issued
since the last payment: each of them is awaited on its own day.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.series.settling.settle import settled
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio
from plait.domain.settlements import SettlementKind

# Invoices of less than that share of what is usual are for something beside it.
_ABOUT_AS_MUCH = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Invoiced:
    """A role's invoices by the day they were issued, in major units of one currency."""

    issued: tuple[tuple[date, float], ...] = ()

    def stand_for(self, since: date, until: date, usual: float) -> bool:
        """Return whether invoices after a day and up to another ask for about as much."""
        asked = sum(amount for day, amount in self.issued if since < day <= until)
        return asked > 0 and asked >= _ABOUT_AS_MUCH * usual


NO_INVOICES = Invoiced()


def invoiced(portfolio: Portfolio, role: int, currency: str) -> Invoiced:
    """Return the invoices of a role in a currency, the oldest first."""
    found = [
        (one.issued_on, float(one.amount.number))
        for one in portfolio.invoices
        if one.role == role and one.amount.currency == currency
    ]
    return Invoiced(tuple(sorted(found)))


def invoice_rows(portfolio: Portfolio) -> Bools:
    """Return which payments of the portfolio settle an invoice, at least in part."""
    payments = portfolio.payments
    rows = np.zeros(len(payments), dtype=np.bool_)
    keys = {
        part.payment
        for status in settled(portfolio)
        for part in status.parts
        if part.kind is SettlementKind.PAYMENT
    }
    wanted = Counter(
        (one.on, one.payer, one.role)
        for one in portfolio.invoice_payments
        if one.key in keys
    )
    days = np.array([day for day, _, _ in wanted], dtype="datetime64[D]")
    for row in np.flatnonzero(np.isin(payments.on, days) & payments.is_income).tolist():
        on: date = payments.on[row].astype(date)
        same = on, payments.payers[int(payments.payer[row])], int(payments.role[row])
        if wanted[same]:
            wanted[same] -= 1
            rows[row] = True
    return rows
