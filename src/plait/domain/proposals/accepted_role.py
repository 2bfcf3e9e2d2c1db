"""A proposed role as a person accepts it."""

from dataclasses import dataclass

from plait.domain.roles import Agreement, Role
from plait.domain.rules import RuleField


@dataclass(frozen=True, slots=True)
class AcceptedRole:
    """A role to add with its terms, or the key of one there is; and what it takes.

    Exactly one of `role` and `belongs_to` is said. `subjects` are what rules are made
    of: fields and their values.
    """

    subjects: tuple[tuple[RuleField, str], ...]
    role: Role | None = None
    terms: Agreement | None = None
    belongs_to: str = ""
