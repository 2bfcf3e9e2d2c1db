"""Several payments of one invoice, several invoices in one payment, a fee held back.

Payments are looked at in their turn, each as the whole of several invoices and as the
last part of one. What fits is taken only where nothing else does: sums of round
amounts meet by chance. Of several sets of invoices the only one is taken that the
payer would pay by now, as it paid those before. What fits beside others is
reported, and not chosen.
"""

from collections import defaultdict
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

_Sums = dict[int, list[tuple[int, ...]]]


class _Fit(NamedTuple):
    """Invoices, and the payments that come to what they need."""

    known: Known
    invoices: tuple[int, ...]
    payments: tuple[int, ...]


def settle_by_sets(ledger: Ledger) -> None:
    """Settle what only one set fits: parts and several in their turn, then fees."""
    sums: dict[tuple[int, ...], _Sums] = {}
    for payment in ledger.unspent():
        if ledger.left[payment.key] > 0:
            several = _in_usual_time(ledger, [*_several(ledger, payment, sums)])
            _take(ledger, [*several, *_parts(ledger, payment)])
    payouts = list(_payouts(ledger))
    for fit in payouts:
        rivals = [
            one
            for one in payouts
            if one.invoices == fit.invoices or one.payments == fit.payments
        ]
        _take(ledger, [fit, *(one for one in rivals if one != fit)])


def _in_usual_time(ledger: Ledger, fits: list[_Fit]) -> list[_Fit]:
    """Return the only fit of invoices that its payer would pay by now, else all."""
    usual = [
        fit
        for fit in fits
        if all(
            ledger.is_in_usual_time(invoice, ledger.payments[key])
            for invoice in fit.invoices
            for key in fit.payments
        )
    ]
    return usual if len(usual) == 1 else fits


def _take(ledger: Ledger, fits: list[_Fit]) -> None:
    """Settle the only fit; of several tell only that they fit."""
    if len(fits) == 1:
        _settle(ledger, fits[0])
        return
    for fit in fits:
        for invoice in fit.invoices:
            ledger.candidates.setdefault(invoice, set()).add(fit.payments)


def _settle(ledger: Ledger, fit: _Fit) -> None:
    for invoice in fit.invoices:
        for key in fit.payments:
            minor = min(ledger.left[key], ledger.needs[invoice])
            ledger.settle(invoice, ledger.payments[key], minor, fit.known)
        if fit.known is Known.FEE:
            settle_fee(ledger, invoice, ledger.payments[fit.payments[-1]])


def _parts(ledger: Ledger, last: InvoicePayment) -> Iterator[_Fit]:
    """Yield payments of one payer that come to an invoice, if some end with this one."""
    for invoice in ledger.open_for(last):
        if not _is_part(ledger, last, invoice):
            continue
        parts = [
            one.key
            for one in ledger.unspent()
            if ledger.payer(one) == ledger.payer(last)
            and invoice in ledger.open_for(one)
            and _is_part(ledger, one, invoice)
        ]
        fits = [
            _Fit(Known.PARTS, (invoice,), some)
            for n, most in _MOST_PAYMENTS.items()
            for some in combinations(_nearest(ledger, parts, last, most), n)
            if sum(ledger.left[key] for key in some) == ledger.needs[invoice]
        ]
        # Its rivals are reported with it, also those that were complete only later.
        if any(fit.payments[-1] == last.key for fit in fits):
            yield from fits


def _nearest(
    ledger: Ledger, parts: list[int], last: InvoicePayment, most: int
) -> list[int]:
    """Return at most so many payments around one, in order of days.

    What is paid in parts every month has dozens; the parts of one invoice are near.
    """
    days = {key: abs(ledger.payments[key].on - last.on) for key in parts}
    near = sorted(parts, key=lambda key: (days[key], key != last.key))[:most]
    return [key for key in parts if key in set(near)]


def _is_part(ledger: Ledger, payment: InvoicePayment, invoice: int) -> bool:
    held = ledger.invoices[invoice]
    return (
        ledger.left[payment.key] < ledger.needs[invoice]
        and payment.on <= held.issued_on + _PARTS_WITHIN
        and not ledger.is_usual(payment, held)
    )


def _several(
    ledger: Ledger, payment: InvoicePayment, sums: dict[tuple[int, ...], _Sums]
) -> Iterator[_Fit]:
    """Yield two to six invoices of one role that a payment is the sum of."""
    invoices = tuple(ledger.open_for(payment))
    if 1 < len(invoices) <= _MOST_OPEN:
        # Months of payments meet the same open invoices: their sums are made once.
        key = (*invoices, *(ledger.needs[one] for one in invoices))
        if key not in sums:
            sums[key] = _sums(ledger, invoices)
        for some in sums[key].get(ledger.left[payment.key], ()):
            yield _Fit(Known.SEVERAL, some, (payment.key,))


def _sums(ledger: Ledger, invoices: tuple[int, ...]) -> _Sums:
    """Return the sets of two to six invoices by what they need together."""
    found: _Sums = defaultdict(list)
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
            is_late = ledger.is_unusually_late(invoice, payment)
            is_odd = is_late or ledger.is_usual(payment, held)
            if is_soon and is_short and not is_odd:
                yield _Fit(Known.FEE, (invoice,), (payment.key,))
