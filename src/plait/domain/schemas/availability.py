"""The fields of leave, of seasons, and of hours beside the roles' own."""

from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.schemas.book_records import (
    AbsenceRecord,
    HolidayRecord,
    OverheadRecord,
    SeasonRecord,
)
from plait.domain.schemas.checks import ends_after_start, in_order
from plait.domain.schemas.field_types import Choice, Day, Key, Number, Text, YesNo
from plait.domain.schemas.schema import Field, Schema

_WEEK_HOURS, _DAY_HOURS = 168, 24
ABSENCE = Schema(
    section="absences",
    record=AbsenceRecord,
    about="Days away, whole or in part, so that fewer hours are due. Public holidays"
    " are known from the person's country.",
    checks=(ends_after_start,),
    fields=(
        Field("kind", Choice(AbsenceKind), "why", default=AbsenceKind.LEAVE),
        Field(
            "from",
            Day(),
            "the first day away",
            attribute="period.start",
            example="2026-07-20",
            is_needed=True,
        ),
        Field(
            "to",
            Day(),
            "the first day back",
            attribute="period.end",
            example="2026-08-10",
            is_needed=True,
        ),
        Field("role", Key(), "from which role; from all where it is left out"),
        Field("note", Text(200), "a line of one's own"),
        Field(
            "hours",
            Number(_DAY_HOURS),
            "how many hours of each day; the whole day where it is left out",
            example="4",
        ),
    ),
)
HOLIDAY = Schema(
    section="holidays",
    record=HolidayRecord,
    about="A public holiday that the person drops or adds.",
    fields=(
        Field(
            "day",
            Text(60),
            "a date, a day of every year (`12-24`) or the holiday's English name",
            example="Good Friday",
            is_needed=True,
        ),
        Field(
            "free",
            YesNo(),
            "whether it is a day off",
            attribute="is_free",
            example="true",
            is_needed=True,
        ),
        Field(
            "organisation",
            Text(200),
            "the organisation of a role; at all of them where it is left out",
        ),
    ),
)
SEASON = Schema(
    section="seasons",
    record=SeasonRecord,
    about="A stretch with another number of hours a week to give than the person's"
    " usual. Two of them do not overlap.",
    checks=(lambda record: in_order(record.season.period),),
    fields=(
        Field(
            "from",
            Day(),
            "its first day",
            attribute="season.period.start",
            example="2026-12-21",
            is_needed=True,
        ),
        Field(
            "to",
            Day(),
            "the first day after it",
            attribute="season.period.end",
            example="2027-01-04",
            is_needed=True,
        ),
        Field(
            "hours",
            Number(_WEEK_HOURS),
            "hours a week to give",
            attribute="season.hours",
            example="10",
            is_needed=True,
        ),
    ),
)
OVERHEAD = Schema(
    section="overheads",
    record=OverheadRecord,
    about="Hours a week that go to something beside the roles' own hours.",
    checks=(ends_after_start,),
    fields=(
        Field(
            "kind",
            Choice(OverheadKind),
            "what they go to",
            example="travel",
            is_needed=True,
        ),
        Field(
            "from",
            Day(),
            "since when",
            attribute="period.start",
            example="2026-01-01",
            is_needed=True,
        ),
        Field(
            "to",
            Day(),
            "until when; left out while it goes on",
            attribute="period.end",
        ),
        Field(
            "hours",
            Number(_WEEK_HOURS),
            "hours a week",
            example="2.5",
            is_needed=True,
        ),
        Field("role", Key(), "the role it belongs to, if it is one"),
    ),
)
