"""What may become of an income: the chance of a short month, income at risk, runway.

`simulate` draws scenarios of an income model and says what share of them is short,
how bad the bad ones are and how long savings last. Each figure has its
Monte Carlo error. All are the same however the scenarios are ordered.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.income.model import MONTHS_A_YEAR, IncomeModel
from plait.analysis.income.simulation.draws import drawn
from plait.analysis.income.simulation.estimate import Estimate, share
from plait.analysis.income.simulation.fan import Fan, fan
from plait.analysis.income.simulation.income_total import Rng
from plait.analysis.income.simulation.over_time import over_time, year_of
from plait.analysis.income.tail import Tail, tail
from plait.domain.errors import PlaitError

TAIL_LEVEL = 0.95
# Cells (months x scenarios) that are held: 200 MB of 32-bit floats.
MOST_CELLS = 50_000_000


class TooMany(PlaitError):
    """So many scenarios and months do not fit into memory, or there are none."""


@dataclass(frozen=True, eq=False)
class Survival:
    """How long something goes well, in months; `months` is the end of the simulation.

    `over_by` is the share of scenarios in which it is over by the end of each month,
    `never` the share in which it goes on past the last. `at_least` says for each
    share how many months it goes well in at least that share of scenarios, None for
    longer than was looked at.
    """

    over_by: Floats
    never: Estimate
    at_least: dict[float, int | None]


SURE = (0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True, eq=False)
class Simulation:
    """What the scenarios say; amounts in the model's currency.

    `short_in` is the chance of each month to bring less than the floor, `short_ever`
    that of any month to. `at_risk` is the tail, at 95 %, of how far the first year
    stays behind what it usually brings (`usual_year`); below 0 it brings more. That
    year has `year_months` months where fewer than twelve are simulated. `ends_of`
    holds each stream's chance to be known to end within it, `ends` the chance that
    exactly k of those that bring something are; one that pays nothing from the first month on does not end.
    """

    n_scenarios: int
    months: int
    fan: Fan
    short_in: tuple[Estimate, ...]
    short_ever: Estimate
    until_short: Survival
    runway: Survival
    year_months: int
    usual_year: float
    at_risk: Tail
    ends_of: tuple[Estimate, ...]
    ends: tuple[Estimate, ...]

    @property
    def loses_one(self) -> float:
        """The chance that at least one stream is known to end within the year."""
        return sum(one.value for one in self.ends[1:])

    @property
    def loses_several(self) -> float:
        """The chance that two or more are."""
        return sum(one.value for one in self.ends[2:])


def simulate(model: IncomeModel, *, n_scenarios: int, rng: Rng) -> Simulation:
    """Return what becomes of the model in so many scenarios; raise `TooMany`.

    Months x scenarios x 4 bytes are held, and some twenty megabytes beside them.
    """
    _refuse_too_many(model.months, n_scenarios)
    scenarios = drawn(model, n_scenarios, rng)
    income = scenarios.income
    year = min(MONTHS_A_YEAR, model.months)
    # Before the fan, which sorts income in place: after it no column is one scenario.
    through = over_time(income, savings=model.savings, floor=model.floor)
    usual = model.usual * year
    at_risk = tail(usual - year_of(income, year), TAIL_LEVEL)
    ended = scenarios.known_in < year
    ended[[stream.is_over for stream in model.streams]] = False
    # A course that is paid for and ends is no income that is lost.
    brings = np.array([stream.monthly > 0 for stream in model.streams], dtype=np.bool_)
    return Simulation(
        n_scenarios=n_scenarios,
        months=model.months,
        fan=fan(income),
        short_in=tuple(share(int(n), n_scenarios) for n in through.n_short),
        short_ever=_within(through.first_short, model.months),
        until_short=_survival(through.first_short, model.months),
        runway=_survival(through.lasts, model.months),
        year_months=year,
        usual_year=usual,
        at_risk=at_risk,
        ends_of=tuple(share(int(row.sum()), n_scenarios) for row in ended),
        ends=_counted(ended[brings]),
    )


def _refuse_too_many(months: int, n_scenarios: int) -> None:
    if not 1 <= n_scenarios <= MOST_CELLS // months:
        raise TooMany(
            "So many scenarios cannot be simulated",
            value=f"{n_scenarios:,} of {months} months",
            fix="Ask for fewer: twenty thousand show all that can be believed.",
        )


def _within(month: NDArray[np.int32], months: int) -> Estimate:
    return share(int(np.count_nonzero(month < months)), len(month))


def _survival(month: NDArray[np.int32], months: int) -> Survival:
    """Return how long it goes well, from the month it is over in by scenario."""
    n = len(month)
    over_by = np.cumsum(np.bincount(month, minlength=months + 1)[:months])
    return Survival(
        over_by=over_by / n,
        never=share(n - int(over_by[-1]), n),
        at_least={sure: _at_least(over_by / n, sure) for sure in SURE},
    )


def _at_least(over_by: Floats, sure: float) -> int | None:
    """Return the months before more than the share 1 - sure is over."""
    # 1 - 0.9 is a little less than a tenth, which one in ten scenarios would pass.
    over = np.flatnonzero(over_by > 1 - sure + 1e-12)
    return int(over[0]) if len(over) else None


def _counted(ended: NDArray[np.bool_]) -> tuple[Estimate, ...]:
    """Return the chance that exactly 0, 1, 2 … streams ended."""
    n_streams, n = ended.shape
    counts = np.bincount(ended.sum(axis=0), minlength=n_streams + 1)
    return tuple(share(int(count), n) for count in counts)
