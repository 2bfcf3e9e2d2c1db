"""Where pages work without a book: all others are not there.

An organisation's server keeps no books. On a community's server whoever was signed in
by an organisation sees no book, and nobody has one who did not say yet that they know
who could read it. A page is closed in all three until its view says otherwise:
`needs_no_book`, or `open_by_organisation` where even a session that somebody else's
computer vouched for may see it.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth import BACKEND_SESSION_KEY
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plait.accounts.models import Person
from plait.accounts.servers import NotAgreed, keeps_books, may_keep_book
from plait.web.middleware import Answer

View = TypeVar("View", bound=Callable[..., Any])

# How a session is marked that an organisation's word began: by what signed it in.
BY_ORGANISATION = "plait.accounts.oidc.backend.ByOrganisation"
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
    if not keeps_books() or is_by_organisation(request):
        return False
    person = getattr(request, "user", None)
    return not isinstance(person, Person) or may_keep_book(person)


def is_by_organisation(request: HttpRequest) -> bool:
    """Return whether an organisation, not the person's own key, signed them in."""
    key = request.session.get(BACKEND_SESSION_KEY, "")
    return bool(key == BY_ORGANISATION)


class OnlyWithoutBook:
    """Answers pages of a book as if they were not there, where the visitor has none."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        _args: object,
        _options: object,
    ) -> HttpResponse | None:
        """Refuse a view that does not say that it works without a book."""
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
