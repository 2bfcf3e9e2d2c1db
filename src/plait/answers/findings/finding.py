"""A finding: what is so, why it matters, its numbers, its evidence, the next step."""

from dataclasses import dataclass, field

from plait.answers.findings.identity import key_of
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, Value
from plait.domain.selection import Selection


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure rests on, for whoever opens it: whole sentences, and records.

    `records` are the lists that it was worked out from, the one that says most first.
    """

    data: str
    method: str
    assumptions: str
    certainty: str
    source: str = ""
    records: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """The one next step: what the button says and where it leads.

    `place` is "inbox", "import", "settings", "roles", "hours", "log", "worktime",
    "check_in", "income", "tax_dates", "safety", "invoices", "payment_add", or of a
    role "role",
    "agreement" or "talk"; `key` is the role's key for these three.
    """

    label: str
    place: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A small series to draw beside a finding: values against a level."""

    values: tuple[float, ...]
    level: float | None = None
    label: str = ""
    marked: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the review has to say, heavier ones first.

    `title` and `sentence` say it with its numbers; `numbers` holds the same unrounded.
    `colour` is the strand of the role it is about, 0 for none. `key` stays the same
    while it is about the same thing. `if_settled` and `if_put_off` say when it comes
    back after that; `came_back` why it did, "" where it was never settled.
    """

    kind: Kind
    weight: float
    title: str
    sentence: str
    why: str
    step: Step
    evidence: Evidence
    numbers: tuple[Number, ...] = ()
    role: str = ""
    colour: int = 0
    series: Series | None = None
    if_settled: str = ""
    if_put_off: str = ""
    came_back: str = ""
    key: str = field(init=False, default="")

    def __post_init__(self) -> None:
        key = key_of(self.kind, self.role, self.numbers)
        object.__setattr__(self, "key", key)

    def number(self, name: str) -> Value:
        """Return one of the numbers, None where there is none of that name."""
        return next((one.value for one in self.numbers if one.name == name), None)
