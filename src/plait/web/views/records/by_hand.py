"""Money entered by hand: added, and corrected in all that was said of it."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.models import Person
from plait.book.models import Payment
from plait.book.operations.by_hand import add_payment, change_payment
from plait.book.queries import roles
from plait.book.queries.record_details import payments_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.web import clock
from plait.web.access import PRIVATE, or_404, role_chosen, viewer_of
from plait.web.forms.money import IN, OUT, MoneyForm
from plait.web.pages.errors import refusal
from plait.web.pages.records.by_hand import money_text
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
@or_404
def payment_add(request: HttpRequest) -> HttpResponse:
    """Add money that came in or went out; the address may name a role and a way."""
    viewer = viewer_of(request)
    first = {
        "way": OUT if request.GET.get("way") == OUT else IN,
        "role": request.GET.get("role", ""),
        "on": clock.today(),
        "currency": viewer.currency,
    }
    form = _form(request, viewer, first)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            payment = add_payment(
                viewer=viewer,
                role=role_chosen(viewer, values["role"]),
                on=values["on"],
                amount=form.money(),
                **form.details(),
            )
        except PlaitError as error:
            form.add_error("amount", refusal(error))
        else:
            messages.success(request, money_text(viewer, payment, clock.today()))
            return redirect("log")
    return _page(request, form, reverse("log"))


@require_http_methods(["GET", "POST"])
@or_404
def payment_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct all that was said of a payment entered by hand."""
    viewer = viewer_of(request)
    [held] = payments_of(viewer=viewer, keys=[pk])
    form = _form(request, viewer, _initial(held))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            change_payment(
                viewer=viewer,
                payment=held,
                role=role_chosen(viewer, values["role"]),
                on=values["on"],
                amount=form.money(),
                **form.details(),
            )
        except PlaitError as error:
            form.add_error("amount", refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("payment", pk=pk)
    return _page(request, form, reverse("payment", args=[pk]), is_new=False)


def _form(request: HttpRequest, viewer: Person, first: dict[str, object]) -> MoneyForm:
    return MoneyForm(
        request.POST if request.method == "POST" else None,
        initial=first,
        roles=roles(viewer=viewer),
        words=words_for(viewer.language),
        today=clock.today(),
    )


def _initial(held: Payment) -> dict[str, object]:
    return {
        "way": IN if held.amount_minor > 0 else OUT,
        "amount": Money.from_minor(abs(held.amount_minor), held.currency).number,
        "currency": held.currency,
        "on": held.booked_on,
        "role": held.role.key if held.role else PRIVATE,
        "payer": held.payer,
        "reference": held.reference,
        "kind": held.kind,
        "share": None if held.share is None else Decimal(held.share) / 10,
    }


def _page(
    request: HttpRequest, form: MoneyForm, cancel_url: str, *, is_new: bool = True
) -> HttpResponse:
    page = {"form": form, "cancel_url": cancel_url, "is_new": is_new}
    return render(
        request, "records/by_hand.html", page, status=422 if form.errors else 200
    )
