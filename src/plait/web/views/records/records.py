"""Which records does a figure rest on?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.answers.records.records import records_answer
from plait.book import queries
from plait.domain.selection import UnknownSelection, selection_from
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.pages.records.records import records_view
from plait.wording.words import words_for

_DIGITS = 9


@require_GET
@or_404
def records(request: HttpRequest) -> HttpResponse:
    """Show a page of the records that the address selects."""
    viewer = viewer_of(request)
    try:
        selection = selection_from(request.GET)
    except UnknownSelection as error:
        raise Http404 from error
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and len(number) < _DIGITS else 1
    words = words_for(viewer.language)
    basis = queries.period_basis(viewer=viewer, on=clock.today(), role=selection.role)
    selection = selection.dated(basis)
    found = queries.records(viewer=viewer, selection=selection, page=page)
    view = records_view(
        records_answer(found, words), words, queries.roles(viewer=viewer)
    )
    return render(request, "records/records.html", {"view": view})
