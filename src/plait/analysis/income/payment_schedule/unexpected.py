"""One thing that went otherwise than was agreed or usual."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.income.payment_schedule.expected_pay import By
from plait.analysis.income.payment_schedule.judged import Kind


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment as it came."""

    on: date
    amount: float


@dataclass(frozen=True, slots=True)
class Unexpected:
    """One thing that went otherwise, with the payments it is about.

    Amounts are in `currency`: `agreed` by the terms (None without), `expected` what
    of that usually comes, `came` what did. `since` and `due_on` are the first and
    the last of `n` paydays in a row. `days` is how far past the payday a missing
    payment is, or how much later the latest three came than before. `n_seen` is how
    many payments the usual is learned from: one that is due is missing when it
    is later than all of them were, by chance at most once in so many and one.
    """

    kind: Kind
    role: int
    payer: str
    by: By
    currency: str
    since: date
    due_on: date
    n: int
    agreed: float | None
    expected: float
    came: float
    days: int
    n_seen: int
    payments: tuple[Paid, ...] = ()
