"""Fields for amounts and shares, and the roles to choose from."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.answers.safety import paid_roles
from plait.book.operations.invoices import MOST_MONEY
from plait.domain.portfolio import Portfolio
from plait.web.forms.parts import NumberField

PERCENT = Decimal(100)
_PERCENT_ERRORS = {
    "invalid": _("This is not a number: write it such as 15 or 7.5."),
    "max_value": _("100 at most."),
    "max_decimal_places": _("One decimal is enough."),
}
_MONEY_ERRORS = {
    "invalid": _("This is not an amount: write it such as 1200 or 1200.50."),
    "max_value": _("That is over a thousand million: check the decimal mark."),
}


def percent_field(**options: Any) -> NumberField:  # noqa: ANN401  # Django's signature
    """Return a field for so many in a hundred, with one decimal at most."""
    errors = _PERCENT_ERRORS | options.pop("error_messages", {})
    options = {"max_value": PERCENT, "required": False} | options
    return NumberField(decimal_places=1, error_messages=errors, **options)


def money_field(**options: Any) -> NumberField:  # noqa: ANN401  # Django's signature
    """Return a field for money that anybody may have."""
    errors = _MONEY_ERRORS | options.pop("error_messages", {})
    return NumberField(max_value=MOST_MONEY, error_messages=errors, **options)


def whole(number: Decimal) -> Decimal:
    """Return a number without decimals where it has none: 18500.00 as 18500."""
    rounded = number.to_integral_value()
    return rounded if rounded == number else number


def percent_of(thousandths: int) -> Decimal:
    """Return thousandths as so many in a hundred."""
    return whole(Decimal(thousandths) / 10)


def share_of(percent: Decimal | None) -> Decimal | None:
    """Return so many in a hundred as a share of one."""
    return None if percent is None else percent / PERCENT


def set_choices(
    form: forms.Form, name: str, choices: Iterable[tuple[str, str]]
) -> None:
    """Offer these in a field to choose from."""
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a choice field has choices


def role_choices(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return keys and names of the paid roles held on the day of the portfolio.

    An archived one is among them only if it was chosen before.
    """
    chosen = {one.role for one in portfolio.beliefs}
    chosen |= {one.role for one in portfolio.fallbacks}
    chosen.update(role for cause in portfolio.causes for role in cause.roles)
    kept = {portfolio.roles[index].key for index in chosen}
    return [
        (role.key, role.name)
        for role in paid_roles(portfolio)
        if not role.is_archived or role.key in kept
    ]
