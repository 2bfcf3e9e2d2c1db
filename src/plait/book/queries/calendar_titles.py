"""Which calendars keep the titles of their events, and which wait to be asked."""

from typing import NamedTuple

from django.db.models import Count, Q

from plait.accounts.models import Person
from plait.book.models import Event
from plait.book.queries.calendars import batches_of_calendar, calendar_sources
from plait.book.title_choice import titles_kept


class CalendarOfFiles(NamedTuple):
    """A calendar that came by files: its name among events, and how many there are."""

    name: str
    n_events: int
    keeps_titles: bool


def calendars_of_files(*, viewer: Person) -> list[CalendarOfFiles]:
    """Return the calendars that came by files, in the order of their names."""
    followed = [
        batch
        for source in calendar_sources(viewer=viewer)
        for batch in batches_of_calendar(viewer=viewer, source=source)
    ]
    events = Event.objects.filter(~Q(batch__in=followed), owner=viewer)
    counts = events.filter(superseded_by=None).values_list("calendar")
    kept = titles_kept(viewer)
    return [
        CalendarOfFiles(name, n, kept.get(name, False))
        for name, n in counts.annotate(n=Count("pk")).order_by("calendar")
    ]
