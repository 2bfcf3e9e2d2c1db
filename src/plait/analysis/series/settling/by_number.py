"""Payments that name their invoices, and the fees held back from them."""

from itertools import combinations

from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.status import Known, Part
from plait.domain.settlements import InvoicePayment, SettlementKind

# What card processors and payment services hold back at most: a stated assumption.
MOST_FEE = 5, 100
_MOST_NAMED = 10


def is_fee(lacking: int, amount: int) -> bool:
    """Return whether what is lacking is small enough to be a fee of the amount."""
    share, of = MOST_FEE
    return lacking > 0 and lacking * of <= amount * share


def settle_by_number(ledger: Ledger) -> None:
    """Settle what payments name: first those of one invoice, then those of several."""
    named = {one.key: ledger.named_by(one) for one in ledger.unspent()}
    for alone in (True, False):
        for payment in ledger.unspent():
            invoices = named[payment.key]
            if invoices and (len(invoices) == 1) is alone:
                _settle(ledger, payment, invoices)
    _settle_fees(ledger, named)


def _settle(ledger: Ledger, payment: InvoicePayment, invoices: list[int]) -> None:
    for invoice in _chosen(ledger, payment, invoices):
        minor = min(ledger.left[payment.key], ledger.needs[invoice])
        if minor > 0:
            ledger.settle(invoice, payment, minor, Known.NUMBER)


def _chosen(
    ledger: Ledger, payment: InvoicePayment, invoices: list[int]
) -> tuple[int, ...]:
    """Return those named that the amount is for: a set that fits it, else all."""
    lacking = tuple(one for one in invoices if ledger.needs[one] > 0)
    left = ledger.left[payment.key]
    if sum(ledger.needs[one] for one in lacking) <= left or len(lacking) > _MOST_NAMED:
        return lacking
    sets = [
        some
        for n in range(1, len(lacking))
        for some in combinations(lacking, n)
        if sum(ledger.needs[one] for one in some) == left
    ]
    return sets[0] if len(sets) == 1 else lacking


def _settle_fees(ledger: Ledger, named: dict[int, list[int]]) -> None:
    """Take what one payment lacks of all it names for a fee, if it is small enough."""
    for key, invoices in named.items():
        paid = [
            part.invoice
            for part in ledger.parts
            if part.payment == key and part.known is Known.NUMBER
        ]
        lacking = [one for one in invoices if ledger.needs[one] > 0]
        whole = sum(ledger.invoices[one].amount.minor for one in set(paid + lacking))
        amount = ledger.payments[key].minor
        if (
            len(lacking) == 1
            and lacking[0] in paid
            and amount + ledger.needs[lacking[0]] == whole
            and is_fee(ledger.needs[lacking[0]], whole)
        ):
            settle_fee(ledger, lacking[0], ledger.payments[key])


def settle_fee(ledger: Ledger, invoice: int, payment: InvoicePayment) -> None:
    """Settle the rest of an invoice as a fee held back from a payment."""
    part = Part(
        *(invoice, ledger.needs[invoice], SettlementKind.FEE, Known.FEE),
        *(payment.key, payment.on),
    )
    ledger.settle_otherwise(part)
