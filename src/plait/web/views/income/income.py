"""Income: what it hangs on, what one would last, what may come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.answers.review import review
from plait.book.queries import load_portfolio, own_scenarios
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.pages.income.income_page import income_page
from plait.wording.words import words_for


@require_GET
def income(request: HttpRequest) -> HttpResponse:
    """Show the income page, as of any day asked for."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    found = review(portfolio, words_for(viewer.language))
    own = tuple(own_scenarios(viewer=viewer))
    return render(request, "income/income.html", vars(income_page(found, own)))
