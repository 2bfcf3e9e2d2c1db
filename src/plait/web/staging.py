"""Uploaded files between two pages: put aside, looked at, then brought in or dropped.

A staged upload is a folder that only its owner can reach: the files, how to read them
about them, and what each reading of them came to. Readings are jobs
(`web.reading`); what they find are files beside, so that any process can answer the
next page. A server that stops half-way leaves the folder and an untouched book. All
that waits of one person has a limit, so that nobody fills the disk of everybody.
"""

import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from plait.accounts.models import Person
from plait.accounts.retention.table import UPLOADS_KEPT
from plait.accounts.servers import refuse_book
from plait.book.queries import NotThere
from plait.domain.errors import PlaitError
from plait.formats.reading.spool import Spool
from plait.formats.source import Source
from plait.server.files import write_whole

_TOKEN = 32
_LONGEST_NAME = 120
_MB = 1_000_000


class Dropped(NotThere):
    """The upload was dropped while it was read."""


class NoRoomToWait(PlaitError):
    """All uploads of a person that wait would take more of the disk than they may."""


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
        names: list[str] = self.read("files")["names"]
        return [
            Source(name, self.folder / f"file-{number}")
            for number, name in enumerate(names)
        ]

    @property
    def options(self) -> dict[str, Any]:
        """How the files are to be read: order of dates, whose hours, a role."""
        return self.read("options")

    @property
    def chosen_positions(self) -> frozenset[str] | None:
        """The keys of positions that become roles, None before they were chosen."""
        keys = self.read("positions").get("keys")
        return None if keys is None else frozenset(keys)

    def choose_positions(self, keys: Iterable[str]) -> None:
        """Keep which positions become roles; unlike an option, it needs no reading."""
        self.write("positions", {"keys": sorted(keys)})

    @property
    def confirmed(self) -> Path:
        """What stands there from the moment the files are to come in."""
        return self.folder / "confirmed"

    @property
    def is_confirmed(self) -> bool:
        """Whether the person said that the files are to come in."""
        return self.confirmed.exists()

    def set_options(self, **options: object) -> None:
        """Keep how the files are to be read."""
        self.write("options", {**self.options, **options})

    def confirm(self) -> bool:
        """Note the person's word that the files come in; False if it was given already."""
        try:
            # Whoever makes the file is first: a second click brings nothing in again.
            self.confirmed.touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def take_back(self) -> None:
        """Wait for the person's word again."""
        self.confirmed.unlink(missing_ok=True)

    def reading_folder(self) -> Path:
        """Return a new folder for what a reading of the files gives."""
        return self.folder / f"read-{secrets.token_hex(4)}"

    def keep_spool(self, spool: Spool, options: dict[str, Any]) -> None:
        """Keep what was read, with how it was read: confirming need not read again.

        What was read in another way before goes: each reading is as large as its files.
        """
        spool.store()
        last = self.read("read").get("folder")
        self.write("read", {"folder": spool.folder.name, "options": options})
        if last and last != spool.folder.name and not self.is_confirmed:
            shutil.rmtree(self.folder / last, ignore_errors=True)

    @property
    def spool(self) -> Spool | None:
        """What was read, None if it was not yet read as the person now says."""
        last = self.read("read")
        if not last or last["options"] != self.options:
            return None
        return Spool.load(self.folder / last["folder"])

    def is_dropped(self) -> bool:
        """Whether the upload has gone, so that nobody waits for it any more."""
        return not self.folder.is_dir()

    def drop(self) -> None:
        """Remove the upload."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def read(self, name: str) -> dict[str, Any]:
        """Return what is stored under a name, nothing if nothing is."""
        try:
            text = self.file(name).read_text("utf-8")
        except FileNotFoundError:
            return {}
        values: dict[str, Any] = json.loads(text)
        return values

    def take(self, name: str) -> dict[str, Any]:
        """Return what is stored under a name, and forget it."""
        values = self.read(name)
        self.file(name).unlink(missing_ok=True)
        return values

    def write(self, name: str, values: dict[str, Any]) -> None:
        """Keep something under a name; raise `Dropped` where the upload has gone."""
        text = json.dumps(values, ensure_ascii=False, default=str)
        try:
            # Half a surrogate pair, as JSON may hold, cannot be shown on a page.
            write_whole(self.file(name), text.encode(errors="replace"))
        except FileNotFoundError:
            raise Dropped("This upload was dropped", value=self.token) from None

    def file(self, name: str) -> Path:
        """Return where something is told."""
        return self.folder / f"{name}.json"


def stage(*, viewer: Person, uploads: Sequence[UploadedFile], now: datetime) -> Staged:
    """Put uploaded files aside for their owner.

    Raise `NoRoomToWait` where all that waits of theirs would come to more than
    `WAITING_QUOTA_BYTES`; then nothing of these files stays. Refused where the
    person may keep no book here: an upload lies on the disk before it is looked at.
    """
    refuse_book(viewer)
    clear_old(now=now)
    _refuse_no_room(viewer, sum(one.size or 0 for one in uploads))
    folder = _folder(viewer) / secrets.token_hex(_TOKEN // 2)
    folder.mkdir(parents=True, mode=0o700)
    staged = Staged(folder)
    try:
        names = list(_put_aside(uploads, folder))
        # Once more: of several sent at one moment the last to ask sees all of them.
        _refuse_no_room(viewer, 0)
        staged.write("files", {"names": names})
    except BaseException:  # also a full disk leaves nothing behind
        staged.drop()
        raise
    return staged


def waiting_uploads(*, viewer: Person) -> list[Staged]:
    """Return the viewer's uploads that still wait for their word."""
    found = map(Staged, sorted(_folder(viewer).glob("*")))
    return [one for one in found if one.read("files") and not one.is_confirmed]


def staged_upload(*, viewer: Person, token: str) -> Staged:
    """Return the viewer's upload; raise `NotThere` for another's or none."""
    folder = _folder(viewer) / token
    # It comes from an address: dots and slashes would lead to another folder.
    if len(token) != _TOKEN or not token.isalnum() or not folder.is_dir():
        raise NotThere("There is no such upload", value=token)
    return Staged(folder)


def clear_old(*, now: datetime) -> int:
    """Remove everybody's uploads that were left lying for a day; return how many."""
    n = 0
    for folder in _uploads().glob("*/*"):
        try:
            age = now.timestamp() - folder.stat().st_mtime
        except FileNotFoundError:
            continue  # somebody else swept
        if age > UPLOADS_KEPT.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)
            n += 1
    return n


def _refuse_no_room(viewer: Person, more: int) -> None:
    """Raise `NoRoomToWait` where what waits, and so many bytes more, is too much."""
    quota = settings.WAITING_QUOTA_BYTES
    used = _used_bytes(_folder(viewer)) + more
    if used > quota:
        raise NoRoomToWait(
            "Your files that wait to be imported have no more room here",
            value=f"{used / _MB:.1f} / {quota / _MB:.1f} MB",
            fix="Confirm or leave the imports that wait, or choose fewer files.",
        )


def _used_bytes(place: Path) -> int:
    """Return how much of the disk a folder takes; what goes meanwhile takes none."""
    used = 0
    for folder, _folders, names in os.walk(place):
        for name in names:
            with suppress(FileNotFoundError):
                used += (Path(folder) / name).stat().st_size
    return used


def _put_aside(uploads: Iterable[UploadedFile], folder: Path) -> Iterator[str]:
    """Write each file under a number; yield the name to show, each another one."""
    taken: set[str] = set()
    for number, upload in enumerate(uploads):
        with (folder / f"file-{number}").open("wb") as file:
            shutil.copyfileobj(upload, file)
        name = display_name(upload.name or "")
        if name in taken:
            stem, ending = os.path.splitext(name)  # noqa: PTH122  # a name, no path
            name = f"{stem} ({number + 1}){ending}"
        taken.add(name)
        yield name


def display_name(given: str) -> str:
    """Return a file's name fit for a page: no folders, nothing that hides a letter."""
    name = given.replace("\\", "/").rsplit("/", 1)[-1]
    letters = "".join(c if c.isprintable() else "?" for c in name).strip()
    if len(letters) > _LONGEST_NAME:
        letters = f"{letters[: _LONGEST_NAME - 20]}…{letters[-19:]}"
    return letters or "?"


def _uploads() -> Path:
    return Path(settings.PLAIT_HOME) / "staging"


def _folder(viewer: Person) -> Path:
    return _uploads() / str(viewer.pk)
