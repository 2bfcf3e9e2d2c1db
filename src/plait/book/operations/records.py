"""Records a person adds by hand: hours, a check-in, and money (see `by_hand`)."""

from collections.abc import Sequence
from datetime import date, datetime

from plait.accounts.models import Person
from plait.book.models import CheckIn, Role, TimeEntry, TimeShare
from plait.book.operations.by_hand import chance_fingerprint
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.period import monday_of
from plait.domain.reach import refuse_beyond
from plait.domain.records import RecordStatus

_DAY = 24 * 3600


class BadHours(PlaitError):
    """A stretch of time that cannot be."""


class Imported(PlaitError):
    """Hours that are not changed by hand, because a file told them."""


def add_time(  # the fields of an entry
    *,
    viewer: Person,
    role: Role,
    on: date,
    seconds: int,
    also_for: Sequence[Role] = (),
    description: str = "",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    is_on_call: bool = False,
    zone: str = "",
) -> TimeEntry:
    """Add time given on a day to a role, and to others it served as well.

    `zone` is that of the day, where it is not the person's own.
    """
    refuse_beyond(on)
    check_seconds(seconds)
    with book_of(viewer, role, *also_for, what="add_time"):
        entry = TimeEntry.objects.create(
            owner=viewer,
            fingerprint=chance_fingerprint(),
            role=role,
            status=RecordStatus.ASSIGNED,
            on=on,
            seconds=seconds,
            description=description,
            started_at=starts_at,
            ended_at=ends_at,
            is_on_call=is_on_call,
            zone=zone,
        )
        others = {other.pk: other for other in also_for if other != role}
        TimeShare.objects.bulk_create(
            TimeShare(owner=viewer, entry=entry, role=other)
            for other in others.values()
        )
    return entry


def remove_time(*, viewer: Person, entry: TimeEntry) -> None:
    """Remove an entry that was added by hand; raise `Imported` for any other."""
    with book_of(viewer, entry, what="remove_time"):
        if entry.batch_id is not None:
            raise Imported(
                "These hours came in with a file",
                value=f"{entry.on}, {entry.seconds / 3600:g} h",
                fix="Undo that import, or correct the file and import it again.",
            )
        entry.delete()


def check_seconds(seconds: int) -> None:
    """Raise `BadHours` for a stretch that no day has."""
    if not 0 < seconds <= _DAY:
        raise BadHours(
            "Time on one day is more than nothing and at most 24 hours",
            value=f"{seconds / 3600:g} h",
            fix="Split it over the days it was given on.",
        )


def check_in(
    *, viewer: Person, role: Role, day: date, answers: dict[str, int], note: str = ""
) -> CheckIn:
    """Keep how a role felt in the day's week; answering again replaces it."""
    with book_of(viewer, role, what="check_in"):
        kept, _ = CheckIn.objects.update_or_create(
            owner=viewer,
            role=role,
            week_on=monday_of(day),
            defaults={**answers, "note": note[:500], "batch": None},
        )
    return kept


def check_in_week(
    *, viewer: Person, day: date, answered: Sequence[tuple[Role, dict[str, int], str]]
) -> int:
    """Keep how several roles felt in the day's week, in one change; return how many.

    Of each its role, its answers and its note.
    """
    if answered:
        with book_of(viewer, *(role for role, _, _ in answered), what="check_in"):
            for role, answers, note in answered:
                check_in(viewer=viewer, role=role, day=day, answers=answers, note=note)
    return len(answered)
