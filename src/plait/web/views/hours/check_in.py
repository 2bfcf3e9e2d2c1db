"""How do my roles feel this week?"""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.models import Person
from plait.answers.context import answer_context
from plait.answers.roles.check_in import CheckInAnswer, check_in_answer
from plait.answers.roles.wellbeing import wellbeing_answer
from plait.book.operations import records
from plait.book.queries import load_portfolio, role_keyed
from plait.domain.portfolio import Portfolio
from plait.domain.reach import FIRST_DAY
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.check_in import CheckInForm
from plait.web.pages.hours.check_in import check_in_view, thanks
from plait.web.quiet import made_quiet, sent_quietly
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Ask about each role of the week; answering again replaces."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    sent = request.POST if request.method == "POST" else None
    answer, forms = _asked(request, viewer, sent)
    if sent is not None and not any(form.errors for form in forms):
        n_saved = _save(viewer, answer.week_on, forms)
        if n_saved:
            context = answer_context(_portfolio_today(viewer), words)
            saved = wellbeing_answer(context, answer.week_on)
            messages.success(request, thanks(saved, n_saved, words))
            return redirect("hours")
        messages.error(request, _("Nothing is answered yet: one role is enough."))
    with made_quiet(request):
        if sent is not None:
            answer, forms = _asked(request, viewer, sent_quietly(request))
        page = check_in_view(answer, forms)
        return render(request, "hours/check_in.html", {"page": page})


def _asked(
    request: HttpRequest, viewer: Person, sent: QueryDict | None
) -> tuple[CheckInAnswer, list[CheckInForm]]:
    """Return the check-in of the week in the address, with the forms of its roles."""
    portfolio, words = _portfolio_today(viewer), words_for(viewer.language)
    day = _day(request.GET.get("week", ""), portfolio.on)
    answer = check_in_answer(portfolio, words, day)
    return answer, [CheckInForm(role, answer.questions, sent) for role in answer.roles]


def _portfolio_today(viewer: Person) -> Portfolio:
    return load_portfolio(viewer=viewer, on=clock.today())


def _day(text: str, today: date) -> date:
    """Return the day of an address; today where it is none, or still to come."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if FIRST_DAY <= day <= today else today


def _save(viewer: Person, week_on: date, forms: Sequence[CheckInForm]) -> int:
    """Save the answers of the roles that have some; return how many."""
    answered = [
        (
            role_keyed(viewer=viewer, key=form.role.role),
            form.answers(),
            form.cleaned_data["note"],
        )
        for form in forms
        if form.is_answered
    ]
    return records.check_in_week(viewer=viewer, day=week_on, answered=answered)
