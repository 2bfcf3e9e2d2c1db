"""One payment: looked at, moved, split over roles, counted by share, removed."""

from decimal import Decimal

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.models import Person
from plait.answers.records.record import record_answer
from plait.book.models import Payment
from plait.book.operations.by_hand import is_by_hand
from plait.book.operations.payments import (
    PaymentCorrection,
    correct_payment,
    remove_payments,
    share_payment,
)
from plait.book.queries import role_keyed, roles
from plait.book.queries.attachments import attachments
from plait.book.queries.record_details import payment_details, payments_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for
from plait.domain.records import RecordStatus
from plait.web.access import PRIVATE, or_404, role_chosen, viewer_of
from plait.web.forms.payments import PartForm, PaymentForm
from plait.web.pages.errors import refusal
from plait.web.pages.records.entry import payment_view
from plait.web.pages.records.rules import rule_question
from plait.web.returning import page_before
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
@or_404
def payment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a payment, and say which role and whose it is."""
    viewer = viewer_of(request)
    [held] = payments_of(viewer=viewer, keys=[pk])
    if request.method != "POST":
        return _page(request, viewer, held)
    form = _form(viewer, held, request.POST)
    if not form.is_valid():
        return _page(request, viewer, held, form=form)
    rule = held.rule_id
    key, share, kind = (form.cleaned_data[name] for name in ("role", "share", "kind"))
    correct_payment(
        viewer=viewer,
        payment=held,
        correction=PaymentCorrection(
            role=role_chosen(viewer, key) if key else None,
            is_placed="role" in form.changed_data and bool(key),
            share=None if share is None else round(share * 10),
            kind=PaymentKind(kind) if kind else None,
        ),
    )
    messages.success(request, _("Saved."))
    if rule and held.rule_id is None:
        return redirect(rule_question(rule, key))
    return redirect("payment", pk=pk)


@require_POST
@or_404
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a part of a payment be another role's."""
    viewer = viewer_of(request)
    [held] = payments_of(viewer=viewer, keys=[pk])
    form = PartForm(request.POST, roles=roles(viewer=viewer))
    if not form.is_valid():
        return _page(request, viewer, held, part=form)
    role = role_keyed(viewer=viewer, key=form.cleaned_data["role"])
    minor = Money(form.cleaned_data["amount"], held.currency).minor
    sign = 1 if held.amount_minor > 0 else -1
    try:
        share_payment(viewer=viewer, payment=held, role=role, minor=sign * minor)
    except PlaitError as error:
        form.add_error("amount", refusal(error))
        return _page(request, viewer, held, part=form)
    messages.success(request, _("Saved."))
    return redirect("payment", pk=pk)


@require_POST
@or_404
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a payment; the message offers to undo it."""
    viewer = viewer_of(request)
    [held] = payments_of(viewer=viewer, keys=[pk])
    remove_payments(viewer=viewer, payments=[held])
    messages.success(request, _("Removed."))
    return redirect(page_before(request, reverse("records")))


def _form(viewer: Person, held: Payment, sent: QueryDict | None = None) -> PaymentForm:
    private = PRIVATE if held.status == RecordStatus.PRIVATE else ""
    first = {
        "role": held.role.key if held.role else private,
        "share": None if held.share is None else Decimal(held.share) / 10,
        "kind": held.kind,
    }
    words = words_for(viewer.language)
    kinds = [(k.value, kind_text(words, k)) for k in kinds_for(held.amount_minor)]
    choices = roles(viewer=viewer, also=held.role)
    return PaymentForm(sent, initial=first, roles=choices, kinds=kinds)


def _page(
    request: HttpRequest, viewer: Person, held: Payment, **sent: Form
) -> HttpResponse:
    words = words_for(viewer.language)
    details = payment_details(viewer=viewer, payment=held)
    others = [one for one in roles(viewer=viewer) if one != held.role]
    page = {
        "view": payment_view(record_answer(details, words), words),
        "form": sent.get("form") or _form(viewer, held),
        "part": sent.get("part") or PartForm(roles=others),
        "is_by_hand": is_by_hand(held),
        "files": attachments(viewer=viewer, payment=held),
    }
    return render(request, "records/payment.html", page, status=422 if sent else 200)
