"""Invoices: added and removed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from plait.book.models import Invoice
from plait.book.operations.invoices import (
    InvoiceExists,
    add_invoice,
    remove_invoice,
)
from plait.book.queries import load_portfolio, resilience_row, role_keyed
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.pages.errors import refusal
from plait.web.pages.income.invoices import invoice_view
from plait.web.pages.income.safety import removal_question
from plait.web.views.income.fall_back import invoice_form, noted, removed
from plait.web.views.income.settlements import invoice_line


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
def invoice_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove an invoice."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    if request.method == "POST":
        remove_invoice(viewer=viewer, invoice=row)
        return removed(request)
    view = invoice_view(invoice_line(viewer, row), pk)
    lines = [view.role, view.amount, view.days]
    return render(request, "confirm.html", removal_question(view.name, lines))
