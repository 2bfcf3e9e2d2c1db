"""Income: what came in, from whom, and whether as usual."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.answers.context import answer_context
from plait.book.queries import load_portfolio
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.pages.income.income_page import income_page
from plait.web.pages.periods import last_twelve, period_view
from plait.web.periods import period_asked
from plait.wording.words import words_for


@require_GET
def income(request: HttpRequest) -> HttpResponse:
    """Show the income page, as of any day asked for."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    page = income_page(context, period_asked(request))
    period = period_view(page.in_period.period, request.GET, last_twelve())
    return render(request, "income/income.html", vars(page) | {"period": period})
