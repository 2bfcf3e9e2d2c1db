"""Patience that ends: a deadline for all that is said over a connection.

A time limit on each answer is not enough, since a server that sends a letter every
few seconds keeps each within it.
"""

import io
import socket
import time
from typing import Any


class TooSlow(Exception):
    """The time is over; whoever was waiting says so in words."""


class Deadline:
    """So many seconds, counted from now."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raise `TooSlow` if none are."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TooSlow
        return left

    def over(self, sock: socket.socket) -> Any:  # noqa: ANN401  # as much of a socket as HTTP needs
        """Return the socket so that each wait on it ends in time."""
        return _Timed(sock, self)


class _Timed:
    """What `http.client` asks of a socket."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, sent: bytes) -> None:
        """Send all of it, or raise `TooSlow`."""
        self._sock.settimeout(self._deadline.left())
        try:
            self._sock.sendall(sent)
        except TimeoutError:
            raise TooSlow from None

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return what comes in, as a file."""
        return io.BufferedReader(_Incoming(self._sock, self._deadline))

    def close(self) -> None:
        """Leave it open: HTTP says so before the answer is read; its owner closes it."""


class _Incoming(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401  # any buffer
        self._sock.settimeout(self._deadline.left())
        try:
            return self._sock.recv_into(into)
        except TimeoutError:
            raise TooSlow from None
