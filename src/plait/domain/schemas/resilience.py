"""The fields of causes, beliefs, fallbacks, invoices and scenarios."""

from decimal import Decimal

from plait.domain.schemas.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    InvoiceRecord,
    ScenarioRecord,
)
from plait.domain.schemas.field_types import (
    Amount,
    Currency,
    Day,
    Key,
    Keys,
    Number,
    Other,
    Text,
    Whole,
)
from plait.domain.schemas.schema import Field, Schema

_EFFECTS = Other("see [scenarios](stress-scenarios.md)", "array")
CAUSE = Schema(
    section="causes",
    record=CauseRecord,
    about="What several roles depend on together, such as one ministry's budget.",
    fields=(
        Field(
            "name",
            Text(200),
            "what it is",
            example="Provincial primary-care budget",
            is_needed=True,
        ),
        Field(
            "roles",
            Keys(),
            "the roles that depend on it",
            example="practice, atlas",
            default=(),
            is_always_written=True,
        ),
        Field(
            "chance",
            Number(1),
            "how likely it is to fail within a year; left out where nobody said",
            example="0.1",
        ),
    ),
)
BELIEF = Schema(
    section="beliefs",
    record=BeliefRecord,
    about="How likely a role is to end within a year. One a role.",
    fields=(
        Field("role", Key(), "the role", example="columns", is_needed=True),
        Field("chance", Number(1), "from 0 to 1", example="0.6", is_needed=True),
        Field(
            "years",
            Number(100),
            "what that weighs: as much as having watched so many such roles for a"
            " year; 4 where it is left out",
            default=Decimal(4),
        ),
    ),
)
FALLBACK = Schema(
    section="fallbacks",
    record=FallbackRecord,
    about="What would replace a role. One a role.",
    fields=(
        Field("role", Key(), "the role", example="atlas", is_needed=True),
        Field(
            "what",
            Text(200),
            "what would replace it",
            example="Two more days of training",
            is_needed=True,
        ),
        Field(
            "weeks",
            Whole(0, 1_000),
            "until it brings money",
            example="16",
            is_needed=True,
        ),
        Field(
            "share",
            Number(5),
            "of what the role brings; 1 where it is left out",
            example="0.8",
            default=Decimal(1),
        ),
        Field("helper", Text(200), "who could help"),
        Field(
            "step",
            Text(300),
            "the one thing to do now",
            example="Ask two practices for a date in spring",
        ),
        Field("step_by", Day(), "until when", example="2026-12-15"),
    ),
)
INVOICE = Schema(
    section="invoices",
    record=InvoiceRecord,
    about="Money asked for.",
    fields=(
        Field("role", Key(), "the role", example="atlas", is_needed=True),
        Field("number", Text(100), "as the invoice has it", example="2026-014"),
        Field(
            "issued",
            Day(),
            "the day it was written",
            attribute="issued_on",
            example="2026-11-02",
            is_needed=True,
        ),
        Field(
            "due",
            Day(),
            "until when it is to be paid; the day it was written where it is left out",
            attribute="due_on",
            example="2026-12-02",
        ),
        Field(
            "paid",
            Day(),
            "when it was paid; left out while it is not",
            attribute="paid_on",
        ),
        Field(
            "amount", Amount(10**12), "the amount", example="2946.67", is_needed=True
        ),
        Field(
            "currency",
            Currency(),
            "of the amount",
            attribute="amount.currency",
            example="EUR",
            is_needed=True,
            part_of="amount",
        ),
    ),
)
SCENARIO = Schema(
    section="scenarios",
    record=ScenarioRecord,
    about="Stress tests of one's own, as [their page](stress-scenarios.md) lists them.",
    fields=(
        Field(
            "name",
            Text(200),
            "what it is called",
            example="The province stops",
            is_needed=True,
        ),
        Field(
            "lose",
            _EFFECTS,
            "what is lost",
            example='[{ cause = "Provincial primary-care budget" }]',
        ),
        Field("cut", _EFFECTS, "what brings less"),
        Field("delay", _EFFECTS, "what is paid later"),
    ),
)
