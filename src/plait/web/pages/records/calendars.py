"""The calendars page: those that are followed, and one's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import Refreshed, error_of
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.models import CalendarSource
from plait.book.queries import calendar_feed, calendar_sources
from plait.book.queries.calendar_titles import CalendarOfFiles, calendars_of_files
from plait.jobs.models import Job
from plait.jobs.queries import is_at_work
from plait.network.calendars.address import place_of
from plait.web.pages.errors import refusal, sentence
from plait.web.templatetags.written import written_day


@dataclass(frozen=True)
class SourceView:
    """A calendar that is followed; its address is not shown, as it may be a secret."""

    name: str
    where: str
    checked: str
    changed: str
    error: str
    keeps_titles: bool
    refresh_url: str
    remove_url: str
    titles_url: str


@dataclass(frozen=True)
class FileCalendarView:
    """A calendar that came by files: its name, how many events, whether titled."""

    name: str
    label: str
    events: str
    keeps_titles: bool


def calendars_view(viewer: Person, now: datetime) -> dict[str, object]:
    """Return the page of calendars, without an address that was just made."""
    feed = calendar_feed(viewer=viewer)
    return {
        "sources": [_source(one) for one in calendar_sources(viewer=viewer)],
        "of_files": [_of_files(one) for one in calendars_of_files(viewer=viewer)],
        "is_looking": is_at_work(viewer=viewer, kind=CALENDAR_VISIT, now=now),
        "feed_since": _when(feed.created_at) if feed else "",
    }


def outcome_text(refreshed: Sequence[Refreshed]) -> str:
    """Return in a sentence what refreshing calendars came to, errors left aside."""
    news = [one for one in refreshed if one.batch is not None]
    if not news:
        return _("Nothing has changed.")
    n = sum(one.n_new for one in news)
    if not n:
        return _("Calendar updated.")
    sentence = ngettext("%(n)d new event came in.", "%(n)d new events came in.", n)
    return sentence % {"n": n}


def visits_progress(visits: Sequence[Job], url: str) -> dict[str, object] | None:
    """Return how far visits are (parts/progress.html); None once all have ended."""
    n_ended = sum(not one.is_live or one.is_put_off for one in visits)
    if n_ended == len(visits):
        return None
    text = ngettext("Checking %(n)d calendar", "Checking %(n)d calendars", len(visits))
    return {
        "done": n_ended,
        "of": len(visits) if len(visits) > 1 else 0,
        "file": text % {"n": len(visits)},
        "url": url,
    }


def titles_text(n_blanked: int, *, keeps: bool, is_followed: bool) -> str:
    """Return in a sentence what a choice about titles came to."""
    if keeps and is_followed:
        return _("Titles and places are kept from its next refresh on.")
    if keeps:
        return _("Titles and places are kept when you next import it.")
    sentence = ngettext(
        "Only times are kept; the title and place of %(n)d event are gone.",
        "Only times are kept; titles and places of %(n)d events are gone.",
        n_blanked,
    )
    return sentence % {"n": n_blanked}


def error_texts(refreshed: Iterable[Refreshed]) -> list[str]:
    """Return why calendars could not be refreshed, each by its name."""
    return [
        f"{one.source.name}: {refusal(one.error)}" for one in refreshed if one.error
    ]


def unread_text(refreshed: Iterable[Refreshed]) -> str:
    """Return how many events could not be read, "" if all were."""
    n = sum(len(one.problems) for one in refreshed)
    if not n:
        return ""
    sentence = ngettext(
        "%(n)d event was left out; the list of imports says why.",
        "%(n)d events were left out; the list of imports says why.",
        n,
    )
    return sentence % {"n": n}


def _source(one: CalendarSource) -> SourceView:
    host = place_of(one.address).display
    as_user = _("%(host)s, as %(user)s") % {"host": host, "user": one.username}
    error = error_of(one)
    return SourceView(
        name=one.name,
        where=as_user if one.username else host,
        checked=_when(one.checked_at) if one.checked_at else _("not yet"),
        changed=_when(one.fetched_at) if one.fetched_at else _("not yet"),
        error=sentence(error._asdict()) if error else "",
        keeps_titles=one.keeps_titles,
        titles_url=reverse("calendar_titles", args=[one.pk]),
        refresh_url=reverse("calendar_refresh", args=[one.pk]),
        remove_url=reverse("calendar_remove", args=[one.pk]),
    )


def _of_files(one: CalendarOfFiles) -> FileCalendarView:
    n_events = ngettext("%(n)d event", "%(n)d events", one.n_events)
    return FileCalendarView(
        name=one.name,
        label=one.name or _("without a name"),
        events=n_events % {"n": one.n_events},
        keeps_titles=one.keeps_titles,
    )


def _when(at: datetime) -> str:
    return written_day(localtime(at), "j M Y, H:i")
