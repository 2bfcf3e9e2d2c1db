"""What a person shows to another: which slice of their portfolio, to whom, until when.

A slice holds values and no sentence, so that its reader has them in their own language.
Its exact bytes travel: between two people of one server, as a file, or by an address.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plait.domain.errors import PlaitError


class SliceKind(StrEnum):
    """Which part of a portfolio is shown."""

    AVAILABILITY = "availability_band"
    HOURS = "hours_by_role"
    PAYMENTS = "payments_of_role"


class Way(StrEnum):
    """How a slice reaches its receiver."""

    HERE = "here"
    FILE = "file"
    ADDRESS = "address"


class Ground(StrEnum):
    """Why its receiver may have it: by what the giver chose, or by what was agreed."""

    CONSENT = "consent"
    AGREEMENT = "agreement"


class Band(StrEnum):
    """How much room there is in a week, never the hours themselves."""

    UNKNOWN = "unknown"
    NONE = "none"
    HALF_DAY = "half a day"
    DAY = "a day"
    MORE = "more"


class OtherSlice(PlaitError):
    """Bytes are no slice that this version reads."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a slice is shown: roles (numbers of the book), and from which day on.

    `roles` are the keys that the giver saw beside them. A key may be given to another
    role later; a number never is.
    """

    numbers: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MonthHours:
    """Hours of a role in the month of that first day; None where nothing is known.

    `is_whole` says that its hours are known for every day of it that is shown.
    """

    month: date
    given: float | None
    agreed: float | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class RoleMonths:
    """A role by its name, and its months, the oldest first."""

    name: str
    months: tuple[MonthHours, ...]


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A line of money, in above 0; `what` is what it was for, as far as it is shown."""

    on: date
    amount: Decimal
    currency: str
    what: str


@dataclass(frozen=True, slots=True)
class Slice:
    """What is shown, as of the day `on`; what another kind shows stays empty.

    Of an availability `band` holds until the day `until`. `since` is the first day
    that hours or payments are shown of. `role` names the one whose payments they are.
    """

    kind: SliceKind
    on: date
    band: Band | None = None
    until: date | None = None
    since: date | None = None
    roles: tuple[RoleMonths, ...] = ()
    role: str = ""
    payments: tuple[PaymentLine, ...] = ()


_OF_KIND = {
    SliceKind.AVAILABILITY: ("band", "until"),
    SliceKind.HOURS: ("since", "roles"),
    SliceKind.PAYMENTS: ("since", "role", "payments"),
}


def to_bytes(slice_: Slice) -> bytes:
    """Return the exact bytes of a slice: the same slice has the same bytes."""
    import msgspec

    names = ("kind", "on", *_OF_KIND[slice_.kind])
    values = {name: getattr(slice_, name) for name in names}
    return msgspec.json.encode(values, order="sorted")


def from_bytes(content: bytes) -> Slice:
    """Return the slice of these bytes; raise `OtherSlice` for anything else."""
    import msgspec

    try:
        return msgspec.json.decode(content, type=Slice)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise OtherSlice(
            "This is nothing that somebody shows with Plait",
            fix="Ask whoever sent it to send it again.",
        ) from error
