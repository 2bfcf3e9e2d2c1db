"""What every request goes through: language and time, no copies, and its turn."""

import errno
from collections.abc import Callable
from contextlib import nullcontext
from zoneinfo import ZoneInfo

from django.db import DatabaseError, DataError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from plait.book.queries.load import writing_of
from plait.book.queries.memory import one_revision
from plait.domain.writing import written_as

# Windows knows no quota of a disk.
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}

_READS = ("GET", "HEAD")

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
            one_revision() if request.method in _READS else nullcontext(),
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


def is_beyond(fault: BaseException) -> bool:
    """Return whether a database was asked for what it can hold nowhere.

    A text with NUL (PostgreSQL), a number beyond 64 bits, a pattern of 50,000 letters.
    """
    # The drivers have no errors of their own for these.
    text = str(fault)
    if isinstance(fault, OverflowError):
        return "SQLite INTEGER" in text
    if isinstance(fault, OperationalError):
        return "pattern too complex" in text
    is_range = isinstance(fault, DataError) and "out of range" in text
    return is_range or (
        isinstance(fault, DataError | ValueError) and "NUL (0x00)" in text
    )


def is_full(fault: BaseException) -> bool:
    """Return whether the disk has no room for what was to be written."""
    if isinstance(fault, OSError):
        return fault.errno in _NO_ROOM
    return isinstance(fault, OperationalError) and any(
        text in str(fault) for text in ("disk is full", "No space left on device")
    )


class TakesTurns:
    """Says so where a change waited in vain, the disk is full, the book damaged."""

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
        if is_beyond(fault):
            return render(request, "404.html", status=404)
        if is_full(fault):
            return render(request, "full.html", status=507)
        if not is_busy(fault):
            return None
        answer = render(request, "503.html", status=503)
        answer["Retry-After"] = "10"
        return answer
