"""The form of money entered by hand: what came in or went out, when, for which role."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.book.operations.by_hand import PaymentDetails
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for
from plait.formats.quick_entry.amounts import amount_of
from plait.web.forms.entries import role_choices
from plait.web.forms.parts import DayField, offer_currencies
from plait.web.forms.safety.fields import percent_field
from plait.web.pages.errors import refusal
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import Words

IN, OUT = "in", "out"


class MoneyForm(forms.Form):
    """What was paid: by whom, when, for which role, and what it was."""

    way = forms.ChoiceField(
        label=_("Which way"),
        choices=[(IN, _("Money in")), (OUT, _("Money out"))],
        widget=forms.RadioSelect,
    )
    amount = forms.CharField(
        label=_("Amount"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"required": _("Fill in the amount.")},
    )
    currency = forms.ChoiceField(label=_("Currency"))
    on = DayField(label=_("Day"), error_messages={"required": _("Fill in the day.")})
    role = forms.ChoiceField(label=_("Role"))
    payer = forms.CharField(
        label=_("Who paid, or was paid"), max_length=200, required=False
    )
    reference = forms.CharField(
        label=_("What it was for"), max_length=500, required=False
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        help_text=_("Only income counts as income, and only costs as costs."),
        required=False,
    )
    share = percent_field(
        label=_("Yours, in percent"),
        help_text=_("Leave it empty if all of it is yours."),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[Role],
        words: Words,
        today: date,
        **kwargs: Any,  # noqa: ANN401  # Django's signature
    ) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        kinds = [(kind.value, kind_text(words, kind)) for kind in PaymentKind]
        choices = {
            "kind": [("", _("leave it to Plait")), *kinds],
            "role": [("", _("choose a role")), *role_choices(roles)],
        }
        for name, chosen in choices.items():
            self.fields[name].choices = chosen  # type: ignore[attr-defined]  # a choice field's
        offer_currencies(self)
        self.fields["role"].error_messages["required"] = _("Choose a role, or private.")

    def clean_on(self) -> date:
        """Refuse a day that has not been yet."""
        on: date = self.cleaned_data["on"]
        if on > self._today:
            raise ValidationError(
                _("This day is still to come: enter money once it has been paid.")
            )
        return on

    def clean(self) -> dict[str, Any]:
        """Read the amount; a currency beside it is stronger than the chosen one."""
        values = self.cleaned_data
        if "amount" in values and "currency" in values:
            try:
                money = amount_of(values["amount"], values["currency"])
            except PlaitError as error:
                self.add_error("amount", refusal(error))
            else:
                if money.number <= 0:
                    self.add_error("amount", _("Fill in an amount above zero."))
                values["money"] = -money if values.get("way") == OUT else money
        kind, paid = values.get("kind"), values.get("money")
        if kind and paid and PaymentKind(kind) not in kinds_for(paid.minor):
            self.add_error("kind", _("Money that goes this way is never that."))
        return values

    def money(self) -> Money:
        """Return the amount, below zero where it went out."""
        found: Money = self.cleaned_data["money"]
        return found

    def details(self) -> PaymentDetails:
        """Return what else was said of it."""
        values = self.cleaned_data
        share: Decimal | None = values["share"]
        return {
            "payer": values["payer"],
            "reference": values["reference"],
            "kind": PaymentKind(values["kind"]) if values["kind"] else None,
            "share": None if share is None else round(share * 10),
        }
