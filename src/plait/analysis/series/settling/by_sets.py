"""Several payments of one invoice, several invoices in one payment, a fee held back.

A set is taken only where no other set shares an invoice or a payment with it: sums
of round amounts meet by chance. What fits beside others is told, and not chosen.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from plait.analysis.series.settling.by_number import is_fee, settle_fee
from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.status import Known
from plait.domain.settlements import InvoicePayment

# How far apart parts of one invoice may be, and how soon a payout follows.
_PARTS_WITHIN = timedelta(days=200)
_PAYOUT_WITHIN = timedelta(days=92)
# Of more sets than these some fits by chance: up to 12 payments up to 3 parts, up to
# 8 payments 4 parts; and up to six of fourteen invoices.
_MOST_PAYMENTS = {2: 12, 3: 12, 4: 8}
_MOST_INVOICES, _MOST_OPEN = 6, 14


class _Fit(NamedTuple):
    """Invoices, and the payments that come to what they need."""

    known: Known
    invoices: tuple[int, ...]
    payments: tuple[int, ...]


def settle_by_sets(ledger: Ledger) -> None:
    """Settle what exactly one set fits: parts and several together, then fees."""
    _take(ledger, [*_parts(ledger), *_several(ledger)])
    _take(ledger, list(_payouts(ledger)))


def _take(ledger: Ledger, fits: list[_Fit]) -> None:
    used: Counter[object] = Counter()
    for fit in fits:
        used.update(("invoice", one) for one in fit.invoices)
        used.update(("payment", one) for one in fit.payments)
    for fit in fits:
        is_only = all(used["invoice", one] == 1 for one in fit.invoices) and all(
            used["payment", one] == 1 for one in fit.payments
        )
        if is_only:
            _settle(ledger, fit)
            continue
        for invoice in fit.invoices:
            ledger.candidates.setdefault(invoice, set()).add(fit.payments)


def _settle(ledger: Ledger, fit: _Fit) -> None:
    for invoice in fit.invoices:
        for key in fit.payments:
            minor = min(ledger.left[key], ledger.needs[invoice])
            ledger.settle(invoice, ledger.payments[key], minor, fit.known)
        if fit.known is Known.FEE:
            settle_fee(ledger, invoice, ledger.payments[fit.payments[-1]])


def _parts(ledger: Ledger) -> Iterator[_Fit]:
    """Yield two to four payments of one payer that come to what an invoice needs."""
    by_payer: dict[tuple[int, str], list[InvoicePayment]] = defaultdict(list)
    for payment in ledger.unspent():
        for invoice in ledger.open_for(payment):
            held = ledger.invoices[invoice]
            is_part = ledger.left[payment.key] < ledger.needs[invoice]
            is_soon = payment.on <= held.issued_on + _PARTS_WITHIN
            if is_part and is_soon and not ledger.is_usual(payment, held):
                by_payer[invoice, ledger.payer(payment)].append(payment)
    for (invoice, _), payments in by_payer.items():
        keys = [payment.key for payment in payments]
        for n, most in _MOST_PAYMENTS.items():
            for some in combinations(keys, n) if len(keys) <= most else ():
                if sum(ledger.left[key] for key in some) == ledger.needs[invoice]:
                    yield _Fit(Known.PARTS, (invoice,), some)


def _several(ledger: Ledger) -> Iterator[_Fit]:
    """Yield two to six invoices of one role that a payment is the sum of."""
    sums: dict[tuple[int, ...], dict[int, list[tuple[int, ...]]]] = {}
    for payment in ledger.unspent():
        invoices = tuple(ledger.open_for(payment))
        if 1 < len(invoices) <= _MOST_OPEN:
            # Months of payments meet the same open invoices: their sums are made once.
            if invoices not in sums:
                sums[invoices] = _sums(ledger, invoices)
            for some in sums[invoices].get(ledger.left[payment.key], ()):
                yield _Fit(Known.SEVERAL, some, (payment.key,))


def _sums(
    ledger: Ledger, invoices: tuple[int, ...]
) -> dict[int, list[tuple[int, ...]]]:
    """Return the sets of two to six invoices by what they need together."""
    found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for n in range(2, _MOST_INVOICES + 1):
        for some in combinations(invoices, n):
            found[sum(ledger.needs[one] for one in some)].append(some)
    return found


def _payouts(ledger: Ledger) -> Iterator[_Fit]:
    """Yield a payment that is short of one invoice by no more than a fee."""
    for payment in ledger.unspent():
        if ledger.left[payment.key] != payment.minor:
            continue
        for invoice in ledger.open_for(payment):
            held, needs = ledger.invoices[invoice], ledger.needs[invoice]
            is_soon = payment.on <= held.issued_on + _PAYOUT_WITHIN
            is_short = is_fee(needs - payment.minor, needs)
            if is_soon and is_short and not ledger.is_usual(payment, held):
                yield _Fit(Known.FEE, (invoice,), (payment.key,))
