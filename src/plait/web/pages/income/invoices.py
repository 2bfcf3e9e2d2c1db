"""Invoices as pages list them: what is still to come, what was paid, and by what."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse

from plait.answers.income.invoices import (
    CouldBe,
    InvoiceLine,
    InvoicePart,
    InvoicesAnswer,
    InvoiceState,
)
from plait.domain.settlements import SettlementKind
from plait.web.pages.records.records import records_url


@dataclass(frozen=True, slots=True)
class PaymentView:
    """What settled a part; `url` opens the payment, `payment` names it, "" for none."""

    text: str
    payer: str
    known: str
    url: str
    payment: str


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """One invoice; `could_be` are sets of payments among which nothing decides."""

    pk: int
    name: str
    role: str
    colour: int
    amount: str
    state: str
    is_paid: bool
    is_unsure: bool
    days: str
    late: str
    texts: tuple[str, ...]
    parts: tuple[PaymentView, ...]
    could_be: tuple[tuple[PaymentView, ...], ...]
    paid_url: str
    this_url: str
    not_this_url: str
    unpaid_url: str
    remove_url: str


def invoices_view(
    answer: InvoicesAnswer, rows: Sequence[Any]
) -> dict[str, list[InvoiceView]]:
    """Return what is still to come, the earliest due first, and what was paid.

    `rows` are the book's invoices, in the order that the answer counts them.
    """
    return {
        "open": [invoice_view(line, rows[line.index].pk) for line in answer.unpaid],
        "paid": [invoice_view(line, rows[line.index].pk) for line in answer.paid],
    }


def invoice_view(line: InvoiceLine, pk: int) -> InvoiceView:
    """Return one invoice, `pk` being its row in the book."""
    could_be = groupby(line.could_be, key=lambda one: one.of)
    return InvoiceView(
        pk=pk,
        name=line.name,
        role=line.role_name,
        colour=line.colour,
        amount=line.amount_text,
        state=line.state_text,
        is_paid=line.state is InvoiceState.PAID,
        is_unsure=line.state is InvoiceState.UNSURE,
        days=line.days_text,
        late=line.late_text,
        texts=line.texts,
        parts=tuple(_payment(part, part.known_text) for part in line.parts),
        could_be=tuple(
            tuple(_payment(one, one.reference) for one in some) for _, some in could_be
        ),
        paid_url=reverse("invoice_paid", args=[pk]),
        this_url=reverse("invoice_this", args=[pk]),
        not_this_url=reverse("invoice_not_this", args=[pk]),
        unpaid_url=reverse("invoice_unpaid", args=[pk]),
        remove_url=reverse("invoice_remove", args=[pk]),
    )


def _payment(one: InvoicePart | CouldBe, known: str) -> PaymentView:
    url = records_url(one.records) if one.records else ""
    # A fee goes with its payment.
    is_payment = isinstance(one, CouldBe) or one.kind is SettlementKind.PAYMENT
    name = one.payment if is_payment else ""
    return PaymentView(one.text, one.payer, known, url, name)
