"""Which mix of hours would be better."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries import portfolio
from plait.review.subject import subject_of
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.shown.plan import plan_page


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Show the plans, by what roles give as well or, if asked, by money alone."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    subject = subject_of(picture, words_for(viewer.language))
    page = plan_page(subject, weighs_value=request.GET.get("by") != "money")
    return render(request, "plan.html", vars(page))
