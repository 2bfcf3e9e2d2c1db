"""Records that are likely to be one that came in twice."""

from dataclasses import dataclass
from enum import StrEnum

from plait.domain.record_list import ListedRecord


class DoubleKind(StrEnum):
    """What is there twice."""

    ACCOUNT = "account"
    PAYMENT = "payment"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class AccountDetails:
    """One of the person's own accounts; `share` is what of it is theirs, 0 to 1."""

    id: int
    identifier: str
    name: str
    n_payments: int
    share: float


@dataclass(frozen=True, slots=True)
class Double:
    """Two payments, time entries or accounts; `into` is the one that would stay.

    Of accounts both records are None and the accounts are told; else the other way.
    """

    kind: DoubleKind
    one: int
    into: int
    record: ListedRecord | None = None
    into_record: ListedRecord | None = None
    account: AccountDetails | None = None
    into_account: AccountDetails | None = None
