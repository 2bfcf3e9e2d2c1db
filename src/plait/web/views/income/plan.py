"""Which mix of hours would be better."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.answers.context import answer_context
from plait.answers.plan.answer import plan_answer
from plait.answers.plan.question import PlanOptions
from plait.book.queries import load_portfolio
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.pages.plan.plan import plan_page
from plait.wording.words import words_for


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Show the plans; by money alone or with the hours of now, if asked."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    page = plan_page(plan_answer(context, options_asked(request)), context.words)
    return render(request, "income/plan.html", vars(page))


def options_asked(request: HttpRequest) -> PlanOptions:
    """Return how the address asks for plans."""
    return PlanOptions(
        weighs_value=request.GET.get("by") != "money",
        shares_out_hours_now=request.GET.get("hours") == "now",
    )
