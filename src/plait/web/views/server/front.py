"""The first page of whoever has no book here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.accounts.by_organisation import is_by_organisation
from plait.accounts.servers import keeps_books
from plait.web.access import viewer_of
from plait.web.bookless import open_by_organisation
from plait.web.views.server.begin_book import begin_page


@open_by_organisation
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Say what this server is for; on a community's, ask where the book shall be."""
    viewer_of(request)
    if keeps_books() and not is_by_organisation(request):
        return begin_page(request)
    return render(request, "server/front.html", {"is_guest": keeps_books()})
