"""The forms of what one could fall back on: savings, causes, beliefs, fallbacks."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plait.accounts.models import Person
from plait.book.operations.invoices import MOST_MONEY
from plait.book.operations.resilience import MOST_SHARE, MOST_WEEKS
from plait.domain.money import Money, to_minor
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.web.forms.parts import DayField, NumberField

# What a word on being sure weighs: as much as that many such roles seen for a year.
SURE: dict[Decimal, Promise] = {
    Decimal(1): _("A guess"),
    Decimal(4): _("Fairly sure"),
    Decimal(15): _("Very sure"),
}
_USUAL = Decimal(4)
_PERCENT = Decimal(100)
_AS_IT_IS = ("what", "weeks", "helper", "step", "step_by")
_PERCENT_SAID = {
    "invalid": _("This is not a number: write it such as 15 or 7.5."),
    "max_value": _("A hundred in a hundred is the most."),
    "max_decimal_places": _("One decimal is enough."),
}


def percent_field(**told: Any) -> NumberField:  # noqa: ANN401  # Django's signature
    """Return a field for so many in a hundred, with one decimal at most."""
    said = _PERCENT_SAID | told.pop("error_messages", {})
    told = {"max_value": _PERCENT, "required": False} | told
    return NumberField(decimal_places=1, error_messages=said, **told)


def money_field(**told: Any) -> NumberField:  # noqa: ANN401  # Django's signature
    """Return a field for money that anybody may have."""
    said = {
        "invalid": _("This is not an amount: write it such as 1200 or 1200.50."),
        "max_value": _("That is more than a thousand million: look at the marks."),
    }
    said |= told.pop("error_messages", {})
    return NumberField(max_value=MOST_MONEY, error_messages=said, **told)


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
    set_aside = percent_field(
        label=_("Put by for tax, %"),
        help_text=_("Of every payment that comes before tax."),
    )

    def told(self, currency: str) -> dict[str, int | None]:
        """Return what changes of the person, in minor units and thousandths."""
        told = self.cleaned_data
        share = told["set_aside"]
        return {
            "savings_minor": _minor(told["savings"], currency),
            "floor_minor": _minor(told["floor"], currency),
            "set_aside": None if share is None else int(share * 10),
        }


def cushion_of(person: Person) -> dict[str, Decimal | None]:
    """Return what the person told of it before, as the form shows it."""
    share = person.set_aside
    return {
        "savings": _number(person.savings_minor, person.currency),
        "floor": _number(person.floor_minor, person.currency),
        "set_aside": None if share is None else _percent(share),
    }


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else to_minor(amount, currency)


def _number(minor: int | None, currency: str) -> Decimal | None:
    return None if minor is None else whole(Money.from_minor(minor, currency).number)


def whole(number: Decimal) -> Decimal:
    """Return a number without decimals where it has none: 18500.00 as 18500."""
    rounded = number.to_integral_value()
    return rounded if rounded == number else number


def _percent(thousandths: int) -> Decimal:
    return whole(Decimal(thousandths) / 10)


class CauseForm(forms.Form):
    """What several roles hang on together."""

    name = forms.CharField(
        label=_("What do they hang on?"),
        help_text=_("One ministry’s budget, one sector, your voice, your car."),
        max_length=200,
        error_messages={"required": _("Write what it is, in your own words.")},
    )
    chance = percent_field(
        label=_("Chance that it fails within a year, %"),
        help_text=_("Leave it open if you would not know."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Which roles would stop with it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick the roles that would stop if it failed."),
            "invalid_choice": _("Choose from your own roles."),
        },
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "roles", roles)

    def told(self) -> dict[str, Any]:
        """Return the fields of a cause beside its roles."""
        told = self.cleaned_data
        return {"name": told["name"], "chance": share_of(told["chance"])}


class FallbackForm(forms.Form):
    """What would replace a role."""

    role = forms.ChoiceField(label=_("If this role stopped"))
    what = forms.CharField(
        label=_("What would you do instead?"),
        help_text=_("More hours elsewhere, a client who asked before, a course."),
        max_length=200,
        error_messages={"required": _("Write what you would turn to.")},
    )
    weeks = forms.IntegerField(
        label=_("In how many weeks would it pay?"),
        min_value=0,
        max_value=MOST_WEEKS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number of weeks, such as 12."),
            "required": _("Say how long; a guess will do."),
            "min_value": _("Write it without a minus."),
            "max_value": _("A thousand weeks is the most."),
        },
    )
    share = percent_field(
        label=_("Share of its income, %"),
        max_value=_PERCENT * MOST_SHARE,
        required=True,
        error_messages={
            "required": _("Say how much; a guess will do."),
            "max_value": _("Five times as much is the most."),
        },
    )
    helper = forms.CharField(label=_("Who could help?"), max_length=200, required=False)
    step = forms.CharField(
        label=_("One step you can take now"),
        help_text=_("What would make it quicker: a call, a lunch, a page of work."),
        max_length=300,
        required=False,
    )
    step_by = DayField(label=_("By when"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "role", roles)

    def told(self) -> dict[str, Any]:
        """Return the fields of a fallback beside its role."""
        told = {k: v for k, v in self.cleaned_data.items() if k != "role"}
        return told | {"share": share_of(told["share"])}


class BeliefsForm(forms.Form):
    """A chance for each paid role, and how sure; two fields a role, by its key.

    `beliefs` are what was said before: chance and years by the role's key.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        beliefs: Mapping[str, tuple[Decimal, Decimal]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keys = []
        for key, name in roles:
            self.keys.append(key)
            chance, years = beliefs.get(key, (None, _USUAL))
            self.fields[f"{key}-chance"] = percent_field(
                label=_("Chance that %(role)s ends within a year, %%") % {"role": name},
                initial=None if chance is None else whole(chance * _PERCENT),
            )
            self.fields[f"{key}-sure"] = forms.TypedChoiceField(
                label=_("How sure you are of %(role)s") % {"role": name},
                choices=_sure(years),
                coerce=Decimal,
                initial=str(years),
                required=False,
            )

    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Return each role's key and its two fields."""
        return [(k, self[f"{k}-chance"], self[f"{k}-sure"]) for k in self.keys]

    def told(self) -> dict[str, tuple[Decimal | None, Decimal]]:
        """Return by each role's key the chance as a share, None for none, and years."""
        told = self.cleaned_data
        return {
            k: (share_of(told[f"{k}-chance"]), told[f"{k}-sure"] or _USUAL)
            for k in self.keys
        }


def cause_as_told(row: Any) -> dict[str, Any]:  # noqa: ANN401  # a row of the book
    """Return a cause as the form shows it."""
    return {
        "name": row.name,
        "chance": None if row.chance is None else _percent(row.chance),
        "roles": [hanging.role.key for hanging in row.hanging.all()],
    }


def fallback_as_told(key: str, row: Any) -> dict[str, Any]:  # noqa: ANN401  # the same, or None
    """Return a role's fallback as the form shows it, or the role alone."""
    if row is None:
        return {"role": key, "share": 100}
    told = {name: getattr(row, name) for name in _AS_IT_IS}
    return {"role": key, "share": _percent(row.share), **told}


def _sure(years: Decimal) -> list[tuple[str, Any]]:
    """Return the three words, and what was said elsewhere with another weight."""
    words: list[tuple[str, Any]] = [(str(y), word) for y, word in SURE.items()]
    if years not in SURE:
        n = ngettext("As %(n)s year of it", "As %(n)s years of it", int(years) or 1)
        words.append((str(years), n % {"n": f"{years.normalize():f}"}))
    return words


def share_of(percent: Decimal | None) -> Decimal | None:
    """Return so many in a hundred as a share of one."""
    return None if percent is None else percent / _PERCENT


def _offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a choice field has choices


def paid_roles(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return keys and names of the paid roles held on the day of the picture."""
    return [
        (role.key, role.name)
        for _index, role in portfolio.roles_held()
        if role.is_paid and role.kind is not RoleKind.OPPORTUNITY
    ]
