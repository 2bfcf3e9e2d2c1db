"""What others show the viewer: listed, opened by a button, taken along as a table.

A GET writes nothing and shows no value before the button was pressed: what fetches a
link of itself, such as a scanner of mail, looks at nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.sharing.operations import look
from plait.accounts.sharing.queries import NoSuchShare, received_one
from plait.answers.sharing.slice import slice_answer
from plait.answers.tables.every import table_of
from plait.domain.sharing import OtherSlice, SliceKind
from plait.exchange import lists
from plait.exchange.signed_content import slice_held
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.csv_answer import csv_answer
from plait.web.pages.sharing.values import values_view
from plait.wording.sharing.slice import slice_text
from plait.wording.words import words_for


def _or_404(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer what ended, what is another's and what never was alike."""

    @wraps(view)
    def answer(request: HttpRequest, **asked: Any) -> HttpResponseBase:  # noqa: ANN401  # the parts of any address
        try:
            return view(request, **asked)
        except (NoSuchShare, OtherSlice) as error:
            raise Http404 from error

    return answer


@needs_no_book
@require_GET
def received_list(request: HttpRequest) -> HttpResponse:
    """List what others show; no value stands here."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = lists.received(viewer=viewer, words=words, today=clock.today())
    return render(request, "sharing/received_list.html", {"answer": found})


@needs_no_book
@require_GET
@_or_404
def received(request: HttpRequest, number: UUID) -> HttpResponse:
    """Say what it is and from whom; the values only to whom has opened it today."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = received_one(viewer=viewer, share_uuid=number, today=clock.today())
    envelope = found.envelope
    page: dict[str, object] = {
        "number": number,
        "giver": envelope.giver_name,
        "title": slice_text(words, SliceKind(envelope.slice_kind)),
        "until": envelope.until,
        "is_by_file": bool(envelope.signature),
    }
    if not found.must_open:
        page["values"] = values_view(
            slice_held(envelope),
            words,
            giver=envelope.giver_name,
            until=envelope.until,
        )
    return render(request, "sharing/received.html", page)


@needs_no_book
@require_POST
@_or_404
def received_open(request: HttpRequest, number: UUID) -> HttpResponse:
    """Note that the viewer looked today, and show it."""
    viewer = viewer_of(request)
    look(viewer=viewer, share_uuid=number, today=clock.today(), now=clock.now())
    return redirect("received", number)


@needs_no_book
@require_GET
@_or_404
def received_csv(request: HttpRequest, number: UUID) -> HttpResponseBase:
    """Give its rows as a table, to whom has opened it today."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = received_one(viewer=viewer, share_uuid=number, today=clock.today())
    if found.must_open:
        return redirect("received", number)
    envelope = found.envelope
    answer = slice_answer(
        slice_held(envelope), words, giver=envelope.giver_name, until=envelope.until
    )
    table = table_of(answer, words)
    return csv_answer(f"plait-{answer.kind}", table.headings, table.rows)
