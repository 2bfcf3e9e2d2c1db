"""Everything of a person as one zip of open files; a large one is made by a job.

A zip that was made lies in a folder of its person's own, readable by the server alone,
until they fetched it or a day later.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, cast

from django.conf import settings

from plait.accounts.models import Person
from plait.accounts.retention.table import EXPORTS_KEPT
from plait.accounts.taking_along import tables_of
from plait.book.operations.export import export_book
from plait.book.queries.attachments import stored_bytes
from plait.book.queries.contents import book_contents
from plait.formats.plait import account
from plait.jobs.running import Work

# About what is put together while somebody waits for it.
_MOST_ROWS, _MOST_BYTES = 20_000, 20_000_000
ACCOUNT = "account.json"
_STEPS = 3


def is_large(viewer: Person) -> bool:
    """Return whether nobody should wait for all of it."""
    held = book_contents(viewer=viewer)
    n_rows = held.payments + held.entries + held.events + held.changes
    return n_rows > _MOST_ROWS or stored_bytes(viewer=viewer) > _MOST_BYTES


def write_zip(
    viewer: Person,
    into: IO[bytes],
    *,
    today: date,
    step: Callable[[int], None] = lambda _n: None,
) -> None:
    """Write the viewer's book as open files, on a server with what else is kept."""
    with _folder() as folder:
        inside = folder / name_on(today)
        export_book(viewer=viewer, folder=inside, today=today)
        step(1)
        if settings.SERVER:
            with (inside / ACCOUNT).open("w", encoding="utf-8") as file:
                account.write(file, tables_of(viewer=viewer))
        step(2)
        _pack(inside, into)


def name_on(today: date) -> str:
    """Return what the zip and the folder in it are called."""
    return f"plait-{today.isoformat()}"


def build(work: Work) -> None:
    """Make the zip of a job; a kill half-way leaves none."""
    viewer = cast("Person", work.owner)
    today = viewer.local_time(work.now()).date()
    folder = _of(viewer.pk)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(".part", dir=folder)
    try:
        with os.fdopen(handle, "w+b") as file:
            write_zip(
                viewer, file, today=today, step=lambda n: work.progress(n, _STEPS)
            )
        for earlier in folder.glob("*.zip"):
            earlier.unlink(missing_ok=True)
        Path(name).replace(folder / f"{name_on(today)}.zip")
    finally:
        Path(name).unlink(missing_ok=True)


def made_for(viewer: Person) -> Path | None:
    """Return the zip that waits for the viewer, None if none does."""
    return max(_of(viewer.pk).glob("*.zip"), default=None)


def clear_old(*, now: datetime) -> int:
    """Remove zips that nobody fetched for a day; return how many."""
    n = 0
    for file in _exports().glob("*/*"):
        try:
            age = now.timestamp() - file.stat().st_mtime
        except FileNotFoundError:
            continue
        if age > EXPORTS_KEPT.total_seconds():
            file.unlink(missing_ok=True)
            n += 1
    return n


def clear_of(*, owner: int) -> None:
    """Remove those of somebody who left."""
    shutil.rmtree(_of(owner), ignore_errors=True)


def _exports() -> Path:
    return Path(settings.PLAIT_HOME) / "exports"


def _of(owner: int) -> Path:
    return _exports() / str(owner)


@contextmanager
def _folder() -> Iterator[Path]:
    """Lend a folder beside the book, which may not fit where temporary files go."""
    with tempfile.TemporaryDirectory(dir=settings.PLAIT_HOME) as folder:
        yield Path(folder)


def _pack(folder: Path, into: IO[bytes]) -> None:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                # What was attached is seldom smaller packed, and is read back as it is.
                is_apart = file.parent != folder
                how = zipfile.ZIP_STORED if is_apart else zipfile.ZIP_DEFLATED
                name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
                archive.write(file, name, how)
