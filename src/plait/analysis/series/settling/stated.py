"""What the person or a file says paid an invoice: it holds, whatever fits otherwise."""

from collections.abc import Iterable
from datetime import timedelta

from plait.analysis.series.settling.ledger import Ledger
from plait.analysis.series.settling.status import Known, Part
from plait.domain.settlements import InvoicePayment, Settlement, SettlementKind

# How far a payment may be from the day an invoice was said to be paid.
_NEAR = timedelta(days=10)


def settle_stated(ledger: Ledger, settlements: Iterable[Settlement]) -> None:
    """Settle what was stated; first what names a payment, then what names none."""
    held = [
        one
        for one in settlements
        if one.kind is not SettlementKind.REFUSED
        and (one.on is None or one.on <= ledger.on)
    ]
    for one in held:
        if one.payment is not None:
            _settle_pair(ledger, one)
    # Their money is looked for before it is taken for another invoice's.
    for one in sorted(held, key=lambda one: (one.on or ledger.on, one.invoice)):
        if one.payment is None:
            _settle_alone(ledger, one)


def _settle_pair(ledger: Ledger, one: Settlement) -> None:
    payment = ledger.payments.get(one.payment or 0)
    if payment is None:
        return
    is_alike = payment.currency == ledger.invoices[one.invoice].amount.currency
    if one.kind is SettlementKind.PAYMENT and is_alike:
        minor = min(one.minor, max(0, ledger.left[payment.key]))
        ledger.settle(one.invoice, payment, minor, Known.STATED)
        return
    if not is_alike:
        # What it was worth the person said; no rate of a day would be theirs.
        ledger.left[payment.key] = 0
    part = Part(
        *(one.invoice, one.minor, one.kind, Known.STATED, payment.key, payment.on)
    )
    ledger.settle_otherwise(part)


def _settle_alone(ledger: Ledger, one: Settlement) -> None:
    """Settle an amount by what fits it near its day, the rest without evidence."""
    wanted = min(one.minor, max(0, ledger.needs[one.invoice]))
    if one.kind is SettlementKind.PAYMENT and one.on is not None:
        for payment in _evidence(ledger, one, wanted):
            minor = min(wanted, ledger.left[payment.key])
            ledger.settle(one.invoice, payment, minor, Known.STATED)
            wanted -= minor
            if not wanted:
                return
    if wanted:
        part = Part(one.invoice, wanted, one.kind, Known.STATED, None, one.on)
        ledger.settle_otherwise(part)


def _evidence(ledger: Ledger, one: Settlement, wanted: int) -> list[InvoicePayment]:
    """Return the payments that name the invoice, else the nearest of its amount.

    Of a part only one of exactly that amount: others that name it are other parts.
    """
    near = [
        payment
        for payment in ledger.unspent()
        if one.on is not None and abs(payment.on - one.on) <= _NEAR
    ]
    named = [p for p in near if one.invoice in ledger.named_by(p)]
    if one.minor < ledger.invoices[one.invoice].amount.minor:
        named = [p for p in named if ledger.left[p.key] == wanted][:1]
    if named:
        return named
    exact = [
        payment
        for payment in near
        if ledger.left[payment.key] == wanted
        and one.invoice in ledger.open_for(payment)
    ]
    exact.sort(
        key=lambda payment: (abs(payment.on - (one.on or payment.on)), payment.key)
    )
    return exact[:1]
