"""Calendars that are followed, what is gone from them, and the person's own calendar."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet

from plait.accounts.models import Person
from plait.book import event_marks
from plait.book.models import (
    Batch,
    CalendarFeed,
    CalendarSource,
    Event,
    ImportedFile,
)
from plait.book.queries.lists import NotThere
from plait.book.queries.load import load_portfolio
from plait.book.queries.secret_addresses import owner_of_address
from plait.domain.availability import changes_at
from plait.domain.records import SeriesGone

# What has gone from a calendar stands on no line of a file.
_NO_LINE = 0


def calendar_sources(*, viewer: Person) -> QuerySet[CalendarSource]:
    """Return the calendars that the viewer follows, in the order they were added."""
    return CalendarSource.objects.filter(owner=viewer).order_by("pk")


def calendar_source(*, viewer: Person, pk: int) -> CalendarSource:
    """Return one of the calendars that the viewer follows; raise `NotThere`."""
    found = CalendarSource.objects.filter(owner=viewer, pk=pk).first()
    if found is None:
        raise NotThere(
            "You follow no calendar of this number",
            value=str(pk),
            fix="See the calendars with: plait calendars.",
        )
    return found


def stale_calendars(*, viewer: Person, before: datetime) -> QuerySet[CalendarSource]:
    """Return the calendars that were not looked at since that moment."""
    never_or_before = Q(checked_at=None) | Q(checked_at__lt=before)
    return calendar_sources(viewer=viewer).filter(never_or_before)


def batches_of_calendar(*, viewer: Person, source: CalendarSource) -> QuerySet[Batch]:
    """Return the imports that a followed calendar came to, newest first."""
    files = ImportedFile.objects.filter(
        owner=viewer, format="ics", name=file_name(source)
    )
    held = Batch.objects.filter(owner=viewer, undone_at=None, files__in=files)
    return held.order_by("-number")


def file_name(source: CalendarSource) -> str:
    """Return what the calendar is called among imported files; no file is so."""
    return f"{source.name} #{source.pk}"


def gone_from_calendar(
    *,
    viewer: Person,
    source: CalendarSource,
    listed: Collection[str],
    since: datetime | None,
) -> list[SeriesGone]:
    """Return the events that the calendar held before and that are not in `listed`.

    With `since` those that end before it are left alone: a calendar may leave out
    what is past. What another followed calendar holds as well is left alone too.
    """
    mine = batches_of_calendar(viewer=viewer, source=source)
    ours = _marks(viewer, Q(batch__in=mine))
    others = _marks(viewer, ~Q(batch__in=mine) & _of_a_calendar(viewer))
    current = Event.objects.filter(owner=viewer, superseded_by=None)
    if since is not None:
        current = current.filter(ends_at__gt=since)
    cut = {uid[:255] for uid in listed}
    gone = {
        SeriesGone(_NO_LINE, held.uid, held.occurrence if since else "")
        for held in event_marks.held_of(current)
        if held.uid not in cut
        and held.stands_by(ours) is not None
        and held.stands_by(others) is None
    }
    return sorted(gone)


def _marks(viewer: Person, which: Q) -> set[int]:
    files = ImportedFile.objects.filter(which, owner=viewer, batch__undone_at=None)
    known = files.values_list("known_fingerprints", flat=True)
    return set[int]().union(*map(event_marks.marks_of, known.iterator()))


def _of_a_calendar(viewer: Person) -> Q:
    names = [file_name(source) for source in calendar_sources(viewer=viewer)]
    return Q(format="ics", name__in=names)


def calendar_feed(*, viewer: Person) -> CalendarFeed | None:
    """Return when the viewer's own calendar got its address, None if it has none."""
    return CalendarFeed.objects.filter(owner=viewer).first()


def feed_owner(token: str) -> Person | None:
    """Return whose calendar a secret address is, None if it is nobody's."""
    return owner_of_address(CalendarFeed, token)


def own_calendar(*, viewer: Person, now: datetime) -> bytes:
    """Return the viewer's agreed blocks as a calendar, without leave and holidays."""
    from plait.formats.calendars.ics_writer import write
    from plait.reference.days_off import days_off

    today = viewer.local_time(now).date()
    portfolio = load_portfolio(viewer=viewer, on=today)
    first, last = date(today.year - 1, 1, 1), date(today.year + 3, 12, 31)
    person = portfolio.person
    changes = changes_at(portfolio.holiday_changes, "")
    off = days_off(person.country, person.region, first, last, changes=changes)
    return write(portfolio, stamp=now, days_off=off)
