"""What the streams of a book depend on together: named causes, payers, own health."""

from collections.abc import Mapping

from plait.analysis.income.concentration.parts import parts_of
from plait.analysis.income.model import CauseModel
from plait.analysis.income.stress.ready_scenarios import ILL_MONTHS
from plait.analysis.income.stress.stream_case import is_earned, is_salary
from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates
from plait.reference.sick_pay import continued_pay

# Assumptions of ours, for want of a source: said to be so wherever they are used.
CAUSE_UNKNOWN = 0.10
PAYER_ENDS = 0.05
ILLNESS = 0.05
HEALTH = "own health"
# A payer that brings less than this of a role does not decide over it.
_MOST_OF_IT = 0.5

DependingRoles = Mapping[str, frozenset[int]]


def causes_of(
    portfolio: Portfolio, roles: frozenset[int], rates: Rates
) -> tuple[tuple[CauseModel, ...], DependingRoles]:
    """Return the causes of the roles in the model, and which roles depend on each.

    Causes that the person named, then one for each payer of several roles,
    then own health. Salaries of which a country's law has a share paid on in illness do
    not depend on that; where it is a small sum, however high they are, they do.
    """
    found: dict[str, tuple[CauseModel, frozenset[int]]] = {}
    for cause in portfolio.causes:
        mine = roles & frozenset(cause.roles)
        if mine and cause.name not in found:
            chance = CAUSE_UNKNOWN if cause.chance is None else float(cause.chance)
            found[cause.name] = CauseModel(cause.name, chance), mine
    for payer, mine in _shared_payers(portfolio, roles, rates).items():
        found.setdefault(payer, (CauseModel(payer, PAYER_ENDS), mine))
    earned = frozenset(role for role in roles if _stops_in_illness(portfolio, role))
    if earned:
        ill = CauseModel(HEALTH, ILLNESS, cut=1.0, lasts=ILL_MONTHS)
        found.setdefault(HEALTH, (ill, earned))
    causes = tuple(cause for cause, _ in found.values())
    return causes, {name: mine for name, (_, mine) in found.items()}


def _shared_payers(
    portfolio: Portfolio, roles: frozenset[int], rates: Rates
) -> dict[str, frozenset[int]]:
    """Return each payer that brings most of several roles, with those roles."""
    parts = [one for one in parts_of(portfolio, rates).parts if one.role in roles]
    total = {role: sum(p.net for p in parts if p.role == role) for role in roles}
    carried: dict[str, tuple[str, set[int]]] = {}
    for part in parts:
        if part.net > _MOST_OF_IT * total[part.role]:
            carried.setdefault(part.payer, (part.name, set()))[1].add(part.role)
    return {name: frozenset(mine) for name, mine in carried.values() if len(mine) > 1}


def _stops_in_illness(portfolio: Portfolio, role: int) -> bool:
    held = portfolio.roles[role]
    law = continued_pay(portfolio.person.country, portfolio.on)
    if is_salary(portfolio, held) and law and not law.is_flat:
        return False
    return is_earned(portfolio, held)
