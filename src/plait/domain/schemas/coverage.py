"""The fields of what a file covers of an account, a tracker or a calendar."""

from plait.domain.errors import BadValue
from plait.domain.known import KnownKind
from plait.domain.schemas.book_records import CoverageRecord
from plait.domain.schemas.field_types import Choice, Day, Text, Whole, YesNo
from plait.domain.schemas.schema import Field, Schema

_MINOR = Whole(-(10**15), 10**15)


class BadDays(BadValue):
    """A last day before the first."""


def _in_order(record: CoverageRecord) -> None:
    if record.ends_on < record.starts_on:
        raise BadDays(
            "The last day comes before the first",
            value=f"{record.starts_on} to {record.ends_on}",
            fix="Correct one of the two dates; both days are covered.",
        )


COVERAGE = Schema(
    section="coverage",
    record=CoverageRecord,
    about="Which days a file covered of an account, tracker or calendar. After the"
    " last one nothing is taken for missing.",
    fields=(
        Field(
            "kind",
            Choice(KnownKind),
            "what is covered",
            example="account",
            is_needed=True,
        ),
        Field(
            "name",
            Text(200),
            "the account or calendar as its file names it, or the tracker's format",
            example="NL62MOLN0650238817",
        ),
        Field(
            "from",
            Day(),
            "the first day covered",
            attribute="starts_on",
            example="2026-10-01",
            is_needed=True,
        ),
        Field(
            "until",
            Day(),
            "the last day covered",
            attribute="ends_on",
            example="2026-10-31",
            is_needed=True,
        ),
        Field(
            "is_stated",
            YesNo(),
            "whether the file named these days, or only its lines do",
            default=False,
        ),
        Field("currency", Text(3), "of the balances", example="EUR"),
        Field("opening_minor", _MINOR, "the balance before the first line, in cents"),
        Field("closing_minor", _MINOR, "the balance after the last line, in cents"),
        Field("lines_minor", _MINOR, "what the lines came to, in cents"),
        Field("source", Text(40), "the format of the file", example="camt"),
    ),
    checks=(_in_order,),
)
