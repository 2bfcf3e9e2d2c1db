"""The form that is open under a row, and what stands around it."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from plait.accounts.models import Person
from plait.book.models import Payment, TimeEntry
from plait.book.operations.rule_from_record import subject_of
from plait.book.queries import roles
from plait.book.queries.payers import accounts
from plait.book.queries.record_details import entries_of, payments_of
from plait.domain.payment_kinds.kinds import kinds_for
from plait.domain.selection import RecordKind
from plait.web.forms.in_place import (
    EntryInPlace,
    InPlaceForm,
    PaymentInPlace,
    entry_initial,
    payment_initial,
)
from plait.web.pages.records.records import record_url
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import words_for


@dataclass(frozen=True, slots=True)
class EditingView:
    """What is being edited: its form, what a rule would be about, where the rest is.

    `url` takes the form, `whole_url` shows all that is known of it, `remove_url`
    removes it.
    """

    pk: int
    form: InPlaceForm
    subject: str
    url: str
    whole_url: str
    remove_url: str
    is_by_hand: bool


def held_record(viewer: Person, kind: RecordKind, pk: int) -> Payment | TimeEntry:
    """Return a payment or an entry; raise `NotThere`."""
    if kind is RecordKind.PAYMENTS:
        [payment] = payments_of(viewer=viewer, keys=[pk])
        return payment
    [entry] = entries_of(viewer=viewer, keys=[pk])
    return entry


def form_for(
    viewer: Person, kind: RecordKind, pk: int, sent: QueryDict | None = None
) -> InPlaceForm:
    """Return the form of a payment or an entry, as it is or as it was sent."""
    held = held_record(viewer, kind, pk)
    choices = roles(viewer=viewer, also=held.role)
    if isinstance(held, TimeEntry):
        return EntryInPlace(sent, initial=entry_initial(held), roles=choices)
    words = words_for(viewer.language)
    return PaymentInPlace(
        sent,
        initial=payment_initial(held),
        roles=choices,
        kinds=[(k.value, kind_text(words, k)) for k in kinds_for(held.amount_minor)],
        accounts=accounts(viewer=viewer),
    )


def editing_view(
    viewer: Person, kind: RecordKind, pk: int, form: InPlaceForm
) -> EditingView:
    """Return what is open under the row."""
    held = held_record(viewer, kind, pk)
    subject = subject_of(held)
    name = "payment" if kind is RecordKind.PAYMENTS else "entry"
    return EditingView(
        pk=pk,
        form=form,
        subject=subject[1] if subject else "",
        url=reverse("record_in_place", args=[kind.value, pk]),
        whole_url=record_url(kind, pk),
        remove_url=reverse(f"{name}_remove", args=[pk]),
        is_by_hand=held.batch_id is None,
    )
