"""The web server: waitress, which waits for nobody for ever and takes little unasked.

Whoever has not signed in may send a form and no more: a larger body is refused before
it is read, for it would lie on the disk. A request must arrive in time, dribbled or
not; where connections run out, those that wait longest without a whole request go.

Told to stop, it takes no new connection, answers what was asked, and ends.
"""

import copy
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

# A form with a name and a password has some hundred bytes.
MOST_BYTES_UNASKED = 100_000
MOST_BYTES = 1_100_000_000
MOST_CONNECTIONS = 500
# A whole header within this; of a body at least so many bytes a second after it.
HEADER_SECONDS = 20.0
SLOWEST_BYTES_A_SECOND = 10_000
# Browsers keep a connection for the next page; whoever asked before may do so.
IDLE_SECONDS = 75.0
_CLEANUP_SECONDS = 5
# After so long what is still being answered is cut off.
STOP_SECONDS = 10.0

IsSignedIn = Callable[[str], bool]


class _Parser(HTTPRequestParser):
    """One request; its body may be large only of somebody who has signed in."""

    is_signed_in: IsSignedIn

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if (self.content_length or self.chunked) and not self._may_be_large():
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = MOST_BYTES_UNASKED

    def _may_be_large(self) -> bool:
        if not self.chunked and self.content_length < MOST_BYTES_UNASKED:
            return True
        return self.is_signed_in(self.headers.get("COOKIE", ""))


class _Channel(HTTPChannel):
    """One connection, which knows since when it owes a request."""

    begun_at = 0.0
    has_asked = False

    def received(self, data: bytes) -> bool:
        owed = self.request
        took: bool = super().received(data)
        self.has_asked = self.has_asked or bool(self.requests)
        if self.request is not owed:
            self.begun_at = time.time()
        return took

    def readable(self) -> bool:
        """Whether more may come: to a server that stops only what was begun."""
        more: bool = super().readable()
        return more and not (self.server.is_stopping and self.request is None)

    def service(self) -> None:
        """Answer what was asked; of a server that stops nothing more is asked here."""
        if self.server.is_stopping:
            for request in self.requests:
                request.headers["CONNECTION"] = "close"
        super().service()

    def owes_since(self) -> float | None:
        """Return since when it is waited for a request; None while one is answered."""
        if self.requests or self.total_outbufs_len:
            return None
        if self.request is not None:
            return self.begun_at
        return float(self.last_activity)

    def is_overdue(self, now: float) -> bool:
        """Return whether the request should have been here by now."""
        since = self.owes_since()
        if since is None:
            return False
        if self.request is None:
            allowed = IDLE_SECONDS if self.has_asked else HEADER_SECONDS
        else:
            so_far = self.request.body_bytes_received / SLOWEST_BYTES_A_SECOND
            allowed = HEADER_SECONDS + so_far
        return now - since > allowed


class _Server(TcpWSGIServer):
    """One listening socket."""

    channel_class = _Channel
    is_stopping = False

    def handle_accept(self) -> None:
        super().handle_accept()
        # A little before the limit, at which nobody would be let in any more.
        if len(self._map) >= self.adj.connection_limit - 10:
            waiting = [
                (since, channel)
                for channel in self.active_channels.values()
                if (since := channel.owes_since()) and not channel.will_close
            ]
            if waiting:
                min(waiting, key=lambda one: one[0])[1].will_close = True

    def stop_listening(self) -> None:
        """Let nobody in any more; who is in stays."""
        if not self.is_stopping:
            self.is_stopping, self.accepting = True, False
            wasyncore.dispatcher.close(self)  # its trigger still wakes the loop

    def let_idle_ones_go(self) -> None:
        """Close the connections that wait for no answer and are sending nothing."""
        for channel in list(self.active_channels.values()):
            if channel.owes_since() is not None and channel.request is None:
                channel.will_close = True

    def maintenance(self, now: float) -> None:
        for channel in self.active_channels.values():
            if channel.is_overdue(now):
                channel.will_close = True


class StoppableServer(MultiSocketServer):
    """All listening sockets; `stop` may be called from a signal or another thread."""

    listeners: list[_Server]
    _stops_at: float | None = None

    def stop(self) -> None:
        """Answer what was asked, and end `run` when that is done or takes too long."""
        self._stops_at = time.monotonic() + STOP_SECONDS
        for one in self.listeners:
            one.pull_trigger()

    def run(self) -> None:
        """Serve until stopped."""
        try:
            while self.map and not self._is_over():
                wasyncore.loop(
                    timeout=0.1 if self._stops_at else self.adj.asyncore_loop_timeout,
                    map=self.map,
                    use_poll=self.adj.asyncore_use_poll,
                    count=1,
                )
        finally:
            self.close()

    def _is_over(self) -> bool:
        if self._stops_at is None:
            return False
        for one in self.listeners:
            one.stop_listening()
            one.let_idle_ones_go()
        if not any(one.active_channels for one in self.listeners):
            return True
        return time.monotonic() > self._stops_at


def web_server(
    application: Any,  # noqa: ANN401  # a WSGI application, which has no type
    is_signed_in: IsSignedIn,
    **settings: Any,  # noqa: ANN401  # waitress's own
) -> StoppableServer:
    """Return a server that listens already; `run` answers until it is stopped.

    `is_signed_in` is asked with the cookies of a request that has much to send.
    """
    adj = Adjustments(
        connection_limit=MOST_CONNECTIONS,
        asyncore_use_poll=True,
        cleanup_interval=_CLEANUP_SECONDS,
        max_request_body_size=MOST_BYTES,
        max_request_header_size=65_536,
        **settings,
    )
    parser = type("Parser", (_Parser,), {"is_signed_in": staticmethod(is_signed_in)})
    channel = type("Channel", (_Channel,), {"parser_class": parser})
    server = type("Server", (_Server,), {"channel_class": channel})
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adj.threads)
    listening: dict[int, Any] = {}
    where, listeners = [], []
    for sockinfo in adj.listen:
        one = server(
            application, listening, dispatcher=dispatcher, adj=adj, sockinfo=sockinfo
        )
        listeners.append(one)
        where.append((one.effective_host, one.effective_port))
    made = StoppableServer(listening, adj, where, dispatcher)
    made.listeners = listeners
    return made


def has_session(cookies: str) -> bool:
    """Return whether a request's cookies name a session of somebody signed in."""
    from django.conf import settings
    from django.contrib.auth import SESSION_KEY
    from django.db import Error, close_old_connections
    from django.http import parse_cookie

    from plait.accounts.session_store import SessionStore

    key = parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME)
    if not key:
        return False
    try:
        return SESSION_KEY in SessionStore(key).load()
    except Error:
        return False  # the page will say what is wrong with the database
    finally:
        close_old_connections()
