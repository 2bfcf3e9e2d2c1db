"""What sort of server this is: who runs it, and who could read what."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plait.web.bookless import open_by_organisation


@open_by_organisation
@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Explain the line at the foot of every page."""
    page = {"run_by": settings.SERVER_RUN_BY}
    return render(request, "server/about.html", page)
