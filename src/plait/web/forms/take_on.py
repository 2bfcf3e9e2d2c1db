"""The form of one thing to ask about: something new, other terms, or leaving."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plait.analysis.decisions.take_on.variant import Move, Variant
from plait.domain.money import Money
from plait.domain.other_terms import other_terms
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    Organisation,
    PayBasis,
    Per,
    RoleKind,
    usual_counting,
)
from plait.domain.schemas.agreement import MOST_HOURS
from plait.web.forms.agreements import PERS
from plait.web.forms.parts import DayField, NumberField, currencies
from plait.web.forms.week import WeekField
from plait.web.pages.roles.terms import KINDS

_MOVES = [
    (Move.TAKE_ON.value, _("Take on something new")),
    (Move.CHANGE.value, _("Change a role I have")),
    (Move.LEAVE.value, _("Leave a role")),
]
_BASES = [
    (PayBasis.HOURLY.value, _("an hour")),
    (PayBasis.DAILY.value, _("a day")),
    (PayBasis.SALARY.value, _("a month, as a salary")),
    (PayBasis.MONTHLY.value, _("a month")),
    (PayBasis.FIXED.value, _("in all")),
]
_CLAUSES = [
    ("", _("Nothing, or as it is now")),
    (Clause.NONE.value, _("Nothing is said of it")),
    (Clause.CONSENT.value, _("Allowed after asking")),
    (Clause.EXCLUSIVE.value, _("Not allowed")),
]
_COUNTS = [
    ("", _("As is usual for it")),
    (CountsAs.EMPLOYMENT.value, _("As employment")),
    (CountsAs.WORKER.value, _("As work on call or through an agency")),
    (CountsAs.SELF_EMPLOYED.value, _("As work of one’s own account")),
    (CountsAs.VOLUNTARY.value, _("As voluntary, or as study")),
]
# What each move makes nothing of; it stays out of the address.
_OF_TERMS = (
    *("hours", "per", "blocks", "pay", "pay_basis", "currency", "clause"),
    *("counts_as", "ends_on"),
)
_IDLE = {
    Move.TAKE_ON: ("role",),
    Move.CHANGE: ("name", "organisation", "kind"),
    Move.LEAVE: ("name", "organisation", "kind", *_OF_TERMS),
}


# Wanted, and so without the word optional; whether they are missed, the move decides.
_WANTED = ("role", "name", "organisation", "kind", "hours", "per", "pay_basis")
_SMALL_PRINT = ("ends_on", "clause", "counts_as")


class TakeOnForm(forms.Form):
    """What would be done, from when, on which terms."""

    move = forms.ChoiceField(
        label=_("What are you thinking of?"),
        choices=_MOVES,
        widget=forms.RadioSelect,
        initial=Move.TAKE_ON.value,
    )
    role = forms.ChoiceField(label=_("Which role?"), required=False)
    name = forms.CharField(
        label=_("What is it?"),
        help_text=_("As you would say it: course leader, second client."),
        max_length=200,
        required=False,
    )
    organisation = forms.CharField(label=_("Where, or for whom?"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What sort of role is it?"),
        initial=RoleKind.CONTRACT.value,
        required=False,
    )
    hours = NumberField(
        label=_("Hours asked"), required=False, max_value=Decimal(100_000)
    )
    per = forms.ChoiceField(label=_("Counted over"), choices=PERS, required=False)
    blocks = WeekField(
        label=_("On which days and times?"),
        help_text=_("Such as mon-wed 9-17. Empty if they are free."),
        required=False,
        max_length=500,
    )
    pay = NumberField(
        label=_("Pay"),
        help_text=_("Before tax."),
        required=False,
        max_value=Decimal(1_000_000_000),
    )
    pay_basis = forms.ChoiceField(label=_("Pay is for"), choices=_BASES, required=False)
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    starts_on = DayField(
        label=_("From"),
        error_messages={"required": _("Say from which day.")},
    )
    ends_on = DayField(
        label=_("Last day"), help_text=_("Empty if none was agreed."), required=False
    )
    clause = forms.ChoiceField(
        label=_("What would it say of other work?"), choices=_CLAUSES, required=False
    )
    counts_as = forms.ChoiceField(
        label=_("How its hours count in law"), choices=_COUNTS, required=False
    )

    def __init__(self, portfolio: Portfolio, told: QueryDict | None = None) -> None:
        self.portfolio = portfolio
        on = portfolio.on
        super().__init__(
            told,
            initial={
                "starts_on": on + timedelta(days=7 - on.weekday()),
                "currency": portfolio.person.currency,
            },
        )
        roles = _roles(portfolio)
        self.has_roles = bool(roles)
        choices = {
            "role": [("", "–"), *roles],
            "kind": [(k.value, KINDS[k]) for k in KINDS if k != RoleKind.OPPORTUNITY],
            "currency": currencies(),
        }
        for name, chosen in choices.items():
            self.fields[name].choices = chosen  # type: ignore[attr-defined]  # a choice field has choices

        for name in (*_WANTED, "currency"):
            self.fields[name].required = True

    @property
    def has_small_print(self) -> bool:
        """Whether anything stands there, or is wrong there."""
        return any(self[name].value() or self[name].errors for name in _SMALL_PRINT)

    def clean(self) -> dict[str, Any]:
        """Refuse what is missing or cannot be, each at its field."""
        self._forgive_empty()
        told = self.cleaned_data
        if "move" not in told:
            return told
        move = Move(told["move"])
        for name in _IDLE[move]:
            self.errors.pop(name, None)
        if move is Move.TAKE_ON:
            self._check_new(told)
        else:
            self._check_held(told, move)
        if move is not Move.LEAVE:
            self._check_terms(told)
        return told

    def _forgive_empty(self) -> None:
        """Take what is empty for not told: only some of it is wanted at a time."""
        for name in (*_WANTED, "currency"):
            errors = self.errors.as_data().get(name, [])
            if errors and all(error.code == "required" for error in errors):
                del self.errors[name]
                self.cleaned_data[name] = None

    def _check_new(self, told: dict[str, Any]) -> None:
        if not told.get("name") and "name" not in self.errors:
            self.add_error("name", _("Say what it is, in a word or two."))
        blocks = told.get("blocks") or ()
        if told.get("hours") is None and blocks and "hours" not in self.errors:
            in_week = sum(block.seconds for block in blocks)
            told["hours"], told["per"] = Decimal(in_week) / 3600, Per.WEEK.value
        if told.get("hours") is None and "hours" not in self.errors:
            self.add_error("hours", _("Say how many hours it asks; a guess will do."))

    def _check_held(self, told: dict[str, Any], move: Move) -> None:
        if not told.get("role"):
            if "role" not in self.errors:
                self.add_error("role", _("Choose one of your roles."))
            return
        role, start = self.portfolio.roles[self._index()], told.get("starts_on")
        if start is None:
            return
        begun = start > role.period.start or move is Move.CHANGE
        if not role.is_held_on(start) or not begun:
            self.add_error("starts_on", _("The role is not held on that day."))

    def _check_terms(self, told: dict[str, Any]) -> None:
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on", _("This lies before the first day: correct one of the two.")
            )
        hours, per = told.get("hours"), Per(told.get("per") or Per.WEEK)
        if hours and hours > MOST_HOURS[per]:
            self.add_error("hours", _("There are not that many hours in it."))
        if hours and per is Per.TOTAL and not last and "ends_on" not in self.errors:
            self.add_error(
                "ends_on", _("Hours in all need a last day, to be spread over weeks.")
            )

    def variant(self) -> Variant:
        """Return what was asked; of a form without faults."""
        told = self.cleaned_data
        move, start = Move(told["move"]), told["starts_on"]
        if move is Move.TAKE_ON:
            return self._new(start)
        index = self._index()
        name = self.portfolio.roles[index].name
        terms = None if move is Move.LEAVE else self._changed(index, start)
        return Variant(move, name, start, role=index, terms=terms)

    def address(self) -> str:
        """Return what was told as a part of an address, without what is idle."""
        idle = _IDLE[Move(self.cleaned_data["move"])]
        kept = [
            (name, self.data[name].strip())
            for name in self.fields
            if name not in idle and self.data.get(name, "").strip()
        ]
        return urlencode(kept)

    def _index(self) -> int:
        keys = [role.key for role in self.portfolio.roles]
        return keys.index(self.cleaned_data["role"])

    def _new(self, start: date) -> Variant:
        told = self.cleaned_data
        kind = RoleKind(told["kind"] or RoleKind.CONTRACT)
        terms = Agreement(
            period=Period(start, self._end()),
            hours=told["hours"],
            per=Per(told["per"] or Per.WEEK),
            pay_basis=self._basis() if told["pay"] is not None else PayBasis.NONE,
            pay=self._pay(),
            clause=Clause(told["clause"] or Clause.NONE),
            counts_as=CountsAs(told["counts_as"] or usual_counting(kind)),
            blocks=told["blocks"],
        )
        place = Organisation(told["organisation"] or told["name"])
        return Variant(
            Move.TAKE_ON,
            told["name"],
            start,
            terms=terms,
            kind=kind,
            organisation=place,
        )

    def _changed(self, index: int, start: date) -> Agreement:
        told, pay = self.cleaned_data, self._pay()
        hours = told["hours"]
        new = {
            "hours": hours,
            "per": None if hours is None else Per(told["per"] or Per.WEEK),
            "pay": pay,
            "pay_basis": None if pay is None else self._basis(),
            "blocks": told["blocks"] or None,
            "clause": Clause(told["clause"]) if told["clause"] else None,
            "counts_as": CountsAs(told["counts_as"]) if told["counts_as"] else None,
        }
        before = self.portfolio.roles[index].agreement_on(start)
        return other_terms(before, start, self._end(), new)

    def _end(self) -> date | None:
        last = self.cleaned_data["ends_on"]
        return last + timedelta(days=1) if last else None

    def _basis(self) -> PayBasis:
        return PayBasis(self.cleaned_data["pay_basis"] or PayBasis.HOURLY)

    def _pay(self) -> Money | None:
        told = self.cleaned_data
        if told["pay"] is None:
            return None
        return Money(told["pay"], told["currency"] or self.portfolio.person.currency)


def _roles(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return the roles that have not ended, to choose from."""
    on = portfolio.on
    return [
        (role.key, role.name)
        for role in portfolio.roles
        if role.period.end is None or role.period.end > on
    ]
