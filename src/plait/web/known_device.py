"""The mark by which a browser is known again, in a cookie of its own."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from plait.accounts.known_devices import COOKIE, KEPT, new_mark

_GIVEN = "_plait_device"
_LONGEST = 100


def mark_of(request: HttpRequest) -> str:
    """Return what the browser is known by; one that has no mark is given one."""
    mark = request.COOKIES.get(COOKIE, "")[:_LONGEST] or new_mark()
    setattr(request, _GIVEN, mark)
    return mark


class GivesMark:
    """Gives whoever signs in a mark, and lets it last from then on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the mark where somebody signed in."""
        answer = self.get_response(request)
        mark = getattr(request, _GIVEN, "")
        if mark:
            answer.set_cookie(
                COOKIE,
                mark,
                max_age=KEPT,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return answer
