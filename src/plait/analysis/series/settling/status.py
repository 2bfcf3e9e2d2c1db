"""What has paid an invoice, how that is known, and what it lacks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.domain.settlements import SettlementKind


class Known(StrEnum):
    """By what it is known that an amount is for an invoice, the surest first."""

    STATED = "stated"
    NUMBER = "number"
    AMOUNT = "amount"
    PARTS = "parts"
    SEVERAL = "several"
    FEE = "fee"


class InvoiceState(StrEnum):
    """Whether an invoice is paid. `UNSURE`: payments fit it, and others as well."""

    PAID = "paid"
    PART = "part"
    UNSURE = "unsure"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Part:
    """An amount of an invoice (an index) in minor units, and what it was settled by.

    `payment` is the key of an `InvoicePayment`, None where no statement shows one.
    """

    invoice: int
    minor: int
    kind: SettlementKind
    known: Known
    payment: int | None
    on: date | None


@dataclass(frozen=True, slots=True)
class InvoiceStatus:
    """What an invoice (an index) has been paid, in minor units of its currency.

    `paid_on` is the day it was paid in full, None before that. `overpaid` is what
    payments that name it brought beyond it. `candidates` are the sets of payments
    (keys) that could have paid it, where nothing says which invoice they are for.
    """

    invoice: int
    state: InvoiceState
    settled: int
    remaining: int
    overpaid: int
    paid_on: date | None
    parts: tuple[Part, ...]
    candidates: tuple[tuple[int, ...], ...] = ()

    @property
    def known(self) -> Known | None:
        """The least sure of what is known of it, None where nothing was paid."""
        order = list(Known)
        ways = [part.known for part in self.parts if part.minor > 0]
        return max(ways, key=order.index, default=None)

    @property
    def is_awaited(self) -> bool:
        """Whether money is surely still to come."""
        return self.state in {InvoiceState.OPEN, InvoiceState.PART}
