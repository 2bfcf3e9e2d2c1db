"""Invoices as a page lists them: what is still to come, and what was paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.domain.money import Money
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """One invoice."""

    name: str
    role: str
    colour: int
    amount: str
    days: str
    late: str
    paid_url: str
    remove_url: str


def invoices_view(
    rows: Iterable[Any], on: date, words: Words
) -> dict[str, list[InvoiceView]]:
    """Return what is still to come, the earliest due first, and what was paid."""
    rows = sorted(rows, key=lambda row: row.due_on)
    views = [(paid_day(row), invoice_view(row, on, words)) for row in rows]
    return {
        "open": [view for paid, view in views if paid is None],
        "paid": [view for paid, view in reversed(views) if paid],
    }


def paid_day(row: Any) -> date | None:  # noqa: ANN401  # a row of the book
    """Return the day on which it was said to be paid."""
    found: date | None = row.settlements.values_list("on", flat=True).first()
    return found


def invoice_view(row: Any, on: date, words: Words) -> InvoiceView:  # noqa: ANN401  # a row of the book
    """Return one invoice."""
    amount = Money.from_minor(row.amount_minor, row.currency)
    days, paid_on = _("due on %(day)s") % {"day": words.day(row.due_on)}, paid_day(row)
    if paid_on:
        days = _("paid on %(day)s") % {"day": words.day(paid_on)}
    n = 0 if paid_on else max(0, (on - row.due_on).days)
    late = ngettext("%(n)d day late", "%(n)d days late", n) % {"n": n} if n else ""
    return InvoiceView(
        name=row.number or _("Without a number"),
        role=row.role.name,
        colour=row.role.colour,
        amount=words.money(float(amount.number), row.currency, digits=2),
        days=days,
        late=late,
        paid_url=reverse("invoice_paid", args=[row.pk]),
        remove_url=reverse("invoice_remove", args=[row.pk]),
    )
