"""What may come in over the months ahead: chances, a bad year, how long money lasts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from plait.analysis.income.income_ahead import RangeAhead
from plait.analysis.income.model import IncomeModel
from plait.analysis.income.model_from_values import model_from_values
from plait.analysis.income.simulation.backtest import BackTest
from plait.analysis.income.simulation.simulate import Simulation, simulate
from plait.answers.context import N_FUTURES, SEED, AnswerContext
from plait.answers.income.last_year import payments_of_year
from plait.answers.known_notes import money_notes
from plait.answers.simulation.ahead import (
    AheadAnswer,
    BackTestAnswer,
    ahead_answer,
    ahead_sentences,
    back_test_answer,
)
from plait.answers.simulation.months import (
    BadYear,
    Chance,
    GoesWell,
    MonthAhead,
    bad_year,
    chance,
    goes_well,
    months_ahead,
)
from plait.answers.simulation.streams import (
    SimulatedCause,
    SimulatedStream,
    causes_of,
    streams_of_book,
    streams_of_model,
)
from plait.domain.period import add_months, month_of
from plait.domain.selection import Selection
from plait.wording.income import simulation as wording
from plait.wording.income import simulation_assumptions as assumptions
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SimulationOptions:
    """What is asked for; None where it is as the model says."""

    months: int | None = None
    scenarios: int = N_FUTURES
    seed: int = SEED
    savings: float | None = None
    floor: float | None = None

    def applied_to(self, model: IncomeModel) -> IncomeModel:
        """Return the model with what is asked for in place of what it says."""
        return replace(
            model,
            months=model.months if self.months is None else self.months,
            savings=model.savings if self.savings is None else self.savings,
            floor=model.floor if self.floor is None else self.floor,
        )


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimulationAnswer:
    """So many simulated futures (`scenarios`), drawn with `seed`.

    `futures` says how many in words, `basis` also what the amounts are in; `on` and
    `first_month` (2026-12) are None for a model file. `sentences` are the chances
    that matter most, `details` all of them with how sure they are.
    `ahead` is what the months come to if it goes on as it went, `back_test` how such
    ranges did on the person's own past; empty for a model file.
    `ends_within_a_year` is the chance that exactly 0, 1, 2 … streams end, without
    costs that end; `loses_one` that at least one does, `loses_several` that two or more do.
    """

    on: date | None
    first_month: str | None
    language: str
    currency: str
    scenarios: int
    seed: int
    futures: str
    basis: str
    n_months: int
    savings: float
    knows_savings: bool
    floor: float
    knows_floor: bool
    usual_month: float
    sentences: tuple[str, ...]
    months: tuple[MonthAhead, ...]
    short_ever: Chance
    until_short: GoesWell
    runway: GoesWell
    at_risk: BadYear
    ends_within_a_year: tuple[Chance, ...]
    loses_one: float
    loses_several: float
    streams: tuple[SimulatedStream, ...]
    causes: tuple[SimulatedCause, ...]
    details: tuple[Section, ...]
    basis_details: Section
    ahead: tuple[AheadAnswer, ...] = ()
    back_test: tuple[BackTestAnswer, ...] = ()
    records: tuple[Selection, ...] = ()


@dataclass(frozen=True, eq=False)
class _Run:
    """A simulated model, with what is known of it; `first` is the first month."""

    model: IncomeModel
    found: Simulation
    options: SimulationOptions
    words: Words
    streams: tuple[SimulatedStream, ...]
    on: date | None = None
    first: date | None = None
    knows_savings: bool = True
    knows_floor: bool = True
    ahead: tuple[RangeAhead, ...] = ()
    tests: tuple[BackTest, ...] | None = None
    known: tuple[str, ...] = ()


def simulation_answer(
    context: AnswerContext,
    options: SimulationOptions | None = None,
) -> SimulationAnswer:
    """Return what may become of the income of a book.

    As the book says it, it is simulated once for all answers, and so is the test of
    such forecasts on the person's own past.
    """
    book = context.income_model
    options = options or SimulationOptions()
    if options == SimulationOptions():
        model, found = book.model, context.simulation
    else:
        model = options.applied_to(book.model)
        found = _simulated(model, options)
    return _answer(
        _Run(
            model=model,
            found=found,
            options=options,
            words=context.words,
            streams=streams_of_book(context, model, found),
            on=context.portfolio.on,
            first=add_months(month_of(context.portfolio.on), 1),
            knows_savings=book.has_savings or options.savings is not None,
            knows_floor=book.has_floor or options.floor is not None,
            ahead=book.ahead,
            tests=context.income_back_test,
            known=tuple(money_notes(context)),
        )
    )


def model_simulation_answer(
    values: Mapping[str, object], options: SimulationOptions, words: Words
) -> SimulationAnswer:
    """Return what may become of a model given as plain values, as a file holds them."""
    model = options.applied_to(model_from_values(values))
    found = _simulated(model, options)
    streams = streams_of_model(words, model, found)
    return _answer(_Run(model, found, options, words, streams))


def _simulated(model: IncomeModel, options: SimulationOptions) -> Simulation:
    rng = np.random.default_rng(options.seed)
    return simulate(model, n_scenarios=options.scenarios, rng=rng)


def _answer(run: _Run) -> SimulationAnswer:
    model, found, words = run.model, run.found, run.words
    futures = wording.futures_text(words, found.n_scenarios)
    return SimulationAnswer(
        on=run.on,
        first_month=f"{run.first:%Y-%m}" if run.first else None,
        language=words.language,
        currency=model.currency,
        scenarios=found.n_scenarios,
        seed=run.options.seed,
        futures=futures,
        basis=wording.settings_text(words, model, futures, run.options.seed, run.first),
        n_months=found.months,
        savings=model.savings,
        knows_savings=run.knows_savings,
        floor=model.floor,
        knows_floor=run.knows_floor,
        usual_month=model.usual,
        sentences=tuple(_sentences(run)),
        months=months_ahead(words, found, run.first),
        short_ever=chance(found.short_ever),
        until_short=goes_well(found.until_short),
        runway=goes_well(found.runway),
        at_risk=bad_year(found),
        ends_within_a_year=tuple(map(chance, found.ends)),
        loses_one=found.loses_one,
        loses_several=found.loses_several,
        streams=run.streams,
        causes=causes_of(model),
        details=tuple(_details(run)),
        basis_details=_basis_details(run),
        ahead=tuple(ahead_answer(words, one, model.currency) for one in run.ahead),
        back_test=tuple(
            back_test_answer(words, one, model.currency) for one in run.tests or ()
        ),
        records=(payments_of_year(run.on),) if run.on else (),
    )


def _sentences(run: _Run) -> Iterator[str]:
    if run.tests is not None:
        yield from _of_ahead(run)
    floor = run.words.money(run.model.floor, run.model.currency)
    yield from wording.chance_sentences(
        run.words,
        run.found,
        floor=floor if run.knows_floor and run.model.floor else "",
        knows_savings=run.knows_savings,
    )


def _of_ahead(run: _Run) -> Iterator[str]:
    return ahead_sentences(run.words, run.ahead, run.tests or (), run.model.currency)


def _details(run: _Run) -> Iterator[Section]:
    words, found, model = run.words, run.found, run.model
    _ = words.gettext
    if run.tests is not None:
        yield Section(_("If it goes on as it went"), tuple(_of_ahead(run)))
    short = wording.short_month_sentences(words, found, model.floor, run.first)
    yield Section(_("Months that fall short"), tuple(short))
    runway = wording.runway_sentences(
        words, found, model, knows_savings=run.knows_savings
    )
    yield Section(_("How long your money lasts"), tuple(runway))
    yield Section(_("A bad year"), (wording.bad_year_text(words, found),))


def _basis_details(run: _Run) -> Section:
    by_reason: dict[str, list[str]] = {}
    for stream in run.streams:
        for reason in stream.assumed:
            by_reason.setdefault(reason, []).append(stream.role)
    as_of = {one.sector_rate.as_of for one in run.streams if one.sector_rate}
    return Section(
        run.words.gettext("What this rests on"),
        (
            *run.known,
            *(f"{', '.join(names)}: {why}." for why, names in by_reason.items()),
            *(assumptions.cause_text(run.words, cause) for cause in run.model.causes),
            *(assumptions.sector_text(run.words, day) for day in sorted(as_of)),
            *assumptions.limits_sentences(run.words),
        ),
    )
