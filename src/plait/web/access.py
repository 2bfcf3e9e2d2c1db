"""Who is asking: each view finds the person, and only their things, through here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.queries import NotThere, role_keyed

PRIVATE = "private"


def viewer_of(request: HttpRequest) -> Person:
    """Return the person who is signed in; the middleware let nobody else in."""
    if not isinstance(request.user, Person):
        raise Http404
    return request.user


def role_chosen(viewer: Person, key: str) -> Role | None:
    """Return the viewer's role that was chosen, None for private."""
    return None if key == PRIVATE else role_keyed(viewer=viewer, key=key)


def or_404(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer a thing that is another's, or nobody's, with the same 404."""

    @wraps(view)
    def answer(request: HttpRequest, **asked: Any) -> HttpResponseBase:  # noqa: ANN401  # the parts of any address
        try:
            return view(request, **asked)
        except NotThere as error:
            raise Http404 from error

    return answer


def or_gone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer an upload that is another's, or nobody's, or no longer there, alike."""

    @wraps(view)
    def answer(request: HttpRequest, **asked: Any) -> HttpResponse:  # noqa: ANN401  # the parts of any address
        try:
            return view(request, **asked)
        except NotThere:
            return render(request, "records/import_gone.html", status=404)

    return answer
