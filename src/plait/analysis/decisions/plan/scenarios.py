"""What an hour a week of each option brings, scenario by scenario.

All streams are simulated together, so that what they depend on strikes present roles
and candidates alike. A stream brings in proportion to its hours; what it brings at
its own hours, divided by them, is what one hour brings, month by month.

A present role keeps its present hours through its notice: what it brings then comes
in whatever is chosen. A candidate brings nothing before it begins and less while it
grows; one that ends before it begins has fallen through. Invoices that are unpaid
now, and streams that are no option, bring what they bring.
"""

from dataclasses import dataclass, field

import numpy as np

from plait.analysis.decisions.plan.options import (
    Limits,
    NotAnOption,
    Option,
    Question,
    Scenarios,
    Weights,
)
from plait.analysis.floats import Floats
from plait.analysis.income.model import IncomeModel, StreamModel
from plait.analysis.income.simulation.draws import stream_paths
from plait.analysis.income.simulation.paths import arrives_unpaid

Rng = np.random.Generator

# Cells (streams x months x scenarios) kept at once: 160 MB of 32-bit floats, and twice
# that by option.
_MOST_CELLS = 40_000_000


@dataclass(frozen=True, slots=True)
class PlanModel:
    """An income model, and the options that its streams of the same name bring.

    The streams of candidates stand in it like all others.
    """

    income: IncomeModel
    options: tuple[Option, ...]
    limits: Limits = field(default_factory=Limits)
    weights: Weights = field(default_factory=Weights)


def question_of(model: PlanModel, n_scenarios: int, rng: Rng) -> Question:
    """Return the question that a model asks, over so many scenarios drawn with `rng`.

    A stream with hours that is no option becomes one that stays as it is.
    """
    named = {option.stream for option in model.options}
    stay = tuple(
        _as_it_is(stream)
        for stream in model.income.streams
        if stream.hours and stream.name not in named
    )
    options = model.options + stay
    return Question(
        options=options,
        limits=model.limits,
        scenarios=scenarios_of(model.income, options, n_scenarios, rng),
        floor=model.income.floor,
        weights=model.weights,
    )


def scenarios_of(
    income: IncomeModel, options: tuple[Option, ...], n_scenarios: int, rng: Rng
) -> Scenarios:
    """Return what an hour of each option brings, and what comes in anyhow."""
    by_name = {stream.name: place for place, stream in enumerate(income.streams)}
    _refuse(income, options, by_name, n_scenarios)
    paths = stream_paths(income, n_scenarios, rng)
    base = np.zeros((n_scenarios, income.months))
    chosen_streams = {option.stream for option in options}
    for place, stream in enumerate(income.streams):
        unpaid = arrives_unpaid(stream, income.months) if stream.unpaid else None
        if unpaid is not None:
            paths[place] -= unpaid[:, None]
            base += unpaid
        if stream.name not in chosen_streams:
            base += paths[place].T
    by_month = np.empty((n_scenarios, income.months, len(options)))
    for column, option in enumerate(options):
        place = by_name[option.stream]
        chosen, kept = _months(option, income.months)
        hours = income.streams[place].hours
        np.multiply(paths[place].T, chosen * option.pays / hours, by_month[..., column])
        base += paths[place].T * (option.present * kept / hours)
    return Scenarios(by_month.mean(axis=1), base.mean(axis=1), by_month, base)


def _months(option: Option, months: int) -> tuple[Floats, Floats]:
    """Return what counts of each month: of the hours chosen, and of the present ones."""
    month = np.arange(months)
    is_kept = month < option.stays
    if option.is_present:
        return (~is_kept).astype(np.float64), is_kept.astype(np.float64)
    grown = (month - option.starts_in + 1) / (option.grows + 1)
    # A role that goes back to the hours agreed is kept as it is through its notice too.
    return np.clip(grown, 0.0, 1.0) * ~is_kept, np.zeros(months)


def _as_it_is(stream: StreamModel) -> Option:
    """Return an option that can take no hours but those it takes."""
    hours = stream.hours
    return Option(stream.name, least=hours, most=hours, present=hours, can_leave=False)


def _refuse(
    income: IncomeModel,
    options: tuple[Option, ...],
    by_name: dict[str, int],
    n_scenarios: int,
) -> None:
    for option in options:
        place = by_name.get(option.stream)
        if place is None or not income.streams[place].hours:
            raise NotAnOption(
                "An option needs a stream of its name with hours a week",
                value=option.name,
                fix="Give what it brings a month, and for how many hours a week.",
            )
    cells = len(income.streams) * income.months * n_scenarios
    if n_scenarios < 1 or cells > _MOST_CELLS:
        raise NotAnOption(
            "So many futures cannot be simulated for a plan",
            value=f"{n_scenarios:,}",
            fix="Ask for fewer: five thousand are enough to choose by.",
        )
