"""Ask a server for pages as many people do, and say how long each had to wait.

Closed: so many connections, each asks again once it was answered; what comes out is
how much the server can do. Open: people come by chance at a rate, whether or not the
server has answered the others; each one's wait counts from when they came, so that a
server that stalls does not look quick for having been asked less.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple


class Ask(NamedTuple):
    """A page, the port it is asked of, and the session of who asks ("" for nobody)."""

    port: int
    path: str
    session: str = ""


class Load(NamedTuple):
    """What came of it: seconds of each wait, seconds in all, bytes, and refusals."""

    waits: list[float]
    seconds: float
    n_bytes: int
    n_failed: int

    @property
    def a_second(self) -> float:
        """Answers in a second."""
        return len(self.waits) / self.seconds

    def percentile(self, part: float) -> float:
        """Return the wait in milliseconds that such a part of all stayed within."""
        waits = sorted(self.waits)
        return 1000 * waits[min(int(part * len(waits)), len(waits) - 1)]


class Connections:
    """Connections that stay open, a pool for each port."""

    def __init__(self) -> None:
        self._free: dict[int, list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]
        self._free = {}
        self.n_bytes = self.n_failed = 0

    async def get(self, ask: Ask) -> None:
        """Ask for a page and read all of it."""
        free = self._free.setdefault(ask.port, [])
        if free:
            reader, writer = free.pop()
        else:
            reader, writer = await asyncio.open_connection("127.0.0.1", ask.port)
        cookie = f"Cookie: plait_session={ask.session}\r\n" if ask.session else ""
        writer.write(
            f"GET {ask.path} HTTP/1.1\r\nHost: localhost\r\n"
            f"Accept-Encoding: gzip\r\n{cookie}\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.decode("latin-1").lower().split("\r\n")
        named = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        self.n_bytes += len(head)
        if "content-length" in named:
            body = await reader.readexactly(int(named["content-length"]))
            self.n_bytes += len(body)
        else:
            self.n_bytes += await _chunks(reader)
        self.n_failed += not lines[0].startswith("http/1.1 200")
        if named.get("connection") == "close":
            writer.close()
        else:
            free.append((reader, writer))

    def close(self) -> None:
        """Close all."""
        for free in self._free.values():
            for _reader, writer in free:
                writer.close()


async def _chunks(reader: asyncio.StreamReader) -> int:
    """Read a body that comes in pieces; return its bytes."""
    n_bytes = 0
    while (length := int(await reader.readline(), 16)) > 0:
        n_bytes += len(await reader.readexactly(length + 2)) - 2
    await reader.readline()
    return n_bytes


def closed(asks: Sequence[Ask], n_connections: int) -> Load:
    """Ask for all of them, so many at a time."""

    async def run(get: Callable[[Ask], Awaitable[None]]) -> list[float]:
        waiting, waits = list(asks)[::-1], list[float]()

        async def one() -> None:
            while waiting:
                ask, began = waiting.pop(), time.perf_counter()
                await get(ask)
                waits.append(time.perf_counter() - began)

        await asyncio.gather(*(one() for _ in range(n_connections)))
        return waits

    return _loaded(run)


def opened(asks: Sequence[Ask], a_second: float, rng: random.Random) -> Load:
    """Ask for each of them when its turn comes, at such a rate on average."""

    async def run(get: Callable[[Ask], Awaitable[None]]) -> list[float]:
        waits, comes = list[float](), time.perf_counter()

        async def one(ask: Ask, came: float) -> None:
            await get(ask)
            waits.append(time.perf_counter() - came)

        async with asyncio.TaskGroup() as all_of_them:
            for ask in asks:
                comes += rng.expovariate(a_second)
                await asyncio.sleep(max(comes - time.perf_counter(), 0))
                all_of_them.create_task(one(ask, comes))
        return waits

    return _loaded(run)


def _loaded(run: Callable[..., Awaitable[list[float]]]) -> Load:
    async def all_of_it() -> Load:
        connections = Connections()
        began = time.perf_counter()
        waits = await run(connections.get)
        seconds = time.perf_counter() - began
        connections.close()
        return Load(waits, seconds, connections.n_bytes, connections.n_failed)

    return asyncio.run(all_of_it())
