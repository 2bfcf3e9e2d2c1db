"""The answer of a review: what `plait review`, its JSON and Today's page show.

Only values: a review that is kept is read back without any of the analyses.
"""

from dataclasses import dataclass
from datetime import date

from plait.answers.findings.finding import Finding
from plait.domain.selection import Selection
from plait.domain.waiting import Waiting

_LATELY = 4


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the figures on top, in words; `name` is "hours", "income" or "payers".

    `value` is "–" where nothing is known yet; `note` says what it is compared with,
    `records` which it is worked out from.
    """

    name: str
    title: str
    value: str
    unit: str
    note: str
    records: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleOverview:
    """Hours a week of a role held: agreed, given and beyond, over `n_weeks` weeks."""

    role: str
    name: str
    colour: int
    agreed: float | None
    actual: float | None
    over: float
    n_weeks: int
    weeks_of_data: int
    weeks_needed: int
    verdict: str


@dataclass(frozen=True, slots=True)
class RoleSeries:
    """Hours of a role by week or by day."""

    role: str
    name: str
    colour: int
    hours: tuple[float, ...]

    @property
    def lately(self) -> float:
        """The mean of the last four."""
        return lately(self.hours)


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Full weeks, oldest first: hours in all (each once), without a role, by role."""

    mondays: tuple[date, ...]
    load: tuple[float, ...]
    open: tuple[float, ...]
    roles: tuple[RoleSeries, ...]


@dataclass(frozen=True, slots=True)
class DayHours:
    """The days of one week from its Monday: hours in all, without a role, by role."""

    monday: date
    text: str
    load: tuple[float, ...]
    open: tuple[float, ...]
    roles: tuple[RoleSeries, ...]


@dataclass(frozen=True, slots=True)
class HoursOverview:
    """Hours a week over all roles, and the weeks and days they came from.

    `free` is what is left of `capacity`, below zero where it is too little.
    `as_agreed` is the year as its terms have it, while no full week is logged; it is
    empty after that. `unlogged` are the agreed hours, in the same weeks as `weeks`, of
    roles for which nothing is logged. Roles stand in the order in which they began.
    """

    agreed: float
    actual: float | None
    capacity: float | None
    free: float | None
    n_weeks: int
    weeks_of_data: int
    roles: tuple[RoleOverview, ...]
    weeks: WeekHours
    unlogged: tuple[RoleSeries, ...]
    as_agreed: WeekHours
    this_week: DayHours


@dataclass(frozen=True, slots=True)
class StreamOverview:
    """What one role brings in and costs a month, and whether that changes.

    `a_month` is the mean of the last twelve whole months, or of those known.
    """

    role: str
    name: str
    colour: int
    monthly: tuple[float, ...]
    costs: tuple[float, ...]
    last_year: float
    a_month: float
    trend: str
    last_half: float
    half_before: float
    usual_gap: float
    months_since: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class IncomeOverview:
    """Income by whole month (2026-10, oldest first), before tax.

    `open_in` is money of the last year that has no role yet.
    """

    usual_month: float
    months: tuple[str, ...]
    total: tuple[float, ...]
    open_in: float
    streams: tuple[StreamOverview, ...]


@dataclass(frozen=True, slots=True)
class PayersOverview:
    """Who pays which share, largest first, and how evenly; `colours` are strands."""

    names: tuple[str, ...]
    shares: tuple[float, ...]
    colours: tuple[int, ...]
    herfindahl: float
    effective: float
    total: float
    n_months: int


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """Where somebody stands on a date: one sentence, the figures, the findings.

    Hours are a week unless it says otherwise, money is in the home currency. Findings
    stand heaviest first; the first `n_pressing` matter most.
    `n_settled` counts what was settled or put off; `left_out` says how many findings
    the person leaves out. `known` says of which roles payments are
    not known to the end. `is_empty` is whether the book holds nothing yet.
    """

    on: date
    language: str
    currency: str
    sentence: str
    is_empty: bool
    figures: tuple[KeyFigure, ...]
    hours: HoursOverview
    income: IncomeOverview
    concentration: PayersOverview
    inbox: tuple[Waiting, ...]
    findings: tuple[Finding, ...]
    n_pressing: int
    n_settled: int
    left_out: str
    known: tuple[str, ...]

    @property
    def pressing(self) -> tuple[Finding, ...]:
        """The findings that matter most."""
        return self.findings[: self.n_pressing]

    @property
    def less_pressing(self) -> tuple[Finding, ...]:
        """The findings behind one line."""
        return self.findings[self.n_pressing :]


def lately(hours: tuple[float, ...]) -> float:
    """Return the mean of the last four weeks."""
    last = hours[-_LATELY:]
    return sum(last) / len(last) if last else 0.0
