"""Where pages work without a book: all others are not there.

An organisation's server keeps no books. On a community's server whoever was signed in
by an organisation sees no book, and nobody has one who did not say yet that they know
who could read it. A page is closed in all three until its view says otherwise:
`needs_no_book`, or `open_by_organisation` where even a session that somebody else's
computer vouched for may see it.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plait.accounts.by_organisation import (
    ORGANISATION,
    connected_to,
    is_by_organisation,
    organisation_keyed,
)
from plait.accounts.models import Person
from plait.accounts.servers import NotAgreed, keeps_books, may_keep_book
from plait.web.middleware import Answer

# allauth's own pages about organisations; ours stand in their place.
_NOT_USED = "allauth.socialaccount."

View = TypeVar("View", bound=Callable[..., Any])

# The sample is nobody's book, and the quiet view a device's alone. What was written
# offline is sent by a script, which has to be told that nothing was kept.
_ASKED_INSIDE = frozenset({"sample", "quiet", "offline_who", "offline_keep"})


def needs_no_book(view: View) -> View:
    """Let a page be there where no book is kept; it reads and writes none."""
    view.needs_no_book = True  # type: ignore[attr-defined]  # a mark, as Django's own
    return view


def open_by_organisation(view: View) -> View:
    """Let a page, besides, be open to whom an organisation signed in.

    On a community's server: it shows nothing of the person that the organisation did
    not say itself, and lets nobody in by another way.
    """
    view.open_by_organisation = True  # type: ignore[attr-defined]  # a mark, as above
    return needs_no_book(view)


def either(book: View, without: View) -> Callable[..., Any]:
    """Return a view: one where the visitor has a book here, the other where not."""

    def answer(request: HttpRequest, **asked: Any) -> Any:  # noqa: ANN401  # as the two
        return (book if has_book(request) else without)(request, **asked)

    answer.__dict__.update(vars(without))
    return answer


def has_book(request: HttpRequest) -> bool:
    """Return whether pages of a book are there for whoever asks."""
    if not settings.SERVER:
        return True
    if not keeps_books() or is_by_organisation(request):
        return False
    person = getattr(request, "user", None)
    return not isinstance(person, Person) or may_keep_book(person)


class OnlyWithoutBook:
    """Answers pages of a book as if they were not there, where the visitor has none."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; a session of an organisation that is none is over."""
        if is_by_organisation(request) and not _is_vouched_for(request):
            logout(request)
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        _args: object,
        _options: object,
    ) -> HttpResponse | None:
        """Refuse a view that does not say that it works without a book."""
        if view.__module__.startswith(_NOT_USED):
            raise Http404
        if has_book(request) or is_open(request, view):
            return None
        if not keeps_books() or is_by_organisation(request):
            raise Http404
        match = request.resolver_match
        if match is not None and match.url_name in _ASKED_INSIDE:
            return None
        return _to_the_question(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        """Lead on whom an operation refused because they did not agree yet."""
        return _to_the_question(request) if isinstance(fault, NotAgreed) else None


def _is_vouched_for(request: HttpRequest) -> bool:
    """Return whether this server still takes that organisation's word for them."""
    key, person = request.session.get(ORGANISATION, ""), request.user
    if organisation_keyed(key) is None or not isinstance(person, Person):
        return False
    return key in connected_to(viewer=person)


def is_open(request: HttpRequest, view: Callable[..., Any]) -> bool:
    """Return whether a view is there for a visitor who has no book here."""
    if view.__module__.startswith("allauth."):
        return not is_by_organisation(request)
    is_limited = keeps_books() and is_by_organisation(request)
    mark = "open_by_organisation" if is_limited else "needs_no_book"
    return bool(getattr(view, mark, False))


def _to_the_question(request: HttpRequest) -> HttpResponse:
    """Lead somebody who has no book yet to the page that says who could read it."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("begin_book")})
    return redirect("begin_book")
