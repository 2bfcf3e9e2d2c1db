"""A page of the records that a selection opens: one line for each, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from plait.domain.selection import RecordState, Selection


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """One payment, time entry, event or check-in.

    `id` is its number, which commands name it by. `title` is the payer, the project, or what the event is called; `detail` what else
    the file says. `amount` is money in `currency`, below zero where it went out;
    `hours` what was worked or how long it takes; `scores` a check-in's energy,
    meaning, growth and pressure, each from 1 to 5. Instants are at the person's own time.
    """

    on: date
    title: str
    detail: str = ""
    role: str = ""
    role_name: str = ""
    colour: int = 0
    state: RecordState = RecordState.ASSIGNED
    amount: Decimal | None = None
    currency: str = ""
    hours: float | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    scores: tuple[int, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class RecordTotal:
    """What all payments of a selection come to in one currency."""

    currency: str
    received: Decimal
    paid_out: Decimal


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page of a selection, and what all of its records come to.

    `role_name` is the name of the role that is selected, "" for all.
    """

    selection: Selection
    role_name: str
    page: int
    n_pages: int
    n_records: int
    totals: tuple[RecordTotal, ...]
    hours: float | None
    records: tuple[ListedRecord, ...]
