"""What is kept how long, for anybody who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.pages.kept import kept_views


@needs_no_book
@require_GET
def kept(request: HttpRequest) -> HttpResponse:
    """List what is kept, how long and why."""
    viewer_of(request)
    return render(request, "account/kept.html", {"kept": kept_views()})
