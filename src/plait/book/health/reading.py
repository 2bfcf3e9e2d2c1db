"""A connection of its own to the book, which can only read.

SQLite would write beside a book that it opens: it brings back a change that was broken
off, and it removes the log beside an empty file, with all that stands in it. So a file
without a log is opened as one that cannot change, and one with a broken-off change is
looked at in a copy.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "looked_at"
_LOG, _BROKEN_OFF = "-wal", "-journal"


@contextmanager
def opened_to_read(file: Path | None) -> Iterator[BaseDatabaseWrapper]:
    """Yield a connection to a SQLite file, or to the server's database if None."""
    if file is not None and _beside(file, _BROKEN_OFF):
        with tempfile.TemporaryDirectory() as folder:
            copied = Path(folder) / file.name
            for end in ("", _BROKEN_OFF):
                shutil.copyfile(f"{file}{end}", f"{copied}{end}")
            with _opened(_file_settings(copied, "mode=rw")) as database:
                yield database
    elif file is not None:
        how = "mode=ro" if _beside(file, _LOG) else "mode=ro&immutable=1"
        with _opened(_file_settings(file, how)) as database:
            yield database
    else:
        with _opened(_server_settings()) as database:
            yield database


@contextmanager
def _opened(settings: dict[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    connections.databases[ALIAS] = connection.settings_dict | settings
    try:
        opened = connections.create_connection(ALIAS)
    finally:
        del connections.databases[ALIAS]  # none that other threads would open
    connections[ALIAS] = opened
    try:
        yield opened
    finally:
        opened.close()
        del connections[ALIAS]


def _file_settings(file: Path, how: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{file.absolute().as_uri()}?{how}",
        "OPTIONS": {"timeout": 20},
    }


def _server_settings() -> dict[str, Any]:
    options = connection.settings_dict.get("OPTIONS", {})
    read_only = "-c default_transaction_read_only=on"
    return {"OPTIONS": options | {"options": read_only}, "CONN_MAX_AGE": 0}


def _beside(file: Path, end: str) -> bool:
    """Return whether there is something in the file of that ending beside it."""
    log = file.with_name(file.name + end)
    return log.is_file() and log.stat().st_size > 0
