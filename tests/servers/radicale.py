"""Radicale, the real CalDAV server of the tests, with a folder and people of its own."""

import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from shutil import rmtree
from xml.sax.saxutils import escape

import pytest

PASSWORDS = {
    "nora": "wäde hei:de",
    "omar": "geheim",
    "lena": "zwijgen",
    "empty": "nichts",
}
CONFIG = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/calendars
[logging]
level = warning
"""
MAKE = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<D:displayname>{name}</D:displayname>
<C:supported-calendar-component-set><C:comp name="{kind}"/>
</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>"""


class Radicale:
    """A server that runs, and what a person would do there."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port, self._folder = port, folder
        self.address = f"http://127.0.0.1:{port}/"

    def make(self, path: str, name: str, user: str = "nora", kind: str = "VEVENT"):
        """Make a calendar; return its address."""
        told = MAKE.format(name=escape(name), kind=kind).encode()
        self.ask("MKCALENDAR", f"/{user}/{path}/", told, user)
        return f"{self.address}{user}/{path}/"

    def put(self, address: str, name: str, ics: str, user: str = "nora") -> None:
        """Put an event, or more of one series, into a calendar."""
        path = "/" + address.removeprefix(self.address)
        self.ask("PUT", f"{path}{name}", ics.encode(), user)

    def delete(self, address: str, name: str, user: str = "nora") -> None:
        self.ask("DELETE", "/" + address.removeprefix(self.address) + name, b"", user)

    def forget_tokens(self) -> None:
        """Lose what the server remembers of earlier states, as after a move."""
        for folder in self._folder.rglob(".Radicale.cache"):
            rmtree(folder / "sync-token", ignore_errors=True)

    def ask(self, method: str, path: str, body: bytes, user: str) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        pair = b64encode(f"{user}:{PASSWORDS[user]}".encode()).decode()
        headers = {"Authorization": f"Basic {pair}", "Content-Type": "text/calendar"}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        said = answer.read().decode()
        connection.close()
        assert answer.status in (200, 201, 204), f"{method} {path}: {said}"


@pytest.fixture(scope="session")
def radicale(tmp_path_factory) -> Iterator[Radicale]:
    """Return a Radicale that runs for all tests of a process."""
    folder = tmp_path_factory.mktemp("radicale")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    users = "".join(f"{name}:{word}\n" for name, word in PASSWORDS.items())
    (folder / "users").write_text(users, "utf-8")
    config = folder / "config"
    config.write_text(CONFIG.format(port=port, folder=folder.as_posix()), "utf-8")
    said = (folder / "log").open("wb")
    command = [sys.executable, "-m", "radicale", "-C", str(config)]
    process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        _wait_for(port, process, folder / "log")
        yield Radicale(port, folder)
    finally:
        process.terminate()
        process.wait(timeout=10)
        said.close()


def _wait_for(port: int, process: subprocess.Popen, log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"Radicale does not answer: {log.read_text('utf-8')}")
