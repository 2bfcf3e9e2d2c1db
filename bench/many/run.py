"""Measure a server of several people under load, with PostgreSQL.

    scripts/with-postgresql .venv/bin/python -m bench.many.run [PEOPLE] [SECONDS]

Two processes serve, as on two cores; who asks is sent to the same one again, as a
proxy may do. Nothing is written but what is printed.
"""

import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.many.load import Ask, Load, closed, opened
from bench.pages import Server, free_port, wait_for
from bench.programs import ROOT
from bench.report import table

PYTHON = ROOT / ".venv" / "bin" / "python"
PAGE, BARE = "/?on=2026-11-20", "/health/"
N_PROCESSES, CONNECTIONS, ARRIVALS = 2, 8, 60.0


class Measured(NamedTuple):
    """A load, and the seconds of processor that the servers and PostgreSQL took."""

    name: str
    load: Load
    servers: float


def main() -> None:
    """Print what each load came to."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder), n) as servers:
        people = (Path(folder) / "keys").read_text().split("\n")
        sessions = [line.split()[0] for line in people if line]
        found = list(_loads(servers, sessions, seconds))
        heading = (
            *("what", "asked", "a second", "p50, ms", "p95, ms", "p99, ms"),
            *("KB each", "failed", "processor each, ms"),
        )
        print("\n".join(table(heading, map(_row, found))))
        print(f"most memory of a server: {max(s.peak_mb() for s in servers):.0f} MB")


def _loads(
    servers: list[Server], sessions: list[str], seconds: float
) -> Iterator[Measured]:
    rng = random.Random(12)
    ports = [server.port for server in servers]

    def ask(number: int) -> Ask:
        return Ask(ports[number % len(ports)], PAGE, sessions[number % len(sessions)])

    def of(name: str, made: list[Ask], rate: float = 0) -> Measured:
        before = sum(server.processor() for server in servers)
        load = opened(made, rate, rng) if rate else closed(made, CONNECTIONS)
        spent = sum(server.processor() for server in servers) - before
        return Measured(name, load, spent)

    everybody = [ask(number) for number in range(len(sessions))]
    few = [ask(rng.randrange(1, min(20, len(sessions)))) for _ in range(10_000)]
    of("pages are read in", everybody[:4])
    yield of(
        "a bare page", [Ask(ports[i % 2], BARE) for i in range(int(100 * seconds))]
    )
    yield of("different people, their first Today", everybody)
    yield of("the same people again", rng.sample(everybody, len(everybody)))
    of("twenty people are read in", few[:60])
    yield of("twenty people, Today again", few[: int(100 * seconds)])
    n_open = int(ARRIVALS * seconds)
    yield of(f"twenty people, {ARRIVALS:.0f} a second come", few[:n_open], ARRIVALS)
    came = [rng.choice(everybody) for _ in range(n_open)]
    yield of(f"different people, {ARRIVALS:.0f} a second come", came, ARRIVALS)


def _row(one: Measured) -> tuple[str, ...]:
    load, n = one.load, len(one.load.waits)
    waits = (f"{load.percentile(part):.0f}" for part in (0.5, 0.95, 0.99))
    each = f"{load.n_bytes / n / 1000:.1f}", str(load.n_failed)
    return (
        *(one.name, str(n), f"{load.a_second:.0f}", *waits, *each),
        f"{1000 * one.servers / n:.1f}",
    )


@contextlib.contextmanager
def _served(folder: Path, n: int) -> Iterator[list[Server]]:
    """Serve a population by several processes; its sessions are in `keys`."""
    env = {
        **os.environ,
        "PLAIT_DATABASE_URL": os.environ["PLAIT_TEST_DATABASE_URL"].replace(
            "@/plait", "@/postgres"
        ),
        "PLAIT_HOME": str(folder / "home"),
        "PLAIT_SERVER": "community",
        "PLAIT_ADDRESS": "http://localhost",
        "PLAIT_WORKERS": "1",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "DJANGO_SETTINGS_MODULE": "plait.server.settings",
    }
    steps = (
        ("-m", "django", "migrate", "--verbosity", "0"),
        ("-m", "django", "createcachetable"),
        ("-m", "bench.many.population", str(n), str(folder / "keys")),
    )
    for words in steps:
        began = time.monotonic()
        subprocess.run([PYTHON, *words], env=env, check=True)
    print(f"{n} people written in {time.monotonic() - began:.0f} s")
    with contextlib.ExitStack() as all_of_them:
        yield [all_of_them.enter_context(_server(env)) for _ in range(N_PROCESSES)]


@contextlib.contextmanager
def _server(env: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    words = [PYTHON, "-m", "plait", "serve", "--port", str(port)]
    process = subprocess.Popen(
        words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
