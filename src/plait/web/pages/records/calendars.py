"""What the calendar pages show of those that are followed, and of one's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import Refreshed, error_of
from plait.book.models import CalendarSource
from plait.book.queries import calendar_feed, calendar_sources
from plait.network.calendars.address import place_of
from plait.web.freshening import is_looking
from plait.web.pages.errors import refusal, sentence


@dataclass(frozen=True)
class SourceView:
    """A calendar that is followed; its address is not shown, as it may be a secret."""

    name: str
    where: str
    looked: str
    changed: str
    trouble: str
    refresh_url: str
    remove_url: str


def page_of(viewer: Person) -> dict[str, object]:
    """Return the page of calendars, but for an address that was made this moment."""
    feed = calendar_feed(viewer=viewer)
    return {
        "sources": [_source(one) for one in calendar_sources(viewer=viewer)],
        "is_looking": is_looking(viewer),
        "feed_since": _when(feed.created_at) if feed else "",
    }


def outcome(done: Sequence[Refreshed]) -> str:
    """Return in a sentence what looking at calendars came to, trouble left aside."""
    news = [one for one in done if one.batch is not None]
    if not news:
        return _("Nothing has changed.")
    n = sum(one.n_new for one in news)
    if not n:
        return _("What changed there is so here too.")
    told = ngettext("%(n)d new event came in.", "%(n)d new events came in.", n)
    return told % {"n": n}


def troubles(done: Iterable[Refreshed]) -> list[str]:
    """Return why calendars could not be looked at, each by its name."""
    return [f"{one.source.name}: {refusal(one.trouble)}" for one in done if one.trouble]


def n_unread(done: Iterable[Refreshed]) -> str:
    """Return how many events could not be taken, "" if all were."""
    n = sum(len(one.problems) for one in done)
    if not n:
        return ""
    told = ngettext(
        "%(n)d event was left out; the history of imports says why.",
        "%(n)d events were left out; the history of imports says why.",
        n,
    )
    return told % {"n": n}


def _source(one: CalendarSource) -> SourceView:
    host = place_of(one.address).display
    as_user = _("%(host)s, as %(user)s") % {"host": host, "user": one.username}
    trouble = error_of(one)
    return SourceView(
        name=one.name,
        where=as_user if one.username else host,
        looked=_when(one.checked_at) if one.checked_at else _("not yet"),
        changed=_when(one.fetched_at) if one.fetched_at else _("not yet"),
        trouble=sentence(trouble._asdict()) if trouble else "",
        refresh_url=reverse("calendar_refresh", args=[one.pk]),
        remove_url=reverse("calendar_remove", args=[one.pk]),
    )


def _when(at: datetime) -> str:
    return date_format(localtime(at), "j M Y, H:i")
