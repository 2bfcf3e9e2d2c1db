"""What happened with the person's account; what stewards did, for stewards alone."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.accounts.audit.queries import acts_of_stewards, signed_until, what_happened
from plait.accounts.models import Person
from plait.accounts.stewardship import NoSteward
from plait.answers.records.audit import AuditAnswer, acts_answer, audit_answer
from plait.answers.tables.every import table_of
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.csv_answer import csv_answer
from plait.web.forms.log import number_in
from plait.web.pages.records.audit import audit_view
from plait.wording.words import words_for

_ON_A_PAGE, _MOST_ACTS = 50, 200


@needs_no_book
@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    """List what happened with the account, the latest first."""
    viewer = viewer_of(request)
    before = number_in(request.GET.get("before", "")) or None
    found = what_happened(viewer=viewer, before=before, n=_ON_A_PAGE + 1)
    head = signed_until(viewer=viewer)
    answer = audit_answer(
        found[:_ON_A_PAGE],
        words_for(viewer.language),
        signed=(head.number, head.day) if head else None,
    )
    has_older = len(found) > _ON_A_PAGE
    view = audit_view(answer, has_older=has_older, is_first=before is None)
    return render(request, "account/audit.html", {"view": view})


@needs_no_book
@require_GET
def audit_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all of it as a table."""
    viewer = viewer_of(request)
    found = what_happened(viewer=viewer)
    return _csv("plait-account", audit_answer(found, words_for(viewer.language)))


@needs_no_book
@require_GET
def acts(request: HttpRequest) -> HttpResponse:
    """List what stewards did; to everybody else there is no such page."""
    answer = _acts(viewer_of(request), _MOST_ACTS)
    view = audit_view(answer, has_older=False, is_first=True)
    return render(request, "server/acts.html", {"view": view})


@needs_no_book
@require_GET
def acts_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all that stewards did as a table."""
    return _csv("plait-stewards", _acts(viewer_of(request), None))


def _acts(viewer: Person, n: int | None) -> AuditAnswer:
    try:
        found = acts_of_stewards(viewer=viewer, n=n)
    except NoSteward as error:
        raise Http404 from error
    return acts_answer(found, words_for(viewer.language))


def _csv(name: str, answer: AuditAnswer) -> StreamingHttpResponse:
    table = table_of(answer, words_for(answer.language))
    return csv_answer(name, table.headings, table.rows)
