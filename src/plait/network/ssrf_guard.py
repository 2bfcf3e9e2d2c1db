"""Which machines may be asked.

A server that fetches what people type could be sent to what only it can reach: its
own services, the router, the cloud's key store. So a name is looked up once, the
addresses that it stands for are judged, and one of those is what is connected to.
"""

import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from plait.domain.errors import PlaitError
from plait.network.calendars.address import Place

# This machine, and the networks of homes and firms: shared ones and those of a VPN.
_PRIVATE = [
    ip_network(text)
    for text in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        *("100.64.0.0/10", "::1/128", "fc00::/7"),
    )
]
# Where clouds hand out their keys, all machines of a cloud share a door, or nothing is
# that a calendar could be at. They lie among private and public addresses alike, and
# what Python calls global differs between its versions. Sources: IANA's registries of
# special addresses (RFC 6890), and the documentation of each cloud.
_NEVER = [
    ip_network(text)
    for text in (
        *("169.254.0.0/16", "fe80::/10"),  # most clouds, by IPv4; link-local
        *("fd00:ec2::/32", "fd20:ce::/32"),  # Amazon; Google
        *("fd00:c1::a9fe:a9fe/128", "fd00:42::42/128"),  # Oracle; Scaleway
        *("100.100.100.200/32", "100.96.0.96/32"),  # Alibaba; Volcengine
        "168.63.129.16/32",  # Azure, among public addresses
        *("192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),  # protocols, tests
        *("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4"),
        *("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),  # documentation
        *("2001:db8::/32", "3fff::/20", "ff00::/8"),
    )
]
# All IPv6 addresses that were ever given to machines of the public network.
_GIVEN_OUT = IPv6Network("2000::/3")
# Ways to write an IPv4 address into an IPv6 one, beside the mapped one.
_NAT64, _TEREDO = IPv6Network("64:ff9b::/96"), IPv6Network("2001::/32")

_IP = IPv4Address | IPv6Address
Resolve = Callable[..., list[tuple[Any, ...]]]


class OutOfBounds(PlaitError):
    """An address that leads to a machine which may not be asked."""


class NameUnknown(PlaitError):
    """A name that leads nowhere."""


def reachable(
    place: Place, *, may_be_private: bool, resolve: Resolve = socket.getaddrinfo
) -> list[str]:
    """Return the addresses of a machine that may be asked, in the resolver's order.

    Raise `OutOfBounds` where there is none. Without HTTPS only private machines may
    be asked, since passwords and appointments would travel open.
    """
    asked = list(_looked_up(place, resolve))
    found = [ip for ip in asked if not any(map(_is_never, _meant_by(ip)))]
    public = [ip for ip in found if all(map(_is_public, _meant_by(ip)))]
    private = [ip for ip in found if all(map(_is_private, _meant_by(ip)))]
    if private and not public and not may_be_private:
        raise OutOfBounds(
            "This address leads into a private network, where Plait does not ask",
            value=place.display,
            fix="If it is your own server, start Plait with PLAIT_FETCH_PRIVATE=1.",
        )
    allowed = set(private if may_be_private else [])
    if place.scheme == "https":
        allowed |= set(public)
    if allowed:
        return [str(ip) for ip in found if ip in allowed]
    if place.scheme == "http" and public:
        raise OutOfBounds(
            "Calendars are fetched by HTTPS alone, so that nobody reads them on the way",
            value=place.display,
            fix="Write the address with https:// in front.",
        )
    raise OutOfBounds(
        "This address leads to no machine that may be asked",
        value=place.display,
        fix="Write the address that your calendar shows for sharing.",
    )


def _looked_up(place: Place, resolve: Resolve) -> Iterator[_IP]:
    try:
        found = resolve(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NameUnknown(
            "There is no machine of this name, or no network just now",
            value=place.display,
            fix="Check the address; then try again.",
        ) from None
    for *_, where in found:
        # A link-local address comes with its interface: fe80::1%eth0.
        yield ip_address(str(where[0]).partition("%")[0])


def _is_public(ip: _IP) -> bool:
    if isinstance(ip, IPv6Address) and ip not in _GIVEN_OUT:
        return False
    # The library calls some multicast addresses global.
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def _is_never(ip: _IP) -> bool:
    return any(ip in network for network in _NEVER)


def _is_private(ip: _IP) -> bool:
    return any(ip in network for network in _PRIVATE)


def _meant_by(ip: _IP) -> list[_IP]:
    """Return the address and any IPv4 address that is written into it."""
    if isinstance(ip, IPv4Address):
        return [ip]
    if ip.ipv4_mapped is not None:
        return [ip.ipv4_mapped]
    if ip in _NAT64:
        return [IPv4Address(int(ip) & 0xFFFFFFFF)]
    if ip in _TEREDO and ip.teredo:
        return [ip, *ip.teredo]
    return [ip, ip.sixtofour] if ip.sixtofour is not None else [ip]
