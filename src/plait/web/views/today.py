"""Where do I stand today?"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries import portfolio, upcoming_events
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.freshening import keep_fresh
from plait.web.shown.today import today_of
from plait.web.shown.upcoming import upcoming_shown

EVENTS_SHOWN = 6
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show the review of today, or of the date asked for."""
    viewer = viewer_of(request)
    keep_fresh(viewer)
    day = _day(request)
    picture = portfolio(viewer=viewer, on=day)
    page = today_of(picture, viewer.language)
    events = upcoming_events(viewer=viewer, since=clock.midnight(day), n=EVENTS_SHOWN)
    upcoming = {"upcoming": upcoming_shown(events)}
    return render(request, "today.html", vars(page) | upcoming)


def _day(request: HttpRequest) -> date:
    """Return the day asked for, today where it is none or a slip of the finger."""
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return clock.today()
    return asked if FIRST <= asked <= LAST else clock.today()
