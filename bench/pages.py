"""Pages over HTTP, from servers on loopback: Plait's today, fava's income statement."""

import http.client
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.programs import PEERS, PLAIT, Book

_WAIT_SECONDS = 120


class Server(NamedTuple):
    """Where a server answers, and the process that does."""

    port: int
    process: subprocess.Popen[bytes]

    def peak_mb(self) -> float:
        """Return the most memory it has had so far; 0 where the system has no /proc."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0.0
        words = status.read_text().split()
        return int(words[words.index("VmHWM:") + 1]) * 1024 / 1e6

    def processor(self) -> float:
        """Return the seconds that it has worked; 0 where the system has no /proc."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return 0.0
        # After the name, in brackets, come the state and ten more before these two.
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


class Visitor:
    """A browser without a screen: keeps its cookie and the last page, times answers."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookies: dict[str, str] = {}
        self.body = ""

    def get(self, *paths: str) -> float:
        """Return the seconds until all of the paths were answered, one by one."""
        began = time.perf_counter()
        for path in paths:
            self._get(path)
        return time.perf_counter() - began

    def _get(self, path: str) -> None:
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request("GET", path, headers={"Cookie": cookie})
        answer = self._connection.getresponse()
        self.body = answer.read().decode("utf-8", "replace")
        if answer.status >= 400:
            raise RuntimeError(f"{path} answered {answer.status}")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]


@contextmanager
def plait_served(book: Book) -> Iterator[Server]:
    """Serve a book."""
    with _served([PLAIT / "plait", "serve", "--port"], book.env) as server:
        yield server


@contextmanager
def fava_served(file: Path) -> Iterator[Server]:
    """Serve a beancount file."""
    command = [PEERS / "fava", file, "--host", "127.0.0.1", "--port"]
    with _served(command, {}) as server:
        yield server


def signed_in(book: Book, port: int) -> Visitor:
    """Return a visitor whom the book's one-time link let in."""
    command = [PLAIT / "plait", "link", "--port", str(port), "--json"]
    env = {**os.environ, **book.env}
    answer = subprocess.run(command, env=env, capture_output=True, check=True)
    link = json.loads(answer.stdout)["link"]
    visitor = Visitor(port)
    visitor.get(link.partition(str(port))[2])
    return visitor


@contextmanager
def _served(command: Sequence[object], env: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    process = subprocess.Popen(
        [*map(str, command), str(port)],
        env={**os.environ, **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Wait until something answers on the port."""
    ends = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers on port {port}")
