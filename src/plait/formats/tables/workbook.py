"""Whether a workbook is fit to be opened, told before it is unpacked into memory.

A sheet is read as a full rectangle, so one cell in the far corner would ask for
more memory than there is. How far it reaches is worked out first.
"""

import errno
import re
import zipfile
import zlib
from functools import reduce
from typing import IO

from plait.formats.source import LARGEST_BYTES, Source, Unreadable

MOST_CELLS = 10_000_000
HIGHEST_RATIO = 200
# A short table of equal rows may shrink as far as a bomb and does no harm.
_RATIO_FROM_BYTES = 10_000_000
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_PIECE = 4 << 20
# Only references from AA or row 100000 on: nearer ones cannot reach far.
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:([A-Za-z]{2,})(\d+)|[A-Za-z]?(\d{6,}))""")
_PREFIX = re.compile(rb"<\w+:")
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26
# A member with a password is a RuntimeError.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)


def check(source: Source) -> None:
    """Refuse what would fill the memory, before anything is unpacked at length."""
    if not source.head.startswith(ZIP):
        raise Unreadable(
            "This is a workbook of an old kind",
            value=source.name,
            fix="Save it as XLSX or CSV.",
        )
    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            _check_members(source, archive)
    except _DAMAGE as error:
        raise damaged(source) from error
    except OSError as error:
        # A position in the archive that cannot be; a disk that fails is not ours.
        if error.errno != errno.EINVAL:
            raise
        raise damaged(source) from error


def _check_members(source: Source, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if not any(member.filename.startswith("xl/") for member in members):
        raise Unreadable(
            "This archive is not a workbook that Plait reads",
            value=source.name,
            fix="Save the table as XLSX or CSV.",
        )
    # These sizes may be lies; the library stops at a member that grows past them.
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    is_bomb = unpacked > _RATIO_FROM_BYTES and unpacked > packed * HIGHEST_RATIO
    if unpacked > LARGEST_BYTES or is_bomb:
        raise Unreadable(
            "This workbook unpacks to far more than a table needs",
            value=source.name,
            fix="Save the sheet that you need as CSV.",
        )
    for member in members:
        with archive.open(member) as part:
            if _extent(part) > MOST_CELLS:
                raise Unreadable(
                    "A sheet of this workbook reaches too far out",
                    value=f"{source.name}, {member.filename}",
                    fix="Copy the table alone to a new sheet, or save it as CSV.",
                )


def _extent(part: IO[bytes]) -> int:
    """Return how many cells the rectangle around all cells of a sheet may have.

    References below AA and 100000 are not looked at one by one: there are too many,
    and they cannot reach far. Cells and rows without a reference count by number.
    """
    last_row, last_column, most_in_row, n_rows, rest = (
        _NEAR_ROWS,
        _NEAR_COLUMNS,
        0,
        0,
        b"",
    )
    while piece := part.read(_PIECE):
        # A tag may be cut in two by the pieces, so its beginning waits for the next.
        text, mark, rest = (rest + piece).rpartition(b"<")
        rest = mark + rest
        # Some programs write <x:c> for <c>, in a namespace of their own naming.
        if b":c" in text:
            text = _PREFIX.sub(b"<", text)
        for letters, row, far_row in _FAR.findall(text):
            last_row = max(last_row, int((row or far_row)[:9]))
            last_column = max(last_column, _column(letters))
        in_rows = [cells.count(b"<c") for cells in text.split(b"<row")]
        n_rows += len(in_rows) - 1
        most_in_row = max(most_in_row, *in_rows)
    return max(last_row, n_rows) * max(last_column, most_in_row)


def _column(letters: bytes) -> int:
    return reduce(lambda n, letter: n * 26 + letter - 64, letters[:4].upper(), 0)


def damaged(source: Source) -> Unreadable:
    """Return the refusal of a workbook that cannot be read."""
    return Unreadable(
        "This workbook is damaged or locked",
        value=source.name,
        fix="Open it, save it again as XLSX or CSV without a password.",
    )
