"""Changes of a book as a list shows them: what was done, to what, and whether it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

# What has left the house is withdrawn or credited, never undone: by the name of the
# operation that sent it, the sentence that says what to do instead.
NOT_UNDONE: dict[str, str] = {}


class ThingKind(StrEnum):
    """What a change can be a change of."""

    TIME = "time"
    PAYMENT = "payment"
    EVENT = "event"
    CHECK_IN = "check_in"
    ROLE = "role"
    TERMS = "terms"
    ORGANISATION = "organisation"
    ACCOUNT = "account"
    RULE = "rule"
    LEAVE = "leave"
    SEASON = "season"
    OVERHEAD = "overhead"
    INVOICE = "invoice"
    CAUSE = "cause"
    BELIEF = "belief"
    FALLBACK = "fallback"
    SCENARIO = "scenario"
    MAPPING = "mapping"
    TIMER = "timer"
    FINDING = "finding"
    SETTINGS = "settings"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """So many of a kind; the first by its name, role, day, hours and amount."""

    kind: ThingKind
    n: int
    name: str = ""
    role: str = ""
    on: date | None = None
    hours: float | None = None
    amount: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class ListedChange:
    """One change; `what` names the operation, `files` are those of an import.

    `batch` is the number of an import, None for anything else. Instants are at the
    person's own time.
    """

    number: int
    made_at: datetime
    what: str
    batch: int | None
    files: tuple[str, ...]
    undone_at: datetime | None
    things: tuple[ChangedThing, ...]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One page of a book's history, newest first."""

    page: int
    n_pages: int
    n_changes: int
    changes: tuple[ListedChange, ...]
