"""What a plan of a book is made from, and where each of its options comes from."""

from dataclasses import dataclass
from typing import NamedTuple

from plait.analysis.decisions.plan.amounts import Amounts, Assumed
from plait.analysis.decisions.plan.options import MOST_HOURS, Option
from plait.analysis.hours.balance import Balance
from plait.analysis.income.model import StreamModel
from plait.analysis.income.model_from_portfolio import FromBook
from plait.analysis.series.weeks import Weeks
from plait.analysis.wellbeing.value_map import ValueMap
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Role
from plait.reference.rates import Rates


@dataclass(frozen=True, eq=False, slots=True)
class PlanInputs:
    """A portfolio, and what other analyses answered of it."""

    portfolio: Portfolio
    income: FromBook
    balance: Balance
    weeks: Weeks
    value: ValueMap | None
    rates: Rates


@dataclass(frozen=True, slots=True)
class OptionSource:
    """Where an option comes from: a role (index), and what is assumed of its hours.

    `consent_of` are the roles whose terms ask for consent before it is taken on.
    """

    role: int
    assumed: tuple[Assumed, ...]
    consent_of: tuple[int, ...] = ()


class SourcedOption(NamedTuple):
    """An option, the stream that it brings, and where it comes from."""

    option: Option
    stream: StreamModel
    of: OptionSource


def terms_of(portfolio: Portfolio, role: Role) -> Agreement | None:
    """Return the terms that hold on the date, or else the next to come."""
    coming = [a for a in role.agreements if a.period.start > portfolio.on]
    next_one = min(coming, key=lambda a: a.period.start, default=None)
    return role.agreement_on(portfolio.on) or next_one


def option_of(name: str, amounts: Amounts) -> Option:
    """Return an option that takes some amounts of hours."""
    hours = tuple(min(MOST_HOURS, each) for each in amounts.hours)
    return Option(
        name,
        least=min(hours),
        most=max(hours),
        amounts=hours,
        can_leave=amounts.can_leave,
    )
