"""Income: what it hangs on, what one would last, what may come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries import own_scenarios, portfolio
from plait.review.review import review
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.shown.income_page import income_page


@require_GET
def income(request: HttpRequest) -> HttpResponse:
    """Show the income page, as of any day asked for."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    found = review(picture, words_for(viewer.language))
    own = tuple(own_scenarios(viewer=viewer))
    return render(request, "income.html", vars(income_page(found, own)))
