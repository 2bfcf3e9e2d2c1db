"""Figures against a limit, one for each period that a rule looks at."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.span import Span
from plait.domain.columns import Bools, Ints

# Hours are sums of shares of seconds; what they miss by is far below a second.
ROUNDING = 1e-6
_DECIMALS = 9


class Because(StrEnum):
    """Why nothing is judged, or what a verdict depends on."""

    NO_HOURS = "no hours"
    NOT_COUNTED = "not counted"
    AGE = "age"
    NOT_IN_FORCE = "not in force"
    NO_CLOCK = "no clock times"
    SOME_CLOCK = "some hours have no clock times"
    NO_BREAKS = "breaks not recorded"
    TOO_SHORT = "too few weeks"
    OPTED_OUT = "opted out"
    NOT_ARISEN = "does not arise"
    EXCEPTION = "unless the exception is claimed"


def _none() -> Bools:
    return np.zeros(0, dtype=bool)


@dataclass(frozen=True, eq=False)
class Readings:
    """One element a period: days from number `first` up to `past`.

    `is_excused` marks those that an exception would cover if it is claimed, with
    its own limit. `is_provisional` marks figures that may still change. `because`
    says why there is nothing to judge, or that what there is does not suffice.
    """

    first: Ints
    past: Ints
    figures: Floats
    limits: Floats
    is_excused: Bools = field(default_factory=_none)
    excused_limit: float = 0
    is_provisional: Bools = field(default_factory=_none)
    because: Because | None = None

    def __len__(self) -> int:
        return len(self.figures)

    def judged(self, span: Span) -> "Readings":
        """Return those that end within the judged days."""
        return self.chosen(self.past > span.since)

    def chosen(self, rows: Ints | Bools) -> "Readings":
        """Return some of the readings."""
        return Readings(
            first=self.first[rows],
            past=self.past[rows],
            figures=self.figures[rows],
            limits=self.limits[rows],
            is_excused=self.is_excused[rows] if len(self.is_excused) else _none(),
            excused_limit=self.excused_limit,
            is_provisional=self.is_provisional[rows]
            if len(self.is_provisional)
            else _none(),
            because=self.because,
        )


def nothing(because: Because) -> Readings:
    """Return no readings, and why."""
    none, numbers = np.zeros(0), np.zeros(0, dtype=np.int64)
    return Readings(numbers, numbers, none, none, because=because)


def readings(
    first: Ints, past: Ints, figures: Floats, limit: Floats | float
) -> Readings:
    """Return readings against one limit; none at all do not arise."""
    if not len(figures):
        return nothing(Because.NOT_ARISEN)
    limits = np.broadcast_to(np.asarray(limit, dtype=np.float64), figures.shape)
    # A mean of 59 hours that comes out as 58.99999999999981 is one of 59.
    return Readings(first, past, np.round(figures, _DECIMALS), limits)
