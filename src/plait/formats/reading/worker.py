"""The child process: a request on its input, frames on its output, within bounds.

It holds no database and no secret, and may use so much memory and processor time.
Run as `python -m plait.formats.reading.worker`.
"""

import gc
import struct
import sys
from contextlib import suppress
from importlib import import_module

import msgspec

from plait.formats.reading.files import read_all
from plait.formats.reading.frames import encoded
from plait.formats.reading.request import Request

LENGTH = struct.Struct(">I")
MOST_BYTES = 1_500_000_000
MOST_SECONDS = 900


def main() -> None:
    """Read what is asked and say what is in it."""
    _bound()
    # Lines hold no rings, so looking for garbage after each 700 finds nothing.
    gc.set_threshold(200_000, 10, 10)
    out = sys.stdout.buffer
    # What a library prints may not come between the frames.
    sys.stdout = sys.stderr
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    for frame in read_all(request):
        data = encoded(frame)
        out.write(LENGTH.pack(len(data)))
        out.write(data)
        out.flush()


def _bound() -> None:
    """Let the system refuse memory past the bound, and keep no core of a crash."""
    with suppress(ImportError):  # Windows: the parent's clock alone bounds it
        resource = import_module("resource")
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(ValueError, OSError):
            # Its parent ends it long before; where that was killed, nobody else does.
            resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
