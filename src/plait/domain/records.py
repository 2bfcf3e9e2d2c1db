"""What a reader gives: one tuple per line of somebody's file, in our words.

Tuples, because there are a hundred thousand of them. `line` is the number a person
would look up in the file: the line of a text file, the count of an entry elsewhere.

Plait's own export fills some fields that no other file does: `role` is the role's
key, `is_by_rule` says that a rule placed the record there, `source` names the format
it came by, and `fingerprint` is the fingerprint the record was held under, so that it
stays the same record. An identity is one text, its parts kept apart by a character that no file holds.
"""

from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from plait.domain.schemas.book_records import BookRecord

written_day = lru_cache(maxsize=8192)(date.isoformat)
"""The day as 2026-11-21; thousands of lines share a few days."""


_BITS = 64


def fingerprint_text(fingerprint: int) -> str:
    """Return a fingerprint as text that no spreadsheet rounds.

    >>> fingerprint_text(-1), fingerprint_text(255)
    ('mffffffffffffffff', 'm00000000000000ff')
    """
    return f"m{fingerprint % (1 << _BITS):016x}"


class RecordStatus(IntEnum):
    """Whether a record has found its role."""

    OPEN = 0
    ASSIGNED = 1
    PRIVATE = 2


class FingerprintKind(StrEnum):
    """Whose fingerprint it is: each kind of record has its own."""

    PAYMENT = "payment"
    TIME = "time"
    EVENT = "event"


class BankLine(NamedTuple):
    """One booked line of a bank statement; money that came in is positive.

    `account` names the person's own account as the file does (an IBAN, or such
    as "revolut:Current:EUR"), `counter_account` the other side's IBAN or number,
    `bank_id` the bank's own identifier of the line. All empty where not told.
    `booking_id` is the bank's identifier of a booking that the file tells in parts,
    of which this line is one: another format may tell that booking whole.

    Plait's own export tells what the person said of a line: `kind` (a `PaymentKind`),
    `share` (what of it is theirs, in thousandths, None as of its account), `parts`
    (keys of further roles, each with its amount in minor units).
    """

    line: int
    booked_on: date
    amount_minor: int
    currency: str
    payer: str = ""
    counter_account: str = ""
    reference: str = ""
    account: str = ""
    bank_id: str = ""
    role: str = ""
    status: RecordStatus = RecordStatus.OPEN
    is_by_rule: bool = False
    fingerprint: int | None = None
    source: str = ""
    booking_id: str = ""
    kind: str = ""
    share: int | None = None
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def identity(self) -> str:
        """What makes the line itself: equal on two files if it is one payment."""
        money = (
            f"{self.account}\x1f{written_day(self.booked_on)}"
            f"\x1f{self.amount_minor}\x1f{self.currency}"
        )
        if self.bank_id:
            return f"{money}\x1f{self.bank_id}"
        return f"{money}\x1f{self.payer}\x1f{self.counter_account}\x1f{self.reference}"


class TimeLine(NamedTuple):
    """One stretch of time given to something.

    `on` is the local day the work started, `seconds` its length. `started_at` and
    `ended_at` are aware, and None where the file holds durations only. `person` is
    whoever tracked it, for exports that hold a whole team. `tracker_id` is the
    tracker's own identifier of the entry, empty where its export holds none: an entry
    with the same one is the same entry, whatever else of it was corrected. `edited`
    names the columns that the person set by hand, which no import changes again; only
    Plait's own export has it.
    """

    line: int
    on: date
    seconds: int
    started_at: datetime | None = None
    ended_at: datetime | None = None
    client: str = ""
    project: str = ""
    task: str = ""
    description: str = ""
    tags: str = ""
    is_billable: bool | None = None
    person: str = ""
    role: str = ""
    also_for: str = ""
    status: RecordStatus = RecordStatus.OPEN
    is_by_rule: bool = False
    fingerprint: int | None = None
    tracker_id: str = ""
    is_on_call: bool = False
    zone: str = ""
    source: str = ""
    edited: str = ""

    @property
    def identity(self) -> str:
        """What makes the entry itself: equal on two exports if it is one entry."""
        start = self.started_at.timestamp() if self.started_at else self.on
        return (
            f"{start}\x1f{self.seconds}\x1f{self.client}\x1f{self.project}"
            f"\x1f{self.task}\x1f{self.description}\x1f{self.person}"
        )


class EventLine(NamedTuple):
    """One occurrence of a calendar event, recurrence already worked out.

    `starts_at` and `ends_at` are aware, in UTC; an all-day event runs from local
    midnight to local midnight. `occurrence` is the original start of this
    occurrence in its series, so that a moved one keeps its identity. `on` is the
    local day where the file names it; a superseded one gave way to a later telling.
    `is_alone` says that the file tells this occurrence without the rest of its
    series, as an invitation that moves one meeting does.
    """

    line: int
    uid: str
    occurrence: str
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool = False
    title: str = ""
    calendar: str = ""
    location: str = ""
    is_busy: bool = True
    role: str = ""
    status: RecordStatus = RecordStatus.OPEN
    is_by_rule: bool = False
    fingerprint: int | None = None
    on: date | None = None
    is_superseded: bool = False
    is_alone: bool = False

    @property
    def identity(self) -> str:
        """What makes the occurrence itself, as it now stands."""
        return (
            f"{self.uid}\x1f{self.occurrence}\x1f{self.starts_at.timestamp()}"
            f"\x1f{self.ends_at.timestamp()}\x1f{self.title}\x1f{self.location}"
            f"\x1f{self.is_busy}"
        )


class StatementPeriod(NamedTuple):
    """What a statement tells of its account: the days it covers and its balances.

    `starts_on` and `ends_on` are the first and last day covered, None where the
    statement does not say; balances are in minor units of `currency`, the opening one
    before the first line and the closing one after the last. `other_names` are further
    numbers by which this account is known (a national number, a card), `holder` whose
    account it is.
    """

    line: int
    account: str
    starts_on: date | None = None
    ends_on: date | None = None
    opening_minor: int | None = None
    closing_minor: int | None = None
    currency: str = ""
    other_names: tuple[str, ...] = ()
    holder: str = ""


class SeriesGone(NamedTuple):
    """A calendar event that was cancelled whole, or one `occurrence` of it."""

    line: int
    uid: str
    occurrence: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        """What was cancelled."""
        return (self.uid, self.occurrence)


class PositionLine(NamedTuple):
    """A position, study or volunteering from a CV: a role, running if no end.

    `kind` is a `RoleKind` value; `kind_is_known` is False where the file does not
    say it and it was read off the title.
    """

    line: int
    organisation: str
    title: str
    kind: str
    kind_is_known: bool
    started_on: date
    ended_on: date | None = None
    summary: str = ""
    place: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        """The same position told again: same organisation, title and start."""
        names = (self.organisation.casefold(), self.title.casefold())
        return (*names, self.started_on)


Line = (
    BankLine
    | StatementPeriod
    | TimeLine
    | EventLine
    | SeriesGone
    | PositionLine
    | BookRecord
)
