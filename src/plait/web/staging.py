"""Uploaded files between two pages: put aside, looked at, then brought in or dropped.

A staged upload is a folder that only its owner can reach: the files, what was said
about them, and how far the reading is. Reading runs in a thread; what it found is a
file beside them, so that any process can answer the next page. A server that stops
half-way leaves the folder and an untouched book.
"""

import json
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection

from plait.accounts.models import Person
from plait.book.queries import NotThere
from plait.domain.trouble import PlaitError
from plait.formats.source import Source
from plait.server.files import write_whole

_KEPT = timedelta(days=1)
_TOKEN = 32


@dataclass(frozen=True)
class Staged:
    """One upload waiting for its owner's word."""

    folder: Path

    @property
    def token(self) -> str:
        """What the address names it by."""
        return self.folder.name

    @property
    def sources(self) -> list[Source]:
        """The files, by the names they were given."""
        names: list[str] = self._told("files")["names"]
        return [
            Source(name, self.folder / f"file-{number}")
            for number, name in enumerate(names)
        ]

    @property
    def said(self) -> dict[str, Any]:
        """What the person said of the files: dates, whose hours, a role."""
        return self._told("said") if self._file("said").exists() else {}

    @property
    def progress(self) -> dict[str, Any]:
        """How far the reading is: file, fraction, lines."""
        return self._told("progress") if self._file("progress").exists() else {}

    @property
    def outcome(self) -> dict[str, Any] | None:
        """What the last reading came to; None while it runs."""
        return self._told("outcome") if self._file("outcome").exists() else None

    def say(self, **said: object) -> None:
        """Keep what the person said, and forget what was read without it."""
        self._tell("said", {**self.said, **said})
        self._file("outcome").unlink(missing_ok=True)

    def run(self, reading: Callable[[Callable[..., None]], dict[str, Any]]) -> None:
        """Start reading in a thread; `reading` is given the progress to tell."""
        self._file("outcome").unlink(missing_ok=True)
        self._tell("progress", {})
        thread = threading.Thread(target=self._read, args=(reading,), daemon=True)
        thread.start()
        thread.join(timeout=1.5)

    def drop(self) -> None:
        """Remove the upload."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _read(self, reading: Callable[[Callable[..., None]], dict[str, Any]]) -> None:
        try:
            outcome = reading(self._progress)
        except PlaitError as trouble:
            outcome = {"trouble": str(trouble)}
        except BaseException:
            self._tell("outcome", {"trouble": "stopped"})
            raise
        finally:
            connection.close()
        self._tell("outcome", outcome)

    def _progress(self, name: str, fraction: float, lines: int) -> None:
        self._tell("progress", {"file": name, "fraction": fraction, "lines": lines})

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _told(self, name: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._file(name).read_text("utf-8"))
        return told

    def _tell(self, name: str, told: dict[str, Any]) -> None:
        text = json.dumps(told, ensure_ascii=False, default=str)
        write_whole(self._file(name), text.encode())


def stage(*, viewer: Person, uploads: Iterable[UploadedFile], now: datetime) -> Staged:
    """Put uploaded files aside for their owner; old ones left lying are removed."""
    _sweep(viewer, now)
    folder = _folder(viewer) / secrets.token_hex(_TOKEN // 2)
    folder.mkdir(parents=True, mode=0o700)
    names = []
    for number, upload in enumerate(uploads):
        with (folder / f"file-{number}").open("wb") as file:
            shutil.copyfileobj(upload, file)
        names.append(Path(upload.name or "file").name[:200])
    staged = Staged(folder)
    staged._tell("files", {"names": names})  # noqa: SLF001  # its own maker
    return staged


def staged_upload(*, viewer: Person, token: str) -> Staged:
    """Return the viewer's upload; raise `NotThere` for another's or none."""
    folder = _folder(viewer) / token
    if len(token) != _TOKEN or not token.isalnum() or not folder.is_dir():
        raise NotThere("There is no such upload", value=token)
    return Staged(folder)


def _folder(viewer: Person) -> Path:
    return Path(settings.PLAIT_HOME) / "staging" / str(viewer.pk)


def _sweep(viewer: Person, now: datetime) -> None:
    if not _folder(viewer).is_dir():
        return
    for folder in _folder(viewer).iterdir():
        if now.timestamp() - folder.stat().st_mtime > _KEPT.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)
