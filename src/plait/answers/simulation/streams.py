"""The streams and causes that a simulation was made with, and what they rest on."""

from dataclasses import dataclass, replace
from datetime import date

from plait.analysis.income.model import IncomeModel, StreamModel
from plait.analysis.income.simulation.estimate import Estimate
from plait.analysis.income.simulation.simulate import Simulation
from plait.answers.context import AnswerContext
from plait.answers.simulation.months import Chance, chance
from plait.reference.hazards import SectorRate
from plait.wording.income.simulation_assumptions import assumed_text, cause_name
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SectorRateUsed:
    """How often jobs of a sector end, in percent a month, and where that comes from."""

    sector: str
    monthly_percent: tuple[float, ...]
    vintage: str
    source: str
    status: str
    as_of: date


@dataclass(frozen=True, slots=True)
class SimulatedStream:
    """One stream of the model; see docs/reference/income-model.md for its fields.

    `ends_within_a_year` counts shared causes, `hazard` does not; `depends_on` lists
    them in words. Of a book `role` is
    its name, `months_of_data` how many months its income is the mean of, `assumed`
    what it rests on; of a model file they are empty.
    """

    name: str
    monthly: float
    varies: float
    unsure: float
    hazard: float
    hazard_years: float | None
    ends_in: int | None
    renewed: float
    notice: int
    wait: float | None
    replaced: float
    ramp: int
    late: float
    unpaid: float
    causes: tuple[str, ...]
    depends_on: str
    ends_within_a_year: Chance
    role: str = ""
    months_of_data: int | None = None
    assumed: tuple[str, ...] = ()
    sector_rate: SectorRateUsed | None = None

    @property
    def is_over(self) -> bool:
        """Whether it pays nothing from the first month on."""
        return self.ends_in == 0

    @property
    def title(self) -> str:
        """The name of its role, or its own where it has none."""
        return self.role or self.name


@dataclass(frozen=True, slots=True)
class SimulatedCause:
    """What several streams depend on; see docs/reference/income-model.md."""

    name: str
    chance: float
    hits: float
    cut: float
    lasts: int


def streams_of_model(
    words: Words, model: IncomeModel, found: Simulation
) -> tuple[SimulatedStream, ...]:
    """Return the streams of a model, as a file describes them."""
    pairs = zip(model.streams, found.ends_of, strict=True)
    return tuple(_stream(words, stream, ends) for stream, ends in pairs)


def streams_of_book(
    context: AnswerContext, model: IncomeModel, found: Simulation
) -> tuple[SimulatedStream, ...]:
    """Return the streams of a book, with what each rests on."""
    streams = streams_of_model(context.words, model, found)
    pairs = zip(streams, context.income_model.bases, strict=True)
    return tuple(
        replace(
            stream,
            role=context.role(basis.role).name,
            months_of_data=basis.n_months,
            assumed=tuple(assumed_text(context.words, one) for one in basis.assumed),
            sector_rate=_rate(basis.sector) if basis.sector else None,
        )
        for stream, basis in pairs
    )


def _stream(words: Words, stream: StreamModel, ends: Estimate) -> SimulatedStream:
    hazard = stream.hazard
    return SimulatedStream(
        name=stream.name,
        monthly=stream.monthly,
        varies=stream.varies,
        unsure=stream.unsure,
        hazard=hazard.mean,
        hazard_years=None if hazard.is_fixed else hazard.a + hazard.b,
        ends_in=stream.ends_in,
        renewed=stream.renewed,
        notice=stream.notice,
        wait=stream.wait,
        replaced=stream.replaced,
        ramp=stream.ramp,
        late=stream.late,
        unpaid=stream.unpaid,
        causes=stream.causes,
        depends_on=", ".join(cause_name(words, name) for name in stream.causes),
        ends_within_a_year=chance(ends),
    )


def _rate(sector: SectorRate) -> SectorRateUsed:
    return SectorRateUsed(
        sector=sector.name,
        monthly_percent=sector.monthly,
        vintage=sector.vintage,
        source=sector.source,
        status=sector.status,
        as_of=sector.as_of,
    )


def causes_of(model: IncomeModel) -> tuple[SimulatedCause, ...]:
    """Return the causes of a model."""
    return tuple(
        SimulatedCause(one.name, one.chance, one.hits, one.cut, one.lasts)
        for one in model.causes
    )
