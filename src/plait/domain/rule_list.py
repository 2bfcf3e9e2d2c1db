"""The rules a person confirmed, as a list: what each has sorted, and what overlaps."""

from dataclasses import dataclass
from datetime import date, datetime

from plait.domain.rules import RuleField


@dataclass(frozen=True, slots=True)
class RuleClash:
    """Records of a rule that another, wider one would give to another role.

    `role_name` is "" where the other rule says private.
    """

    n_records: int
    field: RuleField
    value: str
    role_name: str


@dataclass(frozen=True, slots=True)
class ListedRule:
    """One rule; without a role its records are private.

    `n_records` it has sorted, the last of them of the day `last_on`, None if none.
    """

    number: int
    field: RuleField
    value: str
    role: str
    role_name: str
    colour: int
    n_records: int
    last_on: date | None
    created_at: datetime
    clashes: tuple[RuleClash, ...] = ()
