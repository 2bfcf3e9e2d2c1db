"""What has paid which invoice: the page, and the person's word on it."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.answers.income.invoice_choices import payment_choices
from plait.answers.income.invoices import InvoiceLine, InvoicesAnswer, invoices_answer
from plait.book.models import Invoice
from plait.book.operations.settlements import (
    Settling,
    mark_all_paid,
    unmark_paid,
    unmark_payment,
)
from plait.book.queries import (
    invoice_rows,
    load_portfolio,
    payment_named,
    resilience_row,
)
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.periods.choice import PeriodChoice
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.settlements import PaidForm
from plait.web.pages.errors import refusal
from plait.web.pages.income.invoices import invoice_view, invoices_view
from plait.web.pages.periods import period_view
from plait.web.periods import PERIOD, period_asked
from plait.wording.words import words_for


@require_GET
def invoices(request: HttpRequest) -> HttpResponse:
    """Show every invoice, what has paid it, and what could have."""
    viewer = viewer_of(request)
    answer = _answer(viewer, clock.today(), period_asked(request))
    billed = answer.in_period
    page = {
        "period": period_view(billed.period, request.GET, _("All invoices")),
        "billed": billed.sentence,
        "sentence": answer.sentence,
        "unclear": answer.unclear,
        "invoices": invoices_view(answer, invoice_rows(viewer=viewer)),
    }
    return render(request, "income/invoices.html", page)


@require_http_methods(["GET", "POST"])
@or_404
def invoice_paid(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what paid an invoice or a part of it, and save it."""
    viewer, today = viewer_of(request), clock.today()
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    line = invoice_line(viewer, row)
    form = PaidForm(
        request.POST if request.method == "POST" else None,
        invoice=line,
        payments=_choices(viewer, line),
        today=today,
    )
    if form.is_valid():
        name = form.cleaned_data["payment"]
        payment = payment_named(viewer=viewer, name=name) if name else None
        settling = form.settling(payment)
        try:
            mark_all_paid(viewer=viewer, invoice=row, settlings=[settling])
        except PlaitError as error:
            form.add_error("amount", refusal(error))
        else:
            return _saved(request)
    page = {
        "form": form,
        "invoice": invoice_view(line, pk),
        "cancel_url": _list_url(request),
    }
    return render(
        request, "income/invoice_paid.html", page, status=422 if form.errors else 200
    )


@require_POST
@or_404
def invoice_this(request: HttpRequest, pk: int) -> HttpResponse:
    """Save that payments which could be for an invoice are for it."""
    viewer, today = viewer_of(request), clock.today()
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    chosen = set(request.POST.getlist("payment"))
    settles = {one.payment: one for one in invoice_line(viewer, row).could_be}
    settlings = [
        Settling(
            Money(settles[name].settles, row.currency),
            today,
            payment=payment_named(viewer=viewer, name=name),
        )
        for name in sorted(chosen & settles.keys())
    ]
    try:
        mark_all_paid(viewer=viewer, invoice=row, settlings=settlings)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect(_list_url(request))
    return _saved(request)


@require_POST
@or_404
def invoice_not_this(request: HttpRequest, pk: int) -> HttpResponse:
    """Save that a payment is not for an invoice."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    payment = payment_named(viewer=viewer, name=request.POST.get("payment", ""))
    unmark_payment(viewer=viewer, invoice=row, payment=payment, noted_on=clock.today())
    return _saved(request)


@require_POST
@or_404
def invoice_unpaid(request: HttpRequest, pk: int) -> HttpResponse:
    """Save that an invoice is not paid after all."""
    viewer = viewer_of(request)
    row = resilience_row(viewer=viewer, kind=Invoice, pk=pk)
    names = {part.payment for part in invoice_line(viewer, row).parts} - {""}
    payments = [payment_named(viewer=viewer, name=name) for name in sorted(names)]
    unmark_paid(viewer=viewer, invoice=row, payments=payments, noted_on=clock.today())
    return _saved(request)


def invoice_line(viewer: Person, row: Invoice) -> InvoiceLine:
    """Return an invoice as it stands today, or on its own day if that is to come."""
    answer = _answer(viewer, max(clock.today(), row.issued_on))
    keys = [one.pk for one in invoice_rows(viewer=viewer)]
    index = keys.index(row.pk)
    return next(one for one in (*answer.unpaid, *answer.paid) if one.index == index)


def _answer(
    viewer: Person, on: date, chosen: PeriodChoice | None = None
) -> InvoicesAnswer:
    portfolio = load_portfolio(viewer=viewer, on=on)
    return invoices_answer(portfolio, words_for(viewer.language), chosen)


def _choices(viewer: Person, line: InvoiceLine) -> list[tuple[str, str]]:
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    return payment_choices(portfolio, line, words_for(viewer.language))


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect(_list_url(request))


def _list_url(request: HttpRequest) -> str:
    """Return the list of invoices, of the period that the address names."""
    chosen, url = period_asked(request), reverse("invoices")
    return f"{url}?{urlencode({PERIOD: chosen.word})}" if chosen else url
