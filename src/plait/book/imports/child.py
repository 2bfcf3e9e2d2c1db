"""Starting the child that reads, listening to it, and ending it when it is time.

A file may take so long and no longer; one on which the child dies or stalls is
refused by name, and the files after it are read by another child.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic
from typing import IO, cast

import msgspec

from plait.domain.errors import PlaitError, Problem
from plait.formats.reading.files import too_much
from plait.formats.reading.frames import Begins, Ends, Frame, Looks, Refused, decoded
from plait.formats.reading.request import Request
from plait.formats.reading.worker import LENGTH

_COMMAND = (sys.executable, "-P", "-m", "plait.formats.reading.worker")
_SECONDS = 60.0
_SECONDS_PER_MEGABYTE = 2.0
_LOOKS = 0.2
_WAITING = 8  # frames that may wait to be heard
_LONGEST_FRAME = 1 << 30
_OUT_OF_MEMORY = -9
# What a child needs of the environment; no address of a database, no secret.
_PASSED_ON = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "TZDIR")


class Cancelled(PlaitError):
    """The reading was called off."""


class ReaderFailed(PlaitError):
    """No child can be started that reads."""


class _Died(Exception):
    """The child ended before it had read everything; the message says how."""


def read_apart(
    request: Request, is_cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Frame]:
    """Yield the frames of a reading in a child process; raises `Cancelled`."""
    while True:
        at: Looks | Begins | None = None
        try:
            for frame in _frames_of_one(request, is_cancelled):
                match frame:
                    case Looks() | Begins():
                        at = frame
                    case Ends() | Refused() if at:
                        request.done.append((at.given, at.within))
                yield frame
        except _Died as death:
            yield from _refused(at, request, str(death))
        else:
            return


def _refused(
    at: Looks | Begins | None, request: Request, death: str
) -> Iterator[Frame]:
    """Refuse the file that was the child's last; another child reads the others."""
    if at is None or (at.given, at.within) in request.done:
        raise ReaderFailed(
            "The program that reads files does not start",
            value=death,
            fix="Start Plait again; if it happens again, install it anew.",
        )
    request.done.append((at.given, at.within))
    if isinstance(at, Looks):
        yield Begins(at.given, max(at.within, 0), at.name)
    yield Refused(_why(at.name, death))


def _why(name: str, death: str) -> Problem:
    if death == "memory":
        return too_much(name)
    if death == "time":
        return Problem(
            name,
            "This file takes longer to read than Plait waits for one file",
            name,
            "Export a shorter period, such as a year at a time.",
        )
    return Problem(
        name,
        "The program that reads files stopped in the middle of this one",
        name,
        "Export it again; if it happens again, report the file's format.",
    )


def _frames_of_one(
    request: Request, is_cancelled: Callable[[], bool]
) -> Iterator[Frame]:
    """Yield what one child says; raise `_Died` where it says no more too early."""
    child = subprocess.Popen(  # noqa: S603  # our own module, by the path of this Python
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    )
    into, out = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
    heard: queue.Queue[bytes] = queue.Queue(maxsize=_WAITING)
    is_over = threading.Event()
    asked = msgspec.json.encode(request)
    listening = (into, out, asked, heard, is_over)
    threading.Thread(target=_listen, args=listening, daemon=True).start()
    try:
        yield from _heard(heard, child, request, is_cancelled)
    finally:
        is_over.set()
        child.kill()
        child.wait()


def _listen(
    into: IO[bytes],
    out: IO[bytes],
    asked: bytes,
    heard: "queue.Queue[bytes]",
    is_over: threading.Event,
) -> None:
    """Put what the child says into the queue, b"" at its end, until nobody listens.

    A pipe cannot be waited for with a bound of time on every system; a queue can.
    """
    try:
        with into:
            into.write(asked)
        with out:
            while len(head := out.read(LENGTH.size)) == LENGTH.size:
                (length,) = LENGTH.unpack(head)
                if length > _LONGEST_FRAME:
                    break
                _put(out.read(length), heard, is_over)
    except (OSError, ValueError):
        pass  # it was ended, or ended by itself: the end below says so
    _put(b"", heard, is_over)


def _put(data: bytes, heard: "queue.Queue[bytes]", is_over: threading.Event) -> None:
    while not is_over.is_set():
        with suppress(queue.Full):
            heard.put(data, timeout=_LOOKS)
            break


def _heard(
    heard: "queue.Queue[bytes]",
    child: "subprocess.Popen[bytes]",
    request: Request,
    is_cancelled: Callable[[], bool],
) -> Iterator[Frame]:
    until = monotonic() + _allowed(request, None)
    while True:
        if is_cancelled():
            raise Cancelled("The reading was called off")
        # Also of a child that goes on and on saying something.
        if monotonic() > until:
            raise _Died("time")
        try:
            data = heard.get(timeout=_LOOKS)
        except queue.Empty:
            continue
        if not data:
            if child.wait() == 0:
                return
            raise _Died("memory" if child.returncode == _OUT_OF_MEMORY else "crash")
        frame = _frame(data)
        if isinstance(frame, Looks | Begins):
            until = monotonic() + _allowed(request, frame.given)
        yield frame


def _frame(data: bytes) -> Frame:
    try:
        return decoded(data)
    except msgspec.DecodeError:
        raise _Died("crash") from None


def _allowed(request: Request, given: int | None) -> float:
    """Return for how many seconds a file, or the opening of all, may be read."""
    paths = [path for n, (_, path) in enumerate(request.files) if given in (None, n)]
    size = sum(os.path.getsize(path) for path in paths if os.path.exists(path))  # noqa: PTH110, PTH202  # plain texts
    return _SECONDS + _SECONDS_PER_MEGABYTE * size / 1e6
