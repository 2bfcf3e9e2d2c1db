"""What has changed, day by day; undoing a change and making it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plait.answers.records.history import history_answer
from plait.book.imports.undo_change import redo_change, undo_change
from plait.book.queries.changes import change_listed, change_numbered, changes
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.log import number_in
from plait.web.pages.errors import refusal
from plait.web.pages.records.history import history_view
from plait.web.returning import page_before
from plait.wording.records.history import redone_text, undone_text
from plait.wording.words import words_for


@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """List the changes of the book."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = changes(viewer=viewer, page=number_in(request.GET.get("page", "1")) or 1)
    view = history_view(history_answer(found, words), words)
    return render(request, "records/history.html", {"view": view})


@require_POST
@or_404
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Undo a change, and say what was undone; the message offers to redo it."""
    viewer = viewer_of(request)
    change = change_numbered(viewer=viewer, number=number)
    listed = change_listed(viewer=viewer, change=change)
    try:
        n = undo_change(viewer=viewer, change=change, now=clock.now())
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect("history")
    back = "" if listed.batch else reverse("change_redo", args=[number])
    text = undone_text(words_for(viewer.language), listed, n)
    messages.success(request, text, extra_tags=back)
    return redirect(page_before(request, reverse("history")))


@require_POST
@or_404
def redo(request: HttpRequest, number: int) -> HttpResponse:
    """Make a change again that was undone."""
    viewer = viewer_of(request)
    change = change_numbered(viewer=viewer, number=number)
    try:
        redo_change(viewer=viewer, change=change)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect("history")
    listed = change_listed(viewer=viewer, change=change)
    text = redone_text(words_for(viewer.language), listed)
    back = reverse("change_undo", args=[number])
    messages.success(request, text, extra_tags=back)
    return redirect(page_before(request, reverse("history")))
