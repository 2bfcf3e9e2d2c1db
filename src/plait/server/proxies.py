"""Who asks, where a proxy stands in front: its word counts only where it is trusted.

Comes before all else, so that whatever counts by address (tries of a password, what
allauth limits) counts visitors and not the proxy, and so that nobody but a proxy says
that the browser came by HTTPS.
"""

import logging
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

# What a visitor could write as well as a proxy.
_WORDS_OF_A_PROXY = (
    *("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST"),
    *("HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_BY", "HTTP_FORWARDED"),
    *("HTTP_X_REAL_IP",),
)
# No chain of proxies is as long; more is somebody's joke.
_MOST_STEPS = 20
# What web servers call whoever comes by a socket of this machine.
_THIS_MACHINE = {"", "localhost", "unix:"}

_log = logging.getLogger(__name__)


class ClientAddress:
    """Puts the visitor's own address into the request, and takes false ones out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._has_warned = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as from whom it is."""
        named, trusted = request.META, settings.PROXIES
        peer = named.get("REMOTE_ADDR", "")
        # A socket of this machine has no address.
        by_socket = IPv4Address("127.0.0.1") if peer in _THIS_MACHINE else None
        is_proxy = _is_within(by_socket or _address(peer), trusted)
        if is_proxy:
            visitor = visitor_behind(
                peer, named.get("HTTP_X_FORWARDED_FOR", ""), trusted
            )
            named["REMOTE_ADDR"] = visitor
        elif "HTTP_X_FORWARDED_PROTO" in named:
            self._warn()
        for word in _WORDS_OF_A_PROXY:
            if not (is_proxy and word == "HTTP_X_FORWARDED_PROTO"):
                named.pop(word, None)
        return self.get_response(request)

    def _warn(self) -> None:
        if self._has_warned or not settings.IS_HTTPS:
            return
        self._has_warned = True
        _log.warning(
            "X-Forwarded-Proto came from an address that PLAIT_PROXIES does not name, "
            "so it does not count. If your proxy sent it, name its address there."
        )


def visitor_behind(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """Return the last address of a chain that no trusted proxy has.

    Each proxy adds whom it was asked by at the end, so what a visitor invents stands
    before their own address and is never reached.
    """
    seen = peer
    for step in reversed(forwarded_for.split(",")[-_MOST_STEPS:]):
        address = _address(step.strip())
        if address is None:
            break
        seen = str(address)
        if not _is_within(address, trusted):
            break
    return seen


def _address(text: str) -> Address | None:
    """Return an address as proxies write it: also with a port, or in brackets."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _is_within(address: Address | None, networks: Sequence[Network]) -> bool:
    return address is not None and any(address in network for network in networks)
