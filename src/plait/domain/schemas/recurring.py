"""The fields of what comes again and again."""

from plait.domain.recurring import MOST_EVERY, Rhythm
from plait.domain.schemas.book_records import RecurringRecord
from plait.domain.schemas.field_types import (
    Choice,
    Currency,
    Day,
    Key,
    Names,
    Text,
    Whole,
)
from plait.domain.schemas.schema import Field, Schema

_MOST_MINOR = 10**15 - 1

RECURRING = Schema(
    section="recurring",
    record=RecurringRecord,
    about="Money or time that comes again and again, by hand.",
    fields=(
        Field(
            "from",
            Day(),
            "its first day",
            attribute="starts_on",
            example="2026-03-01",
            is_needed=True,
        ),
        Field(
            "rhythm",
            Choice(Rhythm),
            "every so many weeks; or months, on the same day or on the same weekday"
            " of the month",
            example="months",
            is_needed=True,
        ),
        Field("every", Whole(1, MOST_EVERY), "how many", default=1),
        Field(
            "to",
            Day(),
            "the first day on which it no longer comes",
            attribute="ends_on",
        ),
        Field("role", Key(), "the role; private money where it is left out"),
        Field(
            "amount_minor",
            Whole(-_MOST_MINOR, _MOST_MINOR),
            "in minor units, below zero for money that goes out",
            example="-110000",
        ),
        Field("currency", Currency(), "of the amount", example="EUR"),
        Field("seconds", Whole(1, 24 * 3600), "of time: how long"),
        Field("payer", Text(200), "who pays, or is paid"),
        Field("text", Text(500), "what it is for", example="rent of the room"),
        Field("payment_kind", Text(20), "what the money is, as the person says"),
        Field(
            "except_on",
            Names(200_000),
            "days on which it was skipped, or stands as a record of its own",
        ),
    ),
)
