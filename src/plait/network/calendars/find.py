"""Which calendars an address leads to: one behind ICS, or those of a CalDAV server."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plait.domain.errors import PlaitError
from plait.formats.calendars.ics_fetched import calendar_name
from plait.network.calendars import dav
from plait.network.calendars.address import joined, place_of, plain_address
from plait.network.calendars.dav import CAL, CS, DAV, Response
from plait.network.calendars.fetch_result import Marks
from plait.network.calendars.ics_address import NoCalendar, fetch
from plait.network.calendars.refusals import (
    NothingThere,
    ServerRefusal,
    TurnedAway,
    refuse_failure,
)
from plait.network.http_client import Answer, HttpClient, Login, Network

_WELL_KNOWN = "/.well-known/caldav"
_XML = {"Content-Type": "application/xml; charset=utf-8"}
_WHO = dav.question(
    "D:propfind",
    dav.props(
        "D:resourcetype",
        "D:displayname",
        "D:current-user-principal",
        "C:calendar-home-set",
        "C:supported-calendar-component-set",
    ),
)


class NoCalendars(PlaitError):
    """The server has no calendars for this person."""


class Found(NamedTuple):
    """A calendar that can be followed."""

    kind: str
    name: str
    address: str


def login_for(address: str, username: str, password: str) -> Login | None:
    """Return user and password for the machine of an address, None without a user."""
    if not username:
        return None
    return Login(username, password, place_of(address).host)


def find_calendars(
    address: str, network: Network, username: str = "", password: str = ""
) -> list[Found]:
    """Return the calendars that an address leads to, at least one.

    Without a user it is asked for ICS; with one for the person's calendars, and for
    ICS where no server for calendars answers.
    """
    plain = plain_address(address)
    login = login_for(plain, username, password)
    if login is None:
        return [_behind(plain, network, None)]
    try:
        found = list(_Search(network, login).calendars(plain))
    except (ServerRefusal, NothingThere) as error:
        try:
            return [_behind(plain, network, login)]
        except (NoCalendar, ServerRefusal, NothingThere):
            raise error from None
    if not found:
        raise NoCalendars(
            "There are no calendars with events for this user",
            value=place_of(plain).display,
            fix="Check the user; or give the address of one calendar.",
        )
    return found


def _behind(address: str, network: Network, login: Login | None) -> Found:
    fetched = fetch(address, Marks(), network, login)
    name = calendar_name(fetched.parts[0]) if fetched else ""
    last = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])
    stem = last.removesuffix(".ics").strip()
    # Google's addresses all end in basic.ics, which names nothing.
    display = stem if stem and stem != "basic" else place_of(address).display
    return Found("ics", (name or display)[:200], address)


class _Search:
    """One visit to a server that may have calendars."""

    def __init__(self, network: Network, login: Login) -> None:
        self._client = HttpClient(network, login)

    def calendars(self, address: str) -> Iterator[Found]:
        """Yield the calendars of the person, or the one that the address is."""
        base, who = self._who(address)
        if _is_calendar(who):
            yield _found(base, who)
            return
        home = who.href_in(f"{CAL}calendar-home-set")
        if not home:
            base = self._principal(base, who)
            base, principal = self._properties(base)
            home = principal.href_in(f"{CAL}calendar-home-set") or base
        listed = self._propfind(joined(base, home), "1")
        for one in dav.answers(listed).responses:
            if _is_calendar(one):
                yield _found(listed.address, one)

    def _who(self, address: str) -> tuple[str, Response]:
        """Ask the address, and where it knows nothing the place that all should have.

        A bare name is asked the other way round, as RFC 6764 has it.
        """
        known = joined(address, _WELL_KNOWN)
        is_bare = urlsplit(address).path in ("", "/")
        first, second = (known, address) if is_bare else (address, known)
        try:
            return self._properties(first)
        except (ServerRefusal, NothingThere, TurnedAway) as error:
            try:
                return self._properties(second)
            except (ServerRefusal, NothingThere) as other:
                is_closed = isinstance(error, TurnedAway)
                raise (other if is_bare and not is_closed else error) from None

    def _principal(self, base: str, who: Response) -> str:
        href = who.href_in(f"{DAV}current-user-principal")
        return joined(base, href) if href else base

    def _properties(self, address: str) -> tuple[str, Response]:
        answer = self._propfind(address, "0")
        listed = dav.answers(answer).responses
        if not listed:
            raise ServerRefusal(
                "This server says nothing of this address",
                value=place_of(address).display,
                fix="Check the address; the service's help names the one for CalDAV.",
            )
        return answer.address, listed[0]

    def _propfind(self, address: str, depth: str) -> Answer:
        headers = {**_XML, "Depth": depth}
        answer = self._client.ask(address, "PROPFIND", headers, _WHO)
        refuse_failure(answer, has_login=True)
        return answer


def _is_calendar(one: Response) -> bool:
    """Return whether it is a calendar that holds events; one that is silent may."""
    if not one.has(f"{DAV}resourcetype", f"{CAL}calendar"):
        return False
    if one.has(f"{DAV}resourcetype", f"{CS}subscribed"):
        return False
    kinds = one.found.get(f"{CAL}supported-calendar-component-set")
    listed = [] if kinds is None else [c.get("name", "").upper() for c in kinds]
    return not listed or "VEVENT" in listed


def _found(base: str, one: Response) -> Found:
    address = joined(base, one.href)
    last = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])
    name = " ".join(one.text(f"{DAV}displayname").split())
    return Found("caldav", (name or last or place_of(address).display)[:200], address)
