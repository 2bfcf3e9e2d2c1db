"""The fields of a finding that was settled or put off."""

from plait.domain.schemas.book_records import SettledFindingRecord
from plait.domain.schemas.field_types import Choice, Day, Key, Text
from plait.domain.schemas.schema import Field, Schema
from plait.domain.settled_findings import SettledAs

SETTLED_FINDING = Schema(
    section="settled_findings",
    record=SettledFindingRecord,
    about="Findings that the person settled or put off, with the reason.",
    fields=(
        Field(
            "key",
            Text(300),
            "what names the finding",
            example="role-over:atlas",
            is_needed=True,
        ),
        Field(
            "kind",
            Text(40),
            "the kind of finding",
            example="role-over",
            is_needed=True,
        ),
        Field("role", Key(), "the role it is about", example="atlas"),
        Field(
            "settled_as",
            Choice(SettledAs),
            "`settled` where it is left out; `put-off` comes back at half the step",
            default=SettledAs.SETTLED,
        ),
        Field(
            "reason",
            Text(200),
            "why",
            example="It will be over by summer",
            is_needed=True,
        ),
        Field("on", Day(), "when", example="2026-11-30", is_needed=True),
        Field("title", Text(300), "what the finding said"),
        Field(
            "numbers",
            Text(20_000),
            "the figures it is compared by, as JSON",
            example='{"over": 5.4}',
            default="{}",
        ),
    ),
)
