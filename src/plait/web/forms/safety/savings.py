"""The form of savings, the least a month costs, and what is set aside for tax."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.accounts.models import Person
from plait.accounts.operations import PersonSettings
from plait.domain.money import Money, to_minor
from plait.web.forms.parts import offer_currencies
from plait.web.forms.safety.fields import (
    money_field,
    percent_field,
    percent_of,
    whole,
)


class CushionForm(forms.Form):
    """What there is to live on, what a month costs, and what goes to tax."""

    savings = money_field(
        label=_("Savings"),
        help_text=_("What you could live on, not your pension or your house."),
        required=False,
    )
    floor = money_field(
        label=_("The least a month costs"),
        help_text=_("Rent, food, insurance: what cannot wait."),
        required=False,
    )
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    set_aside = percent_field(
        label=_("Set aside for tax, %"),
        help_text=_("Of every payment you receive before tax."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        offer_currencies(self)

    def changes(self, home: str) -> PersonSettings:
        """Return what changes of the person, in minor units and thousandths."""
        values = self.cleaned_data
        currency = values["currency"] or home
        share = values["set_aside"]
        return {
            "savings_minor": _minor(values["savings"], currency),
            "floor_minor": _minor(values["floor"], currency),
            "savings_currency": currency,
            "set_aside": None if share is None else int(share * 10),
        }


def cushion_of(person: Person) -> dict[str, Decimal | str | None]:
    """Return what the person entered before, as the form shows it."""
    share, currency = person.set_aside, person.savings_currency or person.currency
    return {
        "savings": _number(person.savings_minor, currency),
        "floor": _number(person.floor_minor, currency),
        "currency": currency,
        "set_aside": None if share is None else percent_of(share),
    }


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else to_minor(amount, currency)


def _number(minor: int | None, currency: str) -> Decimal | None:
    return None if minor is None else whole(Money.from_minor(minor, currency).number)
