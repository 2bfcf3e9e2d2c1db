"""The fields of a reminder."""

from dataclasses import replace
from datetime import time

from plait.domain.errors import BadValue
from plait.domain.reminders import MOST_ENDS_WEEKS, Reminder, ReminderKind
from plait.domain.schemas.book_records import ReminderRecord
from plait.domain.schemas.field_types import Choice, Day, Text, Whole, YesNo
from plait.domain.schemas.schema import Field, Schema
from plait.domain.schemas.schema import gettext_noop as _

REMINDER = Schema(
    section="reminders",
    record=ReminderRecord,
    about="What the person wants to be reminded of.",
    fields=(
        Field("kind", Choice(ReminderKind), "of what", example="tax", is_needed=True),
        Field("on", YesNo(), "whether it comes", attribute="is_on", default=True),
        Field(
            "at",
            Text(
                5,
                r"([01]\d|2[0-3]):[0-5]\d",
                _("This is no time of a day"),
                _("Write hours and minutes, such as 19:00."),
            ),
            "the time where the person lives",
            example="19:00",
            default="09:00",
        ),
        Field(
            "weekday",
            Whole(0, 6),
            "the day of a weekly one; Monday is 0",
            default=0,
        ),
        Field(
            "count",
            Whole(0, 90),
            "days before a tax date, days after an invoice was due, weeks that files"
            " may be old, months between two looks at a role",
            attribute="n",
            example="14",
            default=1,
        ),
        Field(
            "ends_weeks",
            Whole(0, MOST_ENDS_WEEKS),
            "weeks before terms end at which their role is looked at too, 0 for not",
            default=0,
        ),
        Field("dismissed_on", Day(), "nothing that came on it or before is shown"),
    ),
)


def to_record(one: Reminder) -> ReminderRecord:
    """Return a reminder as a file holds it."""
    return ReminderRecord(
        "reminder",
        *(one.kind, one.is_on, f"{one.at:%H:%M}", one.weekday, one.count),
        *(one.ends_weeks, one.dismissed_on),
    )


def from_record(entry: ReminderRecord) -> Reminder:
    """Return the reminder that a file holds; raise `BadValue` for no time of day."""
    return replace(
        Reminder(entry.kind, at=_time(entry.at)),
        is_on=entry.is_on,
        weekday=entry.weekday,
        count=entry.n,
        ends_weeks=entry.ends_weeks,
        dismissed_on=entry.dismissed_on,
    )


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise BadValue(
            "This is not a time of day", value=text, fix="Write it as 19:00."
        ) from None
