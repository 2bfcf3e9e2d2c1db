"""Zip archives: unpacked with care into the files that they hold.

What an archive says of itself (sizes, counts) is never believed: bytes are counted
while they are written, and names are shown only; on disk a member is a number.
"""

import errno
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plait.domain.attachments import exported_sha256
from plait.formats.source import HEAD_BYTES, LARGEST_BYTES, Source, Unreadable

# Stands between an archive's name and its member's, here and on the screen.
WITHIN = " › "  # noqa: RUF001  # a typographic arrow

MOST_MEMBERS = 1_000
# Unpacked, an archive may cost no more than a file that comes by itself.
MOST_BYTES = LARGEST_BYTES
# Exported text shrinks to a tenth, at times to a fiftieth; a bomb a thousandfold.
HIGHEST_RATIO = 200
# A short table of equal rows may shrink as far as a bomb and does no harm.
_RATIO_FROM_BYTES = 1_000_000

_PIECE = 65_536
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"  # stands before each member in the archive's directory
# Two bits of the format: packed with a password, and with a strong one.
_IS_ENCRYPTED = 0x1 | 0x40
_UNPACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What systems add beside the person's own files.
_SYSTEM = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")

# What the standard library raises on bytes that are not what the format says.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
)


def members(source: Source, into: Path) -> list[Source]:
    """Return the text files that a zip holds, unpacked into the folder `into`.

    Any other file, also one that is a zip inside such as XLSX, comes back as it
    is. Raises `Unreadable`, leaving `into` as it was, where one of the members is
    not to be trusted.
    """
    if not source.head.startswith(_MAGIC) or exported_sha256(source.name):
        return [source]
    written: list[Source] = []
    try:
        with _refuse_damage(source):
            return _unpacked(source, into, written)
    except BaseException:  # also a full disk or Ctrl-C leaves nothing behind
        _remove(written)
        raise


@contextmanager
def _refuse_damage(source: Source) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        # A wrong position in the archive is an OSError too; a full disk is not ours.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        raise Unreadable(
            "This archive is damaged",
            value=source.name,
            fix="Download it again; nothing of it was taken.",
        ) from error


def _unpacked(source: Source, into: Path, written: list[Source]) -> list[Source]:
    _check_directory(source)
    with source.open() as file, zipfile.ZipFile(file) as archive:
        # Left whole: the reader of workbooks opens it, within bounds of its own.
        if _is_office(archive.namelist()):
            return [source]
        left = MOST_BYTES
        together: list[Source] = []
        into.mkdir(parents=True, exist_ok=True)
        for number, info in enumerate(_checked(source, archive)):
            part = Source(_display_name(source, info), into / f"{number:04}", together)
            written.append(part)
            left -= _write(archive, info, part, left)
    readable = [part for part in written if _is_text(part)]
    _remove([part for part in written if part not in readable])
    if not readable:
        raise Unreadable(
            "There is nothing in this archive that Plait can read",
            value=source.name,
            fix="Choose an archive that holds CSV, ICS, JSON or XML files.",
        )
    # Each part holds this very list, and only now is it known which are read.
    together += readable
    return readable


def _check_directory(source: Source) -> None:
    """Count the members before the library makes an object of each."""
    count, tail = 0, b""
    with source.open() as file:
        while piece := file.read(1 << 20):
            count += (tail + piece).count(_ENTRY)
            # A mark may begin in one piece and end in the next.
            tail = piece[-len(_ENTRY) + 1 :]
    if count > MOST_MEMBERS:
        raise Unreadable(
            "There are more files in this archive than Plait unpacks",
            value=source.name,
            fix="Unpack it yourself and choose the files that matter.",
        )


def _checked(source: Source, archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members that are files, each one fit to be unpacked."""
    for info in archive.infolist():
        if _leads_outside(info.filename):
            raise Unreadable(
                "A name in this archive leads outside it",
                value=_display_name(source, info),
                fix="Do not open it; ask whoever made it for another.",
            )
        if info.is_dir() or _SYSTEM.search(info.filename):
            continue
        if info.flag_bits & _IS_ENCRYPTED:
            raise Unreadable(
                "This archive is locked with a password",
                value=source.name,
                fix="Unpack it yourself and choose the files in it.",
            )
        if info.compress_type not in _UNPACKED:
            raise Unreadable(
                "This archive is packed in a way that Plait does not open",
                value=_display_name(source, info),
                fix="Unpack it yourself and choose the files in it.",
            )
        yield info


def _leads_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    # Nothing is ever written by that name; but whoever made it had that in mind.
    return ".." in parts or not parts[0] or bool(re.match(r"[A-Za-z]:", name))


def _write(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, part: Source, left: int
) -> int:
    """Unpack a member, at most `left` bytes of it; return how many there were."""
    most_by_ratio = max(info.compress_size * HIGHEST_RATIO, _RATIO_FROM_BYTES)
    size = 0
    with archive.open(info) as packed, part.path.open("wb") as file:
        while piece := packed.read(_PIECE):
            size += len(piece)
            if size > min(left, most_by_ratio):
                raise Unreadable(
                    "This archive unpacks to far more than it should hold",
                    value=part.name,
                    fix="Unpack it yourself and choose the files that matter.",
                )
            file.write(piece)
    if exported_sha256(part.name):
        return size  # kept with a payment as it is, never opened
    if part.head.startswith(_MAGIC) and not _is_office_file(part):
        raise Unreadable(
            "There is an archive inside this archive",
            value=part.name,
            fix="Unpack it yourself and choose the files in it.",
        )
    return size


def _is_office(names: list[str]) -> bool:
    """Tell a workbook (XLSX, ODS), which is a zip too, by what is inside."""
    return "[Content_Types].xml" in names or "mimetype" in names


def _is_office_file(part: Source) -> bool:
    _check_directory(part)
    with part.open() as file, zipfile.ZipFile(file) as archive:
        return _is_office(archive.namelist())


def _is_text(part: Source) -> bool:
    """Return whether this is text, a workbook, or kept with a payment of an export."""
    if exported_sha256(part.name):
        return True
    # UTF-16 is half zeros and a workbook is none of it text: their marks tell them.
    if part.head.startswith((*_UTF_16, *_MAGIC)):
        return True
    return b"\0" not in part.head[:HEAD_BYTES]


def _display_name(source: Source, info: zipfile.ZipInfo) -> str:
    """Return the member's name after the archive's, fit for a screen."""
    name = "".join(c if c.isprintable() else "?" for c in info.filename)
    # The end of a path, where the file's own name is.
    return f"{source.name}{WITHIN}{name[-120:]}"


def _remove(parts: list[Source]) -> None:
    for part in parts:
        part.path.unlink(missing_ok=True)
