"""What a mix of hours comes to over scenarios, and what it scores."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.decisions.plan.options import (
    NO_HOURS,
    Option,
    Scenarios,
    Weights,
)
from plait.analysis.decisions.plan.shortfall import cut_at
from plait.analysis.floats import Floats
from plait.domain.columns import Bools


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mix: hours a week by option, and what they bring a month.

    `income` is the mean over scenarios, `bad` that of the worst share of them, `short`
    the mean shortfall below the floor in the same share (CVaR), and `chance_short` how
    many scenarios stay below the floor on average over the months. `value` and
    `growth` are points, `changed` is how many roles change, `taken` the hours a week
    that all of it really takes. `score` is what the plan makes as great as it can:
    income + the points at their weights - risk x short - what each change has to be
    worth.
    """

    hours: tuple[float, ...]
    income: float
    bad: float
    short: float
    chance_short: float
    value: float
    growth: float
    score: float
    changed: int
    taken: float


def outcome(
    hours: Floats,
    options: tuple[Option, ...],
    scenarios: Scenarios,
    floor: float,
    weights: Weights,
) -> Outcome:
    """Return what the hours come to."""
    income = scenarios.income(hours)
    short = cut_at(scenarios, hours, floor, weights.level).value
    value = float(sum(o.value * h for o, h in zip(options, hours, strict=True)))
    growth = float(sum(o.growth * h for o, h in zip(options, hours, strict=True)))
    mean = float(income.mean())
    taken = float(sum(o.load * h for o, h in zip(options, hours, strict=True)))
    pull = mean + weights.value * value + weights.growth * growth
    changed = int(is_changed(hours, options).sum())
    return Outcome(
        hours=tuple(float(each) + 0.0 for each in hours),  # no -0.0
        income=mean,
        bad=_mean_of_worst(income, weights.level),
        short=short,
        chance_short=float((income < floor).mean()),
        value=value,
        growth=growth,
        score=pull - weights.risk * short - weights.change * changed,
        changed=changed,
        taken=taken,
    )


def is_changed(hours: Floats, options: tuple[Option, ...]) -> Bools:
    """Return which options do not take their present hours, each role once.

    A role that goes back to the hours agreed is changed where it is left as it was.
    """
    found: Bools = np.array(
        [
            not option.instead_of and abs(each - option.present) > NO_HOURS
            for option, each in zip(options, hours, strict=True)
        ]
    )
    return found


def _mean_of_worst(income: Floats, level: float) -> float:
    """Return the mean of the lowest share 1 - level: -CVaR of what is not earned."""
    from plait.analysis.income.tail import tail

    return -tail(-income, level).cvar


def pull_of(
    options: tuple[Option, ...], scenarios: Scenarios, weights: Weights
) -> Floats:
    """Return what an hour a week of each option adds to the score, without its risk."""
    points = np.array([[option.value, option.growth] for option in options])
    worth = points @ np.array([weights.value, weights.growth])
    found: Floats = scenarios.per_hour.mean(axis=0) + worth
    return found
