"""The form of one thing to consider: something new, other terms, or leaving."""

from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plait.answers.take_on.answer import proposal_problems
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Move, Proposal, usual_start
from plait.domain.roles import Clause, CountsAs, PayBasis, Per, RoleKind
from plait.domain.schemas.agreement import MOST_HOURS, MOST_PAY
from plait.domain.schemas.role import LONGEST_NAME
from plait.web.forms.agreements import CLAUSES, COUNTS, PERS
from plait.web.forms.parts import DayField, NumberField, currencies
from plait.web.forms.week import WeekField
from plait.web.pages.errors import field_error
from plait.web.pages.roles.terms import KINDS

_E = TypeVar("_E", bound=StrEnum)

_MOVES = [
    (Move.TAKE_ON.value, _("Take on something new")),
    (Move.CHANGE.value, _("Change a role I have")),
    (Move.LEAVE.value, _("Leave a role")),
]
_BASES = [
    (PayBasis.HOURLY.value, _("hour")),
    (PayBasis.DAILY.value, _("day")),
    (PayBasis.SALARY.value, _("month, as a salary")),
    (PayBasis.MONTHLY.value, _("month, as a fee")),
    (PayBasis.FIXED.value, _("the whole")),
]
_NO_CHANGE = ("", _("As it is now, or as usual"))
# What means nothing for each move; it stays out of the address.
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
        label=_("What are you considering?"),
        choices=_MOVES,
        widget=forms.RadioSelect,
        initial=Move.TAKE_ON.value,
    )
    role = forms.ChoiceField(label=_("Which role?"), required=False)
    name = forms.CharField(
        label=_("What is it?"),
        help_text=_("As you would say it: course leader, second client."),
        max_length=LONGEST_NAME,
        required=False,
    )
    organisation = forms.CharField(
        label=_("Where, or for whom?"), max_length=LONGEST_NAME
    )
    kind = forms.ChoiceField(
        label=_("What sort of role is it?"),
        initial=RoleKind.CONTRACT.value,
        required=False,
    )
    hours = NumberField(
        label=_("Hours it takes"),
        required=False,
        max_value=Decimal(MOST_HOURS[Per.TOTAL]),
    )
    per = forms.ChoiceField(label=_("Period"), choices=PERS, required=False)
    blocks = WeekField(
        label=_("On which days and times?"),
        help_text=_("Such as mon-wed 9-17. Leave empty if they vary."),
        required=False,
        max_length=500,
    )
    pay = NumberField(
        label=_("Pay"),
        help_text=_("Before tax."),
        required=False,
        max_value=MOST_PAY,
    )
    pay_basis = forms.ChoiceField(label=_("Paid per"), choices=_BASES, required=False)
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    starts_on = DayField(
        label=_("From"),
        error_messages={"required": _("Enter the first day.")},
    )
    ends_on = DayField(
        label=_("Last day"),
        help_text=_("Leave empty if none was agreed."),
        required=False,
    )
    clause = forms.ChoiceField(
        label=_("What does it say about other work?"),
        choices=[_NO_CHANGE, *CLAUSES],
        required=False,
    )
    counts_as = forms.ChoiceField(
        label=_("How the hours count legally"),
        choices=[_NO_CHANGE, *COUNTS],
        required=False,
    )

    def __init__(self, portfolio: Portfolio, data: QueryDict | None = None) -> None:
        self.portfolio = portfolio
        super().__init__(
            data,
            initial={
                "starts_on": usual_start(portfolio.on),
                "currency": portfolio.person.currency,
            },
        )
        roles = _roles(portfolio)
        self.has_roles = bool(roles)
        choices = {
            "role": [("", "–"), *roles],
            "kind": [(k.value, KINDS[k]) for k in KINDS if k != RoleKind.OPPORTUNITY],
            "currency": currencies(portfolio.person.currency),
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
        if "move" in self.cleaned_data:
            for name in _IDLE[Move(self.cleaned_data["move"])]:
                self.errors.pop(name, None)
            for problem in proposal_problems(self.portfolio, self.proposal()):
                if problem.where not in self.errors:
                    self.add_error(problem.where, field_error(problem))
        return self.cleaned_data

    def _forgive_empty(self) -> None:
        """Accept what is empty: which of it is missed, the move decides."""
        for name in (*_WANTED, "currency"):
            errors = self.errors.as_data().get(name, [])
            if errors and all(error.code == "required" for error in errors):
                del self.errors[name]
                self.cleaned_data[name] = None

    def proposal(self) -> Proposal:
        """Return what was filled in and means something for the move."""
        move = Move(self.cleaned_data["move"])
        idle = _IDLE[move]
        values = {n: v for n, v in self.cleaned_data.items() if n not in idle}
        last, amount, hours = (values.get(n) for n in ("ends_on", "pay", "hours"))
        return Proposal(
            move=move,
            role=values.get("role") or "",
            name=values.get("name") or "",
            organisation=values.get("organisation") or "",
            kind=_chosen(RoleKind, values.get("kind")),
            start=values.get("starts_on"),
            end=last + timedelta(days=1) if last else None,
            hours=hours,
            per=None if hours is None else Per(values.get("per") or "week"),
            blocks=values.get("blocks") or None,
            pay=None if amount is None else self._money(amount, values),
            pay_basis=None
            if amount is None
            else PayBasis(values["pay_basis"] or "hour"),
            clause=_chosen(Clause, values.get("clause")),
            counts_as=_chosen(CountsAs, values.get("counts_as")),
        )

    def _money(self, amount: Decimal, values: dict[str, Any]) -> Money:
        return Money(amount, values.get("currency") or self.portfolio.person.currency)

    def query(self) -> str:
        """Return what was filled in as a part of an address, without what is idle."""
        idle = _IDLE[Move(self.cleaned_data["move"])]
        filled = [
            (name, self.data[name].strip())
            for name in self.fields
            if name not in idle and self.data.get(name, "").strip()
        ]
        return urlencode(filled)


def _chosen(kind: type[_E], value: str | None) -> _E | None:
    return kind(value) if value else None


def _roles(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return the roles that have not ended, to choose from."""
    on = portfolio.on
    return [
        (role.key, role.name)
        for role in portfolio.roles
        if not role.is_archived and (role.period.end is None or role.period.end > on)
    ]
