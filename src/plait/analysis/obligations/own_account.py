"""Which roles are work on one's own account, and which of them are one source.

A role counts as its latest terms say, and without terms as its kind usually does.
Property is known by the sector of its organisation: a code of section L or 68, or a
word for letting in English or Dutch.
"""

from datetime import date

from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import CountsAs, Role, RoleKind, usual_counting
from plait.domain.rules import plain

_EMPLOYED = {CountsAs.EMPLOYMENT, CountsAs.WORKER}
_PROPERTY = {
    *("l", "68", "property", "real estate", "rental", "rentals", "letting", "lettings"),
    *("rent", "landlord", "verhuur", "vastgoed", "onroerend goed", "woningverhuur"),
}


def own_account(portfolio: Portfolio) -> tuple[int, ...]:
    """Return the roles on one's own account, property among them, as indices."""
    return tuple(
        index
        for index, role in enumerate(portfolio.roles)
        if role.kind is not RoleKind.OPPORTUNITY
        and _counts_as(role, portfolio.on) is CountsAs.SELF_EMPLOYED
    )


def employed(portfolio: Portfolio) -> tuple[int, ...]:
    """Return the roles in somebody's employment, as indices."""
    return tuple(
        index
        for index, role in enumerate(portfolio.roles)
        if _counts_as(role, portfolio.on) in _EMPLOYED
    )


def is_property(role: Role) -> bool:
    """Return whether the role is letting property, by its organisation's sector."""
    sector = plain(role.organisation.sector)
    return sector in _PROPERTY or sector.startswith("68 ")


def running(portfolio: Portfolio, roles: tuple[int, ...], period: Period) -> list[int]:
    """Return those of the roles that run at any time in the period, which ends."""
    return [i for i in roles if portfolio.roles[i].period.overlap_days(period)]


def sources(portfolio: Portfolio, roles: list[int]) -> list[tuple[int, ...]]:
    """Return the roles by source of income: all contracts, each venture, property."""
    together: dict[object, list[int]] = {}
    for index in roles:
        role = portfolio.roles[index]
        source: object = "contracts"
        if is_property(role):
            source = "property"
        elif role.kind is RoleKind.VENTURE:
            source = index
        together.setdefault(source, []).append(index)
    return [tuple(found) for found in together.values()]


def _counts_as(role: Role, on: date) -> CountsAs:
    begun = [terms for terms in role.agreements if terms.period.start <= on]
    latest = max(begun, key=lambda terms: terms.period.start, default=None)
    return latest.counts_as if latest else usual_counting(role.kind)
