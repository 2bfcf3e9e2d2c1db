"""What one could fall back on: told, listed, changed, removed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.models import Belief, Cause, Fallback, Invoice
from plait.book.operations.resilience import (
    drop_belief,
    drop_cause,
    drop_fallback,
    set_belief,
    set_cause,
    set_fallback,
)
from plait.book.queries import (
    NotThere,
    load_portfolio,
    resilience_row,
    resilience_rows,
    role_keyed,
)
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.invoices import InvoiceForm
from plait.web.forms.safety import (
    BeliefsForm,
    CauseForm,
    CushionForm,
    FallbackForm,
    cause_as_told,
    cushion_of,
    fallback_as_told,
    paid_roles,
)
from plait.web.forms.time_off import roles_to_choose
from plait.web.pages.errors import refusal
from plait.web.pages.income import safety as shown
from plait.web.pages.income.invoices import invoices_view
from plait.wording.words import words_for


@require_GET
@or_404
def safety(request: HttpRequest) -> HttpResponse:
    """Show what there is to fall back on, and forms to say more."""
    viewer = viewer_of(request)
    portfolio = _picture(viewer)
    asked: dict[str, forms.Form] = {}
    if "cause" in request.GET:
        pk = _number(request.GET["cause"])
        row = resilience_row(viewer=viewer, kind=Cause, pk=pk)
        asked["cause_form"] = cause_form(portfolio, initial=cause_as_told(row))
    if "fallback" in request.GET:
        role = role_keyed(viewer=viewer, key=request.GET["fallback"])
        row = resilience_rows(viewer=viewer, kind=Fallback).filter(role=role).first()
        asked["fallback_form"] = fallback_form(
            portfolio, initial=fallback_as_told(role.key, row)
        )
    return safety_page(request, asked)


def safety_page(
    request: HttpRequest, asked: dict[str, forms.Form], status: int = 200
) -> HttpResponse:
    """Render the page; the forms in `asked` stand open in it."""
    viewer = viewer_of(request)
    portfolio, words = _picture(viewer), words_for(viewer.language)
    paid = paid_roles(portfolio)
    rows = {
        kind: list(resilience_rows(viewer=viewer, kind=kind))
        for kind in (Cause, Fallback, Invoice)
    }
    forms_shown: dict[str, Any] = {
        "cushion_form": CushionForm(prefix="cushion", initial=cushion_of(viewer)),
        "cause_form": cause_form(portfolio),
        "beliefs_form": beliefs_form(portfolio),
        "fallback_form": fallback_form(portfolio),
        "invoice_form": invoice_form(portfolio),
        **asked,
    }
    chances = forms_shown["beliefs_form"]
    page = forms_shown | {
        "open": tuple(asked),
        "sentence": shown.sentence(portfolio, words),
        "next_step": shown.next_step(portfolio, words, paid),
        "currency": viewer.currency,
        "causes": shown.causes_view(rows[Cause], words),
        "beliefs": shown.beliefs_view(chances, portfolio, words),
        "fallbacks": shown.fallbacks_view(rows[Fallback], portfolio, paid, words),
        "invoices": invoices_view(rows[Invoice], portfolio.on, words),
    }
    return render(request, "income/safety.html", page, status=status)


@require_POST
def cushion(request: HttpRequest) -> HttpResponse:
    """Note savings, what a month costs, and the share for tax."""
    viewer = viewer_of(request)
    form = CushionForm(request.POST, prefix="cushion")
    if form.is_valid():
        change_person(viewer=viewer, **form.told(viewer.currency))
    return noted(request, form, "cushion_form")


@require_POST
@or_404
def cause(request: HttpRequest) -> HttpResponse:
    """Note what roles hang on; the same name is told anew."""
    viewer = viewer_of(request)
    form = cause_form(_picture(viewer), request.POST)
    if form.is_valid():
        roles = [role_keyed(viewer=viewer, key=k) for k in form.cleaned_data["roles"]]
        try:
            set_cause(viewer=viewer, roles=roles, **form.told())
        except PlaitError as error:
            form.add_error("name", refusal(error))
    return noted(request, form, "cause_form")


@require_POST
@or_404
def beliefs(request: HttpRequest) -> HttpResponse:
    """Note how likely each role is to end; an empty chance takes the word back."""
    viewer = viewer_of(request)
    form = beliefs_form(_picture(viewer), request.POST)
    if form.is_valid():
        for key, (chance, years) in form.told().items():
            role = role_keyed(viewer=viewer, key=key)
            held = resilience_rows(viewer=viewer, kind=Belief).filter(role=role)
            if chance is not None:
                set_belief(viewer=viewer, role=role, chance=chance, years=years)
            elif belief := held.first():
                drop_belief(viewer=viewer, belief=belief)
    return noted(request, form, "beliefs_form")


@require_POST
@or_404
def fallback(request: HttpRequest) -> HttpResponse:
    """Note what would replace a role; what was noted for it before gives way."""
    viewer = viewer_of(request)
    form = fallback_form(_picture(viewer), request.POST)
    if form.is_valid():
        role = role_keyed(viewer=viewer, key=form.cleaned_data["role"])
        try:
            set_fallback(viewer=viewer, role=role, **form.told())
        except PlaitError as error:
            form.add_error("what", refusal(error))
    return noted(request, form, "fallback_form")


def noted(request: HttpRequest, form: forms.Form, name: str) -> HttpResponse:
    """Go back to the page, or show it with what is wrong in the form."""
    if form.errors:
        return safety_page(request, {name: form}, status=422)
    messages.success(request, _("It is noted."))
    return redirect("safety")


@require_http_methods(["GET", "POST"])
@or_404
def cause_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then forget what roles hang on."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Cause, pk=pk)
    if request.method == "POST":
        drop_cause(viewer=viewer, cause=row)
        return removed(request)
    [told] = shown.causes_view([row], words_for(viewer.language))
    lines = [name for name, _colour in told.roles]
    return render(request, "confirm.html", shown.question(told.name, lines))


@require_http_methods(["GET", "POST"])
@or_404
def fallback_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then forget what would replace a role."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Fallback, pk=pk)
    if request.method == "POST":
        drop_fallback(viewer=viewer, fallback=row)
        return removed(request)
    told = shown.fallback_view(row, clock.today(), words_for(viewer.language))
    lines = [told.role, told.told, told.step]
    return render(request, "confirm.html", shown.question(told.what, lines))


def removed(request: HttpRequest) -> HttpResponse:
    """Say so and go back to the page."""
    messages.success(request, _("It is removed."))
    return redirect("safety")


def cause_form(portfolio: Portfolio, told: Any = None, **more: Any) -> CauseForm:  # noqa: ANN401  # Django's own
    """Return the form of a cause, with the paid roles to tick."""
    return CauseForm(told, roles=paid_roles(portfolio), prefix="cause", **more)


def fallback_form(portfolio: Portfolio, told: Any = None, **more: Any) -> FallbackForm:  # noqa: ANN401  # the same
    """Return the form of a fallback, with the paid roles to choose from."""
    more = {"initial": {"share": 100}} | more
    return FallbackForm(told, roles=paid_roles(portfolio), prefix="fallback", **more)


def beliefs_form(portfolio: Portfolio, told: Any = None) -> BeliefsForm:  # noqa: ANN401  # the same
    """Return the form of chances, with what was said before."""
    before = {
        portfolio.roles[one.role].key: (one.chance, one.years)
        for one in portfolio.beliefs
    }
    roles = paid_roles(portfolio)
    return BeliefsForm(told, roles=roles, beliefs=before, prefix="belief")


def invoice_form(portfolio: Portfolio, told: Any = None) -> InvoiceForm:  # noqa: ANN401  # the same
    """Return the form of an invoice, in the home currency and of today."""
    first = {"currency": portfolio.person.currency, "issued_on": portfolio.on}
    roles = roles_to_choose(portfolio)
    return InvoiceForm(told, roles=roles, prefix="invoice", initial=first)


def _picture(viewer: Person) -> Portfolio:
    return load_portfolio(viewer=viewer, on=clock.today())


def _number(text: str) -> int:
    """Return the key in an address; raise `NotThere` for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise NotThere("There is no such cause", value=text[:40], fix="Look again.")
    return int(text)
