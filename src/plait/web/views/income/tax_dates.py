"""Tax dates: what is due when, and how much of it is set aside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.answers.context import answer_context
from plait.answers.obligations.answer import next_date_text, own_obligations
from plait.book.queries import load_portfolio
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.pages.income.obligations import obligations_view
from plait.wording.words import words_for


@require_GET
def tax_dates(request: HttpRequest) -> HttpResponse:
    """Show the page, as of any day asked for."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    page = {
        "sentence": next_date_text(context),
        "has_country": bool(viewer.country),
        "obligations": obligations_view(own_obligations(context), context.words),
    }
    return render(request, "income/tax_dates.html", page)
