"""Money that went back: a payment taken back, a purchase returned, a credit note."""

from collections import defaultdict
from datetime import timedelta

from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.numbers import names_an_invoice
from plait.analysis.series.settling.status import Known, Part
from plait.domain.settlements import InvoicePayment, SettlementKind

# A bank takes a direct debit back within eight weeks; shops take goods for as long.
_WITHIN = timedelta(days=100)

_Side = tuple[int, str, str, int]


def drop_reversals(ledger: Ledger) -> None:
    """Leave out each payment that went back whole, and each return of a purchase."""
    spent = {part.payment for part in ledger.parts}
    alike: dict[_Side, list[InvoicePayment]] = defaultdict(list)
    for one in ledger.payments.values():
        if one.minor > 0 and one.key not in spent:
            alike[_side(ledger, one)].append(one)
    for back in [one for one in ledger.payments.values() if one.minor < 0]:
        pairs = [
            one
            for one in alike[_side(ledger, back)]
            if ledger.left[one.key] > 0 and _are_opposite(one, back)
        ]
        if pairs:
            pair = min(pairs, key=lambda one: (abs(one.on - back.on), one.key))
            ledger.left[pair.key] = ledger.left[back.key] = 0


def _side(ledger: Ledger, one: InvoicePayment) -> _Side:
    """Return what two payments share of which one takes the other back."""
    return one.role, one.currency, ledger.payer(one), abs(one.minor)


def _are_opposite(one: InvoicePayment, back: InvoicePayment) -> bool:
    if abs(one.on - back.on) > _WITHIN:
        return False
    # A purchase that comes back is not for an invoice, unless it says it is.
    return one.on <= back.on or not names_an_invoice(one.reference)


def settle_refunds(ledger: Ledger) -> None:
    """Set money that went back, and names an invoice, against what paid it."""
    for back in [one for one in ledger.payments.values() if ledger.left[one.key] < 0]:
        for invoice in ledger.named_by(back)[:1]:
            over = _overpaid(ledger, invoice)
            for payment in over:
                minor = min(ledger.left[payment.key], -ledger.left[back.key])
                ledger.left[payment.key] -= minor
                ledger.left[back.key] += minor
            minor = -ledger.left[back.key]
            if minor and ledger.needs[invoice] <= 0:
                ledger.settle(invoice, back, -minor, Known.NUMBER)
                ledger.settle_otherwise(
                    Part(
                        *(invoice, minor, SettlementKind.CREDIT, Known.NUMBER),
                        *(back.key, back.on),
                    )
                )


def _overpaid(ledger: Ledger, invoice: int) -> list[InvoicePayment]:
    """Return the payments for an invoice of which something is left."""
    keys = {part.payment for part in ledger.parts if part.invoice == invoice}
    return [one for one in ledger.unspent() if one.key in keys]
