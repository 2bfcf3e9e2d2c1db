"""Which records does a figure rest on?"""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from plait.accounts.models import Person
from plait.answers.records.record_table import cells, headings
from plait.book.queries import period_basis
from plait.book.queries.record_lists.narrowing import held_by
from plait.book.queries.record_lists.pages import all_records
from plait.domain.selection import Selection, UnknownSelection, selection_from
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.csv_answer import csv_answer
from plait.web.forms.log import number_in
from plait.web.periods import PERIOD, period_asked
from plait.web.views.records.listing import list_page, recurring_in
from plait.wording.words import words_for


@require_GET
@or_404
def records(request: HttpRequest) -> HttpResponse:
    """Show a page of the records that the address selects, one of them being edited."""
    viewer = viewer_of(request)
    edit = number_in(request.GET.get("edit", ""))
    return list_page(request, viewer, selection_in(request, viewer), edit=edit)


@require_GET
@or_404
def records_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all records of the selection as a file."""
    viewer = viewer_of(request)
    selection = selection_in(request, viewer)
    words, kind = words_for(viewer.language), selection.kind
    held_by(viewer=viewer, selection=selection)  # what is not there, before it begins
    recurring = recurring_in(viewer, selection)
    found = all_records(viewer=viewer, selection=selection, recurring=recurring)
    rows = (cells(kind, one, words) for one in found)
    return csv_answer(f"plait-{kind}", headings(kind, words), rows)


def selection_in(request: HttpRequest, viewer: Person) -> Selection:
    """Return the selection of the address, with the days of its period."""
    words = request.GET.dict()
    chosen = period_asked(request)
    if chosen:
        words[PERIOD] = chosen.word
    return selection_or_404(words, viewer)


def selection_or_404(words: Mapping[str, str], viewer: Person) -> Selection:
    """Return the selection of an address or a form, with the days of its period."""
    try:
        selection = selection_from(words)
    except UnknownSelection as error:
        raise Http404 from error
    basis = period_basis(viewer=viewer, on=clock.today(), role=selection.role)
    return selection.dated(basis)
