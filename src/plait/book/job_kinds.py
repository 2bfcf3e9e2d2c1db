"""The jobs that a book asks for; their handlers stand beside what they do."""

from datetime import timedelta

from plait.accounts.leaving import parts
from plait.jobs.kinds import JobKind, register

CALENDAR_VISIT = "calendar"
VISITED_EVERY = timedelta(hours=1)


def register_kinds() -> None:
    """Let the book's jobs be carried out."""
    visits = "plait.book.imports.calendar_visits"
    register(
        JobKind(
            name=CALENDAR_VISIT,
            handler=f"{visits}:visit",
            missing=f"{visits}:unplanned_visits",
            every=VISITED_EVERY,
            attempts=3,
            limit=timedelta(minutes=10),
        )
    )
    parts.register(
        parts.LeavingPart(
            "book",
            at_once="plait.book.leaving:end_feeds",
            at_the_end="plait.book.leaving:clear_beside",
        )
    )
