"""What somebody does, each ticked with its hours and, where they say so, its terms."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plait.domain.money import Money
from plait.domain.roles import PayBasis, Per, Role
from plait.domain.schemas.agreement import MOST_HOURS, MOST_PAY
from plait.domain.schemas.role import LONGEST_NAME
from plait.domain.schemas.terms_limits import problems_of_terms
from plait.domain.starters import (
    AT_LABELS,
    STARTERS,
    Starter,
    Ticked,
    coloured,
    role_of,
    usual_since,
)
from plait.web.forms.agreements import BASES
from plait.web.forms.parts import DayField, NumberField
from plait.web.pages.errors import field_error

NOTHING = _("Tick what you do, or begin another way.")


class TickForm(forms.Form):
    """One thing that people do; all that is not ticked is left aside."""

    is_on = forms.BooleanField(required=False)
    hours = NumberField(required=False, max_value=Decimal(MOST_HOURS[Per.WEEK]))
    name = forms.CharField(
        label=_("What do you call it?"), max_length=LONGEST_NAME, required=False
    )
    organisation = forms.CharField(
        label=_("Where, or for whom?"), max_length=LONGEST_NAME, required=False
    )
    basis = forms.ChoiceField(label=_("Pay is"), choices=BASES)
    pay = NumberField(
        label=_("Amount"),
        help_text=_("Before tax. Leave it open if it varies."),
        required=False,
        max_value=MOST_PAY,
    )
    since = DayField(
        label=_("Since"),
        help_text=_("About right will do."),
        error_messages={"required": _("Say since when; about right will do.")},
    )

    def __init__(
        self, data: QueryDict | None, *, starter: Starter, first: dict[str, Any]
    ) -> None:
        super().__init__(data, prefix=starter.key, initial=first)
        self.starter = starter
        # An address must not be as good as a tick, nor an open field a fault of its own.
        self.use_required_attribute = False

    @property
    def is_ticked(self) -> bool:
        """Whether it counts as one of what the person does."""
        sent = self.data.get(self.add_prefix("is_on")) if self.is_bound else ""
        return bool(sent)

    def full_clean(self) -> None:
        """Look at what is ticked alone: nothing else is meant to be right."""
        super().full_clean()
        if self.is_bound and not self.is_ticked:
            self._errors = forms.utils.ErrorDict()

    def clean(self) -> dict[str, Any]:
        """Refuse what has no name, or pay that is for nothing."""
        if not self._name():
            self.add_error("name", _("Give it a name that you recognise."))
        if self.errors:
            return self.cleaned_data
        role = role_of(self.ticked("EUR", "?", 1))
        for terms in role.agreements:
            for problem in problems_of_terms(terms):
                where = {"pay_basis": "basis", "ends_on": "since"}
                field = where.get(problem.where, problem.where)
                self.add_error(field, field_error(problem))
        if self.cleaned_data.get("pay") is not None and not role.is_paid:
            self.add_error("basis", _("Say what the amount is for."))
        return self.cleaned_data

    def _name(self) -> str:
        name: str = self.cleaned_data.get("name", "")
        return name.strip() or (self.starter.role and gettext(self.starter.role))

    def ticked(self, currency: str, own_name: str, colour: int) -> Ticked:
        """Return what was ticked; without an organisation it is at the usual one."""
        values = self.cleaned_data
        basis, pay = PayBasis(values["basis"]), values["pay"]
        at = AT_LABELS.get(self.starter.at)
        is_paid = basis is not PayBasis.NONE
        return Ticked(
            starter=self.starter,
            name=self._name(),
            organisation=values["organisation"].strip()
            or (gettext(at) if at else own_name),
            since=values["since"],
            hours=values["hours"],
            basis=basis,
            pay=Money(pay, currency) if pay is not None and is_paid else None,
            colour=colour,
        )


class Ticks:
    """All that can be ticked, as one form."""

    def __init__(
        self, data: QueryDict | None, *, today: date, used: tuple[int, ...] = ()
    ) -> None:
        self.used = used
        self.forms = tuple(
            TickForm(data, starter=one, first=_first(one, today)) for one in STARTERS
        )

    @property
    def on(self) -> tuple[TickForm, ...]:
        """Those that are ticked."""
        return tuple(form for form in self.forms if form.is_ticked)

    @property
    def colours(self) -> dict[str, int]:
        """The colour of each that is ticked, by its key."""
        found = coloured([one.starter.colour for one in self.on], self.used)
        return {
            form.starter.key: colour
            for form, colour in zip(self.on, found, strict=True)
        }

    def is_valid(self) -> bool:
        """Return whether something is ticked, and all of that is right."""
        return bool(self.on) and all(form.is_valid() for form in self.on)

    def roles(self, currency: str, own_name: str) -> list[Role]:
        """Return what is ticked as roles."""
        colours = self.colours
        return [
            role_of(form.ticked(currency, own_name, colours[form.starter.key]))
            for form in self.on
        ]


def _first(starter: Starter, today: date) -> dict[str, Any]:
    return {
        "hours": starter.hours,
        "basis": starter.basis.value,
        "since": usual_since(today),
        "name": gettext(starter.role) if starter.role else "",
    }
