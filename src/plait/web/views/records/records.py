"""Which records does a figure rest on?"""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plait.accounts.models import Person
from plait.book.queries import period_basis
from plait.domain.selection import Selection, UnknownSelection, selection_from
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.log import number_in
from plait.web.periods import PERIOD, period_asked
from plait.web.views.records.listing import list_page


@require_GET
@or_404
def records(request: HttpRequest) -> HttpResponse:
    """Show a page of the records that the address selects, one of them being edited."""
    viewer = viewer_of(request)
    edit = number_in(request.GET.get("edit", ""))
    return list_page(request, viewer, selection_in(request, viewer), edit=edit)


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
