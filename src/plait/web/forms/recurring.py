"""The form of what comes again and again: money or time, how often, from when."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.book.operations.recurring import RecurringEntry
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.recurring import MOST_EVERY, Recurrence, Rhythm
from plait.formats.quick_entry.amounts import amount_of
from plait.web.forms.entries import LengthField, role_choices
from plait.web.forms.money import IN, OUT
from plait.web.forms.parts import DayField, offer_currencies
from plait.web.pages.errors import refusal

HOURS = "hours"
_BOTH = {"required": _("Fill in the day.")}


class RecurringForm(forms.Form):
    """What comes, for which role, and when."""

    way = forms.ChoiceField(
        label=_("What it is"),
        choices=[(IN, _("Money in")), (OUT, _("Money out")), (HOURS, _("Hours"))],
        widget=forms.RadioSelect,
    )
    amount = forms.CharField(
        label=_("Amount"),
        help_text=_("For money."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    currency = forms.ChoiceField(label=_("Currency"))
    length = LengthField(
        label=_("How long"),
        help_text=_("For hours, such as 3 or 1:30."),
        max_length=20,
        required=False,
    )
    role = forms.ChoiceField(label=_("Role"))
    payer = forms.CharField(
        label=_("Who pays, or is paid"), max_length=200, required=False
    )
    text = forms.CharField(label=_("What it is for"), max_length=500, required=False)
    starts_on = DayField(label=_("First day"), error_messages=_BOTH)
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=[
            (Rhythm.MONTHS, _("monthly, on this day")),
            (Rhythm.WEEKDAYS, _("monthly, on this weekday")),
            (Rhythm.WEEKS, _("weekly")),
        ],
    )
    every = forms.IntegerField(
        label=_("Every so many weeks or months"),
        min_value=1,
        max_value=MOST_EVERY,
        initial=1,
    )
    last_on = DayField(
        label=_("Last day"), help_text=_("Leave empty if it goes on."), required=False
    )

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        choices = [("", _("choose a role")), *role_choices(roles)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's
        offer_currencies(self)
        self.fields["role"].error_messages["required"] = _("Choose a role, or private.")

    def clean(self) -> dict[str, Any]:
        """Read the amount or the length, and refuse days in the wrong order."""
        values = self.cleaned_data
        first, last = values.get("starts_on"), values.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("This is before the first day."))
        if values.get("way") == HOURS:
            if "length" in values and not values["length"]:
                self.add_error("length", _("Fill in how long it takes."))
            if values.get("role") == "private":
                self.add_error("role", _("Hours are for a role."))
        elif "amount" in values and "currency" in values:
            self._read_amount(values)
        return values

    def _read_amount(self, values: dict[str, Any]) -> None:
        if not values["amount"]:
            self.add_error("amount", _("Fill in the amount."))
            return
        try:
            money = amount_of(values["amount"], values["currency"])
        except PlaitError as error:
            self.add_error("amount", refusal(error))
            return
        if money.number <= 0:
            self.add_error("amount", _("Fill in an amount above zero."))
        values["money"] = -money if values.get("way") == OUT else money

    def entry(self, role: Role | None, except_on: tuple[date, ...]) -> RecurringEntry:
        """Return what was filled in."""
        values = self.cleaned_data
        last: date | None = values["last_on"]
        money: Money | None = values.get("money")
        return RecurringEntry(
            when=Recurrence(
                values["starts_on"],
                Rhythm(values["rhythm"]),
                values["every"],
                last + timedelta(days=1) if last else None,
                except_on,
            ),
            role=role,
            amount=money,
            seconds=None if money else values["length"],
            payer=values["payer"],
            text=values["text"],
        )
