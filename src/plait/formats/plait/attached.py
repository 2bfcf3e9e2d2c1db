"""Files kept with payments, as an export holds them: bytes beside a list of them.

The list (a section of a book file) says which payment each belongs to and what its
bytes must come to. What it says of where they lie is never opened as a path: the
bytes are looked for among the files that were given together, by their name.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from plait.domain.attachments import MOST_BYTES, exported_sha256
from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.domain.schemas.book_records import AttachmentRecord, BookRecord
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import shorten

NAME = "plait_attachment"
LABEL = "Plait export (a file kept with a payment)"
FOLDER = "files"

_STEPS = re.compile(r"[/\\]|\s\u203a\s")
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")


def recognise(source: Source) -> bool:
    """Return whether its name ends with what its bytes come to."""
    named = exported_sha256(source.name)
    if not named or source.size > MOST_BYTES:
        return False
    with source.open() as file:
        return sha256(file.read(MOST_BYTES)).hexdigest() == named


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield nothing: the list says what the file is."""
    return iter(())


def with_contents(
    records: Iterable[BookRecord | Problem], source: Source
) -> Iterator[BookRecord | Problem]:
    """Yield files with their bytes; one that is missing or another is a problem."""
    beside = {_STEPS.split(one.name)[-1]: one for one in source.beside}
    for record in records:
        if isinstance(record, AttachmentRecord):
            yield _with_content(record, beside)
        else:
            yield record


def _with_content(
    record: AttachmentRecord, beside: dict[str, Source]
) -> AttachmentRecord | Problem:
    if _OUTSIDE.search(record.file):
        return _problem(
            record,
            "This file is said to lie outside the export",
            "Do not trust this export; ask whoever made it for another.",
        )
    found = beside.get(_STEPS.split(record.file)[-1])
    # A link may lead to anything that this program may read.
    if found is None or found.path.is_symlink():
        return _missing(record)
    try:
        if found.size != record.size:
            return _another(record)
        with found.open() as file:
            content = file.read(MOST_BYTES + 1)
    except Unreadable:
        return _missing(record)
    if sha256(content).hexdigest() != record.sha256:
        return _another(record)
    return record._replace(content=content)


def _missing(record: AttachmentRecord) -> Problem:
    return _problem(
        record,
        "A file that was kept with a payment is not in this export",
        "Import the export as a whole, with its folder of files.",
    )


def _another(record: AttachmentRecord) -> Problem:
    return _problem(
        record,
        "This file is not the one that was exported",
        "Export it again, or attach the file to its payment by hand.",
    )


def _problem(record: AttachmentRecord, what: str, fix: str) -> Problem:
    return Problem(record.where, what, shorten(f"{record.name}: {record.file}"), fix)
