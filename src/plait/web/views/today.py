"""Where do I stand today?"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries import portfolio
from plait.review.review import review
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.shown.today import today_shown


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show the review of today, or of the date asked for."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=_day(request))
    page = today_shown(review(picture, words_for(viewer.language)))
    return render(request, "today.html", vars(page))


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return clock.today()
