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
    `account` is the own account that money came to or left, as the person calls it;
    `source` the tracker, calendar or kind of file; `kind` what a payment is stated to be.
    A day of what recurs (`is_recurring`) stands in no table and has no number.
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
    account: str = ""
    source: str = ""
    kind: str = ""
    is_recurring: bool = False


@dataclass(frozen=True, slots=True)
class RecordTotal:
    """What all payments of a selection come to in one currency."""

    currency: str
    received: Decimal
    paid_out: Decimal


@dataclass(frozen=True, slots=True)
class MonthOfRecords:
    """All records of a selection in the month of that first day, also of other pages.

    `n_here` of the page's records are of it.
    """

    month: date
    n_records: int
    n_here: int
    totals: tuple[RecordTotal, ...]
    hours: float | None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page of a selection, and what all of its records come to.

    `role_name` is the name of the role that is selected, "" for all, and
    `account_name` that of the account. `n_waiting` have no role yet. `months` are
    those of the page, in its order; there are none where it is not sorted by date.
    `first_on` and `last_on` are the days of the first and the last of all records.
    `n_recurring` days of what recurs count in `totals` and `hours`, though not among
    the records.
    """

    selection: Selection
    role_name: str
    page: int
    n_pages: int
    n_records: int
    totals: tuple[RecordTotal, ...]
    hours: float | None
    records: tuple[ListedRecord, ...]
    n_waiting: int = 0
    months: tuple[MonthOfRecords, ...] = ()
    account_name: str = ""
    first_on: date | None = None
    last_on: date | None = None
    n_recurring: int = 0


@dataclass(frozen=True, slots=True)
class RecordSums:
    """What the records of a selection come to, days of what recurs counted in."""

    n_records: int
    n_recurring: int
    totals: tuple[RecordTotal, ...]
    hours: float | None

    @property
    def n(self) -> int:
        """How many there are of both."""
        return self.n_records + self.n_recurring


@dataclass(frozen=True, slots=True)
class EarlierRecords:
    """What the list of the same days a year earlier comes to.

    `selection` opens it. Where days of the list are not known yet, both are of the
    days up to `until`, and `now` is what the list itself comes to up to there;
    `is_all_now` says that nothing of it is later.
    """

    selection: Selection
    sums: RecordSums
    now: RecordSums
    until: date | None = None
    is_all_now: bool = True


@dataclass(frozen=True, slots=True)
class RecordFilters:
    """What a list of one kind can be narrowed by: values, each with its name.

    `payers` are those that are in it most often.
    """

    accounts: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
