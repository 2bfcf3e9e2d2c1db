"""How the server is doing: jobs, mail, storage, versions, the last backup."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries.server_state import server_state
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.views.server.people import for_stewards
from plait.wording.records.server_state import kind_text
from plait.wording.words import words_for


@needs_no_book
@require_GET
@for_stewards
def state(request: HttpRequest) -> HttpResponse:
    """Show it in numbers; nothing of anybody's content."""
    viewer = viewer_of(request)
    now = clock.now()
    found = server_state(viewer=viewer, now=now)
    words = words_for(viewer.language)
    jobs = [(kind_text(words, one.kind), one) for one in found.jobs]
    is_old = found.backed_up_at is None or (now - found.backed_up_at).days > 1
    page = {"state": found, "jobs": jobs, "is_backup_old": is_old}
    return render(request, "server/state.html", page)
