"""Servers of a few lines that answer as a test wants, also as no server should."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest


class Asked(NamedTuple):
    """What a server was asked."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Said(NamedTuple):
    """What a server says to it."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = {}  # noqa: RUF012  # a default that nobody changes


class Answering:
    """A server on this machine; `by_path` is what it says, `asked` what it heard."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self.by_path: dict[str, Said | Callable[[Asked], Said]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        if context is not None:
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True
            )
        threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        ).start()

    def at(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                asked = Asked(self.command, self.path, dict(self.headers), body)
                outer.asked.append(asked)
                plain = self.path.partition("?")[0]
                said = outer.by_path.get(self.path) or outer.by_path.get(
                    plain, Said(404)
                )
                said = said if isinstance(said, Said) else said(asked)
                self.send_response(said.status)
                for name, value in said.headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in said.headers:
                    self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body)

            do_GET = do_POST = do_PROPFIND = do_REPORT = _answer  # noqa: N815  # http.server's names

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def server() -> Iterator[Answering]:
    """Return a server that answers as it is told."""
    answering = Answering()
    yield answering
    answering.close()


@pytest.fixture
def speaking() -> Iterator[Callable[..., str]]:
    """Return a function that starts a server which says these bytes, whatever comes.

    `speaking(parts, every=0.2)` says one part after another with a pause between.
    """
    is_over = threading.Event()
    sockets: list[socket.socket] = []

    def speaking(parts: list[bytes], every: float = 0.0) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        sockets.append(listening)
        told = (listening, parts, every)
        threading.Thread(target=_speak, args=(*told, is_over), daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield speaking
    is_over.set()
    for one in sockets:
        one.close()


def _speak(
    listening: socket.socket, parts: list[bytes], every: float, is_over: threading.Event
) -> None:
    try:
        sock, _ = listening.accept()
        with sock:
            sock.recv(65_536)
            for part in parts:
                sock.sendall(part)
                if is_over.wait(every):
                    return
    except OSError:
        pass  # the other side had enough
