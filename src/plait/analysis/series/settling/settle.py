"""What has paid each invoice: by what was stated, by number, by amount, by sets.

The one matcher of invoices and payments. What the person or a file says holds. Then a
payment pays the invoices that its reference names; then one of exactly the amount of
an invoice; then parts, several in one, and a payout with a fee held back. Where
several sets fit equally none is chosen, and the invoice says which payments could be
for it. All sums are whole numbers of minor units.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from plait.analysis.series.settling.by_amount import settle_by_amount
from plait.analysis.series.settling.by_number import settle_by_number
from plait.analysis.series.settling.by_sets import settle_by_sets
from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.reversals import drop_reversals, settle_refunds
from plait.analysis.series.settling.stated import settle_stated
from plait.analysis.series.settling.status import InvoiceState, InvoiceStatus, Part
from plait.domain.portfolio import Portfolio
from plait.domain.settlements import SettlementKind

_MOST_CANDIDATES = 5


# Several questions of one answer ask it of one portfolio; the last few are remembered.
@lru_cache(maxsize=8)
def settled(portfolio: Portfolio) -> tuple[InvoiceStatus, ...]:
    """Return what has paid each invoice, in the order of the portfolio's invoices.

    One that is issued after the portfolio's date needs nothing yet and is open.
    """
    if not portfolio.invoices:
        return ()
    ledger = Ledger(portfolio)
    settle_stated(ledger, portfolio.settlements)
    drop_reversals(ledger)
    settle_by_number(ledger)
    settle_refunds(ledger)
    settle_by_amount(ledger, is_late_too=False)
    settle_by_sets(ledger)
    settle_by_amount(ledger, is_late_too=True)
    parts: dict[int, list[Part]] = defaultdict(list)
    for part in ledger.parts:
        parts[part.invoice].append(part)
    over = _overpaid(ledger)
    return tuple(
        _status(ledger, number, tuple(parts[number]), over)
        for number in range(len(portfolio.invoices))
    )


def _status(
    ledger: Ledger, number: int, parts: tuple[Part, ...], over: Mapping[int, int]
) -> InvoiceStatus:
    amount = ledger.invoices[number].amount.minor
    paid = sum(part.minor for part in parts)
    remaining = max(0, amount - paid)
    candidates = ledger.candidates.get(number, set()) if remaining else set()
    days = [part.on for part in parts if part.on and part.minor > 0]
    state = InvoiceState.PAID
    if remaining:
        state = InvoiceState.PART if paid else InvoiceState.OPEN
        state = InvoiceState.UNSURE if candidates else state
    return InvoiceStatus(
        invoice=number,
        state=state,
        settled=amount - remaining,
        remaining=remaining,
        overpaid=over.get(number, 0) + max(0, paid - amount),
        paid_on=max(days, default=ledger.on) if not remaining else None,
        parts=tuple(sorted(parts, key=lambda p: (p.on or ledger.on, p.payment or 0))),
        candidates=tuple(sorted(candidates)[:_MOST_CANDIDATES]),
    )


def _overpaid(ledger: Ledger) -> dict[int, int]:
    """Return by invoice what is left of the payments that were for it alone."""
    paid: dict[int, set[int]] = defaultdict(set)
    for part in ledger.parts:
        if part.payment is not None and part.kind is SettlementKind.PAYMENT:
            paid[part.payment].add(part.invoice)
    over: dict[int, int] = defaultdict(int)
    for payment in ledger.unspent():
        # One paid twice: the second names it, and found it paid.
        invoices = paid.get(payment.key) or set(ledger.named_by(payment))
        if len(invoices) == 1:
            over[invoices.pop()] += ledger.left[payment.key]
    return over
