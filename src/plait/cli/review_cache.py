"""The last reviews, kept beside the book for as long as it has not changed.

Asked again, `plait review` needs neither Django nor NumPy nor the book: if the
database file and its log are as they were when the answer was worked out, the
answer stands. Only for a book in one SQLite file; PostgreSQL is asked every time.
"""

import hashlib
import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plait import __version__
from plait.server.environment import home
from plait.server.files import write_whole

State = list[list[int]]


def state_of_book() -> State | None:
    """Return what changes with every change of the book; None on a server."""
    if os.environ.get("PLAIT_DATABASE_URL"):
        return None
    found = []
    for name in ("book.sqlite3", "book.sqlite3-wal"):
        with suppress(FileNotFoundError):
            stat = (home() / name).stat()
            # An empty log is as good as none: readers come and go with one.
            if stat.st_size:
                found.append([stat.st_mtime_ns, stat.st_size])
    return found or None


def cached_answer(asked: tuple[str, ...], *, now: datetime) -> dict[str, Any] | None:
    """Return the kept answer to what was asked, None if it may not hold any more."""
    state = state_of_book()
    try:
        kept: dict[str, Any] = json.loads(_file(asked).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if state is None or kept.get("state") != state:
        return None
    answer: dict[str, Any] = kept["answer"]
    today = now.astimezone(ZoneInfo(kept["timezone"])).date().isoformat()
    if not kept["is_dated"] and answer["on"] != today:
        return None
    return answer


def cache_answer(
    asked: tuple[str, ...],
    answer: dict[str, Any],
    *,
    state: State | None,
    timezone: str,
    is_dated: bool,
) -> None:
    """Keep an answer worked out from the book in that state."""
    if state is None:
        return
    kept = {
        "state": state,
        "timezone": timezone,
        "is_dated": is_dated,
        "answer": answer,
    }
    file = _file(asked)
    # Not being able to keep an answer is no reason not to give it.
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(file, json.dumps(kept, ensure_ascii=False).encode())


def _file(asked: tuple[str, ...]) -> Path:
    name = hashlib.sha256("\x1f".join((__version__, *asked)).encode()).hexdigest()
    return home() / "kept" / f"review-{name[:16]}.json"
