"""Web servers side by side: the same application, PostgreSQL, pages of one person.

    scripts/with-postgresql .venv/bin/python -m bench.web_servers --to figures.json

Needs `wrk`; granian and gunicorn are measured where they are installed. Each server
is asked in turn, so that what else the machine does falls on all of them.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8690
THREADS = 6
CONNECTIONS = (1, 8, 32)
PAGES = {"light": "/roles/", "today": "/"}
LUA = (
    "done = function(s, l, r) io.write(string.format("
    "'FIGURES %d %d %d %d %d\\n', s.requests, s.duration, l:percentile(50),"
    " l:percentile(95), s.errors.status + s.errors.read + s.errors.timeout)) end"
)
WSGI = "plait.server.wsgi:application"
SERVERS = {
    "waitress, 1 process": ["-m", "plait", "serve", "--port", str(PORT)],
    "granian, 1 process": [
        *("-m", "granian", "--interface", "wsgi", "--port", str(PORT)),
        *("--workers", "1", "--blocking-threads", str(THREADS)),
        *("--workers-kill-timeout", "10", "--no-log", WSGI),
    ],
    "granian, 2 processes": [
        *("-m", "granian", "--interface", "wsgi", "--port", str(PORT)),
        *("--workers", "2", "--blocking-threads", "3"),
        *("--workers-kill-timeout", "10", "--no-log", WSGI),
    ],
    "gunicorn, 1 process": [
        *("-m", "gunicorn", "--bind", f"127.0.0.1:{PORT}", "--workers", "1"),
        *("--threads", str(THREADS), "--log-level", "error", WSGI),
    ],
    "gunicorn, 2 processes": [
        *("-m", "gunicorn", "--bind", f"127.0.0.1:{PORT}", "--workers", "2"),
        *("--threads", "3", "--log-level", "error", WSGI),
    ],
    "uvicorn (WSGI), 1 process": [
        *("-m", "uvicorn", "--interface", "wsgi", "--port", str(PORT)),
        *("--log-level", "error", "--no-access-log", WSGI),
    ],
}


def main() -> None:
    """Measure, print, and write the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--to", type=Path, default=Path("web_servers.json"))
    asked.add_argument("--seconds", type=int, default=5)
    asked.add_argument("--only", nargs="*", default=[])
    options = asked.parse_args()
    environment, cookie = prepared()
    figures = {}
    for name, command in SERVERS.items():
        module = command[1]
        if options.only and not any(word in name for word in options.only):
            continue
        if subprocess.run(
            [sys.executable, "-c", f"import {module}"], env=environment, check=False
        ).returncode:
            continue
        figures[name] = measured(command, environment, cookie, options.seconds)
        print(name, json.dumps(figures[name]), flush=True)
        options.to.write_text(json.dumps(figures, indent=1))


def prepared() -> tuple[dict[str, str], str]:
    """Return an environment with a filled book in it, and the cookie of a session."""
    home = tempfile.mkdtemp(prefix="plait-servers-")
    environment = os.environ | {
        "PLAIT_HOME": home,
        "PLAIT_DATABASE_URL": os.environ["PLAIT_TEST_DATABASE_URL"].replace(
            "@/plait?", "@/postgres?"
        ),
        "PLAIT_SERVER": "community",
        "PLAIT_ADDRESS": f"http://localhost:{PORT}",
        "PLAIT_WORKERS": "1",
        "PLAIT_PERSON": "marit",
        "DJANGO_SETTINGS_MODULE": "plait.server.settings",
    }
    plait = [sys.executable, "-m", "plait"]
    samples = [str(ROOT / "samples/portfolio.toml"), str(ROOT / "samples/files")]
    for line in (
        ["init", "--name", "Marit"],
        ["import", *samples, "--titles", "--positions", "all"],
    ):
        # As at home, where no question comes before the first record.
        subprocess.run(
            [*plait, *line],
            env=environment | {"PLAIT_SERVER": ""},
            check=True,
            cwd=ROOT,
        )
    code = (
        "from plait.cli import run; run.set_up(); run.prepare_database();"
        "from django.test import Client; from plait.accounts.models import Person;"
        "c = Client(); c.force_login(Person.objects.get());"
        "print(c.cookies['plait_session'].value)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return environment, f"plait_session={made.stdout.strip()}"


def measured(
    command: list[str], environment: dict[str, str], cookie: str, seconds: int
) -> dict[str, object]:
    """Return all figures of one server."""
    server = started(command, environment)
    try:
        found: dict[str, object] = {}
        for page, path in PAGES.items():
            for _ in range(3):  # the first page of a process reads half of it in
                status(path, cookie, timeout=60)
            load(path, cookie, 8, 3)
            found[page] = {n: load(path, cookie, n, seconds) for n in CONNECTIONS}
        found["memory_mb"] = memory_mb(server.pid)
        found["stop"] = stopped(server, cookie)
        server = started(command, environment)
        found["anonymous_300_mb"] = refused(300_000_000)
        found["after_600_half_open"] = half_open(600)
        found["page_while_20_bodies_dribble_s"] = slow_bodies(20)
        found["dribble_closed_after_s"] = dribbled()
    finally:
        end(server)
    return found


def started(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a server; return when it answers."""
    server = subprocess.Popen(
        [sys.executable, *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    for _ in range(300):
        if status("/health/") == 200:
            return server
        time.sleep(0.1)
    raise SystemExit(f"{command} does not answer")


def end(server: subprocess.Popen[bytes]) -> None:
    """End a server with its processes."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def status(path: str, cookie: str = "", timeout: float = 3) -> int | None:
    """Return the status of a page, None where nobody answers."""
    asked = http.client.HTTPConnection("localhost", PORT, timeout=timeout)
    with closing(asked):
        try:
            asked.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            return asked.getresponse().status
        except OSError:
            return None


def load(path: str, cookie: str, connections: int, seconds: int) -> dict[str, float]:
    """Ask a page as often as it goes."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA)
        script.flush()
        line = ["wrk", f"-c{connections}", "-t1", f"-d{seconds}s", "--timeout", "20s"]
        asked = subprocess.run(
            [
                *line,
                *("-s", script.name, "-H", f"Cookie: {cookie}"),
                f"http://localhost:{PORT}{path}",
            ],
            check=True,
            capture_output=True,
            text=True,
        )
    found = re.search(r"FIGURES (\d+) (\d+) (\d+) (\d+) (\d+)", asked.stdout)
    if found is None:
        raise SystemExit(asked.stdout)
    n, micros, p50, p95, errors = map(int, found.groups())
    return {
        "per_s": round(n / micros * 1e6, 1),
        "p50_ms": round(p50 / 1000, 1),
        "p95_ms": round(p95 / 1000, 1),
        "errors": errors,
    }


def memory_mb(pid: int) -> int:
    """Return the private memory of a process and all below it (PSS)."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "-g", str(pid)], capture_output=True, text=True, check=True
    )
    total = 0
    for one in listed.stdout.split():
        with suppress(OSError):
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
            found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
            total += int(found[1]) if found else 0
    return total // 1024


def stopped(server: subprocess.Popen[bytes], cookie: str) -> dict[str, object]:
    """End it politely while it is asked; return how long that took, what broke."""
    asking = subprocess.Popen(
        [
            *("wrk", "-c8", "-t1", "-d8s", "-H", f"Cookie: {cookie}"),
            f"http://localhost:{PORT}/",
        ],
        stdout=subprocess.DEVNULL,
    )
    time.sleep(1.5)
    at = time.monotonic()
    server.terminate()
    try:
        server.wait(timeout=20)
        took: float | str = round(time.monotonic() - at, 2)
    except subprocess.TimeoutExpired:
        took = "more than 20 s"
        end(server)
    asking.terminate()
    asking.wait()
    return {"seconds": took, "code": server.returncode}


def refused(n: int) -> str:
    """Return what a visitor gets who sends much without having signed in."""
    with closing(socket.create_connection(("localhost", PORT), timeout=5)) as to:
        to.sendall(
            b"POST /import/ HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Length: %d\r\n\r\n" % n
        )
        sent, piece = 0, b"x" * 1_000_000
        to.settimeout(1)
        try:
            while sent < n:
                to.sendall(piece)
                sent += len(piece)
            answer = to.recv(100).partition(b"\r\n")[0].decode()
        except OSError:
            try:
                answer = to.recv(100).partition(b"\r\n")[0].decode()
            except OSError:
                answer = "closed"
    return f"{answer or 'closed'} after {sent // 1_000_000} MB"


def half_open(n: int) -> str:
    """Return whether a page comes while many others have begun and not asked."""
    silent = []
    try:
        for _ in range(n):
            one = socket.create_connection(("localhost", PORT), timeout=2)
            one.sendall(b"POST / HTTP/1.1\r\nConte")
            silent.append(one)
    except OSError:
        return f"{len(silent)} were taken, then none"
    finally:
        answered = [status("/account/login/", timeout=5) for _ in range(3)]
        for one in silent:
            one.close()
    return f"answers {answered}"


def slow_bodies(n: int) -> str:
    """Return how long a page takes while forms come in a letter a second."""
    sending = []
    for _ in range(n):
        one = socket.create_connection(("localhost", PORT), timeout=2)
        one.sendall(
            b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: 50000\r\n\r\na"
        )
        sending.append(one)
    time.sleep(1)
    at = time.monotonic()
    answered = status("/account/login/", timeout=15)
    took = time.monotonic() - at
    for one in sending:
        one.close()
    return f"{took:.2f}" if answered == 200 else "none within 15"


def dribbled() -> str:
    """Return when a request is given up of which a letter comes each second."""
    at = time.monotonic()
    with closing(socket.create_connection(("localhost", PORT), timeout=1)) as to:
        to.sendall(b"GET / HTTP/1.1\r\n")
        while (past := time.monotonic() - at) < 40:
            try:
                if to.recv(1) == b"":
                    return f"{past:.0f}"
            except TimeoutError:
                try:
                    to.sendall(b"X: 1\r\n")
                except OSError:
                    return f"{past:.0f}"
            except OSError:
                return f"{past:.0f}"
    return "not within 40"


if __name__ == "__main__":
    if shutil.which("wrk") is None:
        raise SystemExit("This needs wrk: apt-get install wrk")
    main()
