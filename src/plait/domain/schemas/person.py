"""The fields of the person whose book it is; what is left out stays as it was."""

import re

from plait.domain.schemas.book_records import PersonRecord
from plait.domain.schemas.field_types import (
    Amount,
    Country,
    Currency,
    Day,
    Number,
    Text,
    Whole,
    Zone,
)
from plait.domain.schemas.schema import Field, Schema
from plait.domain.schemas.schema import gettext_noop as _
from plait.domain.writing import Dates, Numbers

WEEK_HOURS = 168
MOST_TRAVEL_MINUTES = 24 * 60
LONGEST_NAME = 150
_NOT_WRITTEN_SO = (
    _("Plait does not know this way of writing"),
    _("Write it as the page of settings has it, or leave it out."),
)
_IN_SAVINGS_CURRENCY = Amount(
    10**12, currency="savings_currency", otherwise="currency", in_minor=True
)
PERSON = Schema(
    section="person",
    record=PersonRecord,
    about="The person whose book it is.",
    fields=(
        Field("name", Text(LONGEST_NAME), "what they are called", example="Nora"),
        Field("currency", Currency(), "their home currency", example="EUR"),
        Field("timezone", Zone(), "where they live", example="Europe/Amsterdam"),
        Field(
            "language",
            Text(
                8,
                "en|nl",
                _("Plait does not speak this language"),
                _("Write en or nl."),
            ),
            "what Plait speaks: en or nl",
            example="en",
        ),
        Field(
            "capacity_hours",
            Number(WEEK_HOURS, scale=60),
            "hours a week to give to all roles together",
            attribute="capacity_minutes",
            example="37.5",
        ),
        Field(
            "country",
            Country(),
            "where they live, for public holidays and working-time rules",
            example="NL",
        ),
        Field(
            "region",
            Text(10),
            "the short code of a part of the country (`BY` for Bavaria)",
        ),
        Field("born_on", Day(), "only for the rules for people under 18"),
        Field(
            "travel_minutes",
            Whole(0, MOST_TRAVEL_MINUTES),
            "what it usually takes from one appointment to the next; 30 where it is"
            " left out",
            example="30",
        ),
        Field(
            "savings",
            _IN_SAVINGS_CURRENCY,
            "what there is to live on, in `savings_currency`, else the person's"
            " `currency`; one of them has to be written too",
            attribute="savings_minor",
            example="12000",
        ),
        Field(
            "floor",
            _IN_SAVINGS_CURRENCY,
            "what a month must cost at least, in the same currency",
            attribute="floor_minor",
            example="2400",
        ),
        Field(
            "savings_currency",
            Currency(),
            "of `savings` and `floor`, where it is not the home currency",
        ),
        Field(
            "set_aside",
            Number(1, scale=1000),
            "the share of income put by for tax; of salaries nothing is",
            example="0.3",
        ),
        Field(
            "numbers",
            Text(8, "|".join(re.escape(n) for n in Numbers if n), *_NOT_WRITTEN_SO),
            "how numbers are written; as usual in the language where it is left out",
            example="1.234,56",
        ),
        Field(
            "dates",
            Text(8, "|".join(re.escape(d) for d in Dates if d), *_NOT_WRITTEN_SO),
            "how days are written, by an example of two letters a part",
            example="30-11-26",
        ),
        Field(
            "clock",
            Text(2, "24|12", *_NOT_WRITTEN_SO),
            "whether times are written by 24 hours or by 12",
            example="24",
        ),
        Field(
            "hidden_findings",
            Text(200, r"[a-z]+(,[a-z]+)*", *_NOT_WRITTEN_SO),
            "groups of findings that a review leaves out, with commas between them",
            example="tax,law",
        ),
    ),
)
