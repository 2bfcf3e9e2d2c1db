"""The web server: nobody closes the door to others, or fills the disk unasked."""

import socket
import threading
from contextlib import closing, contextmanager

import pytest

from plait.server import web_server

MARK = "plait_session=nora"


def answer_length(environ, start_response):
    n = len(environ["wsgi.input"].read())
    start_response("200 OK", [("Content-Length", str(len(str(n))))])
    return [str(n).encode()]


@contextmanager
def serving(**settings):
    made = web_server.web_server(
        answer_length, lambda cookies: MARK in cookies, listen="127.0.0.1:0", **settings
    )
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    try:
        yield made.effective_listen[0]
    finally:
        made.map.clear()  # its loop ends where nothing is left to listen to
        thread.join(timeout=5)


@pytest.fixture
def door():
    with serving() as where:
        yield where


def said(where, *parts: bytes) -> bytes:
    with closing(socket.create_connection(where, timeout=5)) as to:
        for part in parts:
            to.sendall(part)
        return to.recv(1000).partition(b"\r\n")[0]


def head(n=None, more="") -> bytes:
    length = "" if n is None else f"Content-Length: {n}\r\n"
    return f"POST /import/ HTTP/1.1\r\nHost: a\r\n{length}{more}\r\n".encode()


@pytest.mark.parametrize("n", [100_000, 300_000_000])
def test_who_has_not_signed_in_sends_a_form_and_no_more(door, n):
    """The answer comes before any of the body does."""
    assert said(door, head(n)).startswith(b"HTTP/1.1 413")
    assert said(door, head(n, "Cookie: plait_session=x\r\n")).startswith(
        b"HTTP/1.1 413"
    )
    assert said(door, head(3), b"abc") == b"HTTP/1.1 200 OK"


def test_pieces_without_a_length_are_counted(door):
    chunked = "Transfer-Encoding: chunked\r\n"
    piece = b"C350\r\n" + b"x" * 50_000 + b"\r\n"

    unasked = said(door, head(more=chunked), piece, piece, piece)
    signed_in = said(
        door,
        head(more=f"{chunked}Cookie: {MARK}\r\n"),
        piece,
        piece,
        piece,
        b"0\r\n\r\n",
    )

    assert unasked.startswith(b"HTTP/1.1 413")
    assert signed_in == b"HTTP/1.1 200 OK"


def test_who_has_signed_in_may_send_files(door):
    n = 400_000

    assert said(door, head(n, f"Cookie: {MARK}\r\n"), b"x" * n) == b"HTTP/1.1 200 OK"


@pytest.mark.parametrize("begun", [b"", b"POST / HT", head(9) + b"half"])
def test_a_request_that_does_not_come_is_not_waited_for(monkeypatch, begun):
    monkeypatch.setattr(web_server, "HEADER_SECONDS", 0.2)
    monkeypatch.setattr(web_server, "_CLEANUP_SECONDS", 0.1)

    with serving() as door, closing(socket.create_connection(door, timeout=9)) as to:
        to.sendall(begun)
        assert to.recv(1) == b""


def test_a_request_that_dribbles_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(web_server, "HEADER_SECONDS", 0.3)
    monkeypatch.setattr(web_server, "_CLEANUP_SECONDS", 0.1)

    with serving() as door, closing(socket.create_connection(door, timeout=0.1)) as to:
        to.sendall(b"GET / HTTP/1.1\r\n")
        for n in range(100):
            try:
                if to.recv(1) == b"":
                    break
            except TimeoutError:
                to.sendall(b"X: %d\r\n" % n)
        assert n < 50


def test_many_half_open_connections_close_the_door_to_nobody(monkeypatch):
    monkeypatch.setattr(web_server, "MOST_CONNECTIONS", 30)

    with serving() as door:
        silent = [socket.create_connection(door, timeout=5) for _ in range(60)]
        for one in silent[::2]:
            one.sendall(b"POST / HTTP/1.1\r\nConte")
        answers = [said(door, head(3), b"abc") for _ in range(5)]
        for one in silent:
            one.close()

    assert answers == [b"HTTP/1.1 200 OK"] * 5


def test_told_to_stop_it_answers_what_was_asked_and_lets_nobody_in(monkeypatch):
    begun, may_end = threading.Event(), threading.Event()

    def slow(environ, start_response):
        begun.set()
        may_end.wait(5)
        start_response("200 OK", [("Content-Length", "4")])
        return [b"done"]

    made = web_server.web_server(slow, lambda _: False, listen="127.0.0.1:0")
    serving = threading.Thread(target=made.run, daemon=True)
    serving.start()
    where = made.effective_listen[0]
    idle, to = (socket.create_connection(where, timeout=5) for _ in range(2))
    with closing(idle), closing(to):
        to.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        begun.wait(5)
        made.stop()
        assert idle.recv(1) == b""  # who asked nothing may go at once
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(where, timeout=5)
        may_end.set()
        with to.makefile("rb") as answer:
            assert answer.read().endswith(b"done")
    serving.join(timeout=5)
    assert not serving.is_alive()


def test_what_takes_too_long_is_cut_off(monkeypatch):
    monkeypatch.setattr(web_server, "STOP_SECONDS", 0.2)
    made = web_server.web_server(answer_length, lambda _: False, listen="127.0.0.1:0")
    serving = threading.Thread(target=made.run, daemon=True)
    serving.start()

    where = made.effective_listen[0]
    with closing(socket.create_connection(where, timeout=5)) as to:
        to.sendall(head(9) + b"half")
        made.stop()
        serving.join(timeout=5)
    assert not serving.is_alive()
