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
from plait.web.shown.plan_found import Asked


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Show the plans; by money alone or with the hours of now, if asked."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    subject = subject_of(picture, words_for(viewer.language))
    asked = Asked(
        weighs_value=request.GET.get("by") != "money",
        with_hours_of_now=request.GET.get("hours") == "now",
    )
    page = plan_page(subject, asked)
    return render(request, "plan.html", vars(page))
