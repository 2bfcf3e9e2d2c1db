"""What a person thinks of doing with a role: as typed, and as it would be done."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from plait.domain.blocks import Block
from plait.domain.money import Money
from plait.domain.roles import Agreement, Clause, CountsAs, PayBasis, Per, RoleKind


class Move(StrEnum):
    """What would be done: take a role on, change one's terms, or leave one."""

    TAKE_ON = "take on"
    CHANGE = "change"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to consider, with only what was said of it.

    `role` is the key of the role changed or left, `name` and `organisation` are a new
    role's. None, or "" for a text, is what was not said: a change keeps it as agreed,
    a new role takes what is usual. `end` is the first day on which the terms no
    longer hold.
    """

    move: Move
    role: str = ""
    name: str = ""
    organisation: str = ""
    kind: RoleKind | None = None
    start: date | None = None
    end: date | None = None
    hours: Decimal | None = None
    per: Per | None = None
    blocks: tuple[Block, ...] | None = None
    pay: Money | None = None
    pay_basis: PayBasis | None = None
    notice_days: int | None = None
    clause: Clause | None = None
    counts_as: CountsAs | None = None


@dataclass(frozen=True, slots=True)
class RoleChange:
    """What is done to one role from a day on, with everything decided.

    `role` is the key of the role changed or left, "" for a new one; `name`,
    `organisation` are a new role's. `terms` are None for leaving. An opportunity that
    is changed becomes a role of that `kind`.
    """

    move: Move
    start: date
    kind: RoleKind
    role: str = ""
    name: str = ""
    organisation: str = ""
    terms: Agreement | None = None


def usual_start(on: date) -> date:
    """Return from when something holds if nobody says: the Monday after the day.

    >>> usual_start(date(2026, 11, 20)), usual_start(date(2026, 11, 23))
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 30))
    """
    return on + timedelta(days=7 - on.weekday())
