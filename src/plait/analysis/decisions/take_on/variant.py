"""One thing that could be done: take a role on, change one's terms, or leave one.

Nothing is stored: a variant makes another portfolio out of the one that is.
"""

from dataclasses import dataclass, replace
from datetime import date

from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Move
from plait.domain.roles import Agreement, Organisation, Role, RoleKind

_NOWHERE = Organisation("")


@dataclass(frozen=True, slots=True)
class Variant:
    """What would be done from a day on.

    `role` is the index of the role that is changed or left, None for a new one;
    `terms` are what would hold, None for leaving. Their period starts on `start`.
    `kind` and `organisation` are a new role's; an opportunity that is changed
    becomes a role of that kind.
    """

    move: Move
    name: str
    start: date
    role: int | None = None
    terms: Agreement | None = None
    kind: RoleKind = RoleKind.CONTRACT
    organisation: Organisation = _NOWHERE


def is_taken_on(portfolio: Portfolio, variant: Variant) -> bool:
    """Return whether it begins something: a new role, or an opportunity agreed on."""
    if variant.role is None:
        return True
    is_open = portfolio.roles[variant.role].kind is RoleKind.OPPORTUNITY
    return is_open and variant.terms is not None


def as_if(portfolio: Portfolio, variant: Variant) -> Portfolio:
    """Return the portfolio as it would be; a new role stands last."""
    roles = list(portfolio.roles)
    if variant.role is None:
        roles.append(_new_role(portfolio, variant))
    else:
        roles[variant.role] = _changed(roles[variant.role], variant)
    return replace(portfolio, roles=tuple(roles))


def index_of(portfolio: Portfolio, variant: Variant) -> int:
    """Return the index of the role that the variant is about, in the changed one."""
    return len(portfolio.roles) if variant.role is None else variant.role


def _new_role(portfolio: Portfolio, variant: Variant) -> Role:
    terms = variant.terms
    used = [role.colour for role in portfolio.roles]
    return Role(
        key="",
        name=variant.name,
        kind=variant.kind,
        organisation=variant.organisation,
        period=terms.period if terms else Period(variant.start),
        is_paid=bool(terms and terms.pay),
        colour=min(range(1, 9), key=lambda colour: (used.count(colour), colour)),
        agreements=(terms,) if terms else (),
    )


def _changed(role: Role, variant: Variant) -> Role:
    """Return the role with other terms from the day on, or ended on it.

    As the book keeps terms: later ones that were agreed already stand, and end the
    new ones where they begin.
    """
    if variant.terms is None:
        end = _earlier(role.period.end, variant.start)
        return replace(role, period=Period(role.period.start, end))
    earlier = (_until(terms, variant.start) for terms in role.agreements)
    before = [terms for terms in earlier if terms is not None]
    after = [a for a in role.agreements if a.period.start > variant.start]
    new = variant.terms
    if after:
        first = min(terms.period.start for terms in after)
        period = Period(new.period.start, _earlier(new.period.end, first))
        new = replace(new, period=period)
    is_open = role.kind is RoleKind.OPPORTUNITY
    kind = variant.kind if is_open else role.kind
    return replace(role, kind=kind, agreements=(*before, new, *after))


def _until(terms: Agreement, day: date) -> Agreement | None:
    if terms.period.start >= day:
        return None
    end = _earlier(terms.period.end, day)
    return replace(terms, period=Period(terms.period.start, end))


def _earlier(end: date | None, day: date) -> date:
    return day if end is None else min(end, day)
