"""Who left, noted outside the database, so that a restored backup brings nobody back.

A small file in the data folder that is only ever added to; each line is a time, what
happened, a salt, a hash, and for a request the time at which the week ends:

    2026-12-08T09:30:00+00:00 removed 9f…c1 5b…07

The hash is of the salt, the key and the time of joining, to the microsecond: whoever
has the file alone learns how many left and when, not who, and somebody who gets the
key of a person that a restore made free again is not taken for them.
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

_DIGEST_BYTES, _SALT_BYTES = 20, 16
_FIRST = "# Who left this server, as salted hashes. Keep it with every backup.\n"


class Happened(StrEnum):
    """What is noted of somebody; the last word of them holds."""

    ASKED = "asked"
    ASKED_BY_STEWARD = "asked-by-steward"
    STAYS = "stays"
    REMOVED = "removed"


@dataclass(frozen=True)
class LastWord:
    """What was noted last; `due` is when the week ends, None where none runs."""

    happened: Happened
    at: datetime
    due: datetime | None = None


def add_note(
    *,
    owner: int,
    joined_at: datetime,
    happened: Happened,
    now: datetime,
    due: datetime | None = None,
) -> None:
    """Add a line, safe on the disk when this returns."""
    file = _file()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    salt = next((line.salt for line in _lines(file)), secrets.token_hex(_SALT_BYTES))
    parts = [now.astimezone(UTC).isoformat(), happened, salt]
    parts.append(_hash(salt, owner, joined_at))
    if due is not None:
        parts.append(due.astimezone(UTC).isoformat())
    _append(file, " ".join(parts) + "\n")


class LastWords:
    """What was noted last of each person, for looking many of them up."""

    def __init__(self) -> None:
        self._by_hash: dict[str, LastWord] = {}
        self._salts: dict[str, None] = {}
        for line in _lines(_file()):
            self._by_hash[line.hash] = line.word
            self._salts[line.salt] = None

    def __bool__(self) -> bool:
        """Whether anybody is noted at all."""
        return bool(self._by_hash)

    def of(self, owner: int, joined_at: datetime) -> LastWord | None:
        """Return what was noted last of a person, None if nothing ever was."""
        hashes = (_hash(salt, owner, joined_at) for salt in self._salts)
        found = [self._by_hash[one] for one in hashes if one in self._by_hash]
        return max(found, key=lambda word: word.at, default=None)


def has_left(*, owner: int, joined_at: datetime) -> bool:
    """Return whether it is noted that the person was removed."""
    word = LastWords().of(owner, joined_at)
    return word is not None and word.happened is Happened.REMOVED


def copy_to(file: Path) -> bool:
    """Copy the file beside a backup; return False where nobody ever left."""
    if not _file().exists():
        return False
    file.write_bytes(_file().read_bytes())
    file.chmod(0o600)
    return True


def take_over(lines_of: Path) -> None:
    """Add what a copy beside a backup says and the file here does not know yet."""
    if not lines_of.is_file():
        return
    known = set(_text(_file()).splitlines())
    new = [line.text for line in _lines(lines_of) if line.text not in known]
    if new:
        _append(_file(), "".join(f"{text}\n" for text in new))


def beside(backup: Path) -> Path:
    """Return where the copy that belongs to a backup stands."""
    return backup.with_name(f"{backup.name}.who-left")


@dataclass(frozen=True)
class _Line:
    text: str
    salt: str
    hash: str
    word: LastWord


def _lines(file: Path) -> Iterable[_Line]:
    """Yield what can be read; half a line, of a power cut, counts for nothing."""
    for text in _text(file).splitlines():
        parts = text.split()
        try:
            at, happened = datetime.fromisoformat(parts[0]), Happened(parts[1])
            due = datetime.fromisoformat(parts[4]) if len(parts) > 4 else None
            if len(parts[3]) == 2 * _DIGEST_BYTES:
                yield _Line(text, parts[2], parts[3], LastWord(happened, at, due))
        except (ValueError, IndexError):
            continue


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return ""


def _append(file: Path, lines: str) -> None:
    """Add lines in one write, which those of other processes do not get between."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
    handle = os.open(file, flags, 0o600)
    try:
        size = os.fstat(handle).st_size
        if not size:
            lines = _FIRST + lines
        elif os.pread(handle, 1, size - 1) != b"\n":
            lines = "\n" + lines
        os.write(handle, lines.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def _file() -> Path:
    return Path(settings.WHO_LEFT_FILE)


def _hash(salt: str, owner: int, joined_at: datetime) -> str:
    text = f"{salt}\0{owner}\0{joined_at.astimezone(UTC).isoformat()}"
    return blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()
