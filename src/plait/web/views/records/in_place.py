"""Correcting a payment or an entry under its row."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plait.accounts.models import Person
from plait.book.models import Payment, TimeEntry
from plait.book.operations.entries import change_entry
from plait.book.operations.payments import correct_payment
from plait.book.operations.rule_from_record import (
    change_entry_always,
    correct_payment_always,
)
from plait.book.queries.payers import accounts
from plait.domain.errors import PlaitError
from plait.domain.selection import RecordKind
from plait.web import clock
from plait.web.access import or_404, role_chosen, viewer_of
from plait.web.forms.in_place import EntryInPlace, InPlaceForm, PaymentInPlace
from plait.web.pages.errors import refusal
from plait.web.pages.records.in_place import form_for, held_record
from plait.web.pages.records.records import record_url
from plait.web.returning import page_before
from plait.web.views.records.listing import list_page
from plait.web.views.records.records import selection_in


@require_POST
@or_404
def record_in_place(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Save what the form under a row says, and go on to the next."""
    viewer = viewer_of(request)
    if kind not in (RecordKind.PAYMENTS, RecordKind.TIME):
        raise Http404
    of_kind = RecordKind(kind)
    form = form_for(viewer, of_kind, pk, request.POST)
    if form.is_valid():
        try:
            _save(viewer, held_record(viewer, of_kind, pk), form)
        except PlaitError as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect(page_before(request, record_url(of_kind, pk)))
    selection = selection_in(request, viewer)
    return list_page(request, viewer, selection, edit=pk, refused=form)


def _save(viewer: Person, held: Payment | TimeEntry, form: InPlaceForm) -> None:
    key, always = form.cleaned_data["role"], form.cleaned_data["always"]
    role = role_chosen(viewer, key) if key else None
    always = always and bool(key)
    if isinstance(held, Payment) and isinstance(form, PaymentInPlace):
        correction = form.correction(held, role, accounts(viewer=viewer))
        if always:
            correct_payment_always(
                viewer=viewer, payment=held, correction=correction, now=clock.now()
            )
        else:
            correct_payment(viewer=viewer, payment=held, correction=correction)
    elif isinstance(held, TimeEntry) and isinstance(form, EntryInPlace):
        changes = form.changes(role)
        if always:
            change_entry_always(
                viewer=viewer, entry=held, changes=changes, now=clock.now()
            )
        else:
            change_entry(viewer=viewer, entry=held, **changes)
