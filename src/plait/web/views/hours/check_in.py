"""How do my roles feel this week?"""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.models import Person
from plait.analysis.wellbeing.week import answers_of_week, roles_of_week
from plait.answers.context import answer_context
from plait.book.operations import records
from plait.book.queries import load_portfolio, role_keyed
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.check_in import CheckInForm
from plait.web.pages.hours.check_in import check_in_view, thanks
from plait.wording.words import words_for

FIRST = date(1900, 1, 1)


@require_http_methods(["GET", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Ask about each role of the week; answering again replaces."""
    viewer = viewer_of(request)
    portfolio, words = _today(viewer), words_for(viewer.language)
    week_on = _week(request.GET.get("week", ""), portfolio.on)
    told = request.POST if request.method == "POST" else None
    held = answers_of_week(portfolio, week_on)
    roles = roles_of_week(portfolio, week_on)
    forms = [CheckInForm(role, held.get(role.key), told) for role in roles]
    if told is not None and not any(form.errors for form in forms):
        n_kept = sum(_keep(viewer, week_on, form) for form in forms)
        if n_kept:
            context = answer_context(_today(viewer), words)
            messages.success(request, thanks(context, week_on, n_kept))
            return redirect("hours")
        messages.error(request, _("Nothing is answered yet: one role is enough."))
    page = check_in_view(portfolio, week_on, forms, words)
    return render(request, "hours/check_in.html", {"page": page})


def _today(viewer: Person) -> Portfolio:
    return load_portfolio(viewer=viewer, on=clock.today())


def _week(asked: str, today: date) -> date:
    """Return the Monday asked for; this week's where it is none, or still to come."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return monday_of(today)
    return monday_of(day if FIRST <= day <= today else today)


def _keep(viewer: Person, week_on: date, form: CheckInForm) -> bool:
    """Keep the answers of a role; False where it was left out."""
    if form.is_answered:
        records.check_in(
            viewer=viewer,
            role=role_keyed(viewer=viewer, key=form.role.key),
            day=week_on,
            answers=form.answers(),
            note=form.cleaned_data["note"],
        )
    return form.is_answered
