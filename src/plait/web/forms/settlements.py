"""The form of what paid an invoice, or a part of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.answers.income.invoices import InvoiceLine
from plait.book.models import Payment
from plait.book.operations.settlements import Settling
from plait.domain.money import Money
from plait.domain.settlements import SettlementKind
from plait.web.forms.parts import DayField
from plait.web.forms.safety.fields import money_field, set_choices

_BEFORE = _("This is before the invoice date: correct one of the two.")
_KINDS = (
    (SettlementKind.PAYMENT.value, _("A payment")),
    (SettlementKind.FEE.value, _("A fee that was held back")),
    (SettlementKind.CREDIT.value, _("A credit note")),
    (SettlementKind.WRITE_OFF.value, _("It will stay unpaid")),
)


class PaidForm(forms.Form):
    """How much of an invoice was settled, by what, and on which day."""

    kind = forms.ChoiceField(label=_("What it was"), choices=_KINDS, required=False)
    amount = money_field(
        label=_("Amount"),
        help_text=_("It can be a part of the invoice."),
        min_value=Decimal("0.01"),
        required=False,
        error_messages={"min_value": _("Fill in an amount above zero.")},
    )
    payment = forms.ChoiceField(
        label=_("Payment"),
        help_text=_("Leave it if the payment is not on a statement."),
        required=False,
    )
    paid_on = DayField(
        label=_("Paid on"),
        help_text=_("Only if you chose no payment."),
        required=False,
    )

    def __init__(
        self,
        data: Any,  # noqa: ANN401  # Django's own
        *,
        invoice: InvoiceLine,
        payments: Iterable[tuple[str, str]],
        today: date,
    ) -> None:
        rest = invoice.remaining or invoice.amount
        first = {"amount": rest, "paid_on": today, "kind": SettlementKind.PAYMENT}
        super().__init__(data, initial=first)
        self.invoice, self.rest, self.today = invoice, rest, today
        set_choices(self, "payment", [("", str(_("None of these"))), *payments])

    def clean_paid_on(self) -> date:
        """Refuse a day before the invoice date."""
        day: date = self.cleaned_data["paid_on"] or self.today
        if day < self.invoice.issued_on and not self.cleaned_data.get("payment"):
            raise forms.ValidationError(_BEFORE)
        return day

    def settling(self, payment: Payment | None) -> Settling:
        """Return what was filled in; all that is to come, of a payment what it has."""
        values = self.cleaned_data
        amount = Money(values["amount"] or self.rest, self.invoice.currency)
        if payment and payment.currency == amount.currency:
            brought = Money.from_minor(payment.amount_minor, payment.currency)
            if values["amount"] in {None, self.rest}:
                amount = min(amount, brought)
        kind = SettlementKind(values["kind"] or SettlementKind.PAYMENT)
        day = None if payment else values["paid_on"]
        return Settling(amount, self.today, kind, payment, day)
