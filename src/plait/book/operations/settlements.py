"""Changes to what has paid an invoice: marked, marked in part, unmarked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Sum

from plait.accounts.models import Person
from plait.book.models import Batch, Invoice, Payment, Settlement
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.settlements import SettlementKind, SettlementSource


class BadSettlement(PlaitError):
    """An amount or a day that cannot have settled the invoice."""


@dataclass(frozen=True, slots=True)
class Settling:
    """What is said to have settled an amount of an invoice, in its currency.

    `payment` brought it, or a fee was held back from it; without one money came `on`
    a day that no statement shows, or the amount will not come.
    """

    amount: Money
    noted_on: date | None
    kind: SettlementKind = SettlementKind.PAYMENT
    payment: Payment | None = None
    on: date | None = None
    source: SettlementSource = SettlementSource.PERSON


def mark_all_paid(
    *, viewer: Person, invoice: Invoice, settlings: Iterable[Settling]
) -> None:
    """Note all that settled an invoice as one change."""
    with book_of(viewer, invoice, what="mark_paid"):
        for settling in settlings:
            mark_paid(viewer=viewer, invoice=invoice, settling=settling)


def mark_paid(
    *, viewer: Person, invoice: Invoice, settling: Settling, batch: Batch | None = None
) -> Settlement:
    """Note what settled an invoice or a part of it; raise `BadSettlement`.

    A second word on the same payment takes the place of the first, and of the word
    that it was not for this invoice.
    """
    payment = settling.payment
    with book_of(viewer, invoice, payment, what="mark_paid"):
        if payment is not None:
            pair = _of_pair(invoice, payment)
            pair.filter(kind__in=[settling.kind, SettlementKind.REFUSED]).delete()
        _check_day(invoice, settling)
        _check_amount(invoice, settling)
        return Settlement.objects.create(
            owner=viewer,
            invoice=invoice,
            payment=payment,
            fingerprint=payment.fingerprint if payment else None,
            amount_minor=settling.amount.minor,
            kind=settling.kind,
            on=None if payment else settling.on,
            source=settling.source,
            noted_on=settling.noted_on,
            batch=batch,
        )


def unmark_paid(
    *,
    viewer: Person,
    invoice: Invoice,
    payments: Iterable[Payment],
    noted_on: date | None,
) -> None:
    """Note that an invoice is not paid after all: nothing of what was said holds.

    `payments` are those that were taken for it; they are remembered as not for it.
    """
    refused = list(payments)
    with book_of(viewer, invoice, *refused, what="unmark_paid"):
        noted = invoice.settlements.exclude(kind=SettlementKind.REFUSED)
        refused += [
            one.payment for one in noted.select_related("payment") if one.payment
        ]
        noted.delete()
        for payment in dict.fromkeys(refused):
            _refuse(viewer, invoice, payment, noted_on)


def unmark_payment(
    *, viewer: Person, invoice: Invoice, payment: Payment, noted_on: date | None
) -> None:
    """Note that a payment is not for an invoice, whatever it looks like."""
    with book_of(viewer, invoice, payment, what="unmark_payment"):
        _of_pair(invoice, payment).delete()
        _refuse(viewer, invoice, payment, noted_on)


def drop_settlement(*, viewer: Person, settlement: Settlement) -> None:
    """Take back what was said of an invoice; what fits it by itself counts again."""
    with book_of(viewer, settlement, what="drop_settlement"):
        settlement.delete()


def _of_pair(invoice: Invoice, payment: Payment) -> QuerySet[Settlement]:
    return invoice.settlements.filter(
        Q(payment=payment) | Q(fingerprint=payment.fingerprint)
    )


def _refuse(
    viewer: Person, invoice: Invoice, payment: Payment, noted_on: date | None
) -> None:
    Settlement.objects.get_or_create(
        owner=viewer,
        invoice=invoice,
        fingerprint=payment.fingerprint,
        kind=SettlementKind.REFUSED,
        defaults={
            "payment": payment,
            "amount_minor": 0,
            "source": SettlementSource.PERSON,
            "noted_on": noted_on,
        },
    )


def _check_day(invoice: Invoice, settling: Settling) -> None:
    is_money = settling.kind is SettlementKind.PAYMENT and settling.payment is None
    if is_money and settling.on is not None and settling.on < invoice.issued_on:
        raise BadSettlement(
            "An invoice is paid on its own date or later",
            value=f"{invoice.issued_on}, paid {settling.on}",
            fix="Correct one of the two dates.",
        )


def _check_amount(invoice: Invoice, settling: Settling) -> None:
    """Refuse another currency, nothing, and more than the invoice or the payment is."""
    amount = settling.amount
    if amount.currency != invoice.currency or amount.minor <= 0:
        raise BadSettlement(
            "What settles an invoice is an amount above zero in its currency",
            value=str(amount),
            fix=f"Write the amount in {invoice.currency}.",
        )
    noted = invoice.settlements.aggregate(sum=Sum("amount_minor"))["sum"] or 0
    _refuse_more(
        "This is more than the invoice still asks for",
        amount,
        Money.from_minor(invoice.amount_minor - noted, invoice.currency),
    )
    payment = settling.payment
    if payment is None or settling.kind is not SettlementKind.PAYMENT:
        return
    if payment.currency != invoice.currency:
        return
    given = payment.settlement_set.filter(kind=SettlementKind.PAYMENT)
    given_away = given.aggregate(sum=Sum("amount_minor"))["sum"] or 0
    _refuse_more(
        "This is more than the payment brought, beside what it paid already",
        amount,
        Money.from_minor(max(0, payment.amount_minor - given_away), payment.currency),
    )


def _refuse_more(what: str, amount: Money, most: Money) -> None:
    if amount.minor > most.minor:
        raise BadSettlement(
            what,
            value=str(amount),
            fix=f"Write at most {most}, or unmark what is marked already.",
        )
