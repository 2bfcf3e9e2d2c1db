"""Logging as it happens: the timer, and past events taken as time."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import Event, EventAnswer, Role, TimeEntry, Timer
from plait.book.operations.by_hand import chance_fingerprint
from plait.book.operations.records import add_time
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.records import RecordStatus

_DAY = 24 * 3600


class TimerRuns(PlaitError):
    """A timer runs already."""


class NoTimer(PlaitError):
    """No timer runs."""


class TimerTooLong(PlaitError):
    """The timer ran for longer than anybody works, or into the past."""


def start_timer(
    *, viewer: Person, role: Role, at: datetime, description: str = ""
) -> Timer:
    """Let a timer run for a role; raise `TimerRuns` if one does already."""
    with book_of(viewer, role, what="start_timer"):
        running = Timer.objects.filter(owner=viewer).select_related("role").first()
        if running:
            raise TimerRuns(
                "A timer runs already",
                value=running.role.name,
                fix="Stop that one first: what it counted is kept.",
            )
        return Timer.objects.create(
            owner=viewer, role=role, started_at=at, description=description[:300]
        )


def stop_timer(*, viewer: Person, at: datetime) -> TimeEntry:
    """Stop the timer and keep its time on the local day it was started."""
    with book_of(viewer, what="stop_timer"):
        timer = _running(viewer)
        seconds = max(60, round((at - timer.started_at).total_seconds()))
        if at < timer.started_at or seconds > _DAY:
            started = viewer.local_time(timer.started_at)
            raise TimerTooLong(
                "The timer runs for longer than a day, or starts after its end",
                value=f"{started:%Y-%m-%d %H:%M}",
                fix="Say when it ended, or drop it and log the time as a line.",
            )
        entry = add_time(
            viewer=viewer,
            role=timer.role,
            on=viewer.local_time(timer.started_at).date(),
            seconds=seconds,
            description=timer.description,
            starts_at=timer.started_at,
            ends_at=at,
        )
        timer.delete()
    return entry


def drop_timer(*, viewer: Person) -> None:
    """Stop the timer and keep nothing."""
    with book_of(viewer, what="drop_timer"):
        _running(viewer).delete()


def _running(viewer: Person) -> Timer:
    timer = Timer.objects.filter(owner=viewer).select_related("role").first()
    if timer is None:
        raise NoTimer(
            "No timer runs", value="stop", fix="Start one, or log the time as a line."
        )
    return timer


def take_events_as_time(
    *, viewer: Person, fingerprints: Collection[int]
) -> list[TimeEntry]:
    """Keep these events of the viewer's roles as time; each only once."""
    with book_of(viewer, what="take_events_as_time"):
        events = _asked(viewer, fingerprints).filter(status=RecordStatus.ASSIGNED)
        entries = TimeEntry.objects.bulk_create(
            TimeEntry(
                owner=viewer,
                fingerprint=chance_fingerprint(),
                role_id=event.role_id,
                status=RecordStatus.ASSIGNED,
                on=event.on,
                seconds=round((event.ends_at - event.starts_at).total_seconds()),
                description=event.title,
                started_at=event.starts_at,
                ended_at=event.ends_at,
            )
            for event in events
            if 0 < (event.ends_at - event.starts_at).total_seconds() <= _DAY
        )
        by_start = {(e.role_id, e.started_at, e.description): e for e in entries}
        EventAnswer.objects.bulk_create(
            EventAnswer(owner=viewer, fingerprint=event.fingerprint, entry=entry)
            for event in events
            if (entry := by_start.get((event.role_id, event.starts_at, event.title)))
        )
    return entries


def leave_events(*, viewer: Person, fingerprints: Collection[int]) -> int:
    """Note that these events were no time of a role; return how many."""
    with book_of(viewer, what="leave_events"):
        answers = EventAnswer.objects.bulk_create(
            EventAnswer(owner=viewer, fingerprint=event.fingerprint)
            for event in _asked(viewer, fingerprints)
        )
    return len(answers)


def _asked(viewer: Person, fingerprints: Collection[int]) -> QuerySet[Event]:
    """Return the viewer's events of these fingerprints that were not answered yet."""
    answered = EventAnswer.objects.filter(owner=viewer).values("fingerprint")
    mine = Event.objects.filter(owner=viewer, fingerprint__in=fingerprints)
    return mine.exclude(fingerprint__in=answered).order_by("starts_at", "pk")
