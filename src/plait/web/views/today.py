"""Where do I stand today?"""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from plait.accounts.models import Person
from plait.book.queries import load_portfolio, upcoming_events
from plait.book.queries.start import is_new
from plait.jobs.waking import wake
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.kept_pages import kept, made, page_key
from plait.web.pages.hours.upcoming import upcoming_view
from plait.web.pages.reminders import due_reminders, reminders_come
from plait.web.pages.start.first_steps import first_steps_view
from plait.web.pages.today import today_of
from plait.wording.words import words_for

EVENTS_LISTED = 6
_PAGE = "today.html"


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show the review of today, or of the date asked for."""
    viewer = viewer_of(request)
    wake()
    day = clock.day_asked(request)
    moment = clock.now()
    come = reminders_come(viewer, moment)
    key = page_key(request, _PAGE, day=day, known={"reminders_come": come})
    page = kept(request, key)
    if page is not None:
        return page
    if is_new(viewer=viewer):
        return redirect("start_roles" if viewer.has_confirmed else "start")
    return made(request, _PAGE, _context(viewer, day, moment), key)


def _context(viewer: Person, day: date, moment: datetime) -> dict[str, object]:
    """Return what the page shows: of the book, the day and the person, nothing else."""
    portfolio = load_portfolio(viewer=viewer, on=day)
    page = today_of(portfolio, viewer.language)
    events = upcoming_events(viewer=viewer, since=clock.midnight(day), n=EVENTS_LISTED)
    return vars(page) | {
        "upcoming": upcoming_view(events),
        "reminders": due_reminders(viewer, portfolio, moment),
        "first_steps": first_steps_view(portfolio, viewer, words_for(viewer.language)),
    }
