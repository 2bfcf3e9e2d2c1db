"""Reading a staged upload in a thread, and telling how far it is and what it found.

Each reading has a number of its own, so that one which was overtaken by another does
not answer for it. While it runs it touches a file every few seconds: where nothing
touches it any more, the server was stopped in the middle.
"""

import contextlib
import logging
import secrets
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from plait.accounts.models import Person
from plait.book.imports.batches import bring_in as bring_in_files
from plait.book.imports.batches import preview
from plait.book.imports.reading import Cancelled, read_files
from plait.book.queries import role_keyed
from plait.book.queries.accounts import account_currencies
from plait.domain.errors import PlaitError, Problem
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.grid import grid_of
from plait.web import clock
from plait.web.middleware import is_busy
from plait.web.pages.records.import_files import report_record
from plait.web.staging import Dropped, Staged
from plait.wording.words import words_for

_BEAT = 2.0
_STILL = 15.0
_AT_ONCE = 1.5

_log = logging.getLogger(__name__)
# What this process reads it knows; of others it sees only the touched file.
_running: set[str] = set()

Reading = Callable[[Callable[[str, float, int], None]], dict[str, Any]]


def look_at(staged: Staged, viewer: Person) -> None:
    """Start to find out what would come in."""
    _start(staged, viewer, keep=False)


def bring_in(staged: Staged, viewer: Person) -> None:
    """Start to bring the files in."""
    _start(staged, viewer, keep=True)


def outcome_of(staged: Staged, now: datetime) -> dict[str, Any] | None:
    """Return what the last reading came to, None while it runs.

    A reading that came to nothing has `trouble`: "stopped" (a fault of ours), "busy"
    (another import is being written), "cut off", or what was wrong as a problem.
    """
    last = staged.read("run")
    run = last.get("run", "")
    if staged.is_confirmed and not last.get("is_kept"):
        # Confirmed this moment: what was found before is no answer any more.
        return _cut_off(run, staged.confirmed, now)
    found = staged.read(f"outcome-{run}")
    return found or _cut_off(run, staged.file(f"progress-{run}"), now)


def progress_of(staged: Staged) -> dict[str, Any]:
    """Return how far the reading is: file, fraction, lines."""
    return staged.read(f"progress-{staged.read('run').get('run', '')}")


def _importing(staged: Staged, viewer: Person, *, keep: bool) -> Reading:
    chosen = staged.options
    first = {"day-first": True, "month-first": False}.get(chosen.get("dates") or "")
    options = Options(
        today=clock.today(),
        timezone=ZoneInfo(viewer.timezone),
        is_day_first=first,
        person=chosen.get("person") or "",
        currency=chosen.get("currency") or "",
        known_currencies=account_currencies(viewer=viewer),
    )
    now = clock.now()
    words = words_for(viewer.language)
    titles = {"yes": True, "no": False}.get(chosen.get("titles") or "")

    def reading(progress: Callable[[str, float, int], None]) -> dict[str, Any]:
        spool = (staged.spool if keep else None) or read_files(
            viewer=viewer,
            sources=staged.sources,
            options=options,
            folder=staged.reading_folder(),
            on_progress=progress,
            is_cancelled=staged.is_dropped,
        )
        if not keep:
            staged.keep_spool(spool, chosen)
            report = preview(viewer=viewer, spool=spool, titles=titles)
            return _with_columns(report_record(report, words), staged.sources)
        key = chosen.get("role") or ""
        role = role_keyed(viewer=viewer, key=key) if key else None
        report = bring_in_files(
            viewer=viewer, spool=spool, now=now, role=role, titles=titles
        )
        return report_record(report, words)

    return reading


def _with_columns(values: dict[str, Any], sources: list[Source]) -> dict[str, Any]:
    """Tell of each file nobody knows whether it has columns that can be named."""
    by_name = {source.name: source for source in sources}
    for one in values["files"]:
        source = by_name.get(one["path"])
        is_unknown = not one["format"] and not one["n_read"]
        one["has_columns"] = bool(source and is_unknown and _is_table(source))
    return values


def _is_table(source: Source) -> bool:
    try:
        grid_of(source)
    except Unreadable:
        return False
    return True


def _start(staged: Staged, viewer: Person, *, keep: bool) -> None:
    """Read in a thread; wait a moment, for what is read at once."""
    reading = _importing(staged, viewer, keep=keep)
    run = secrets.token_hex(8)
    staged.write(f"progress-{run}", {})
    staged.write("run", {"run": run, "is_kept": keep})
    thread = threading.Thread(target=_read, args=(staged, run, reading), daemon=True)
    _running.add(run)
    thread.start()
    thread.join(timeout=_AT_ONCE)


def _read(staged: Staged, run: str, reading: Reading) -> None:
    is_over = threading.Event()
    threading.Thread(target=_beat, args=(staged, run, is_over), daemon=True).start()
    try:
        staged.write(f"outcome-{run}", _outcome(staged, run, reading))
    except Dropped:
        pass  # nobody waits for it any more
    finally:
        is_over.set()
        _running.discard(run)


def _outcome(staged: Staged, run: str, reading: Reading) -> dict[str, Any]:
    def progress(name: str, fraction: float, lines: int) -> None:
        values = {"file": name, "fraction": fraction, "lines": lines}
        with contextlib.suppress(PermissionError):  # a page is reading it: Windows
            staged.write(f"progress-{run}", values)

    try:
        return reading(progress)
    except (Cancelled, Dropped):
        raise Dropped("This upload was dropped", value=staged.token) from None
    except PlaitError as error:
        return {"trouble": Problem("", error.what, error.value, error.fix)._asdict()}
    except Exception as fault:  # noqa: BLE001  # the page says so, the log says what
        _log.exception("An import stopped.")
        return {"trouble": "busy" if is_busy(fault) else "stopped"}
    finally:
        # The connection is the thread's own, and Django closes only those of requests.
        connection.close()


def _beat(staged: Staged, run: str, is_over: threading.Event) -> None:
    while not is_over.wait(_BEAT):
        try:
            staged.file(f"progress-{run}").touch()
        except FileNotFoundError:
            return


def _cut_off(run: str, sign: Path, now: datetime) -> dict[str, Any] | None:
    """Return the trouble of a reading that gives no sign of life any more."""
    if run in _running:
        return None
    try:
        is_still = now.timestamp() - sign.stat().st_mtime > _STILL
    except FileNotFoundError:
        is_still = True
    return {"trouble": "cut off"} if is_still else None
