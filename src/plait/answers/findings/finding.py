"""A finding: what is so, why it matters, its numbers, its evidence, the next step."""

from dataclasses import dataclass, field
from typing import Any

from plait.answers.findings.kinds import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure rests on, for whoever opens it. All are whole sentences."""

    data: str
    method: str
    assumptions: str
    certainty: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The one next step: what the button says and where it leads.

    `place` is "inbox", "import", "settings", "roles", "hours", "worktime", "check_in",
    "income", "safety", or of a role "role", "agreement" or "talk"; `key` is the role's
    key for these three.
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
    `colour` is the strand of the role it is about, 0 for none.
    """

    kind: Kind
    weight: float
    title: str
    sentence: str
    why: str
    step: Step
    evidence: Evidence
    numbers: dict[str, Any] = field(default_factory=dict)
    role: str = ""
    colour: int = 0
    series: Series | None = None
