"""The plan of a book: its roles as options, and its opportunities as candidates.

Hours to give are those the person has, less what travel and administration take. A
point of value is what a role gives above the person's own middle of the scale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.amounts import Assumed, amounts_of, least_gain
from plait.analysis.decisions.plan.candidates import apart, offers, opportunities
from plait.analysis.decisions.plan.drifted import (
    agreed_again,
    has_drifted,
    stay_together,
)
from plait.analysis.decisions.plan.inputs import (
    OptionSource,
    PlanInputs,
    SourcedOption,
    option_of,
    terms_of,
)
from plait.analysis.decisions.plan.options import (
    MOST_HOURS,
    NO_HOURS,
    Limits,
    Option,
    Weights,
)
from plait.analysis.decisions.plan.scenarios import PlanModel
from plait.analysis.decisions.plan.weekly_limit import weekly_limit
from plait.analysis.hours.balance import TOLERANCE, RoleHours
from plait.analysis.income.model import StreamModel
from plait.analysis.wellbeing.levels import Aspect
from plait.analysis.wellbeing.value_map import MIDDLE_OF_SCALE, Position, ValueMap
from plait.domain.portfolio import Portfolio
from plait.domain.roles import CountsAs, RoleKind

# What one point more makes of an hour: as much as a fifth of what one usually brings.
A_POINT = 0.2
_WEEKS_PER_MONTH = 52.1775 / 12
_MOST_LOAD = 4.0
_YEAR = 52


@dataclass(frozen=True, slots=True)
class BookPlan:
    """A model of a plan, and what it rests on.

    `of` goes by its options. `knows_capacity` is False where the hours given now
    stand in, `knows_law` where no law limits them, and `knows_floor` where what comes
    in now does. Opportunities in `left_out` (indices) have no hours or no pay.
    """

    model: PlanModel
    of: tuple[OptionSource, ...]
    left_out: tuple[int, ...]
    knows_capacity: bool
    knows_law: bool
    knows_floor: bool

    @property
    def a_point(self) -> float:
        """What a point of value for an hour a week is worth a month, 0 if unknown."""
        return self.model.weights.value


def plan_of(known: PlanInputs) -> BookPlan:
    """Return the model of a plan of a portfolio on its date."""
    portfolio, income = known.portfolio, known.income.model
    held, offered = list(_present(known)), list(offers(known))
    back = [agreed_again(one, known) for one in held if has_drifted(one)]
    present = [_may_go_back(one) if has_drifted(one) else one for one in held]
    every = [*present, *back, *offered]
    law, counts = weekly_limit(portfolio)
    options = tuple(_counted(one, portfolio, counts) for one in every)
    named = {one.option.stream for one in every}
    offered_keys = {portfolio.roles[i].key for i in opportunities(portfolio)}
    # What takes no hours of late brings what it brings, whatever is chosen.
    others = [
        replace(stream, hours=0.0)
        for stream in income.streams
        if stream.name not in named | offered_keys
    ]
    roles = [one.of.role for one in every]
    limits = Limits(
        capacity=_capacity(portfolio, options),
        law=law,
        together=tuple(stay_together(held, len(held))),
        apart=tuple(apart(portfolio, roles, len(held) + len(back))),
    )
    streams = (*others, *(one.stream for one in (*present, *offered)))
    weights = Weights(value=_a_point(known.value), change=least_gain(income.usual))
    return BookPlan(
        model=PlanModel(
            replace(income, streams=streams, floor=_floor(known)),
            options,
            limits,
            weights,
        ),
        of=tuple(one.of for one in every),
        left_out=tuple(i for i in opportunities(portfolio) if i not in roles),
        knows_capacity=portfolio.person.capacity is not None,
        knows_law=law < MOST_HOURS,
        knows_floor=known.income.has_floor,
    )


def _may_go_back(one: SourcedOption) -> SourcedOption:
    """Return a role that need not be held as it is: it may go back to what was agreed."""
    return one._replace(option=replace(one.option, can_leave=True))


def _present(known: PlanInputs) -> Iterator[SourcedOption]:
    """Yield the roles held that take hours."""
    hours = {one.role: one for one in known.balance.roles}
    streams = {stream.name: stream for stream in known.income.model.streams}
    for index, role in known.portfolio.roles_held():
        now = _now(known, hours.get(index))
        if role.kind is RoleKind.OPPORTUNITY or now.hours <= NO_HOURS:
            continue
        stream = streams.get(role.key, StreamModel(role.key, monthly=0.0))
        terms = role.agreement_on(known.portfolio.on)
        amounts = amounts_of(role, terms, now.hours)
        value, growth = _points(known.value, index)
        option = replace(
            option_of(role.key, amounts),
            present=now.hours,
            load=now.load,
            value=value,
            growth=growth,
            stays=min(stream.notice, known.income.model.months),
        )
        of = OptionSource(index, (*now.why, amounts.why))
        yield SourcedOption(option, replace(stream, hours=now.hours), of)


class _Now(NamedTuple):
    """Hours a week by agreement, and how many each of them really takes."""

    hours: float
    load: float
    why: tuple[Assumed, ...]


def _now(known: PlanInputs, balance: RoleHours | None) -> _Now:
    """Return the hours agreed, else those given over a year, to a quarter.

    Pay is for what was agreed. A role that takes more goes on taking more; a tenth
    more or less is as agreed.
    """
    if balance is None:
        return _Now(0.0, 1.0, ())
    if not balance.agreed:
        return _Now(_quarters(_given(known, balance.role)), 1.0, (Assumed.GIVEN,))
    hours = _quarters(balance.agreed)
    is_known = (
        balance.actual is not None and balance.weeks_of_data >= balance.weeks_needed
    )
    load = round((balance.actual or 0.0) / balance.agreed, 2) if is_known else 1.0
    if abs(load - 1) <= TOLERANCE:
        return _Now(hours, 1.0, (Assumed.AGREED,))
    return _Now(hours, min(_MOST_LOAD, load), (Assumed.AGREED, Assumed.LOAD))


def _given(known: PlanInputs, role: int) -> float:
    """Return the mean hours of the last year, or since the role's first week."""
    weeks = known.weeks
    first = int(weeks.first_of_role[role])
    if first < 0:
        return 0.0
    lately = weeks.lately(role, _YEAR)
    hours = weeks.by_role[max(first, lately.start) : lately.stop, role]
    return float(hours.mean()) if len(hours) else 0.0


def _quarters(hours: float) -> float:
    return min(MOST_HOURS, round(hours * 4) / 4)


def _points(value: ValueMap | None, index: int) -> tuple[float, float]:
    """Return how far value and growth are above the middle, 0 if not known."""
    for place in value.positions if value else ():
        if value is not None and place.role == index:
            return place.value.value - value.middle_value, _growth(value, place)
    return 0.0, 0.0


def _growth(value: ValueMap, place: Position) -> float:
    middle = (value.wellbeing.means[Aspect.GROWTH] + MIDDLE_OF_SCALE) / 2
    return place.wellbeing.levels[Aspect.GROWTH].value - middle


def _a_point(value: ValueMap | None) -> float:
    usual = value.usual_pay if value else None
    return max(0.0, A_POINT * _WEEKS_PER_MONTH * usual) if usual else 0.0


def _counted(
    one: SourcedOption, portfolio: Portfolio, counts: frozenset[CountsAs]
) -> Option:
    terms = terms_of(portfolio, portfolio.roles[one.of.role])
    is_counted = terms is not None and terms.counts_as in counts
    return replace(one.option, counts=is_counted)


def _capacity(portfolio: Portfolio, options: Sequence[Option]) -> float:
    """Return the hours a week there are for all options."""
    capacity = portfolio.person.capacity
    if capacity is None:
        # With the load: hours that roles really take, or the present mix would not fit.
        return min(MOST_HOURS, sum(one.present * one.load for one in options))
    taken = sum(float(o.hours) for o in portfolio.overheads if portfolio.on in o.period)
    return float(np.clip(float(capacity) - taken, 0.0, MOST_HOURS))


def _floor(known: PlanInputs) -> float:
    """Return what a month must bring; what it usually brings where that is not known."""
    model = known.income.model
    return model.floor if known.income.has_floor else max(0.0, model.usual)
