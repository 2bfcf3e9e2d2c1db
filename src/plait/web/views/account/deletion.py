"""Deleting everything: what goes, what stays, and one last question."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from plait.accounts.leaving.asking import ask_to_leave
from plait.accounts.stewardship import LastSteward
from plait.accounts.tries import TooManyTries, count_try_inside
from plait.answers.records.deletion import deletion_answer
from plait.book.operations.deletion import delete_everything
from plait.book.queries.contents import book_contents
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.confirmed import confirmed_lately
from plait.web.forms.deletion import DeleteEverythingForm, asks_password
from plait.web.pages.errors import refusal
from plait.wording.words import words_for


@needs_no_book
@confirmed_lately
@sensitive_post_parameters("confirmation")
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays; delete it once that is confirmed."""
    viewer = viewer_of(request)
    language = viewer.language
    answer = deletion_answer(book_contents(viewer=viewer), words_for(language))
    sent = request.POST if request.method == "POST" else None
    page: dict[str, object] = {"goes": answer.goes, "stays": answer.stays}
    if sent is not None and asks_password(viewer):
        try:
            count_try_inside(viewer=viewer, now=clock.now())
        except TooManyTries as too_many:
            form = DeleteEverythingForm(viewer=viewer, word=answer.word)
            page |= {"form": form, "notice": refusal(too_many)}
            return render(request, "account/delete.html", page, status=429)
    form = DeleteEverythingForm(sent, viewer=viewer, word=answer.word)
    page["form"] = form
    if sent is None or not form.is_valid():
        return render(request, "account/delete.html", page)
    if settings.SERVER:
        return _leave(request, page)
    delete_everything(viewer=viewer)
    logout(request)
    with translation.override(language):
        return render(request, "account/deleted.html", page)


def _leave(request: HttpRequest, page: dict[str, object]) -> HttpResponse:
    """On a server of several people, begin the week after which all is removed."""
    viewer = viewer_of(request)
    try:
        page["leaves_at"] = ask_to_leave(viewer=viewer, now=clock.now())
    except LastSteward as error:
        page["notice"] = refusal(error)
        return render(request, "account/delete.html", page, status=409)
    logout(request)
    with translation.override(viewer.language):
        return render(request, "account/leaving_begun.html", page)
