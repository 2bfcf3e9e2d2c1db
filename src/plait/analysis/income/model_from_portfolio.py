"""The income model of a book, with what it takes for granted where the book is silent.

Month 0 is the one after the date. The chance of ending is the person's belief where
they gave one, else the rate of jobs in the sector with little weight; a contract's
end counts besides.
"""

from dataclasses import dataclass, replace

from plait.analysis.floats import at_home_on
from plait.analysis.income.assumptions import Basis
from plait.analysis.income.income_ahead import RangeAhead, income_ahead
from plait.analysis.income.model import IncomeModel
from plait.analysis.income.model_causes import causes_of
from plait.analysis.income.model_level import loadings, with_level
from plait.analysis.income.stream_model import OneStream, stream_of
from plait.analysis.series.streams import Income
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind
from plait.reference.rates import Rates

MONTHS = 24


@dataclass(frozen=True, slots=True)
class FromBook:
    """A model, and for each of its streams in order what it rests on.

    `ahead` is what all of it comes to over the next months if it goes on as it went.

    `has_savings` and `has_floor` say whether the person entered them; where they did
    not, the model has 0.
    """

    model: IncomeModel
    bases: tuple[Basis, ...]
    ahead: tuple[RangeAhead, ...]
    has_savings: bool
    has_floor: bool


def from_book(
    portfolio: Portfolio, income: Income, rates: Rates, *, months: int = MONTHS
) -> FromBook:
    """Return the income model of a portfolio, and what it rests on."""
    held = _streams(portfolio, income, rates)
    ahead = _ahead(portfolio, income, held)
    found = _together(held, income)
    roles = frozenset(one.basis.role for one in found if one.model.monthly > 0)
    causes, depending = causes_of(portfolio, roles, rates)
    streams = tuple(
        replace(
            one.model,
            causes=tuple(c.name for c in causes if one.basis.role in depending[c.name]),
        )
        for one in found
    )
    person = portfolio.person
    home = person.currency, rates, portfolio.on
    model = IncomeModel(
        currency=person.currency,
        streams=streams,
        causes=causes,
        savings=at_home_on(person.savings, *home) or 0.0,
        floor=at_home_on(person.floor, *home) or 0.0,
        months=months,
    )
    return FromBook(
        model=with_level(model, ahead),
        bases=tuple(one.basis for one in found),
        ahead=ahead,
        has_savings=person.savings is not None,
        has_floor=person.floor is not None,
    )


def ahead_of(
    portfolio: Portfolio, income: Income, rates: Rates
) -> tuple[RangeAhead, ...]:
    """Return what a model would say of the next months, without the rest of it."""
    return _ahead(portfolio, income, _streams(portfolio, income, rates))


def _ahead(
    portfolio: Portfolio, income: Income, found: list[OneStream]
) -> tuple[RangeAhead, ...]:
    return income_ahead(portfolio, income, {one.basis.role: one.model for one in found})


def _streams(portfolio: Portfolio, income: Income, rates: Rates) -> list[OneStream]:
    """Return the streams of roles held that bring or cost something."""
    by_role = {stream.role: stream for stream in income.streams}
    found = (
        stream_of(portfolio, index, by_role.get(index), rates)
        for index, role in portfolio.roles_held()
        if _is_in(role) or index in by_role
    )
    return [one for one in found if one is not None]


def _together(found: list[OneStream], income: Income) -> list[OneStream]:
    """Return the streams with how far each moves with the others."""
    by_role = {stream.role: stream for stream in income.streams}
    moving = [
        one
        for one in found
        if one.model.varies and not one.model.is_over and one.basis.role in by_role
    ]
    loads = dict(
        zip(
            [one.basis.role for one in moving],
            loadings([by_role[one.basis.role] for one in moving]).tolist(),
            strict=True,
        )
    )
    return [
        replace(one, model=replace(one.model, together=loads.get(one.basis.role, 0.0)))
        for one in found
    ]


def _is_in(role: Role) -> bool:
    """Return whether it brings something by its terms; an opportunity does not yet."""
    return role.is_paid and role.kind is not RoleKind.OPPORTUNITY
