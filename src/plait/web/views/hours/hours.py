"""Hours: what was agreed, what is given, and what is coming."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plait.answers.context import answer_context
from plait.answers.hours.drift import drift_answer
from plait.answers.periods.period import period_answer
from plait.book.queries import load_portfolio, role_keyed
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.pages.hours.drifts import talk_view
from plait.web.pages.hours.hours import hours_view
from plait.web.pages.hours.working_time import worktime_view
from plait.web.pages.periods import last_twelve, period_view
from plait.web.periods import period_asked
from plait.web.views.hours.law_asked import law_asked
from plait.wording.words import words_for


@require_GET
def hours(request: HttpRequest) -> HttpResponse:
    """Show the hours page: the one for a Sunday evening."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    page = hours_view(context, period_asked(request))
    period = period_view(page.in_period.period, request.GET, last_twelve())
    return render(request, "hours/hours.html", vars(page) | {"period": period})


@require_GET
def working_time(request: HttpRequest) -> HttpResponse:
    """Show every rule of working-time law with its verdict."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    answer, asked = law_asked(viewer, context, period_asked(request))
    period = period_view(period_answer(asked), request.GET, _("Last year"))
    page = {
        "law": worktime_view(answer, context.words),
        "period": replace(period, note=""),  # nothing is compared here
    }
    return render(request, "hours/working_time.html", page)


@require_GET
@or_404
def talk(request: HttpRequest, key: str) -> HttpResponse:
    """Show a draft of the note to the other side, to copy and change."""
    viewer = viewer_of(request)
    key = role_keyed(viewer=viewer, key=key).key
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    role = next(role for role in portfolio.roles if role.key == key)
    view = talk_view(drift_answer(context, role=key), role, context.words)
    return render(request, "hours/talk.html", vars(view))
