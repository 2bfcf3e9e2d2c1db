"""Invoices: added, marked as paid, removed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.book.models import Invoice
from plait.book.operations.invoices import (
    InvoiceExists,
    add_invoice,
    pay_in_full,
    remove_invoice,
)
from plait.book.operations.settlements import unmark_paid
from plait.book.queries import load_portfolio, resilience_row, role_keyed
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.invoices import PaidForm
from plait.web.pages.errors import refusal
from plait.web.pages.income.invoices import invoice_view, paid_day
from plait.web.pages.income.safety import removal_question
from plait.web.views.income.safety import invoice_form, noted, removed
from plait.wording.words import words_for


@require_POST
@or_404
def invoice(request: HttpRequest) -> HttpResponse:
    """Add an invoice."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    form = invoice_form(portfolio, request.POST)
    if form.is_valid():
        record = form.record()
        role = role_keyed(viewer=viewer, key=record.role)
        try:
            add_invoice(viewer=viewer, role=role, invoice=record)
        except InvoiceExists as error:
            form.add_error("number", refusal(error))
        except PlaitError as error:
            form.add_error("amount", refusal(error))
    return noted(request, form, "invoice_form")


@require_http_methods(["GET", "POST"])
@or_404
def invoice_paid(request: HttpRequest, pk: int) -> HttpResponse:
    """Save on which day an invoice was paid, or that it was not after all."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    form = PaidForm(
        request.POST if request.method == "POST" else None,
        issued_on=row.issued_on,
        initial={"paid_on": paid_day(row) or clock.today()},
    )
    if form.is_valid():
        today, on = clock.today(), form.cleaned_data["paid_on"]
        unmark_paid(viewer=viewer, invoice=row, payments=(), noted_on=today)
        if on:
            pay_in_full(viewer=viewer, invoice=row, on=on, batch=None)
        messages.success(request, _("Saved."))
        return redirect("safety")
    view = invoice_view(row, clock.today(), words_for(viewer.language))
    page = {"form": form, "invoice": view, "cancel_url": reverse("safety")}
    return render(
        request, "income/invoice_paid.html", page, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@or_404
def invoice_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove an invoice."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    if request.method == "POST":
        remove_invoice(viewer=viewer, invoice=row)
        return removed(request)
    view = invoice_view(row, clock.today(), words_for(viewer.language))
    lines = [view.role, view.amount, view.days]
    return render(request, "confirm.html", removal_question(view.name, lines))
