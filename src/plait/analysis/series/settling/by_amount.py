"""Payments that name no invoice, of exactly what an invoice still needs.

Of invoices of one amount each payment in its turn pays the only one there is, or the
only one that its payer would pay by now as it paid those before. Where there are more, they are paid if as many payments came, whichever pays which; with
fewer payments nobody knows which are paid, and none is chosen.
"""

from collections import defaultdict

from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.status import Known
from plait.domain.settlements import InvoicePayment

_Same = tuple[int, str, int]


def settle_by_amount(ledger: Ledger, *, is_late_too: bool) -> None:
    """Settle invoices by single payments of their amount.

    One that is later than its payer ever was waits until sets have had their turn.
    """
    waiting: dict[_Same, list[InvoicePayment]] = defaultdict(list)
    for payment in ledger.unspent():
        fitting = [
            one
            for one in _fitting(ledger, payment)
            if is_late_too or not ledger.is_unusually_late(one, payment)
        ]
        usual = [one for one in fitting if ledger.is_in_usual_time(one, payment)]
        fitting = usual if len(usual) == 1 else fitting
        if len(fitting) == 1:
            _settle(ledger, fitting[0], payment)
        elif fitting:
            same = (payment.role, payment.currency, ledger.left[payment.key])
            waiting[same].append(payment)
    for payments in waiting.values():
        _settle_alike(ledger, payments)


def _settle_alike(ledger: Ledger, payments: list[InvoicePayment]) -> None:
    """Settle invoices of one amount that several payments fit, if it is for all."""
    invoices = {one for payment in payments for one in _fitting(ledger, payment)}
    pairs: dict[int, InvoicePayment] = {}
    for payment in payments:
        fitting = [one for one in _fitting(ledger, payment) if one not in pairs]
        if fitting:
            pairs[fitting[0]] = payment
    if len(pairs) == len(invoices):
        for invoice, payment in pairs.items():
            _settle(ledger, invoice, payment)
        return
    for invoice in invoices:
        sets = {(p.key,) for p in payments if invoice in _fitting(ledger, p)}
        ledger.candidates.setdefault(invoice, set()).update(sets)


def _fitting(ledger: Ledger, payment: InvoicePayment) -> list[int]:
    """Return the invoices that need exactly what is left of a payment, oldest first."""
    left = ledger.left[payment.key]
    found = [one for one in ledger.open_for(payment) if ledger.needs[one] == left]
    return sorted(found, key=lambda one: (ledger.invoices[one].issued_on, one))


def _settle(ledger: Ledger, invoice: int, payment: InvoicePayment) -> None:
    ledger.settle(invoice, payment, ledger.needs[invoice], Known.AMOUNT)
