"""What a plan chooses from, what limits it, and what it is judged by.

Hours are a week, money is a month in the home currency, time is in months. An option
is a present role, between the least hours it demands and the most it would take, or
one that could be taken on. What cannot be is refused where it is made.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.errors import PlaitError

MOST_HOURS = 168.0
# A step of a quarter of an hour from 0 to 168 hours has fewer than these.
_MOST_AMOUNTS = 1000
# Hours that are as good as none: a fifth of a second a week.
NO_HOURS = 1e-6


class NotAnOption(PlaitError):
    """An option, a limit or a weight holds a value that nothing can have."""


@dataclass(frozen=True, slots=True)
class Option:
    """Hours that could be given to something, and what they give beside money.

    It takes `least` to `most` hours if it is held: any between with a `step` of 0,
    else `least`, `least` + `step` … or just the `amounts` given. What it takes now
    (`present`, 0 for a candidate) is always among them, if it lies between. Unless
    `can_leave`, it has to be held. `value` and `growth` are points for each hour.
    Hours that do not count (`counts`) are left out of the law's limit. Each takes
    `load` of the hours there are to give: a role of 8 hours that takes 12 has 1.5.

    The hours of a present role stay as they are for `stays` months, its notice. A
    candidate begins in month `starts_in` and grows for `grows` months to all it brings.

    Fewer hours more or less than `least_change` are no change, so they are not among those of
    a present role. `instead_of` names the present role that this one is, back at the
    hours agreed: only one of the two is held, and changing to it is no change of its
    own. Each of its hours brings the share `pays` of what one brings now.
    """

    name: str
    least: float
    most: float
    step: float = 0.0
    amounts: tuple[float, ...] = ()
    present: float = 0.0
    can_leave: bool = True
    value: float = 0.0
    growth: float = 0.0
    counts: bool = True
    load: float = 1.0
    needs_consent: bool = False
    stays: int = 0
    starts_in: int = 0
    grows: int = 0
    least_change: float = 1.0
    instead_of: str = ""
    pays: float = 1.0

    def __post_init__(self) -> None:
        whose = f"option {self.name}"
        _within(whose, "most", self.most, 0, MOST_HOURS)
        _within(whose, "least", self.least, 0, self.most)
        _within(whose, "step", self.step, 0, MOST_HOURS)
        _within(whose, "present", self.present, 0, MOST_HOURS)
        _within(whose, "load", self.load, 0, 20)
        _within(whose, "pays", self.pays, 0, 1)
        _within(whose, "least_change", self.least_change, 0, MOST_HOURS)
        for amount in self.amounts:
            _within(whose, "amounts", amount, 0, self.most)
        for months in ("stays", "starts_in", "grows"):
            _within(whose, months, getattr(self, months), 0, 600)
        for points in ("value", "growth"):
            _within(whose, points, getattr(self, points), -math.inf, math.inf)
        if self.step and (self.most - self.least) / self.step > _MOST_AMOUNTS:
            raise NotAnOption(
                "The steps between the least and the most hours are too many",
                value=f"{whose}: {self.least:g} to {self.most:g} by {self.step:g}",
                fix="Choose a longer step, or 0 for any hours between.",
            )

    @property
    def is_present(self) -> bool:
        """Whether hours go to it now."""
        return self.present > 0

    def pieces(self) -> Floats:
        """Return the hours it may take as stretches (k, 2), each from and to.

        >>> Option("Atlas", least=8, most=16, step=4).pieces().tolist()
        [[0.0, 0.0], [8.0, 8.0], [12.0, 12.0], [16.0, 16.0]]
        >>> Option("Board", least=2, most=6, can_leave=False).pieces().tolist()
        [[2.0, 6.0]]
        """
        if self.amounts or self.step or self.least == self.most:
            found = [(hours, hours) for hours in self._amounts()]
        else:
            found = self._any_hours()
        if found[0] != (0.0, 0.0) and (self.can_leave or not found[0][0]):
            found.insert(0, (0.0, 0.0))  # no hours are a stretch of their own: not held
        return np.array(found, dtype=np.float64)

    @property
    def stream(self) -> str:
        """The name of the stream that it brings."""
        return self.instead_of or self.name

    @property
    def is_within(self) -> bool:
        """Whether the present hours are among those it may take."""
        return self.is_present and self.least <= self.present <= self.most

    def _amounts(self) -> list[float]:
        hours = list(self.amounts) or _by_steps(self.least, self.most, self.step)
        if self.is_within:
            now, least = self.present, self.least_change - NO_HOURS
            hours = [now, *(each for each in hours if abs(each - now) >= least)]
        return sorted(set(map(float, hours)))

    def _any_hours(self) -> list[tuple[float, float]]:
        """Return any hours, but those that differ too little from the present ones."""
        if not self.is_within:
            return [(self.least, self.most)]
        now = self.present
        below, above = (
            now - max(self.least_change, NO_HOURS),
            now + max(self.least_change, NO_HOURS),
        )
        found = [(self.least, below)] if self.least <= below else []
        found.append((now, now))
        return [*found, (above, self.most)] if above <= self.most else found


def _by_steps(least: float, most: float, step: float) -> list[float]:
    n = math.floor((most - least) / step + NO_HOURS) if step else 0
    return [least + number * step for number in range(n + 1)]


@dataclass(frozen=True, slots=True)
class Together:
    """Some options (indices) take between so many hours together."""

    options: tuple[int, ...]
    least: float = 0.0
    most: float = MOST_HOURS

    def __post_init__(self) -> None:
        _within("hours together", "most", self.most, 0, MOST_HOURS)
        _within("hours together", "least", self.least, 0, MOST_HOURS)


@dataclass(frozen=True, slots=True)
class Limits:
    """What all options together have to keep to.

    `capacity` is the hours there are to give, `law` the most that count for
    working-time law. Of each pair in `apart` only one can be held, and not more than
    `roles` options at once.
    """

    capacity: float = MOST_HOURS
    law: float = MOST_HOURS
    together: tuple[Together, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    roles: int | None = None

    def __post_init__(self) -> None:
        _within("limits", "capacity", self.capacity, 0, MOST_HOURS)
        _within("limits", "law", self.law, 0, MOST_HOURS)
        _within("limits", "roles", self.roles or 0, 0, math.inf)


@dataclass(frozen=True, slots=True)
class Weights:
    """What one point, or one unit of a bad month's shortfall, is worth in money.

    The shortfall is below the floor, as a mean over the worst share 1 - `level` of
    scenarios (CVaR). A `risk` of 1 weighs it as heavily as income itself. `change` is
    what each role that changes has to be worth a month.
    """

    risk: float = 1.0
    value: float = 0.0
    growth: float = 0.0
    level: float = 0.9
    change: float = 0.0

    def __post_init__(self) -> None:
        _within("weights", "risk", self.risk, 0, 1e6)
        _within("weights", "value", self.value, -math.inf, math.inf)
        _within("weights", "growth", self.growth, -math.inf, math.inf)
        _within("weights", "level", self.level, 0, 0.999)
        _within("weights", "change", self.change, 0, sys.float_info.max)


@dataclass(frozen=True, eq=False, slots=True)
class Scenarios:
    """What an hour a week brings a month, equally likely scenario by scenario.

    `per_hour` is (scenarios, options), a mean over the months looked at; `base` is
    (scenarios,), what comes in whatever is chosen. `by_month` is (scenarios, months,
    options) and `base_by_month` (scenarios, months): the same month by month, None
    where the mean is all that is known.
    """

    per_hour: Floats
    base: Floats
    by_month: Floats | None = None
    base_by_month: Floats | None = None

    def income(self, hours: Floats) -> Floats:
        """Return the mean monthly income in each scenario."""
        found: Floats = self.base + self.per_hour @ hours
        return found

    def months(self, hours: Floats) -> Floats:
        """Return the income of each month, (scenarios, months)."""
        if self.by_month is None or self.base_by_month is None:
            return self.income(hours)[:, None]
        found: Floats = self.base_by_month + self.by_month @ hours
        return found


@dataclass(frozen=True, eq=False)
class Question:
    """Options, limits and what they are judged by over scenarios.

    `floor` is what a month must bring.
    """

    options: tuple[Option, ...]
    limits: Limits
    scenarios: Scenarios
    floor: float = 0.0
    weights: Weights = field(default_factory=Weights)

    def __post_init__(self) -> None:
        shape = self.scenarios.per_hour.shape
        if not self.options or not len(self.scenarios.base):
            raise NotAnOption(
                "A plan needs at least one option and one scenario",
                value=f"{len(self.options)} options, {shape[0]} scenarios",
                fix="Add a role with hours, or something that could be taken on.",
            )
        if shape != (len(self.scenarios.base), len(self.options)):
            raise NotAnOption(
                "Scenarios and options do not fit together",
                value=f"{shape} for {len(self.options)} options",
                fix="Give a row for each scenario and a column for each option.",
            )
        if not np.isfinite(self.scenarios.per_hour).all():
            raise NotAnOption(
                "Scenarios hold what is no finite number",
                value=str(int((~np.isfinite(self.scenarios.per_hour)).sum())),
                fix="Leave out the options whose income is not known.",
            )

    @property
    def present(self) -> Floats:
        """The hours that each option takes now."""
        return np.array([option.present for option in self.options])


def names_of(options: Sequence[Option], chosen: Sequence[int]) -> tuple[str, ...]:
    """Return the names of some of the options."""
    return tuple(options[index].name for index in chosen)


def _within(whose: str, what: str, value: float, least: float, most: float) -> None:
    if not (math.isfinite(value) and least <= value <= most):
        raise NotAnOption(
            "This number is outside what it can be",
            value=f"{whose}, {what}: {value:g} (from {least:g} to {most:g})",
            fix="Write one between the two.",
        )
