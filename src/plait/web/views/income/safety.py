"""Safety: how long the money would last, and what it depends on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plait.answers.context import answer_context
from plait.book.queries import load_portfolio, own_scenarios
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.safety.savings import CushionForm, cushion_of
from plait.web.pages.income.safety_page import safety_view
from plait.wording.words import words_for


@require_GET
def safety(request: HttpRequest) -> HttpResponse:
    """Show the page, as of any day asked for."""
    # Links from before opened a plan B or a cause here.
    if "cause" in request.GET or "fallback" in request.GET:
        return redirect(f"{reverse('fall_back')}?{request.GET.urlencode()}")
    return safety_page(request)


def safety_page(
    request: HttpRequest, form: CushionForm | None = None, status: int = 200
) -> HttpResponse:
    """Render the page; `form` has what is wrong in it."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    context = answer_context(portfolio, words_for(viewer.language))
    page = safety_view(context, tuple(own_scenarios(viewer=viewer)))
    usual = CushionForm(prefix="cushion", initial=cushion_of(viewer))
    more = {"cushion_form": form or usual, "has_faults": form is not None}
    return render(request, "income/safety.html", vars(page) | more, status=status)
