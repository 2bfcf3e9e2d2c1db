"""The form of an invoice."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.operations.invoices import LONGEST_NUMBER
from plait.domain.money import Money
from plait.domain.schemas.book_records import InvoiceRecord
from plait.web.forms.parts import DayField, offer_currencies
from plait.web.forms.safety.fields import money_field, set_choices

_BEFORE = _("This is before the invoice date: correct one of the two.")
_NEEDED = {"required": _("Fill in the date.")}


class InvoiceForm(forms.Form):
    """What is to be paid, and by when."""

    role = forms.ChoiceField(label=_("Role"))
    number = forms.CharField(
        label=_("Number"),
        help_text=_("As on the invoice."),
        max_length=LONGEST_NUMBER,
        required=False,
    )
    amount = money_field(
        label=_("Amount"),
        min_value=Decimal("0.01"),
        error_messages={
            "required": _("Fill in the amount."),
            "min_value": _("Fill in an amount above zero."),
        },
    )
    currency = forms.ChoiceField(label=_("Currency"))
    issued_on = DayField(label=_("Invoice date"), error_messages=_NEEDED)
    due_on = DayField(label=_("Due date"), error_messages=_NEEDED)
    paid_on = DayField(
        label=_("Paid on"), help_text=_("Empty until it is paid."), required=False
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "role", roles)
        offer_currencies(self)

    def clean(self) -> dict[str, Any]:
        """Refuse days before the invoice date."""
        values = self.cleaned_data
        issued = values.get("issued_on")
        for name in ("due_on", "paid_on"):
            day = values.get(name)
            if issued and day and day < issued:
                self.add_error(name, _BEFORE)
        return values

    def record(self) -> InvoiceRecord:
        """Return the invoice, as a file would hold it."""
        values = self.cleaned_data
        return InvoiceRecord(
            "form",
            role=values["role"],
            amount=Money(values["amount"], values["currency"]),
            issued_on=values["issued_on"],
            due_on=values["due_on"],
            paid_on=values["paid_on"],
            number=values["number"],
        )
