"""Before the first record: who could read it here, and the other way."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plait.accounts.servers import agree_to_host, keeps_books
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import has_book, needs_no_book
from plait.web.forms.begin_book import BeginBookForm


@needs_no_book
@require_http_methods(["GET", "HEAD", "POST"])
def begin_book(request: HttpRequest) -> HttpResponse:
    """Ask whether the person knows who could read a book here; then let them begin."""
    viewer = viewer_of(request)
    if not keeps_books():
        raise Http404
    if has_book(request):
        return redirect("today")
    if request.method != "POST":
        return begin_page(request)
    form = BeginBookForm(request.POST)
    if not form.is_valid():
        return begin_page(request, form)
    agree_to_host(viewer=viewer, now=clock.now())
    return redirect("today")


def begin_page(request: HttpRequest, form: BeginBookForm | None = None) -> HttpResponse:
    """Return the page with its question."""
    page = {"form": form or BeginBookForm()}
    return render(request, "server/begin_book.html", page)
