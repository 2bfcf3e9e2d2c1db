"""The forms of an invoice, and of the day it was paid."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.money import Money
from plait.web.forms.parts import DayField, currencies
from plait.web.forms.safety import money_field

_BEFORE = _("This lies before the day it was written: correct one of the two.")


class InvoiceForm(forms.Form):
    """Money asked for."""

    role = forms.ChoiceField(label=_("Of which role"))
    number = forms.CharField(
        label=_("Number"), help_text=_("As it stands on it."), max_length=100,
        required=False,
    )  # fmt: skip
    amount = money_field(
        label=_("Amount"),
        min_value=Decimal("0.01"),
        error_messages={
            "required": _("Say how much it asks for."),
            "min_value": _("An invoice asks for more than nothing."),
        },
    )
    currency = forms.ChoiceField(label=_("Currency"))
    issued_on = DayField(
        label=_("Written on"), error_messages={"required": _("Say on which day.")}
    )
    due_on = DayField(
        label=_("To be paid by"), error_messages={"required": _("Say by which day.")}
    )
    paid_on = DayField(
        label=_("Paid on"), help_text=_("Empty while it is not."), required=False
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = list(roles)  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["currency"].choices = currencies()  # type: ignore[attr-defined]  # the same

    def clean(self) -> dict[str, Any]:
        """Refuse days that lie before the day it was written."""
        told = self.cleaned_data
        issued = told.get("issued_on")
        for name in ("due_on", "paid_on"):
            day = told.get(name)
            if issued and day and day < issued:
                self.add_error(name, _BEFORE)
        return told

    def told(self) -> dict[str, Any]:
        """Return the fields of an invoice beside its role."""
        told = self.cleaned_data
        days = {name: told[name] for name in ("issued_on", "due_on", "paid_on")}
        amount = Money(told["amount"], told["currency"])
        return {"number": told["number"], "amount": amount, **days}


class PaidForm(forms.Form):
    """The day an invoice was paid."""

    paid_on = DayField(
        label=_("Paid on"),
        help_text=_("Empty it if it was not paid after all."),
        required=False,
    )

    def __init__(self, *args: Any, issued_on: date, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.issued_on = issued_on

    def clean_paid_on(self) -> date | None:
        """Refuse a day before the invoice was written."""
        day: date | None = self.cleaned_data["paid_on"]
        if day and day < self.issued_on:
            raise forms.ValidationError(_BEFORE)
        return day
