"""Changes to what one could fall back on: each form of the page, and what it removes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.book.models import Belief, Cause, Fallback
from plait.book.operations.resilience import (
    drop_belief,
    drop_cause,
    drop_fallback,
    set_belief,
    set_cause,
    set_fallback,
)
from plait.book.operations.settings import change_settings
from plait.book.queries import resilience_row, resilience_rows, role_keyed
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.safety.savings import CushionForm
from plait.web.pages.errors import refusal
from plait.web.pages.income.safety import causes_view, fallback_view, removal_question
from plait.web.views.income.fall_back import (
    beliefs_form,
    cause_form,
    fallback_form,
    noted,
    portfolio_of,
    removed,
)
from plait.web.views.income.safety import safety_page
from plait.wording.words import words_for


@require_POST
def cushion(request: HttpRequest) -> HttpResponse:
    """Save savings, what a month costs, and the share for tax."""
    viewer = viewer_of(request)
    form = CushionForm(request.POST, prefix="cushion")
    if form.is_valid():
        change_settings(
            viewer=viewer, **form.changes(viewer.savings_currency or viewer.currency)
        )
        messages.success(request, _("Saved."))
        return redirect("safety")
    return safety_page(request, form, status=422)


@require_POST
@or_404
def cause(request: HttpRequest) -> HttpResponse:
    """Save what roles depend on; the same name is replaced."""
    viewer = viewer_of(request)
    form = cause_form(portfolio_of(viewer), request.POST)
    if form.is_valid():
        record = form.record()
        roles = [role_keyed(viewer=viewer, key=key) for key in record.roles]
        try:
            set_cause(viewer=viewer, cause=record, roles=roles)
        except PlaitError as error:
            form.add_error("name", refusal(error))
    return noted(request, form, "cause_form")


@require_POST
@or_404
def beliefs(request: HttpRequest) -> HttpResponse:
    """Save how likely each role is to end; an empty chance removes the estimate."""
    viewer = viewer_of(request)
    form = beliefs_form(portfolio_of(viewer), request.POST)
    if form.is_valid():
        for record in form.records():
            role = role_keyed(viewer=viewer, key=record.role)
            set_belief(viewer=viewer, role=role, belief=record)
        mine = resilience_rows(viewer=viewer, kind=Belief)
        for belief in mine.filter(role__key__in=form.emptied()):
            drop_belief(viewer=viewer, belief=belief)
    return noted(request, form, "beliefs_form")


@require_POST
@or_404
def fallback(request: HttpRequest) -> HttpResponse:
    """Save what would replace a role; what was noted for it before gives way."""
    viewer = viewer_of(request)
    form = fallback_form(portfolio_of(viewer), request.POST)
    if form.is_valid():
        record = form.record()
        role = role_keyed(viewer=viewer, key=record.role)
        try:
            set_fallback(viewer=viewer, role=role, fallback=record)
        except PlaitError as error:
            form.add_error("what", refusal(error))
    return noted(request, form, "fallback_form")


@require_http_methods(["GET", "POST"])
@or_404
def cause_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove what roles depend on."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Cause, pk=pk)
    if request.method == "POST":
        drop_cause(viewer=viewer, cause=row)
        return removed(request)
    [view] = causes_view([row], words_for(viewer.language))
    lines = [name for name, _colour in view.roles]
    return render(request, "confirm.html", removal_question(view.name, lines))


@require_http_methods(["GET", "POST"])
@or_404
def fallback_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove what would replace a role."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Fallback, pk=pk)
    if request.method == "POST":
        drop_fallback(viewer=viewer, fallback=row)
        return removed(request)
    view = fallback_view(row, clock.today(), words_for(viewer.language))
    lines = [view.role, view.details, view.step]
    return render(request, "confirm.html", removal_question(view.what, lines))
