"""What an answer on plans holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.demands import DemandKind
from plait.analysis.decisions.plan.offer.changes import ChangeKind
from plait.analysis.decisions.plan.options import Weights
from plait.analysis.decisions.plan.planner import Status
from plait.answers.plan.evidence import PlanEvidence


class PlanStatus(StrEnum):
    """Whether there are plans.

    `NO_OPTIONS`: no role whose hours are known. `NO_INCOME`: none of them brings any.
    """

    PLANNED = "planned"
    IMPOSSIBLE = "impossible"
    NO_OPTIONS = "no options"
    NO_INCOME = "no income"


class PlanGap(StrEnum):
    """What a person has not entered; a stand-in is used until then."""

    FLOOR = "floor"
    CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class OptionHours:
    """Hours a week of an option (its key): by agreement, and those really taken."""

    option: str
    hours: float
    taken: float


@dataclass(frozen=True, slots=True)
class OptionRange:
    """Hours that an option may take: any from `low` to `high`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PlanOption:
    """A role that is held or could be taken on, and the hours it may take.

    Each of its hours takes `load`, and brings `income_per_hour` a month on average.
    `value` and `growth` are points above one's own middle. `assumed` is what was taken
    for granted, `consent_of` are names of roles whose terms ask for consent.
    `can_go_back` says that it takes more hours than agreed and could return to those.
    """

    key: str
    name: str
    colour: int
    present: float
    least: float
    most: float
    step: float
    ranges: tuple[OptionRange, ...]
    can_leave: bool
    load: float
    income_per_hour: float
    value: float
    growth: float
    counts_for_law: bool
    needs_consent: bool
    consent_of: tuple[str, ...]
    stays: int
    starts_in: int
    grows: int
    assumed: tuple[Assumed, ...]
    can_go_back: bool


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A role (key) that changes: hours a week, money a month, and whom to ask.

    `before` and `after` are hours by agreement, `took` and `takes` those really taken;
    `income` is a mean over all months, also those before its notice is over.
    `notice_days` is None where none is known or needed, `from_on` the first day that
    the change can be in force. `consent_of` are names of roles that have to agree.
    """

    option: str
    kind: ChangeKind
    before: float
    after: float
    took: float
    takes: float
    income: float
    is_back: bool
    organisation: str
    notice_days: int | None
    from_on: date | None
    consent_of: tuple[str, ...]
    sentence: str
    ask: str


@dataclass(frozen=True, slots=True)
class PlanMonths:
    """The months of a mix, each judged by itself; see `MonthsJudged`."""

    weakest: float
    weakest_bad: float
    n_short: float
    chance_any: float
    sentence: str


@dataclass(frozen=True, slots=True)
class PlanMix:
    """Hours a week by option, and what they bring a month; see `Outcome`.

    `total` is what they really take, `bad` the mean income of the worst share of
    futures, `short` the mean shortfall of their months there, `score` all of it weighed.
    """

    hours: tuple[OptionHours, ...]
    total: float
    income: float
    bad: float
    short: float
    chance_short: float
    value: float
    growth: float
    score: float
    chance_text: str
    changes: str
    months: PlanMonths
    steps: tuple[PlanChange, ...]


@dataclass(frozen=True, slots=True)
class PlanDemand:
    """Something that a mix has to keep to, with its hours a week."""

    kind: DemandKind
    options: tuple[str, ...]
    figure: float
    sentence: str


@dataclass(frozen=True, slots=True)
class PlanLimit:
    """A demand that holds a plan back; `price` is what an hour adds to its score."""

    demand: PlanDemand
    price: float
    is_tight: bool


@dataclass(frozen=True, slots=True)
class PlanMoreHours:
    """What more hours a week to give would change, a month, all chosen anew."""

    hours: float
    income: float
    short: float
    score: float
    mix: tuple[OptionHours, ...]


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """One plan; `names` say what it is best in, or that it is another way.

    `risk` is the weight of the risk it was found with, `gap` by how much another mix
    might score more there. Only a plan to choose has a label; only that by the
    person's own weights has limits, and `held_back_by` in sentences.
    """

    risk: float
    names: tuple[str, ...]
    label: str
    is_own: bool
    mix: PlanMix
    status: Status
    gap: float
    n_boxes: int
    limits: tuple[PlanLimit, ...] = ()
    more_hours: tuple[PlanMoreHours, ...] = ()
    held_back_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanWithout:
    """The best plan that leaves a role as it is; no mix where nothing fits then."""

    option: str
    mix: PlanMix | None
    sentence: str


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """A plan or a simple rule on the futures it was chosen in, and on unseen ones.

    A plan has the names it has among the plans; a rule has its own.
    """

    names: tuple[str, ...]
    label: str
    is_plan: bool
    seen: PlanMix
    unseen: PlanMix


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """What the plans were found with.

    `capacity` are the hours shared out, `hours_now` those that present roles take, and
    `is_too_full` says that these are more than there are. `law` and `roles` are None
    where nothing limits them; of each pair `apart` only one can be held. `income_anyhow`
    comes in whatever is chosen. `tail` names the worst share of futures. A change of
    fewer hours a week than `least_hours` in a role, or one that is worth less than
    `least_money` a month, is no change.
    """

    n_scenarios: int
    seed: int
    seed_of_check: int
    months: int
    floor: float
    capacity: float
    hours_now: float
    is_too_full: bool
    law: float | None
    roles: int | None
    apart: tuple[tuple[str, ...], ...]
    weights: Weights
    tail: str
    income_anyhow: float
    can_weigh_value: bool
    weighs_value: bool
    shares_out_hours_now: bool
    least_hours: float
    least_money: float


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """Which mix of hours would be better; hours a week, money a month.

    `plans` go from the safest to the richest. Where none meets every demand,
    `conflict` are those that contradict each other. `missing` is what the person has
    not entered. `left_out` are opportunities (names) without hours or pay. `is_better`
    says that a mix does better than the present one by the person's own weights.
    `agreed` is the present mix with all roles back at the hours agreed, whether it
    fits or not; None where no role takes more. `as_it_is` says what the present mix
    is already the best in. `without` goes by the roles that the
    best plan changes.
    """

    on: date | None
    language: str
    currency: str
    status: PlanStatus
    missing: PlanGap | None
    sentence: str
    comparison: str
    settings: PlanSettings | None = None
    options: tuple[PlanOption, ...] = ()
    left_out: tuple[str, ...] = ()
    present: PlanMix | None = None
    present_breaks: tuple[PlanDemand, ...] = ()
    conflict: tuple[PlanDemand, ...] = ()
    plans: tuple[PlanPoint, ...] = ()
    is_better: bool = False
    agreed: PlanMix | None = None
    agreed_sentence: str = ""
    without: tuple[PlanWithout, ...] = ()
    step_sentence: str = ""
    as_it_is: str = ""
    few: str = ""
    checks: tuple[PlanCheck, ...] = ()
    check_sentence: str = ""
    check_left_out: str = ""
    evidence: PlanEvidence | None = None
