"""Asking once more who it is before what hurts, on a server of several people.

Whoever signed in, or showed again that it is them, within ten minutes goes on at once.
Otherwise the form is kept, sealed, until they did; then it is sent as it was. At home
nothing is asked.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from plait.accounts.sealing import CannotUnseal, seal, unseal

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST = 100_000
_RESUME = "plait.web.confirmed.resume"

Answer = TypeVar("Answer", bound=HttpResponseBase)


def confirmed_lately(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """Let a view change something only for whoever showed lately that it is them."""

    @wraps(view)
    def answer(request: HttpRequest, **asked: Any) -> Answer:  # noqa: ANN401  # the parts of any address
        if settings.SERVER and request.method not in _SAFE:
            from allauth.account.internal.flows.reauthentication import (
                raise_if_reauthentication_required,
            )

            raise_if_reauthentication_required(request, app="")
        return view(request, **asked)

    answer.is_asked_again = True  # type: ignore[attr-defined]  # what tests look for
    return answer


class AsksAgain:
    """Leads to the question who it is, and keeps what they filled in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponseBase | None:
        """Answer a view that wants to know who it is."""
        from allauth.core.exceptions import ReauthenticationRequired

        if not isinstance(fault, ReauthenticationRequired):
            return None
        return _ask(request) if request.user.is_authenticated else None


def resume(request: HttpRequest, state: dict[str, str]) -> HttpResponse:
    """Send the form that waited, by itself or by one press; allauth calls this."""
    try:
        kept = json.loads(unseal(state["sealed"], "form", str(request.user.pk)))
    except CannotUnseal:
        return redirect("settings")
    return render(request, "account/go_on.html", kept)


def _ask(request: HttpRequest) -> HttpResponseBase:
    from allauth.account.adapter import get_adapter
    from allauth.account.internal.flows.reauthentication import (
        STATE_SESSION_KEY,
        stash_and_reauthenticate,
    )

    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods:
        raise PermissionDenied
    request.session.pop(STATE_SESSION_KEY, None)
    kept = _kept(request)
    if len(kept) <= _LONGEST and request.method not in _SAFE:
        sealed = seal(kept, "form", str(request.user.pk))
        state = {"sealed": sealed}
        asked: HttpResponse = stash_and_reauthenticate(request, state, _RESUME)
        return asked
    back = request.get_full_path() if request.method in _SAFE else reverse("settings")
    return redirect(f"{methods[0]['url']}?{urlencode({'next': back})}")


def _kept(request: HttpRequest) -> str:
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        # Typed again, rather than shown on another page.
        if "password" not in name and name != "csrfmiddlewaretoken"
    ]
    return json.dumps({"address": request.get_full_path(), "fields": fields})
