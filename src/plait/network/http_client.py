"""Asking servers on behalf of one refresh, with bounds on all that it may cost.

Servers are hostile until they have answered: they may lead elsewhere, dribble, never
end, or send a megabyte that unpacks to a thousand. Time and size are counted over
all that one visit asks. A password goes to the host it was given for, by HTTPS, and
to that host's neighbours of the same site where the host itself leads there.
"""

import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse
from typing import NamedTuple
from urllib.parse import urlsplit

from plait.domain.errors import PlaitError
from plait.network.calendars.address import BadAddress, Place, joined, place_of
from plait.network.deadline import Deadline, TooSlow
from plait.network.decompression import decompressor
from plait.network.sites import site_of
from plait.network.ssrf_guard import Resolve, reachable

_MOST_HOPS = 5
_PIECE = 65_536
_LEADS_ON = {301, 302, 303, 307, 308}


class NotReached(PlaitError):
    """A server that does not answer, or not in words that can be understood."""


class TooMuch(PlaitError):
    """More was sent than Plait takes."""


class LedAstray(PlaitError):
    """A server leads on and on, or nowhere."""


class Network(NamedTuple):
    """How far Plait may reach, and what it may cost.

    `seconds` and `most_bytes` are for one visit with all that it asks;
    `may_be_private` lets it ask this machine and private networks. `most_hops` is how
    often a server may lead on.
    """

    may_be_private: bool = False
    seconds: float = 60.0
    most_bytes: int = 50_000_000
    resolve: Resolve = socket.getaddrinfo
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    most_hops: int = _MOST_HOPS


class Login(NamedTuple):
    """A user and a password, and the host they were given for."""

    username: str
    password: str
    host: str


class Answer(NamedTuple):
    """What a server said at last; `address` is where, after it led on."""

    status: int
    headers: HTTPMessage
    body: bytes
    address: str


class HttpClient:
    """Asks one or more questions within the bounds of a network."""

    def __init__(self, network: Network, login: Login | None = None) -> None:
        self._network = network
        self._login = login
        self._deadline = Deadline(network.seconds)
        self._n_left = network.most_bytes

    def ask(
        self,
        address: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Return the answer, whatever its status; follow where the server leads."""
        for _ in range(self._network.most_hops + 1):
            answer = self._once(address, method, dict(headers or {}), body)
            if answer.status not in _LEADS_ON:
                return answer
            # Asked in the same way, body and all: a GET is no CalDAV question.
            address = _next(answer)
        raise LedAstray(
            "This server leads on and on",
            value=place_of(address).display,
            fix="Open the address in a browser and copy the one where it ends.",
        )

    def _once(
        self, address: str, method: str, headers: dict[str, str], body: bytes
    ) -> Answer:
        place = place_of(address)
        # No other packing, for this is the one that is unpacked within bounds.
        headers |= {"User-Agent": "Plait", "Accept-Encoding": "gzip"}
        headers["Connection"] = "close"
        if self._login and _is_for(self._login, place):
            headers["Authorization"] = _basic(self._login)
        sock = self._connected(place)
        connection = _Connection(place, sock, self._deadline)
        parts = urlsplit(address)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        try:
            connection.request(method, target, body or None, headers)
            response = connection.getresponse()
            read = self._read(response, place)
            return Answer(response.status, response.headers, read, address)
        except TooSlow:
            raise _too_slow(place) from None
        except (OSError, HTTPException, ValueError) as error:
            raise _not_reached(place) from error
        finally:
            sock.close()

    def _connected(self, place: Place) -> socket.socket:
        """Return a connection to an address that was looked up and judged here."""
        network = self._network
        for ip in reachable(
            place, may_be_private=network.may_be_private, resolve=network.resolve
        ):
            try:
                left = self._deadline.left()
                plain = socket.create_connection((ip, place.port), timeout=left)
            except TooSlow:
                raise _too_slow(place) from None
            except OSError:
                continue
            return self._secured(plain, place)
        raise _not_reached(place)

    def _secured(self, plain: socket.socket, place: Place) -> socket.socket:
        if place.scheme == "http":
            return plain
        try:
            plain.settimeout(self._deadline.left())
            # The certificate must fit the name, though an address was connected to.
            return self._network.trust().wrap_socket(plain, server_hostname=place.host)
        except (TimeoutError, TooSlow):
            plain.close()
            raise _too_slow(place) from None
        except (OSError, ValueError) as error:
            plain.close()
            raise NotReached(
                "There is no secure connection to this server",
                value=f"{place.display}: {getattr(error, 'reason', '') or error}",
                fix="Check the address; if it is your own server, its certificate.",
            ) from error

    def _read(self, response: HTTPResponse, place: Place) -> bytes:
        """Read and unpack the answer piece by piece, counting what it comes to."""
        encoding = response.headers.get("Content-Encoding", "")
        # An answer without a body may name an encoding all the same.
        unpack = decompressor("" if response.length == 0 else encoding)
        read = bytearray()
        while piece := response.read(_PIECE):
            for plain in unpack.of(piece):
                self._n_left -= len(plain)
                if self._n_left < 0:
                    raise _too_much(place)
                read += plain
        # Half a calendar must not pass for one whose other events are gone.
        if response.length or not unpack.is_whole():
            raise _not_reached(place)
        return bytes(read)


class _Connection(HTTPConnection):
    """A connection over a socket that stands already, and that ends in time."""

    def __init__(self, place: Place, sock: socket.socket, time_left: Deadline) -> None:
        # The library leaves the port out of its Host line where it is this one.
        self.default_port = 80 if place.scheme == "http" else 443
        super().__init__(place.host, place.port)
        self.sock = time_left.over(sock)


def _is_for(login: Login, place: Place) -> bool:
    """Return whether a password may go there: its host, or one beside that.

    The server of an address such as caldav.example.com may lead to p42.example.com;
    that of mine.co.uk never to yours.co.uk, which is another site.
    """
    if place.host == login.host:
        return True
    _, _, domain = login.host.partition(".")
    is_beside = place.host.endswith(f".{domain}") and place.scheme == "https"
    return is_beside and bool(site_of(domain))


def _basic(login: Login) -> str:
    pair = f"{login.username}:{login.password}".encode()
    return f"Basic {b64encode(pair).decode()}"


def _next(answer: Answer) -> str:
    """Return where the server leads; never from HTTPS back to HTTP."""
    place, location = place_of(answer.address), answer.headers.get("Location", "")
    try:
        address = joined(answer.address, location)
    except BadAddress:
        address = ""
    is_less = place.scheme == "https" and address.startswith("http:")
    if location and address and not is_less:
        return address
    raise LedAstray(
        "This server leads to an address that cannot be followed",
        value=place.display,
        fix="Open the address in a browser and copy the one where it ends.",
    )


def _not_reached(place: Place) -> NotReached:
    return NotReached(
        "This server does not answer as one that has calendars",
        value=place.display,
        fix="Check the address; then try again.",
    )


def _too_much(place: Place) -> TooMuch:
    return TooMuch(
        "This calendar is larger than Plait takes at once, which is 50 MB",
        value=place.display,
        fix="Share a shorter period, or export it and import the file.",
    )


def _too_slow(place: Place) -> NotReached:
    return NotReached(
        "This server did not answer in time",
        value=place.display,
        fix="Try again later; if it goes on, import the calendar as a file.",
    )
