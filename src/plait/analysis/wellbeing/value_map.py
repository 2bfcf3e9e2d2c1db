"""The map of roles: what each gives against how hard it presses, and what follows.

Across stands pressure, upwards what a role gives. The middle of each lies halfway
between the person's own mean over roles and 3, the middle of the answers: people use
a scale in their own way, and yet its words mean something. What follows from where a
role lies is in `suggestions`; the pay it sets beside it, in `pay`.
"""

from dataclasses import dataclass, replace

from plait.analysis.series.streams import Income
from plait.analysis.series.weeks import Weeks, weeks_of
from plait.analysis.wellbeing.levels import (
    Aspect,
    RoleWellbeing,
    Wellbeing,
    wellbeing_of,
)
from plait.analysis.wellbeing.pay import PaidHours, Pay, paid_hours
from plait.analysis.wellbeing.pooling import Level
from plait.analysis.wellbeing.suggestions import (
    RuleInputs,
    Side,
    Suggestion,
    likelier_side,
    side_of,
    suggestion,
)
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind

# Who is content with all roles should not be advised to leave the least of them.
MIDDLE_OF_SCALE = 3.0
WEEKS_OF_HOURS = 13


@dataclass(frozen=True, eq=False, slots=True)
class Position:
    """A role on the map, with all that its suggestion rests on.

    `leans` is what the rules would say of where it lies, however unsure, and
    `certainty` the chance that it lies there. `pay_an_hour` is in the home currency,
    None where it is not known; `hours_a_week` the mean of the last 13 full weeks,
    and `share` its part of all hours given then.
    """

    wellbeing: RoleWellbeing
    gives: Side
    takes: Side
    pay: Pay
    pay_an_hour: float | None
    hours_a_week: float
    share: float
    suggestion: Suggestion
    leans: Suggestion
    certainty: float

    @property
    def role(self) -> int:
        """The role's index."""
        return self.wellbeing.role

    @property
    def value(self) -> Level:
        """What it gives: the mean of energy, meaning and growth."""
        return self.wellbeing.levels[Aspect.GIVES]

    @property
    def pressure(self) -> Level:
        """What it takes."""
        return self.wellbeing.levels[Aspect.PRESSURE]


@dataclass(frozen=True, eq=False, slots=True)
class ValueMap:
    """The roles held, and the middles they are set against.

    `usual_pay` is the median pay for an hour, None where fewer than two roles have one.
    """

    positions: tuple[Position, ...]
    wellbeing: Wellbeing
    middle_value: float
    middle_pressure: float
    usual_pay: float | None
    currency: str


def value_map(
    portfolio: Portfolio, *, income: Income | None = None, weeks: Weeks | None = None
) -> ValueMap | None:
    """Return the map on the portfolio's date; None while nothing was ever answered.

    On it are the roles held on the date, but no opportunities. Without `income` it
    is made as if no pay were known.
    """
    wellbeing = wellbeing_of(portfolio)
    if not wellbeing.roles:
        return None
    held = [
        index
        for index, role in portfolio.roles_held()
        if role.kind is not RoleKind.OPPORTUNITY
    ]
    paid = paid_hours(portfolio, income, held)
    weeks = weeks_of(portfolio) if weeks is None else weeks
    builder = _MapBuilder(portfolio, wellbeing, paid, weeks)
    return ValueMap(
        positions=tuple(builder.position(index) for index in held),
        wellbeing=wellbeing,
        middle_value=builder.middle(Aspect.GIVES),
        middle_pressure=builder.middle(Aspect.PRESSURE),
        usual_pay=paid.usual,
        currency=portfolio.person.currency,
    )


@dataclass(frozen=True, eq=False, slots=True)
class _MapBuilder:
    """What every position on the map is made from."""

    portfolio: Portfolio
    wellbeing: Wellbeing
    paid: PaidHours
    weeks: Weeks

    def middle(self, aspect: Aspect) -> float:
        return (self.wellbeing.means[aspect] + MIDDLE_OF_SCALE) / 2

    def position(self, index: int) -> Position:
        mine = self.wellbeing.roles[index]
        value, pressure = mine.levels[Aspect.GIVES], mine.levels[Aspect.PRESSURE]
        gives, takes = self.middle(Aspect.GIVES), self.middle(Aspect.PRESSURE)
        inputs = RuleInputs(
            n_answers=mine.n_answers,
            gives=side_of(value, gives),
            takes=side_of(pressure, takes),
            pay=self.paid.pay(index, is_paid=self.portfolio.roles[index].is_paid),
            gives_one_thing=mine.best.value > MIDDLE_OF_SCALE,
        )
        leans = replace(
            inputs,
            gives=likelier_side(value, gives),
            takes=likelier_side(pressure, takes),
        )
        hours, share = self._hours(index)
        return Position(
            wellbeing=mine,
            gives=inputs.gives,
            takes=inputs.takes,
            pay=inputs.pay,
            pay_an_hour=self.paid.by_role[index],
            hours_a_week=hours,
            share=share,
            suggestion=suggestion(inputs),
            leans=suggestion(leans),
            certainty=_chance(value, gives) * _chance(pressure, takes),
        )

    def _hours(self, index: int) -> tuple[float, float]:
        """Return the role's hours a week of late, and their part of all hours."""
        weeks = self.weeks.lately(index, WEEKS_OF_HOURS)
        given = self.weeks.by_role[weeks, index]
        load = float(self.weeks.load[weeks].sum())
        if not load:
            return 0.0, 0.0
        return float(given.mean()), float(given.sum()) / load


def _chance(level: Level, middle: float) -> float:
    """Return the chance that the level lies on the side it seems to."""
    above = level.chance_above(middle)
    return max(above, 1 - above)
