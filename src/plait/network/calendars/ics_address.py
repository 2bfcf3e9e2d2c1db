"""Calendars behind an address that gives ICS, as nearly every calendar shares them."""

import re
from hashlib import blake2b

from plait.domain.errors import PlaitError
from plait.network.calendars.address import place_of
from plait.network.calendars.fetch_result import FetchResult, Marks
from plait.network.calendars.refusals import refuse_failure
from plait.network.http_client import Answer, HttpClient, Login, Network

_STAMPS = re.compile(rb"^DTSTAMP[^\r\n]*\r?\n", re.MULTILINE)
_LONGEST_MARK = {"etag": 500, "modified": 100}


class NoCalendar(PlaitError):
    """Something answers there, but no calendar."""


def fetch(
    address: str, marks: Marks, network: Network, login: Login | None = None
) -> FetchResult | None:
    """Return the calendar, None if it is as it was when it got its marks.

    Many services know no marks and write the time of asking into every event; so
    a mark of the content without those stands in for the token.
    """
    headers = {"Accept": "text/calendar, */*;q=0.1"}
    if marks.etag:
        headers["If-None-Match"] = marks.etag
    if marks.modified:
        headers["If-Modified-Since"] = marks.modified
    answer = HttpClient(network, login).ask(address, headers=headers)
    if answer.status == 304 and (marks.etag or marks.modified):
        return None
    refuse_failure(answer, has_login=login is not None)
    _refuse_no_calendar(answer)
    etag = _mark(answer, "ETag", _LONGEST_MARK["etag"])
    modified = _mark(answer, "Last-Modified", _LONGEST_MARK["modified"])
    content = _content(answer.body)
    if content == marks.sync_token:
        return None
    return FetchResult([answer.body], Marks(etag, modified, content))


def is_calendar(body: bytes) -> bool:
    """Return whether an answer begins a calendar."""
    # Without its zeros the UTF-16 of plain letters reads as ASCII.
    begun = body[:200].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    begun = begun.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return begun.lstrip().upper().startswith(b"BEGIN:VCALENDAR")


def _refuse_no_calendar(answer: Answer) -> None:
    display = place_of(answer.address).display
    if is_calendar(answer.body):
        return
    if b"<html" in answer.body[:5_000].lower():
        raise NoCalendar(
            "This is the address of a web page, not of a calendar",
            value=display,
            fix="Look for “secret address in iCal format” or “publish” there.",
        )
    raise NoCalendar(
        "What this address gives is not a calendar",
        value=display,
        fix="Copy the address that your calendar shows for sharing.",
    )


def _content(body: bytes) -> str:
    return blake2b(_STAMPS.sub(b"", body), digest_size=16).hexdigest()


def _mark(answer: Answer, name: str, longest: int) -> str:
    """Return a mark as the server wrote it, none where it could not be said again."""
    header = answer.headers.get(name, "").strip()
    is_fit = len(header) <= longest and header.isascii() and header.isprintable()
    return header if is_fit else ""
