"""Changes to leave, seasons and the time that goes to travel, admin and rest."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import Absence, Batch, Overhead, Role, Season
from plait.book.operations.writing import book_of
from plait.domain import availability as domain
from plait.domain.errors import PlaitError
from plait.domain.period import Period
from plait.domain.reach import refuse_beyond

_WEEK_HOURS = 168
_DAY_MINUTES = 24 * 60


class NotedAlready(PlaitError):
    """The same leave or overhead from the same day, for the same role."""


class BadStretch(PlaitError):
    """Days that end before they begin, or hours that no week has."""


def add_absence(
    *,
    viewer: Person,
    kind: domain.AbsenceKind,
    period: Period,
    role: Role | None = None,
    hours: Decimal | None = None,
    note: str = "",
    batch: Batch | None = None,
) -> Absence:
    """Note days away, from one role or from all; they need a last day.

    `hours` are those of each day that is off in part, None for whole days.

    Raise `NotedAlready` for the same kind from the same day twice: by these names
    a file's leave is known (see `book.imports.book_file.record_common`).
    """
    end = _end(period)
    minutes = None if hours is None else _part_of_day(hours)
    with book_of(viewer, role, what="add_absence"):
        _refuse_twice(
            Absence.objects.filter(
                owner=viewer, kind=kind, starts_on=period.start, role=role
            )
        )
        return Absence.objects.create(
            owner=viewer,
            kind=kind,
            starts_on=period.start,
            ends_on=end,
            minutes=minutes,
            role=role,
            note=note[:200],
            batch=batch,
        )


def note_leave(
    *, viewer: Person, found: Sequence[tuple[domain.Absence, Role | None, str]]
) -> int:
    """Note stretches of leave with their roles and notes, all or none; return how many.

    The roles of the absences themselves are indices in a portfolio and not looked at.
    """
    with book_of(viewer, what="note_leave"):
        for away, role, note in found:
            add_absence(
                viewer=viewer,
                kind=away.kind,
                period=away.period,
                role=role,
                hours=away.hours,
                note=note,
            )
    return len(found)


def add_season(
    *, viewer: Person, season: domain.Season, batch: Batch | None = None
) -> Season:
    """Note a stretch with other hours to give; raise `BadStretch` for an overlap."""
    first, end = season.period.start, _end(season.period)
    minutes = _minutes(season.hours)
    with book_of(viewer, what="add_season"):
        mine = Season.objects.filter(owner=viewer)
        other = mine.filter(starts_on__lt=end, ends_on__gt=first).first()
        if other:
            raise BadStretch(
                "Another stretch of other hours covers some of these days",
                value=f"{other.starts_on} – {other.ends_on}",
                fix="Change that one, or choose days beside it.",
            )
        return Season.objects.create(
            owner=viewer, starts_on=first, ends_on=end, minutes=minutes, batch=batch
        )


def add_overhead(
    *,
    viewer: Person,
    kind: domain.OverheadKind,
    period: Period,
    hours: Decimal,
    role: Role | None = None,
    batch: Batch | None = None,
) -> Overhead:
    """Note hours a week that go to travel, admin or rest; `NotedAlready` as leave."""
    if period.end is not None:
        _end(period)
    minutes = _minutes(hours)
    with book_of(viewer, role, what="add_overhead"):
        _refuse_twice(
            Overhead.objects.filter(
                owner=viewer, kind=kind, starts_on=period.start, role=role
            )
        )
        return Overhead.objects.create(
            owner=viewer,
            kind=kind,
            starts_on=period.start,
            ends_on=period.end,
            minutes=minutes,
            role=role,
            batch=batch,
        )


def remove_availability(*, viewer: Person, row: Absence | Season | Overhead) -> None:
    """Remove leave, a season or an overhead."""
    with book_of(viewer, row, what="remove_availability"):
        row.delete()


def _refuse_twice(alike: QuerySet[Absence] | QuerySet[Overhead]) -> None:
    there = alike.first()
    if there is not None:
        raise NotedAlready(
            "This is already saved from that day on",
            value=f"{there.kind}, {there.starts_on}",
            fix="Remove that one first, or choose another first day.",
        )


def _end(period: Period) -> date:
    """Return the first day after; raise `BadStretch` where there is none."""
    if period.end is None or period.end <= period.start:
        raise BadStretch(
            "These days end before they begin",
            value=f"{period.start} – {period.end}",
            fix="Enter a last day on or after the first.",
        )
    refuse_beyond(period.start, period.end)
    return period.end


def _part_of_day(hours: Decimal) -> int:
    minutes = round(hours * 60)
    if not 0 < minutes <= _DAY_MINUTES:
        raise BadStretch(
            "Part of a day is more than nothing and at most 24 hours",
            value=str(hours),
            fix="Write the hours that are off on each day, such as 4.",
        )
    return minutes


def _minutes(hours: Decimal) -> int:
    if not 0 <= hours <= _WEEK_HOURS:
        raise BadStretch(
            "A week has between 0 and 168 hours to give",
            value=str(hours),
            fix="Write hours a week, such as 32.",
        )
    return round(hours * 60)
