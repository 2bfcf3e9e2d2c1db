"""The fields of what settled an invoice."""

from plait.domain.schemas.book_records import SettlementRecord
from plait.domain.schemas.field_types import (
    Amount,
    Choice,
    Currency,
    Day,
    Key,
    Text,
)
from plait.domain.schemas.schema import Field, Schema
from plait.domain.settlements import SettlementKind, SettlementSource

SETTLEMENT = Schema(
    section="settlements",
    record=SettlementRecord,
    about="What settled an invoice, or a payment that is not for it.",
    fields=(
        Field(
            "role", Key(), "the role of the invoice", example="atlas", is_needed=True
        ),
        Field("number", Text(100), "the number of the invoice", example="2026-014"),
        Field(
            "issued",
            Day(),
            "the day the invoice was written",
            attribute="issued_on",
            example="2026-11-02",
            is_needed=True,
        ),
        Field(
            "invoice",
            Amount(10**12),
            "the amount of the invoice, where two share number and day",
        ),
        Field(
            "kind",
            Choice(SettlementKind),
            "what settles it; `payment` where it is left out",
            default=SettlementKind.PAYMENT,
        ),
        Field(
            "amount",
            Amount(10**12),
            "how much of the invoice; 0 for a payment that is not for it",
            example="600.00",
            is_needed=True,
        ),
        Field(
            "currency",
            Currency(),
            "of the amounts",
            attribute="amount.currency",
            example="EUR",
            is_needed=True,
            part_of="amount",
        ),
        Field(
            "payment",
            Text(40),
            "the payment, as the first column of `payments.csv` names it; left out for"
            " money that no statement shows, a credit or a write-off",
        ),
        Field("on", Day(), "the day, where no payment is named"),
        Field(
            "source",
            Choice(SettlementSource),
            "who said so; `file` where it is left out",
            default=SettlementSource.FILE,
        ),
        Field("noted", Day(), "when it was said", attribute="noted_on"),
    ),
)
