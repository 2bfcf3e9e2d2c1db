"""What plans rest on."""

from dataclasses import dataclass

from plait.domain.selection import Selection


@dataclass(frozen=True, slots=True)
class PlanEvidence:
    """What the plans rest on, in sentences, and the records of a book."""

    data: str
    method: str
    assumptions: tuple[str, ...]
    source: str
    certainty: str
    records: tuple[Selection, ...] = ()
