"""The months ahead: between which amounts they lie, and how long it goes well."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.income.simulation.estimate import Estimate
from plait.analysis.income.simulation.simulate import TAIL_LEVEL, Simulation, Survival
from plait.wording.income import simulation as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class Chance:
    """A share of the futures, and its Monte Carlo standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Amounts that 5 %, 10 % … of the futures do not exceed."""

    p05: float
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    p95: float


@dataclass(frozen=True, slots=True)
class MonthAhead:
    """A month: its mean and quantiles with their errors, and its chance to fall short.

    `month` counts from 0; `name` is its name, or its number where it has no date.
    """

    month: int
    name: str
    mean: float
    mean_error: float
    short: Chance
    quantiles: Quantiles
    errors: Quantiles


@dataclass(frozen=True, slots=True)
class AtLeast:
    """In this share of the futures it goes well for `months` at least; None: longer."""

    share: float
    months: int | None


@dataclass(frozen=True, slots=True)
class GoesWell:
    """How long it goes well: over by the end of each month, or never in the months."""

    at_least: tuple[AtLeast, ...]
    over_by: tuple[float, ...]
    never: Chance


@dataclass(frozen=True, slots=True)
class BadYear:
    """How far the first year stays behind the usual one: value at risk, and CVaR.

    `months` are fewer than twelve where fewer are simulated.
    """

    level: float
    months: int
    usual: float
    var: float
    cvar: float
    var_error: float
    cvar_error: float


def chance(one: Estimate) -> Chance:
    """Return an estimate as part of an answer."""
    return Chance(one.value, one.error)


def months_ahead(
    words: Words, found: Simulation, first: date | None
) -> tuple[MonthAhead, ...]:
    """Return each month of a simulation; `first` is the first one's date, if any."""
    return tuple(
        MonthAhead(
            month=number,
            name=wording.month_text(words, number, first),
            mean=float(found.fan.mean[number]),
            mean_error=float(found.fan.mean_error[number]),
            short=chance(found.short_in[number]),
            quantiles=Quantiles(*found.fan.quantiles[:, number].tolist()),
            errors=Quantiles(*found.fan.errors[:, number].tolist()),
        )
        for number in range(found.months)
    )


def goes_well(one: Survival) -> GoesWell:
    """Return how long something goes well."""
    return GoesWell(
        at_least=tuple(AtLeast(share, n) for share, n in one.at_least.items()),
        over_by=tuple(one.over_by.tolist()),
        never=chance(one.never),
    )


def bad_year(found: Simulation) -> BadYear:
    """Return the tail of the first year."""
    return BadYear(
        level=TAIL_LEVEL,
        months=found.year_months,
        usual=found.usual_year,
        **found.at_risk._asdict(),
    )
