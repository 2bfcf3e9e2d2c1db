"""What every request goes through: language and time, no copies, and its turn."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.db import DatabaseError, DataError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from plait.book.queries.load import writing_of
from plait.domain.writing import written_as

Answer = Callable[[HttpRequest], HttpResponse]


class PersonalSettings:
    """Speaks the signed-in person's language, tells time where they live."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request in the person's language, at their time."""
        person = request.user
        if not person.is_authenticated:
            language = translation.get_language_from_request(request)
            with translation.override(language):
                return self.get_response(request)
        zone = ZoneInfo(person.timezone)
        with (
            translation.override(person.language),
            timezone.override(zone),
            written_as(writing_of(person)),
        ):
            return self.get_response(request)


class NoStore:
    """Lets no browser keep a page: after signing out, going back shows nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, and ask for no copy of the answer."""
        response = self.get_response(request)
        patch_cache_control(response, no_store=True, private=True)
        return response


def is_busy(fault: BaseException) -> bool:
    """Return whether SQLite refused a change because another one takes too long."""
    # SQLite has no error of its own for this; its message is all there is.
    return isinstance(fault, OperationalError) and "locked" in str(fault)


def is_damage(fault: BaseException) -> bool:
    """Return whether the database cannot read what it stores."""
    # SQLite has no error of its own for this either.
    is_sqlite = type(fault) is DatabaseError and any(
        text in str(fault) for text in ("malformed", "not a database")
    )
    return is_sqlite or isinstance(fault, InternalError)


def is_nul(fault: BaseException) -> bool:
    """Return whether PostgreSQL was asked for a text with NUL, which it has none of."""
    # Its driver has no error of its own for this.
    return isinstance(fault, DataError | ValueError) and "NUL (0x00)" in str(fault)


class TakesTurns:
    """Says so where a change waited in vain, and where the book is damaged."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        """Answer a change that found the book shut or damaged; leave other faults."""
        if is_damage(fault):
            return render(request, "damaged.html", status=500)
        if is_nul(fault):
            return render(request, "404.html", status=404)
        if not is_busy(fault):
            return None
        answer = render(request, "503.html", status=503)
        answer["Retry-After"] = "10"
        return answer
