"""Can I take this on: proposed by a form, held in the address, put into the book."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.answers.context import answer_context
from plait.answers.take_on.answer import MOST_VARIANTS, change_of, take_on_answer
from plait.book.operations.taking_on import carry_out
from plait.book.queries import load_portfolio
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Move, Proposal
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.take_on import TakeOnForm
from plait.web.pages.errors import refusal
from plait.web.pages.take_on import address, comparison
from plait.wording.words import words_for

_LONGEST = 2_000
_IS_ASKING = ("move", "edit", "another")


@require_GET
def take_on(request: HttpRequest) -> HttpResponse:
    """Answer the proposals that the address holds; nothing is stored."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    held = _held(request, portfolio)
    queries = [one[0] for one in held]
    form = _form(request, portfolio)
    if form.is_bound and form.is_valid() and "move" in request.GET:
        return redirect(address([*queries, form.query()][-MOST_VARIANTS:]))
    compared = None
    if held:
        context = answer_context(portfolio, words_for(viewer.language))
        answer = take_on_answer(context, [one[1].proposal() for one in held])
        compared = comparison(answer, queries, context.words)
    page = {
        "form": form,
        "is_asking": not held or any(name in request.GET for name in _IS_ASKING),
        "is_change": "edit" in request.GET,
        "others": queries,
        "compared": compared,
        "cancel_url": address(queries) if queries else reverse("hours"),
        "has_roles": form.has_roles,
    }
    return render(request, "hours/take_on.html", page)


@require_POST
def take_on_keep(request: HttpRequest) -> HttpResponse:
    """Put into the book exactly what was shown."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    query = request.POST.get("v", "")
    form = _read(portfolio, query)
    if not form.is_valid():
        messages.error(request, _outdated())
        return redirect("take_on")
    change = change_of(portfolio, form.proposal())
    try:
        role = carry_out(viewer=viewer, change=change)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect(address([query]))
    messages.success(request, _done(change.move) % {"role": role.name})
    return redirect("role", key=role.key)


def _held(request: HttpRequest, portfolio: Portfolio) -> list[tuple[str, TakeOnForm]]:
    """Return the proposals in the address that still can be, with their parts of it."""
    queries = request.GET.getlist("v")[:MOST_VARIANTS]
    forms = [(query, _read(portfolio, query)) for query in queries]
    held = [(query, form) for query, form in forms if form.is_valid()]
    if len(held) < len(forms):
        messages.warning(request, _outdated())
    return held


def proposals_asked(request: HttpRequest, portfolio: Portfolio) -> list[Proposal]:
    """Return the proposals in the address that still can be."""
    queries = request.GET.getlist("v")[:MOST_VARIANTS]
    forms = (_read(portfolio, query) for query in queries)
    return [form.proposal() for form in forms if form.is_valid()]


def _form(request: HttpRequest, portfolio: Portfolio) -> TakeOnForm:
    """Return the form as it was sent, or with what is to be changed, or empty."""
    if "move" in request.GET:
        return TakeOnForm(portfolio, request.GET)
    if "edit" in request.GET:
        return _read(portfolio, request.GET["edit"])
    return TakeOnForm(portfolio)


def _read(portfolio: Portfolio, query: str) -> TakeOnForm:
    return TakeOnForm(portfolio, QueryDict(query[:_LONGEST]))


def _outdated() -> str:
    return _("Some of this is no longer possible, so it is left out.")


def _done(move: Move) -> str:
    """Return what was done, and how it is taken back."""
    return {
        Move.TAKE_ON: _(
            "%(role)s is in your book. To undo this, remove it under Change this role."
        ),
        Move.CHANGE: _(
            "The new terms of %(role)s are in your book. To undo this, remove them below."
        ),
        Move.LEAVE: _(
            "%(role)s ends then. To undo this, clear its last day under Change this role."
        ),
    }[move]
