"""The text of an OFX file, cut into transactions and what stands between them."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from plait.formats.markup import cut_off, endless
from plait.formats.source import Source

_BEGIN = "<STMTTRN>"
_END = "</STMTTRN>"
_PIECE = 1 << 18
# No bank writes a transaction of 4 MB; without a bound a hostile file fills memory.
_LONGEST = 1 << 22


class Part(NamedTuple):
    """A stretch of the file: one transaction's inside, or what surrounds them."""

    line: int
    text: str
    is_transaction: bool
    is_closed: bool = True


def parts(source: Source) -> Iterator[Part]:
    """Yield the parts in file order, holding little of the file at a time."""
    line = 1
    for piece in _pieces(source):
        around, *blocks = piece.split(_BEGIN)
        yield Part(line, around, is_transaction=False)
        line += around.count("\n")
        for block in blocks:
            body, end, after = block.partition(_END)
            yield Part(line, body, is_transaction=True, is_closed=bool(end))
            yield Part(line, after if end else block, is_transaction=False)
            line += block.count("\n")


def _pieces(source: Source) -> Iterator[str]:
    """Yield the text in pieces that never cut a transaction or a value."""
    held = ""
    try:
        with io.TextIOWrapper(source.open(), encoding(source), newline="") as file:
            while read := file.read(_PIECE):
                held += read
                cut = _safe_cut(held)
                if len(held) - cut > _LONGEST:
                    raise endless(source)
                yield held[:cut]
                held = held[cut:]
    except UnicodeError as error:
        raise cut_off(source, str(error)) from error
    yield held


def _safe_cut(text: str) -> int:
    # Not within the last transaction that began: its end may not be read yet.
    last = text.rfind(_BEGIN)
    if last > 0:
        return last
    if last == 0 and _END not in text:
        return 0
    return max(text.rfind("<"), 0)


_CHARSET = re.compile(r"CHARSET:\s*(?:CP|WINDOWS-)?(\d{3,5})\b", re.IGNORECASE)
_DECLARED = re.compile(r"\s*<\?xml[^>]*?encoding=[\"']([\w.-]+)[\"']")


def encoding(source: Source) -> str:
    """Return the encoding: what the bytes prove, else what the header says.

    Many banks write CHARSET:1252 above UTF-8, so bytes that are UTF-8 or bear a
    mark are believed first.
    """
    proven = source.encoding
    if proven != "cp1252":
        return proven
    page = _CHARSET.search(source.head_text)
    declared = _DECLARED.match(source.head_text)
    name = f"cp{page[1]}" if page else declared[1] if declared else proven
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return proven
    # ISO 8859-1 is a part of Windows-1252, which is what is really meant by it.
    is_page = known.startswith(("cp", "iso8859", "koi8")) and known != "iso8859-1"
    return known if is_page else proven
