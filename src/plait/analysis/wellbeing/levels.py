"""How each role has felt lately: levels and trends of the answers.

A check-in gives four answers from 1 to 5. What a role gives is the mean of energy,
meaning and growth in one week; what it takes is pressure. Each is pooled over the
roles as `pooling` says, so that few answers do not speak louder than many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.wellbeing.pooling import (
    OF_ONE_ANSWER,
    OF_THREE_ANSWERS,
    Answers,
    Level,
    Pooled,
    pooled,
)
from plait.analysis.wellbeing.trend import WEEKS, Trend, trend
from plait.domain.columns import Ints
from plait.domain.period import monday_of
from plait.domain.portfolio import CheckIn, Portfolio

_WEEK = timedelta(days=7)


class Aspect(StrEnum):
    """One of the four answers, or the mean of the three that a role gives."""

    ENERGY = "energy"
    MEANING = "meaning"
    GROWTH = "growth"
    PRESSURE = "pressure"
    GIVES = "gives"


# In the order in which a check-in asks them.
QUESTIONS = (Aspect.ENERGY, Aspect.MEANING, Aspect.GROWTH, Aspect.PRESSURE)


@dataclass(frozen=True, eq=False, slots=True)
class RoleWellbeing:
    """One role: `role` is its index; `weeks_on` are the weeks answered, in order."""

    role: int
    weeks_on: tuple[date, ...]
    levels: Mapping[Aspect, Level]
    trends: Mapping[Aspect, Trend]
    points: Mapping[Aspect, tuple[float, ...]]

    @property
    def n_answers(self) -> int:
        """How many weeks were answered."""
        return len(self.weeks_on)

    @property
    def best(self) -> Level:
        """The highest of energy, meaning and growth."""
        three = (Aspect.ENERGY, Aspect.MEANING, Aspect.GROWTH)
        return max((self.levels[a] for a in three), key=lambda level: level.value)


@dataclass(frozen=True, eq=False, slots=True)
class Wellbeing:
    """All roles in the order of the portfolio, and the person's own means.

    Both are empty while no role was ever asked about. `strengths` says as how many
    answers the own mean counts.
    """

    roles: tuple[RoleWellbeing, ...]
    means: Mapping[Aspect, float]
    strengths: Mapping[Aspect, float]

    @property
    def n_answers(self) -> int:
        """How many check-ins there are in all."""
        return sum(role.n_answers for role in self.roles)


def wellbeing_of(portfolio: Portfolio) -> Wellbeing:
    """Return how every role feels on the portfolio's date.

    Check-ins of weeks after the date, and of roles that are none, are left out.
    """
    answers = _Answers.of(portfolio)
    if not len(answers.role):
        return Wellbeing((), {}, {})
    found = {aspect: _pooled(answers, aspect) for aspect in Aspect}
    roles = [_role(answers, found, index) for index in range(answers.n_roles)]
    return Wellbeing(
        roles=tuple(roles),
        means={aspect: level.mean for aspect, level in found.items()},
        strengths={aspect: level.strength for aspect, level in found.items()},
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Answers:
    """Check-ins as columns, by week: role, age in weeks, points per aspect."""

    n_roles: int
    role: Ints
    age_weeks: Floats
    weeks_on: tuple[date, ...]
    points: Mapping[Aspect, Floats]

    @classmethod
    def of(cls, portfolio: Portfolio) -> "_Answers":
        """Return the check-ins that count, earliest first."""
        index = {role.key: i for i, role in enumerate(portfolio.roles)}
        days = {check_in.week_on for check_in in portfolio.check_ins}
        week_of = {day: monday_of(day) for day in days}
        this_week = monday_of(portfolio.on)
        counted = [
            check_in
            for check_in in sorted(portfolio.check_ins, key=lambda c: c.week_on)
            if check_in.role in index and check_in.week_on <= this_week
        ]
        weeks_on = [week_of[c.week_on] for c in counted]
        age_of = {week: (this_week - week) / _WEEK for week in week_of.values()}
        return cls(
            n_roles=len(portfolio.roles),
            role=np.array([index[c.role] for c in counted], dtype=np.int64),
            age_weeks=np.array([age_of[week] for week in weeks_on], dtype=np.float64),
            weeks_on=tuple(weeks_on),
            points=_points(counted),
        )


def _points(check_ins: list[CheckIn]) -> dict[Aspect, Floats]:
    answers = [(c.energy, c.meaning, c.growth, c.pressure) for c in check_ins]
    columns = np.array(answers, dtype=np.float64).reshape(-1, len(QUESTIONS)).T
    points = dict(zip(QUESTIONS, columns.copy(), strict=True))
    points[Aspect.GIVES] = (
        points[Aspect.ENERGY] + points[Aspect.MEANING] + points[Aspect.GROWTH]
    ) / 3
    return points


def _pooled(answers: _Answers, aspect: Aspect) -> Pooled:
    points = Answers(answers.points[aspect], answers.role, answers.age_weeks)
    prior = OF_THREE_ANSWERS if aspect is Aspect.GIVES else OF_ONE_ANSWER
    return pooled(points, answers.n_roles, prior)


def _role(
    answers: _Answers, found: Mapping[Aspect, Pooled], index: int
) -> RoleWellbeing:
    mine = np.flatnonzero(answers.role == index)
    points = {aspect: answers.points[aspect][mine] for aspect in Aspect}
    ages = answers.age_weeks[mine]
    lately = ages < WEEKS
    return RoleWellbeing(
        role=index,
        weeks_on=tuple(answers.weeks_on[i] for i in mine),
        levels={aspect: found[aspect].levels[index] for aspect in Aspect},
        trends={
            aspect: trend(points[aspect][lately], ages[lately]) for aspect in Aspect
        },
        points={aspect: tuple(points[aspect].tolist()) for aspect in Aspect},
    )
