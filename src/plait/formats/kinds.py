"""Files that Plait does not read, told by their first bytes, and what to take instead.

Each refusal names the kind, so that nobody is asked what the columns of a picture
mean.
"""

import re
from typing import NamedTuple

from plait.domain.schemas.schema import gettext_noop as _
from plait.formats.source import Source, Unreadable


class Kind(NamedTuple):
    """What a file is, and where the same can be had in a form that is read."""

    what: str
    fix: str


_STATEMENT = _("At your bank, choose CAMT.053, MT940, OFX or CSV instead.")
_WORKBOOK = _("Open it and save it as XLSX or CSV, then choose that file.")
_UNPACK = _("Unpack it yourself and choose the files in it.")
_IMAGE = Kind(
    _("This is a picture"),
    _(
        "Export the records themselves: CSV or CAMT.053 from a bank, CSV from a tracker."
    ),
)
_PDF = Kind(_("This is a PDF, which is made for reading on paper"), _STATEMENT)
_CODA = Kind(_("This is a CODA statement, which Plait does not read"), _STATEMENT)
_NORMA_43 = Kind(
    _("This is a Norma 43 statement, which Plait does not read"), _STATEMENT
)
_OLD_OFFICE = Kind(
    _("This is a file of an older Office program, such as XLS or DOC"), _WORKBOOK
)
_DOCUMENT = Kind(_("This is a document or a presentation, and no table"), _WORKBOOK)
_ARCHIVE = Kind(_("This is an archive that Plait does not open; it opens ZIP"), _UNPACK)
_CONTACTS = Kind(
    _("These are contacts (vCard), and Plait keeps none"),
    _("Choose a calendar (ICS), a bank statement or an export of your hours."),
)
_PAGE = Kind(
    _("This is a web page, and not what it was to download"),
    _("Sign in there again and download the file itself."),
)
_DATABASE = Kind(
    _("This is a database; a backup of Plait is put back and not imported"),
    _("Put a backup back with: plait restore FILE"),
)

_BY_START: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", _PDF),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"{\\rtf", _DOCUMENT),
    (b"SQLite format 3\0", _DATABASE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
)
_ZIP = b"PK\x03\x04"
_DOCUMENTS = (
    b"word/",
    b"ppt/",
    b"opendocument.text",
    b"opendocument.presentation",
    b"Index/Document.iwa",
)
_SPREADSHEET = (b"xl/", b"opendocument.spreadsheet")
# The fixed columns of the first record, in which both standards are strict.
_CODA_START = re.compile(r"0{5}\d{6}\d{3}05[D ]")
_NORMA_43_START = re.compile(r"11\d{18}\d{12}[12]\d{14}\d{3}")
_PAGE_START = re.compile(r"\s{0,200}<(?:!doctype html|html)\b", re.IGNORECASE)
_CONTACTS_START = re.compile(r"\s{0,200}BEGIN:VCARD\b", re.IGNORECASE)


def refuse_by_name(source: Source) -> None:
    """Raise `Unreadable`, naming the kind, for a file that is known but not read."""
    kind = kind_of(source)
    if kind is not None:
        raise Unreadable(kind.what, value=source.name, fix=kind.fix)


def kind_of(source: Source) -> Kind | None:
    """Return what a file is that no reader takes, None where its start does not say."""
    head = source.head
    for start, kind in _BY_START:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _IMAGE
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return _IMAGE
    if head.startswith(_ZIP):
        is_table = any(mark in head for mark in _SPREADSHEET)
        is_document = any(mark in head for mark in _DOCUMENTS)
        return _DOCUMENT if is_document and not is_table else None
    return _of_text(source.head_text)


def _of_text(text: str) -> Kind | None:
    starts = (
        (_CODA_START, _CODA),
        (_NORMA_43_START, _NORMA_43),
        (_CONTACTS_START, _CONTACTS),
        (_PAGE_START, _PAGE),
    )
    return next((kind for start, kind in starts if start.match(text)), None)
