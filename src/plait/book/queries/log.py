"""What was logged by hand, the running timer, and which events were answered."""

from datetime import date

from django.db.models import Q

from plait.accounts.models import Person
from plait.book.models import EventAnswer, TimeEntry, Timer
from plait.book.queries.lists import NotThere
from plait.book.queries.memory import Memory

_timers = Memory(most=1_000)  # every page shows it

# What a week's grid itself has written: no file's, no clock's, no line's, not shared.
TYPED = Q(batch=None, started_at=None, shares=None, description="")


def timer_of(*, viewer: Person) -> Timer | None:
    """Return the running timer with its role, None if none runs."""
    return _timers.of_book(viewer, "timer", lambda: _timer(viewer))


def _timer(viewer: Person) -> Timer | None:
    return Timer.objects.filter(owner=viewer).select_related("role").first()


def last_logged(*, viewer: Person) -> TimeEntry | None:
    """Return the entry that was added by hand last, None if there is none."""
    mine = TimeEntry.objects.filter(owner=viewer, batch=None)
    return mine.select_related("role").order_by("pk").last()


def entry_by_hand(*, viewer: Person, pk: int) -> TimeEntry:
    """Return an entry that no file brought in, with its role; raise `NotThere`."""
    mine = TimeEntry.objects.filter(owner=viewer, batch=None, pk=pk)
    entry = mine.select_related("role").first()
    if entry is None:
        raise NotThere(
            "There is no such record",
            value=str(pk),
            fix="It may have been taken back already.",
        )
    return entry


def logged_between(*, viewer: Person, first: date, last: date) -> list[TimeEntry]:
    """Return the entries of the days, both included, in order, with their roles."""
    mine = TimeEntry.objects.filter(owner=viewer, on__range=(first, last))
    return list(
        mine.select_related("role")
        .prefetch_related("shares__role")
        .order_by("on", "started_at", "pk")
    )


def logged_elsewhere(
    *, viewer: Person, first: date, last: date
) -> dict[tuple[str, date], int]:
    """Return the seconds of each role's day that no grid has written, by role keys.

    A cell of the grid can hold these or more, not fewer.
    """
    mine = TimeEntry.objects.filter(owner=viewer, on__range=(first, last))
    others = mine.exclude(role=None).exclude(pk__in=mine.filter(TYPED).values("pk"))
    seconds_of: dict[tuple[str, date], int] = {}
    for key, on, seconds in others.values_list("role__key", "on", "seconds"):
        seconds_of[key, on] = seconds_of.get((key, on), 0) + seconds
    return seconds_of


def answered_events(*, viewer: Person) -> frozenset[int]:
    """Return the fingerprints of the events that the person answered."""
    answers = EventAnswer.objects.filter(owner=viewer)
    return frozenset(answers.values_list("fingerprint", flat=True))
