"""The exposure of a book's roles as plain values, with the sentences beside them."""

from collections.abc import Mapping
from typing import Any

from plait.analysis.hours.weeks import weeks_of
from plait.analysis.income.exposure import MixExposure, RoleExposure, exposed
from plait.analysis.income.streams import income_of
from plait.domain.portfolio import Portfolio
from plait.reference.occupations.exposure import AS_OF, SOURCE, Exposure
from plait.reference.rates import published_rates
from plait.review.exposure_said import (
    is_own,
    mix_said,
    not_loss_said,
    role_said,
    title_said,
)
from plait.review.words import Words


def exposure_told(
    picture: Portfolio, words: Words, own: Mapping[str, float] | None = None
) -> dict[str, Any]:
    """Return roles and mixes; hours are of the last 52 weeks, income of 12 months."""
    home = picture.person.currency
    rates = published_rates([*picture.payments.currencies, home])
    found = exposed(picture, weeks_of(picture), income_of(picture, rates), own)
    return {
        "on": picture.on.isoformat(),
        "not_loss": not_loss_said(words),
        "source": SOURCE,
        "as_of": AS_OF,
        "uses_own_table": any(
            one.exposure is not None and is_own(one.exposure) for one in found.roles
        ),
        "currency": home,
        "by_hours": _mix(found.by_hours, words),
        "by_income": _mix(found.by_income, words),
        "roles": [_role(picture, one, words) for one in found.roles],
    }


def _mix(mix: MixExposure | None, words: Words) -> dict[str, Any] | None:
    if mix is None:
        return None
    figures = {name: getattr(mix, name) for name in ("mean", "low", "high", "covered")}
    return {**figures, "said": mix_said(mix, words)}


def _role(picture: Portfolio, one: RoleExposure, words: Words) -> dict[str, Any]:
    role = picture.roles[one.role]
    return {
        "role": role.key,
        "name": role.name,
        "isco08": one.code,
        "occupation": title_said(one.code, words),
        "exposure": _exposure(one.exposure),
        "said": role_said(one, words),
        "hours": one.hours,
        "income": one.income,
    }


def _exposure(one: Exposure | None) -> dict[str, Any] | None:
    if one is None:
        return None
    told = {name: getattr(one, name) for name in ("mean", "low", "high", "source")}
    return {**told, "digits": one.level, "group": one.group}
