"""What pays an invoice: a payment, a fee held back, a credit, or nothing at all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SettlementKind(StrEnum):
    """What an amount of an invoice was settled by.

    `REFUSED` settles nothing: the person said that this payment is not for it.
    """

    PAYMENT = "payment"
    FEE = "fee"
    CREDIT = "credit"
    WRITE_OFF = "write-off"
    REFUSED = "refused"


class SettlementSource(StrEnum):
    """Who said so: the person, or a file they brought in."""

    PERSON = "person"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the person or a file says settled an invoice (an index), in minor units.

    `payment` is the key of a payment, None for money that no statement shows, a
    credit or a write-off. `on` is the day, that of the payment where there is one.
    """

    invoice: int
    minor: int
    kind: SettlementKind = SettlementKind.PAYMENT
    payment: int | None = None
    on: date | None = None
    source: SettlementSource = SettlementSource.PERSON


@dataclass(frozen=True, slots=True)
class InvoicePayment:
    """A payment that may be for an invoice: of its role, or of its exact amount.

    `key` names it for good, as its fingerprint does; `role` is an index or `NO_ROLE`; `minor` is
    signed, in minor units of the currency.
    """

    key: int
    on: date
    minor: int
    currency: str
    role: int
    payer: str = ""
    reference: str = ""
