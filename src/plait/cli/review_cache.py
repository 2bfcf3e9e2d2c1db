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
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plait import __version__
from plait.server.environment import home
from plait.server.files import write_whole

if TYPE_CHECKING:
    from plait.answers.overview.answer import ReviewAnswer

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


def cached_answer(request: tuple[str, ...], *, now: datetime) -> "ReviewAnswer | None":
    """Return the saved answer to a request, None if it may not hold any more."""
    state = state_of_book()
    try:
        saved: dict[str, Any] = json.loads(_file(request).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if state is None or saved.get("state") != state:
        return None
    record: dict[str, Any] = saved["answer"]
    today = now.astimezone(ZoneInfo(saved["timezone"])).date().isoformat()
    if not saved["is_dated"] and record["on"] != today:
        return None
    return _answer_from(record)


def _answer_from(record: dict[str, Any]) -> "ReviewAnswer | None":
    """Return the answer, None where it was saved by a Plait with other answers."""
    from plait.answers.overview.answer import ReviewAnswer
    from plait.answers.to_json import OtherAnswer, from_record

    try:
        return from_record(record, ReviewAnswer)
    except OtherAnswer:
        return None


def cache_answer(
    request: tuple[str, ...],
    answer: "ReviewAnswer",
    *,
    state: State | None,
    timezone: str,
    is_dated: bool,
) -> None:
    """Keep an answer worked out from the book in that state."""
    if state is None:
        return
    from plait.answers.to_json import to_record

    saved = {
        "state": state,
        "timezone": timezone,
        "is_dated": is_dated,
        "answer": to_record(answer),
    }
    file = _file(request)
    # Not being able to keep an answer is no reason not to give it.
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(file, json.dumps(saved, ensure_ascii=False).encode())


def _file(request: tuple[str, ...]) -> Path:
    name = hashlib.sha256("\x1f".join((__version__, *request)).encode()).hexdigest()
    return home() / "kept" / f"review-{name[:16]}.json"
