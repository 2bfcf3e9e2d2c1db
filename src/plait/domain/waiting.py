"""What waits in the inbox, by the subject that a rule would be about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from plait.domain.rules import plain

if TYPE_CHECKING:
    from plait.domain.portfolio import Person
    from plait.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the inbox holds for one subject: a payer, a project, a calendar.

    Money that names nobody goes by its text: its field is `REFERENCE`, `value` the
    text, and `account` the person's own account it came to. Of money that went out
    `minor` is below zero.
    """

    field: str
    value: str
    n_records: int
    minor: int = 0
    currency: str = ""
    seconds: int = 0
    first_on: date | None = None
    last_on: date | None = None
    account: str = ""

    @property
    def key(self) -> str:
        """What names the subject in a form or an address, without saying it."""
        way = "out" if self.minor < 0 else "in"
        name = plain(self.value) or self.value
        parts = (self.field, name, self.account, self.currency, way)
        return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


Placed = Mapping[tuple[str, str, bool], Mapping[str, int]]
"""Records sorted before, by field, plain value and whether money went out: how many
are whose, by a role's key or "private"."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """What waits, and what proposals are made from.

    `confirmed` are the subjects of rules by the key of their role.
    """

    person: "Person"
    roles: "tuple[Role, ...]"
    waiting: tuple[Waiting, ...]
    confirmed: Mapping[str, list[str]] = field(default_factory=dict)
    placed: Placed = field(default_factory=dict)
