"""The quiet view of a request: whether it is on, and what a page then must not hold.

It is on for a device, by a cookie, so that a page is quiet from its first byte. While
a page is read, names come out of the book disguised (`book.quiet`) and sentences hide
amounts (`wording.words`). What changes something is carried out with the true names.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, cast

from django.contrib.messages.storage import default_storage
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    QueryDict,
)
from django.shortcuts import redirect, render

from plait.accounts.models import Person
from plait.book.queries import revision_of
from plait.book.quiet import disguise_of
from plait.domain.quiet import MARK, Disguise, wearing
from plait.web.pages.quiet import quiet_page
from plait.wording.quiet import nouns_of
from plait.wording.words import words_for

COOKIE = "plait_quiet"
_ROLE_IN_QUERY = re.compile(r"((?:^|&|%26)(?:role|roles)(?:=|%3D))([\w-]+)")
_READS = ("GET", "HEAD")
_OK = 200
# Whatever such a page shows comes out of a file, or is about others: not out of the
# book, where names are known.
_OF_A_FILE = frozenset(
    {
        *("import_preview", "import_columns", "import_done"),
        *("shares", "share", "share_new", "share_send", "share_end", "looks"),
        *("received_list", "received"),
    }
)


class QuietView:
    """Hides names and amounts where the device asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; a page is made without names, a file with all."""
        person = request.user
        if not is_quiet(request) or not isinstance(person, Person):
            return _true_address(request) or self.get_response(request)
        worn = disguise_of(viewer=person, nouns=nouns_of(words_for(person.language)))
        request.quiet_disguise = worn  # type: ignore[attr-defined]  # for process_view
        if request.method in _READS:
            return self._read(request, worn)
        before = revision_of(viewer=person)
        response = self.get_response(request)
        if not _is_page(response):
            return response
        if getattr(request, "is_made_quiet", False):
            return _without_amounts(response)
        has_changed = revision_of(viewer=person) != before
        if has_changed or _is_of_a_file(request) or _is_kept_closed(request):
            return _kept_closed(request)
        return self._refused(request, worn)

    def _refused(self, request: HttpRequest, worn: Disguise) -> HttpResponse:
        """Answer a form that changed nothing once more, as a quiet page with what was typed.

        What came first named things, in messages too; the book refuses every change
        while names are hidden.
        """
        request.is_asked_again = True  # type: ignore[attr-defined]  # for process_view
        request._messages = default_storage(request)  # type: ignore[attr-defined]  # noqa: SLF001  # as its middleware does
        sent = sent_quietly(request)
        request.POST = sent  # type: ignore[assignment]  # an immutable one of the same kind
        with wearing(worn):
            response = self.get_response(request)
        if not _is_page(response):
            return _kept_closed(request)
        typed = {value for _name, values in sent.lists() for value in values}
        return _without_amounts(response, typed)

    def _read(self, request: HttpRequest, worn: Disguise) -> HttpResponse:
        """Answer what changes nothing, and so can be asked twice."""
        _hide_in_query(request, worn)
        with wearing(worn):
            response = self.get_response(request)
            if _is_page(response):
                return _without_amounts(response)
        if response.status_code != _OK:
            return response
        # A file is taken along whole: made anew, without the disguise.
        request.GET = QueryDict(worn.key_behind(request.META["QUERY_STRING"]))
        request.quiet_disguise = None  # type: ignore[attr-defined]  # as above
        if isinstance(response, FileResponse) and response.file_to_stream:
            response.file_to_stream.close()  # all of it would end the request
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Put the true key of a role behind the one of quiet view, or the other way."""
        worn: Disguise | None = getattr(request, "quiet_disguise", None)
        key = kwargs.get("key")
        if worn is None or getattr(request, "is_asked_again", False):
            return None
        if request.method in _READS:
            if _is_of_a_file(request):
                return _kept_closed(request)
            if key and worn.key(key) != key:
                path = request.get_full_path()
                return redirect(path.replace(f"/{key}/", f"/{worn.key(key)}/", 1))
            return None
        if key:
            kwargs["key"] = worn.key_behind(key)
        request.quiet_sent = request.POST  # type: ignore[attr-defined]  # for `sent_quietly`
        sent = _true(request.POST, worn)
        if any(MARK in value for _name, values in sent.lists() for value in values):
            return _kept_closed(request)
        request.POST = sent  # type: ignore[assignment]  # an immutable one of the same kind
        return None


def true_keys(viewer: Person, text: str) -> str:
    """Return a text with the true keys of roles, whatever a quiet page put there."""
    return disguise_of(viewer=viewer, nouns={}).key_behind(text)


def _true_address(request: HttpRequest) -> HttpResponse | None:
    """Lead on from the address of a quiet page, which a browser kept; else None."""
    person = request.user
    if "/q-role-" not in request.path or not isinstance(person, Person):
        return None
    path = request.get_full_path()
    there = true_keys(person, path)
    return None if there == path else redirect(there)


def is_quiet(request: HttpRequest) -> bool:
    """Return whether this device hides names and amounts."""
    return request.COOKIES.get(COOKIE) == "1"


@contextmanager
def made_quiet(request: HttpRequest) -> Iterator[None]:
    """Make the page that answers a refused form quiet: its view reads all anew inside.

    Without this its view is asked once more, with all names hidden.
    """
    request.is_made_quiet = True  # type: ignore[attr-defined]  # the middleware looks
    with wearing(getattr(request, "quiet_disguise", None)):
        yield


def sent_quietly(request: HttpRequest) -> QueryDict:
    """Return what a form sent as its page named it, to fill the same page again."""
    sent = getattr(request, "quiet_sent", request.POST)
    return cast("QueryDict", sent)


def _is_page(response: HttpResponse) -> bool:
    kind = response.get("Content-Type", "")
    return (
        not response.streaming
        and kind.startswith("text/html")
        and bool(response.content)
    )


def _without_amounts(
    response: HttpResponse, typed: AbstractSet[str] = frozenset()
) -> HttpResponse:
    response.content = quiet_page(response.content.decode(), typed).encode()
    return response


def _kept_closed(request: HttpRequest) -> HttpResponse:
    """Return the page that stands for one with names which cannot be hidden."""
    request.is_kept_closed = True  # type: ignore[attr-defined]  # the middleware looks
    with wearing(getattr(request, "quiet_disguise", None)):
        return render(request, "quiet.html", status=409)


def _is_kept_closed(request: HttpRequest) -> bool:
    return getattr(request, "is_kept_closed", False)


def _is_of_a_file(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(request.FILES) or (match is not None and match.url_name in _OF_A_FILE)


def _hide_in_query(request: HttpRequest, worn: Disguise) -> None:
    asked = request.META.get("QUERY_STRING", "")
    quiet = _ROLE_IN_QUERY.sub(lambda m: m[1] + worn.key(m[2]), asked)
    if quiet != asked:
        request.META["QUERY_STRING"] = quiet
        request.GET = QueryDict(quiet)


def _true(sent: QueryDict, worn: Disguise) -> QueryDict:
    """Return what a form sent with the true keys of roles, in names and in values."""
    found = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        found.setlist(worn.key_behind(name), [worn.key_behind(v) for v in values])
    return found
