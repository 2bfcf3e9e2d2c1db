"""The concentration of an income as plain values, for `--json` and for the page."""

from collections.abc import Iterable
from typing import Any

from plait.analysis.income.concentration import (
    Apart,
    By,
    Concentration,
    Grouped,
    Together,
    grouped,
    together,
)
from plait.analysis.series.streams import income_of
from plait.domain.portfolio import Portfolio
from plait.reference.occupations.titles import occupation_of
from plait.reference.rates import published_rates

Told = dict[str, Any]


def concentrations_told(
    portfolio: Portfolio, language: str, by: Iterable[str | None]
) -> Told:
    """Return how the income of a picture lies over each thing asked for."""
    home = portfolio.person.currency
    rates = published_rates([*portfolio.payments.currencies, home])
    found = [grouped(portfolio, rates, By(one)) for one in by if one]
    refused = dict(found[0].refused)
    swings = together(income_of(portfolio, rates), refused=[*refused])
    return {
        "on": portfolio.on.isoformat(),
        "language": language,
        "currency": home,
        "of": "income of whole months, net of the roles' costs, before tax",
        "n_months": found[0].of.n_months,
        "is_too_short": found[0].of.is_too_short,
        "total": found[0].of.total,
        "refused": [
            {"role": portfolio.roles[role].key, "net": net}
            for role, net in refused.items()
        ],
        "by": [_grouped(portfolio, one, language) for one in found],
        "together": _together(portfolio, swings),
    }


def figures_told(of: Concentration) -> Told:
    """Return what shares come to, each figure under its name."""
    return {
        "largest_share": of.largest[1] if of.largest else None,
        "herfindahl": of.herfindahl,
        "effective": of.effective,
        "simpson": of.simpson,
        "entropy": of.entropy,
        "effective_by_entropy": of.effective_by_entropy,
    }


def _grouped(portfolio: Portfolio, one: Grouped, language: str) -> Told:
    groups = zip(one.of.names, one.of.shares, one.roles, strict=True)
    return {
        "by": one.by.value,
        **figures_told(one.of),
        "groups": [
            {
                "name": name,
                **_titled(one.by, name, language),
                "share": share,
                "roles": _keys(portfolio, roles),
            }
            for name, share, roles in groups
        ],
        "untold": _keys(portfolio, one.untold),
    }


def _titled(by: By, name: str, language: str) -> Told:
    """Return the title of an occupation told by its code."""
    found = occupation_of(name) if by is By.OCCUPATION else None
    return {"title": found.title(language)} if found else {}


def _together(portfolio: Portfolio, found: Together | Apart) -> Told:
    if isinstance(found, Apart):
        return {"why_not": found.why.value, "n_months": found.n_months}
    return {
        "diversification_ratio": found.ratio,
        "low": found.low,
        "high": found.high,
        "effective": found.effective,
        "roles": _keys(portfolio, found.roles),
        "closest": _keys(portfolio, found.pair),
        "correlation": found.correlation,
        "n_months": found.n_months,
    }


def _keys(portfolio: Portfolio, roles: Iterable[int]) -> list[str]:
    return [portfolio.roles[role].key for role in roles]
