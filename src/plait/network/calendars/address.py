"""Addresses of calendars: what a person types or a server says, made plain."""

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from plait.domain.errors import PlaitError

LONGEST = 2_000
_SCHEMES = {"webcal": "https", "webcals": "https", "https": "https", "http": "http"}
_KEPT = "%/:=&?~#+!$,;'@()*[]"


class BadAddress(PlaitError):
    """A text that is no address of a calendar."""


class Place(NamedTuple):
    """A machine as an address names it: how it is spoken to, its name, its port."""

    scheme: str
    host: str
    port: int

    @property
    def display(self) -> str:
        """Return the name alone: a whole address may hold a secret."""
        return self.host


def plain_address(text: str) -> str:
    """Return the address as it is asked; raise `BadAddress` if it cannot be one.

    >>> plain_address("webcal://calendar.example.org/mine.ics")
    'https://calendar.example.org/mine.ics'
    """
    parts = _split(text.strip())
    host = _host(parts, text)
    port = f":{parts.port}" if parts.port else ""
    display = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe=_KEPT)
    query = quote(parts.query, safe=_KEPT)
    address = urlunsplit((_SCHEMES[parts.scheme], f"{display}{port}", path, query, ""))
    if len(address) > LONGEST:
        raise _bad(text)
    return address


def joined(base: str, location: str) -> str:
    """Return where a server points from an address; raise `BadAddress` if nowhere."""
    try:
        address = urljoin(base, location.strip())
    except ValueError:
        raise _bad(location) from None
    return plain_address(address)


def place_of(address: str) -> Place:
    """Return which machine a plain address asks."""
    parts = urlsplit(address)
    port = parts.port or (80 if parts.scheme == "http" else 443)
    return Place(parts.scheme, parts.hostname or "", port)


def _split(text: str) -> SplitResult:
    if not text or not text.isprintable():
        raise _bad(text)
    full = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(full)
        _ = parts.port
    except ValueError:
        raise _bad(text) from None
    if parts.scheme not in _SCHEMES:
        raise _bad(text)
    if parts.username or parts.password:
        raise BadAddress(
            "There is a password in this address",
            value=parts.hostname or "",
            fix="Write the address without it; user and password have their own place.",
        )
    return parts


def _host(parts: SplitResult, text: str) -> str:
    """Return the name in the letters that the network knows."""
    host = parts.hostname or ""
    try:
        if ":" in host:
            return str(ip_address(host))
        host = host.encode("idna").decode()
    except ValueError:
        raise _bad(text) from None
    if not host.strip(".") or any(c in " \\/<>\"'%" for c in host):
        raise _bad(text)
    return host


def _bad(text: str) -> BadAddress:
    return BadAddress(
        "This is not the address of a calendar",
        value=text[:60],
        fix="Copy it from your calendar: it begins with https:// or webcal://.",
    )
