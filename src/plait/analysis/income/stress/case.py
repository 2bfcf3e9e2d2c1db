"""What a stress test is made on: streams, what each depends on, savings and a floor."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plait.analysis.income.model import IncomeModel, StreamModel


@dataclass(frozen=True, slots=True)
class StreamCase:
    """A stream with what can befall it; amounts in the home currency, after set-aside.

    `weak` is what it brings in a weak month, `stream.monthly` in a mean one. `payers`
    are plain names with their shares; `sector`, `skills` and `causes` plain too.
    `is_salary` is paid by an employer, `is_earned` stops where the person cannot
    work, but for the shares `kept` by month of illness. `due` is what unpaid invoices bring in the
    coming months; None where no invoices are known: then the usual delay tells what
    is still to come.
    """

    stream: StreamModel
    weak: float
    key: str = ""
    role: int = -1
    payers: tuple[tuple[str, float], ...] = ()
    sector: str = ""
    skills: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    is_salary: bool = False
    is_earned: bool = True
    kept: tuple[float, ...] = ()
    due: tuple[float, ...] | None = None

    def left_when_ill(self, month: int) -> float:
        """Return the share that goes on in a month of illness, 0 for the first one."""
        if not self.is_earned:
            return 1.0
        return self.kept[month] if month < len(self.kept) else 0.0

    @property
    def is_bringing(self) -> bool:
        """Whether it brings more than it costs, and is not over already."""
        return self.stream.monthly > 0 and not self.stream.is_over

    @property
    def is_invoiced(self) -> bool:
        """Whether it is earned by working without a salary."""
        return self.is_earned and not self.is_salary


@dataclass(frozen=True, slots=True)
class Case:
    """All streams, with savings and what a month must cost at least.

    `level`, `level_unsure` and `level_wanders` are how all income moves at once, as in
    an income model. `names` says how the plain names of payers, sectors, skills and causes are written.
    """

    currency: str
    streams: tuple[StreamCase, ...]
    savings: float
    floor: float
    names: Mapping[str, str] = field(default_factory=dict)
    level: float = 1.0
    level_unsure: float = 0.0
    level_wanders: float = 0.0

    @property
    def model(self) -> IncomeModel:
        """The streams as an income model, without what may end them."""
        return IncomeModel(
            currency=self.currency,
            streams=tuple(replace(one.stream, causes=()) for one in self.streams),
            months=1,
            level=self.level,
            level_unsure=self.level_unsure,
            level_wanders=self.level_wanders,
        )

    @property
    def weak_month(self) -> float:
        """What a weak month brings of the streams that are not over already."""
        return sum(one.weak for one in self.streams if not one.stream.is_over)

    @property
    def mean_month(self) -> float:
        """What a mean month brings of the streams that are not over already."""
        running = (one.stream for one in self.streams if not one.stream.is_over)
        return sum(stream.monthly for stream in running)
