"""What one could fall back on: plans B, causes, chances, invoices, with their forms."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plait.accounts.models import Person
from plait.answers.income.invoices import invoices_answer
from plait.answers.safety import safety_answer
from plait.book.models import Cause, Fallback
from plait.book.queries import (
    NotThere,
    invoice_rows,
    load_portfolio,
    resilience_row,
    resilience_rows,
    role_keyed,
)
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.invoices import InvoiceForm
from plait.web.forms.safety.beliefs import BeliefsForm
from plait.web.forms.safety.causes import CauseForm, cause_values
from plait.web.forms.safety.fallbacks import FallbackForm, fallback_values
from plait.web.forms.safety.fields import role_choices
from plait.web.forms.time_off import roles_to_choose
from plait.web.pages.income.invoices import invoices_view
from plait.web.pages.income.safety import beliefs_view, causes_view, fallbacks_view
from plait.wording.words import words_for


@require_GET
@or_404
def fall_back(request: HttpRequest) -> HttpResponse:
    """Show what there is to fall back on, and forms to say more."""
    viewer = viewer_of(request)
    portfolio = portfolio_of(viewer)
    open_forms: dict[str, forms.Form] = {}
    if "cause" in request.GET:
        pk = _number(request.GET["cause"])
        row = resilience_row(viewer=viewer, kind=Cause, pk=pk)
        open_forms["cause_form"] = cause_form(portfolio, initial=cause_values(row))
    if "fallback" in request.GET:
        role = role_keyed(viewer=viewer, key=request.GET["fallback"])
        row = resilience_rows(viewer=viewer, kind=Fallback).filter(role=role).first()
        open_forms["fallback_form"] = fallback_form(
            portfolio, initial=fallback_values(role.key, row)
        )
    return fall_back_page(request, open_forms)


def fall_back_page(
    request: HttpRequest, open_forms: dict[str, forms.Form], status: int = 200
) -> HttpResponse:
    """Render the page; `open_forms` stand open in it."""
    viewer = viewer_of(request)
    portfolio, words = portfolio_of(viewer), words_for(viewer.language)
    answer = safety_answer(portfolio, words)
    causes, fallbacks = (
        resilience_rows(viewer=viewer, kind=kind) for kind in (Cause, Fallback)
    )
    invoices = invoices_answer(portfolio, words)
    chances = open_forms.get("beliefs_form")
    if not isinstance(chances, BeliefsForm):
        chances = beliefs_form(portfolio)
    page: dict[str, Any] = {
        "cause_form": cause_form(portfolio),
        "beliefs_form": chances,
        "fallback_form": fallback_form(portfolio),
        "invoice_form": invoice_form(portfolio),
        **open_forms,
        "open": tuple(open_forms),
        "sentence": answer.fallback_text,
        "next_step": answer.next_step,
        "causes": causes_view(causes, words),
        "beliefs": beliefs_view(chances, answer),
        "fallbacks": fallbacks_view(fallbacks, answer, words),
        "invoices": invoices_view(invoices, invoice_rows(viewer=viewer)),
    }
    return render(request, "income/fall_back.html", page, status=status)


def noted(request: HttpRequest, form: forms.Form, name: str) -> HttpResponse:
    """Go back to the page, or show it with what is wrong in the form."""
    if form.errors:
        return fall_back_page(request, {name: form}, status=422)
    messages.success(request, _("Saved."))
    return redirect("fall_back")


def removed(request: HttpRequest) -> HttpResponse:
    """Say so and go back to the page."""
    messages.success(request, _("Removed."))
    return redirect("fall_back")


def cause_form(portfolio: Portfolio, data: Any = None, **more: Any) -> CauseForm:  # noqa: ANN401  # Django's own
    """Return the form of a cause, with the paid roles to tick."""
    return CauseForm(data, roles=role_choices(portfolio), prefix="cause", **more)


def fallback_form(portfolio: Portfolio, data: Any = None, **more: Any) -> FallbackForm:  # noqa: ANN401  # the same
    """Return the form of a plan B, with the paid roles to choose from."""
    more = {"initial": {"share": 100}} | more
    return FallbackForm(data, roles=role_choices(portfolio), prefix="fallback", **more)


def beliefs_form(portfolio: Portfolio, data: Any = None) -> BeliefsForm:  # noqa: ANN401  # the same
    """Return the form of estimates, with the earlier ones."""
    before = {
        portfolio.roles[one.role].key: (one.chance, one.years)
        for one in portfolio.beliefs
    }
    roles = role_choices(portfolio)
    return BeliefsForm(data, roles=roles, beliefs=before, prefix="belief")


def invoice_form(portfolio: Portfolio, data: Any = None) -> InvoiceForm:  # noqa: ANN401  # the same
    """Return the form of an invoice, in the home currency and of today."""
    first = {"currency": portfolio.person.currency, "issued_on": portfolio.on}
    roles = roles_to_choose(portfolio)
    return InvoiceForm(data, roles=roles, prefix="invoice", initial=first)


def portfolio_of(viewer: Person) -> Portfolio:
    """Return the viewer's portfolio of today."""
    return load_portfolio(viewer=viewer, on=clock.today())


def _number(text: str) -> int:
    """Return the key in an address; raise `NotThere` for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise NotThere("There is no such cause", value=text[:40], fix="Look again.")
    return int(text)
