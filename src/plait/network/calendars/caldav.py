"""CalDAV: which calendars a person has there, and what changed in one of them.

Asked for changes, a server with sync-collection (RFC 6578) tells them since a token.
Without one, or where the token is no longer known, all of the calendar is read.
Something deleted leads to all being read as well: a server names what is gone by an
address that no event bears, and keeping a list of those for each calendar would cost
more than the few times that it happens.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plait.network.calendars import dav
from plait.network.calendars.address import joined, place_of
from plait.network.calendars.dav import CAL, DAV, Many, Response
from plait.network.calendars.fetch_result import FetchResult, Marks
from plait.network.calendars.refusals import ServerRefusal, refuse_failure
from plait.network.http_client import Answer, HttpClient, Login, Network

_AT_ONCE = 100
_MOST_PAGES = 200
_LONGEST_TOKEN = 2_000
# How servers say that they know the token no more, or no such question at all. One
# that lets nobody in says so again when it is asked in the other way.
_UNABLE = {400, 403, 405, 409, 410, 412, 415, 501, 507}
_XML = {"Content-Type": "application/xml; charset=utf-8"}
_ALL_EVENTS = (
    '<C:filter><C:comp-filter name="VCALENDAR">'
    '<C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>'
)


class _Changes(NamedTuple):
    """Addresses that are new or changed, whether others are gone, and the token."""

    hrefs: list[str]
    token: str
    has_gone: bool = False


def changes(
    address: str, marks: Marks, network: Network, login: Login | None
) -> FetchResult | None:
    """Return what changed since the marks, None if nothing did."""
    return _Reading(address, network, login).since(marks)


class _Reading:
    """One visit to one calendar."""

    def __init__(self, address: str, network: Network, login: Login | None) -> None:
        self._address = address
        self._client = HttpClient(network, login)

    def since(self, marks: Marks) -> FetchResult | None:
        if marks.sync_token:
            changed = self._changes(marks.sync_token)
            if changed is not None and not changed.has_gone:
                if not changed.hrefs:
                    return None
                parts = list(self._data(changed.hrefs))
                return FetchResult(
                    parts, Marks(sync_token=changed.token), is_whole=False
                )
        return self._whole(marks)

    def _whole(self, marks: Marks) -> FetchResult | None:
        """Read everything; None if a list of all says that nothing changed."""
        changed = self._changes("")
        if changed is not None and changed.token:
            hrefs, new = changed.hrefs, Marks(sync_token=changed.token)
        else:
            listed = self._listed()
            hrefs, new = list(listed), Marks(etag=_mark_of(listed))
            if marks.etag == new.etag:
                return None
        return FetchResult(list(self._data(hrefs)), new, is_exact=True)

    def _changes(self, token: str) -> _Changes | None:
        """Return the changes since a token; None where the server cannot say."""
        hrefs: dict[str, None] = {}
        has_gone = False
        for _ in range(_MOST_PAGES):
            many = self._page(token)
            if many is None:
                return None
            for one in self._members(many):
                if one.status == 404:
                    # An earlier page may have told it as new.
                    hrefs.pop(one.href, None)
                    has_gone = True
                else:
                    hrefs[one.href] = None
            token = many.sync_token
            if not _is_cut(many):
                return _Changes(list(hrefs), token[:_LONGEST_TOKEN], has_gone)
        raise self._endless()

    def _page(self, token: str) -> Many | None:
        answer = self._report(
            "D:sync-collection",
            dav.text("D:sync-token", token),
            dav.text("D:sync-level", "1"),
            dav.props("D:getetag"),
        )
        if answer.status in _UNABLE:
            return None
        refuse_failure(answer, has_login=True)
        return dav.answers(answer)

    def _listed(self) -> dict[str, str]:
        """Return the address of every event with its mark."""
        answer = self._report("C:calendar-query", dav.props("D:getetag"), _ALL_EVENTS)
        refuse_failure(answer, has_login=True)
        many = dav.answers(answer)
        if _is_cut(many):
            raise self._endless()
        return {one.href: one.text(f"{DAV}getetag") for one in self._members(many)}

    def _members(self, many: Many) -> list[Response]:
        """Return what is told of what is in the calendar, not of itself."""
        own = _path(self._address)
        return [
            o for o in many.responses if _path(joined(self._address, o.href)) != own
        ]

    def _endless(self) -> ServerRefusal:
        return ServerRefusal(
            "This server does not come to the end of what changed",
            value=place_of(self._address).display,
            fix="Try again later; if it goes on, share the calendar as ICS.",
        )

    def _data(self, hrefs: Sequence[str]) -> Iterator[bytes]:
        """Yield the text of each address; what has gone meanwhile is left out."""
        for start in range(0, len(hrefs), _AT_ONCE):
            answer = self._report(
                "C:calendar-multiget",
                dav.props("C:calendar-data"),
                *(dav.text("D:href", href) for href in hrefs[start : start + _AT_ONCE]),
            )
            refuse_failure(answer, has_login=True)
            for one in dav.answers(answer).responses:
                if text := one.text(f"{CAL}calendar-data"):
                    yield text.encode()

    def _report(self, root: str, *inner: str) -> Answer:
        body = dav.question(root, "".join(inner))
        headers = {**_XML, "Depth": "1"}
        return self._client.ask(self._address, "REPORT", headers, body)


def _is_cut(many: Many) -> bool:
    """Return whether a server says that this is not all (RFC 6578, 3.6)."""
    return any(one.status == 507 for one in many.responses)


def _path(address: str) -> str:
    return unquote(urlsplit(address).path).rstrip("/")


def _mark_of(listed: dict[str, str]) -> str:
    """Return one mark for the marks of all events."""
    listing = "\n".join(f"{href}\t{etag}" for href, etag in sorted(listed.items()))
    return blake2b(listing.encode(), digest_size=16).hexdigest()
