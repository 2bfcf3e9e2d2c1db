"""Where do I stand today?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from plait.book.queries import load_portfolio, upcoming_events
from plait.book.queries.start import is_new
from plait.jobs.waking import wake
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.pages.hours.upcoming import upcoming_view
from plait.web.pages.reminders import due_reminders
from plait.web.pages.start.first_steps import first_steps_view
from plait.web.pages.today import today_of
from plait.wording.words import words_for

EVENTS_LISTED = 6


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show the review of today, or of the date asked for."""
    viewer = viewer_of(request)
    if is_new(viewer=viewer):
        return redirect("start_roles" if viewer.has_confirmed else "start")
    wake()
    day = clock.day_asked(request)
    portfolio = load_portfolio(viewer=viewer, on=day)
    page = today_of(portfolio, viewer.language)
    events = upcoming_events(viewer=viewer, since=clock.midnight(day), n=EVENTS_LISTED)
    more = {
        "upcoming": upcoming_view(events),
        "reminders": due_reminders(viewer, portfolio, clock.now()),
        "first_steps": first_steps_view(portfolio, viewer, words_for(viewer.language)),
    }
    return render(request, "today.html", vars(page) | more)
