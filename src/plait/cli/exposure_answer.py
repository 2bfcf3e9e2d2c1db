"""The exposure of a book's roles as plain values, with the sentences beside them."""

from collections.abc import Mapping
from typing import Any

from plait.analysis.income.exposure import MixExposure, RoleExposure, exposed
from plait.analysis.series.streams import income_of
from plait.analysis.series.weeks import weeks_of
from plait.domain.portfolio import Portfolio
from plait.reference.occupations.exposure import AS_OF, SOURCE, Exposure
from plait.reference.rates import published_rates
from plait.wording.exposure import (
    is_own,
    mix_text,
    not_loss_text,
    role_text,
    title_text,
)
from plait.wording.words import Words


def exposure_told(
    portfolio: Portfolio, words: Words, own: Mapping[str, float] | None = None
) -> dict[str, Any]:
    """Return roles and mixes; hours are of the last 52 weeks, income of 12 months."""
    home = portfolio.person.currency
    rates = published_rates([*portfolio.payments.currencies, home])
    found = exposed(portfolio, weeks_of(portfolio), income_of(portfolio, rates), own)
    return {
        "on": portfolio.on.isoformat(),
        "not_loss": not_loss_text(words),
        "source": SOURCE,
        "as_of": AS_OF,
        "uses_own_table": any(
            one.exposure is not None and is_own(one.exposure) for one in found.roles
        ),
        "currency": home,
        "by_hours": _mix(found.by_hours, words),
        "by_income": _mix(found.by_income, words),
        "roles": [_role(portfolio, one, words) for one in found.roles],
    }


def _mix(mix: MixExposure | None, words: Words) -> dict[str, Any] | None:
    if mix is None:
        return None
    figures = {name: getattr(mix, name) for name in ("mean", "low", "high", "covered")}
    return {**figures, "said": mix_text(mix, words)}


def _role(portfolio: Portfolio, one: RoleExposure, words: Words) -> dict[str, Any]:
    role = portfolio.roles[one.role]
    return {
        "role": role.key,
        "name": role.name,
        "isco08": one.code,
        "occupation": title_text(one.code, words),
        "exposure": _exposure(one.exposure),
        "said": role_text(one, words),
        "hours": one.hours,
        "income": one.income,
    }


def _exposure(one: Exposure | None) -> dict[str, Any] | None:
    if one is None:
        return None
    told = {name: getattr(one, name) for name in ("mean", "low", "high", "source")}
    return {**told, "digits": one.level, "group": one.group}
