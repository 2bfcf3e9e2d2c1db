"""The page of a list, as it is asked for and after a change that was refused."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plait.accounts.models import Person
from plait.answers.records.records import records_answer
from plait.book import queries
from plait.book.queries.record_lists.pages import filters
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.selection import RecordKind, Selection
from plait.web.forms.in_place import InPlaceForm
from plait.web.forms.log import number_in
from plait.web.pages.records.in_place import editing_view, form_for
from plait.web.pages.records.record_page import records_view
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import Words, words_for


def list_page(
    request: HttpRequest,
    viewer: Person,
    selection: Selection,
    *,
    edit: int = 0,
    refused: InPlaceForm | None = None,
) -> HttpResponse:
    """Return the page; `edit` is the record whose form is open, `refused` that form."""
    words = words_for(viewer.language)
    page = number_in(request.GET.get("page", "1")) or 1
    found = queries.records(viewer=viewer, selection=selection, page=page)
    roles = list(queries.roles(viewer=viewer))
    view = records_view(
        records_answer(found, words),
        words,
        roles,
        filters(viewer=viewer, kind=selection.kind),
    )
    is_here = any(one.id == edit for one in found.records) and view.can_edit
    editing = None
    if is_here:
        form = refused or form_for(viewer, selection.kind, edit)
        editing = editing_view(viewer, selection.kind, edit, form)
    context = {
        "view": view,
        "roles": roles,
        "editing": editing,
        "kinds": _kinds(view.kind, words),
    }
    status = 422 if refused else 200
    return render(request, "records/records.html", context, status=status)


def _kinds(kind: RecordKind, words: Words) -> list[tuple[str, str]]:
    """Return what payments can be stated to be."""
    if kind is not RecordKind.PAYMENTS:
        return []
    return [(one.value, kind_text(words, one)) for one in PaymentKind]
