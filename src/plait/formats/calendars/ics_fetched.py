"""A calendar that was fetched, made into a file that the reader of ICS takes."""

import codecs
import re
from collections.abc import Iterable, Iterator

from plait.formats.calendars.ics_events import plain_text, uid_of
from plait.formats.calendars.ics_text import raw_calendars
from plait.formats.source import Source

_BEGIN = re.compile(rb"^BEGIN:VCALENDAR[ \t]*(\r?)$", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(rb"^X-WR-CALNAME[^:\r\n]*:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def calendar_name(body: bytes) -> str:
    """Return what a calendar calls itself, "" if it does not."""
    found = _NAME.search(body)
    return plain_text(found[1].decode(errors="replace")) if found else ""


def uids_in(source: Source) -> set[str]:
    """Return the names of all events in a file, broken ones too."""
    return {uid_of(raw) for found in raw_calendars(source) for raw in found.events}


def together(parts: Iterable[bytes], name: str) -> bytes:
    """Return calendars as one file, those without a name of their own called `name`.

    Of no calendars at all it is an empty one, so that the file is read as what it is.
    """
    return b"\r\n".join(_named(part, name) for part in parts) or _EMPTY


def _named(part: bytes, name: str) -> bytes:
    part = _utf_8(part)
    if _NAME.search(part):
        return part
    plain = " ".join(name.split())
    line = b"X-WR-CALNAME:" + "".join(_escaped(plain)).encode()
    # Servers send events one by one, each in a calendar that names nothing.
    return _BEGIN.sub(lambda found: found[0].rstrip() + b"\r\n" + line + found[1], part)


def _utf_8(part: bytes) -> bytes:
    if part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return part.decode("utf-16", errors="replace").encode()
    return part.removeprefix(codecs.BOM_UTF8)


def _escaped(text: str) -> Iterator[str]:
    for letter in text:
        yield f"\\{letter}" if letter in "\\;," else letter
