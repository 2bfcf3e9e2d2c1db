"""Levels from few answers: each role's own mean, drawn toward the person's mean.

An answer counts w = 2^(-age / 12 weeks): the older it is, the less it says about today.
A role's answers count n = sum of w together (fresh answers) and have the mean y. With
s2 the variance of answers within a role and t2 that between roles, its level is

    (n y + k m) / (n + k),    k = s2 / t2,    m the person's own mean over roles,

the best linear guess where roles scatter around m (partial pooling; Robinson 1991).
Its variance is s2 / (n + k), and (k / (n + k))^2 of the variance of m, and what the
role has changed since: 0.05 points from one week to the next. A role that nobody
asked about stands at m, and its range says how little that is.

Both variances come from the answers together with a prior that counts as 8 answers
and 3 roles, the one between roles as DerSimonian and Laird (1986) take it: with one
role, or one answer each, the prior decides. Nothing is drawn at random.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Ints

# Eight weeks follow a change sooner, and erred no less than the plain mean.
HALF_LIFE_WEEKS = 12.0
LOWEST, HIGHEST = 1.0, 5.0
# Standard deviations either way that hold four of five.
_STEPS = NormalDist().inv_cdf(0.9)
# Plausible and not measured on people; the priors fade as answers come in.
_PRIOR_ANSWERS = 8.0
_PRIOR_ROLES = 3.0
# However alike a few answers look, roles differ by a third of a point.
_LEAST_BETWEEN = 0.1
# Where roles change twice as fast, the range holds seven times of ten, not eight.
_CHANGE_A_WEEK = 0.05


@dataclass(frozen=True, slots=True)
class Prior:
    """Variances in points squared, before anything was answered."""

    within: float
    between: float = 0.36


# One answer swings by 0.8 points from week to week; roles differ by 0.6.
OF_ONE_ANSWER = Prior(within=0.64)
# The mean of a week's three answers swings less: they move together, but not quite.
OF_THREE_ANSWERS = Prior(within=0.36)


@dataclass(frozen=True, slots=True)
class Level:
    """Where a role stands from 1 to 5.

    `plain` is the mean of its answers as they are, None without any: the naive
    figure. `n_fresh` is what the answers count together by their age.
    """

    value: float
    deviation: float
    plain: float | None
    n_answers: int
    n_fresh: float

    @property
    def low(self) -> float:
        """Lower end of the range that holds the level four times of five."""
        return max(LOWEST, self.value - _STEPS * self.deviation)

    @property
    def high(self) -> float:
        """Upper end of that range."""
        return min(HIGHEST, self.value + _STEPS * self.deviation)

    def chance_above(self, point: float) -> float:
        """Return the probability that the level lies above the point."""
        return 1 - NormalDist(self.value, self.deviation).cdf(point)


@dataclass(frozen=True, slots=True)
class Pooled:
    """The levels of all roles, and what they were drawn toward.

    `mean` is the person's own mean over roles; `strength` is k: as many fresh
    answers as that mean counts.
    """

    mean: float
    strength: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """Answers to one question, in any order: points, role from 0, age in weeks >= 0."""

    points: Floats
    role: Ints
    age_weeks: Floats


def pooled(answers: Answers, n_roles: int, prior: Prior) -> Pooled:
    """Return the level of every role from 0 to `n_roles`, of one answer or more."""
    sums = _summed(answers, n_roles)
    # By the priors: the variances of the answers are estimated with these weights.
    weight = sums.fresh / (sums.fresh + prior.within / prior.between)
    mean = float((weight * sums.mean).sum() / weight.sum())
    within = _within(sums, prior)
    between = _between(sums, weight, within, prior)
    drawn = _Drawn(mean, _of_the_mean(sums, weight, within, between), within, between)
    return Pooled(mean, drawn.strength, _levels(sums, drawn))


def freshness(age_weeks: Floats) -> Floats:
    """Return what answers of that age count: 1 this week, a half after twelve."""
    return np.exp2(-age_weeks / HALF_LIFE_WEEKS)


@dataclass(frozen=True, eq=False, slots=True)
class _Summed:
    """Per role: answers, what they count, their means and mean age, their scatter.

    `scatter` is the sum of w (x - y)^2, `freedom` what makes a variance of it.
    """

    n: Ints
    fresh: Floats
    mean: Floats
    plain: Floats
    age: Floats
    scatter: Floats
    freedom: Floats


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What levels are drawn toward, its variance, and both variances of answers."""

    mean: float
    of_mean: float
    within: float
    between: float

    @property
    def strength(self) -> float:
        return self.within / self.between


def _summed(answers: Answers, n_roles: int) -> _Summed:
    points, role = answers.points, answers.role
    weight = freshness(answers.age_weeks)

    def summed(values: Floats) -> Floats:
        return np.bincount(role, values, n_roles).astype(np.float64)

    n, fresh = np.bincount(role, minlength=n_roles), summed(weight)
    mean = _ratio(summed(weight * points), fresh)
    return _Summed(
        n=n,
        fresh=fresh,
        mean=mean,
        plain=_ratio(summed(points), n.astype(np.float64)),
        age=_ratio(summed(weight * answers.age_weeks), fresh),
        scatter=summed(weight * (points - mean[role]) ** 2),
        freedom=fresh - _ratio(summed(weight**2), fresh),
    )


def _ratio(above: Floats, below: Floats) -> Floats:
    """Return the quotient, 0 where there is nothing to divide by."""
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _within(sums: _Summed, prior: Prior) -> float:
    """Return the variance of answers within a role, s2."""
    scatter = _PRIOR_ANSWERS * prior.within + sums.scatter.sum()
    return float(scatter / (_PRIOR_ANSWERS + sums.freedom.sum()))


def _between(sums: _Summed, weight: Floats, within: float, prior: Prior) -> float:
    """Return the variance between roles, t2: their scatter less what chance makes."""
    mean = (weight * sums.mean).sum() / weight.sum()
    scatter = (weight * (sums.mean - mean) ** 2).sum()
    freedom = weight * (1 - weight / weight.sum())
    by_chance = (within * _ratio(freedom, sums.fresh)).sum()
    known = _PRIOR_ROLES * prior.between
    found = (known + scatter - by_chance) / (_PRIOR_ROLES + freedom.sum())
    # What chance makes may be more than there is, and a variance is never below 0.
    return max(_LEAST_BETWEEN, float(found))


def _of_the_mean(sums: _Summed, weight: Floats, within: float, between: float) -> float:
    """Return the variance of the person's mean, from the roles that were answered."""
    answered = sums.fresh > 0
    share = weight[answered] / weight.sum()
    return float((share**2 * (between + within / sums.fresh[answered])).sum())


def _levels(sums: _Summed, drawn: _Drawn) -> tuple[Level, ...]:
    own = sums.fresh / (sums.fresh + drawn.strength)
    values = np.clip(own * sums.mean + (1 - own) * drawn.mean, LOWEST, HIGHEST)
    variance = drawn.within / (sums.fresh + drawn.strength)
    variance += (1 - own) ** 2 * drawn.of_mean
    variance += own**2 * _CHANGE_A_WEEK**2 * sums.age
    deviations = np.sqrt(variance)
    return tuple(
        Level(
            value=float(values[i]),
            deviation=float(deviations[i]),
            plain=float(sums.plain[i]) if sums.n[i] else None,
            n_answers=int(sums.n[i]),
            n_fresh=float(sums.fresh[i]),
        )
        for i in range(len(values))
    )
