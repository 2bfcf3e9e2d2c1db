"""The person's jobs: listed, run again, stopped."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.book.queries.job_list import job_list
from plait.jobs.operations import cancel, run_again
from plait.jobs.queries import NoSuchJob
from plait.jobs.waking import wake
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.pages.jobs import jobs_view
from plait.wording.words import words_for


@needs_no_book
@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    """List what runs, what went wrong and what is planned; htmx asks for the list."""
    viewer = viewer_of(request)
    wake()
    lines = job_list(viewer=viewer, now=clock.now())
    page = jobs_view(lines, words_for(viewer.language))
    part = "parts/records/jobs.html" if request.headers.get("HX-Request") else None
    return render(request, part or "account/jobs.html", page)


@needs_no_book
@require_POST
def job_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Run a job again, or one that is planned now."""
    viewer = viewer_of(request)
    _or_404(lambda: run_again(viewer=viewer, pk=pk, now=clock.now()))
    return redirect("jobs")


@needs_no_book
@require_POST
def job_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a job."""
    viewer = viewer_of(request)
    if _or_404(lambda: cancel(viewer=viewer, pk=pk, now=clock.now())):
        messages.success(request, _("Stopped. What it had not finished is not kept."))
    return redirect("jobs")


def _or_404(operation: Callable[[], object]) -> object:
    try:
        return operation()
    except NoSuchJob as error:
        raise Http404 from error
