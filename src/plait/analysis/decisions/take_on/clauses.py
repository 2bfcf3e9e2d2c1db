"""What other agreements say of taking something on, and when notice ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.decisions.take_on.variant import Variant, is_taken_on
from plait.domain.portfolio import Portfolio
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    Organisation,
    Role,
    RoleKind,
)

_EMPLOYED = {CountsAs.EMPLOYMENT, CountsAs.WORKER}


@dataclass(frozen=True, slots=True)
class ClauseMet:
    """A clause that speaks of other work: of a role held, or of the new terms (None).

    `country` is where the organisation is, else the person's, "" if neither is known:
    what such a clause is worth differs from country to country. `is_employed` tells
    whether the agreement counts as employment or as work on call.
    """

    role: int | None
    clause: Clause
    organisation: str
    country: str
    is_employed: bool = True


def clauses_met(portfolio: Portfolio, variant: Variant) -> tuple[ClauseMet, ...]:
    """Return the clauses of other roles, and those new with the terms, on the day."""
    if variant.terms is None:
        return ()
    found = []
    if is_taken_on(portfolio, variant):
        for index, role in _others(portfolio, variant):
            terms = role.agreement_on(variant.start)
            if terms and terms.clause is not Clause.NONE:
                found.append(_met(portfolio, index, role.organisation, terms))
    if _has_new_clause(portfolio, variant) and _others(portfolio, variant):
        organisation = _organisation(portfolio, variant)
        found.append(_met(portfolio, None, organisation, variant.terms))
    return tuple(found)


def _others(portfolio: Portfolio, variant: Variant) -> list[tuple[int, Role]]:
    """Return the other roles held on the day; opportunities bind nobody yet."""
    return [
        (index, role)
        for index, role in enumerate(portfolio.roles)
        if index != variant.role
        and role.is_held_on(variant.start)
        and role.kind is not RoleKind.OPPORTUNITY
    ]


def _has_new_clause(portfolio: Portfolio, variant: Variant) -> bool:
    if variant.terms is None or variant.terms.clause is Clause.NONE:
        return False
    if variant.role is None:
        return True
    before = portfolio.roles[variant.role].agreement_on(variant.start)
    return before is None or before.clause is not variant.terms.clause


def _met(
    portfolio: Portfolio,
    index: int | None,
    organisation: Organisation,
    terms: Agreement,
) -> ClauseMet:
    country = organisation.country or portfolio.person.country
    is_employed = terms.counts_as in _EMPLOYED
    return ClauseMet(index, terms.clause, organisation.name, country, is_employed)


def _organisation(portfolio: Portfolio, variant: Variant) -> Organisation:
    if variant.role is None:
        return variant.organisation
    return portfolio.roles[variant.role].organisation


def notice_ends_on(portfolio: Portfolio, role: int) -> date | None:
    """Return the first day that notice given today allows, None if nothing is said."""
    terms = portfolio.roles[role].agreement_on(portfolio.on)
    if terms is None or terms.notice_days is None:
        return None
    return portfolio.on + timedelta(days=terms.notice_days)
