"""The list of shortcuts as a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.web.access import viewer_of
from plait.web.pages.shortcuts import all_groups


@require_GET
def shortcuts(request: HttpRequest) -> HttpResponse:
    """Show every key, also those of single pages."""
    page = {"groups": all_groups(), "is_on": viewer_of(request).has_shortcuts}
    return render(request, "shortcuts.html", page)
