"""Where what a role brings is taxed for turnover: here, or in another country.

A service to a business is taxed where the customer is (Directive 2006/112/EC, art. 44)
and what concerns property where that lies (art. 47); both are the country of the
role's organisation. Where none is given it is taken to be here.
"""

from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.reference import country_packs
from plait.reference.obligations.rules import Pack


def is_taxed_in(role: Role, pack: Pack) -> bool:
    """Return whether a role's turnover has its place in the pack's country.

    A country may be written in more than one way: GB and UK are one.
    """
    country = role.organisation.country.strip().upper()
    return not country or country in letters_of(pack)


def letters_of(pack: Pack) -> frozenset[str]:
    """Return the letters that the pack's country is written with."""
    known = country_packs.about(pack.code).countries
    return frozenset({pack.country, *known})


def taxed_in(
    portfolio: Portfolio, roles: tuple[int, ...], pack: Pack
) -> tuple[int, ...]:
    """Return those of the roles whose turnover has its place in the pack's country."""
    return tuple(i for i in roles if is_taxed_in(portfolio.roles[i], pack))
