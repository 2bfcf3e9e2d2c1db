"""A file somebody gave us: hostile until read, opened here and nowhere else."""

import io
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple
from zoneinfo import ZoneInfo

from plait.domain.errors import PlaitError
from plait.formats.code_pages import code_page_of

HEAD_BYTES = 65_536
LARGEST_BYTES = 200_000_000


class Unreadable(PlaitError):
    """A file as a whole cannot be taken: nothing of it is kept."""


class NoCurrency(Unreadable):
    """A file with amounts says nowhere in which currency, and nobody else did."""


class Options(NamedTuple):
    """What a reader may need to know that the file does not say.

    `today` bounds what is read ahead; `timezone` is for clock times without one;
    `is_day_first` settles 03/04/2025, None where the person has not said;
    `currency` is that of amounts without one, "" where nobody said it: then
    `known_currencies` of accounts that the book has, by their names, come first.
    `mapping` names the columns of an unknown table (see `formats.tables.table`).
    """

    today: date
    timezone: ZoneInfo
    is_day_first: bool | None = None
    person: str = ""
    currency: str = "EUR"
    mapping: Any = None
    known_currencies: Mapping[str, str] = MappingProxyType({})

    def currency_of(self, account: str) -> str:
        """Return the currency of amounts of an account that the file gives none.

        What the person said comes before what the account had. Raise `NoCurrency`
        where neither is known: pounds are no euros.
        """
        found = self.currency or self.known_currencies.get(account, "")
        if not found:
            raise NoCurrency(
                "This file does not say which currency its amounts are in",
                fix="Choose it under “Read the files differently”, or add"
                " --currency GBP.",
            )
        return found


@dataclass(frozen=True)
class Source:
    """A file by its shown name and its bytes; the name is never trusted.

    `beside` are the files it came with, itself among them: an export of several
    files names in one what another tells by number.
    """

    name: str
    path: Path
    beside: "list[Source]" = field(default_factory=list, repr=False, compare=False)
    # What readers work out of the head, kept so that each of many need not do so anew.
    worked_out: dict[str, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    # A list, since a frozen object can hold nothing else that changes.
    _opened: list[IO[bytes]] = field(default_factory=list, repr=False, compare=False)

    @cached_property
    def size(self) -> int:
        """Length in bytes."""
        with _read_errors(self.name):
            return self.path.stat().st_size

    @cached_property
    def head(self) -> bytes:
        """The first 64 KB, enough to recognise any format by."""
        with _open(self) as file:
            return file.read(HEAD_BYTES)

    @cached_property
    def encoding(self) -> str:
        """The encoding of the text: by its mark, else UTF-8, else a code page."""
        for mark, name in _MARKS:
            if self.head.startswith(mark):
                return name
        return _first_that_decodes(self)

    @cached_property
    def head_text(self) -> str:
        """The head as text, never failing; for recognising only."""
        codec = self.encoding
        return self.head.decode(codec, errors="replace").removeprefix("\ufeff")

    def open(self) -> IO[bytes]:
        """Open the bytes; `fraction` then tells how far they have been read."""
        file = _open(self)
        self._opened[:] = [file]
        return file

    def text(self) -> io.TextIOWrapper:
        """Open as text with line ends untouched, as the csv module wants it."""
        return io.TextIOWrapper(self.open(), encoding=self.encoding, newline="")

    def fraction(self) -> float:
        """Return how much of the file has been read, 0 to 1."""
        if not self._opened or not self.size:
            return 0.0
        file = self._opened[0]
        return 1.0 if file.closed else file.tell() / self.size


def _open(source: Source) -> IO[bytes]:
    """Open a file; a folder, and a device or pipe that may never end, is none."""
    with _read_errors(source.name):
        if stat.S_ISREG(source.path.stat().st_mode):
            return source.path.open("rb")
    raise Unreadable(
        "This is not a file",
        value=source.name,
        fix="Choose a file that was exported; a folder or a device is none.",
    )


@contextmanager
def _read_errors(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Unreadable(
            "This file is not there any more",
            value=name,
            fix="Choose it again; it may have been moved or renamed.",
        ) from error
    except OSError as error:
        raise Unreadable(
            "This file cannot be opened",
            value=f"{name}: {error.strerror}",
            fix="Check that you may read it and that nothing else holds it.",
        ) from error


def refuse_too_large(source: Source) -> None:
    """Raise `Unreadable` for a file that is larger than Plait reads, or empty."""
    if source.size > LARGEST_BYTES:
        raise Unreadable(
            "This file is larger than Plait reads, which is 200 MB",
            value=f"{source.name}, {source.size / 1e6:,.0f} MB",
            fix="Export a shorter period, such as a year at a time.",
        )
    if not source.size:
        raise Unreadable(
            "This file is empty", value=source.name, fix="Export it again."
        )


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def _first_that_decodes(source: Source) -> str:
    """Return utf-8 if the whole file is, else its code page; reads in small pieces."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(source):
            decoder.decode(piece)
        # Otherwise a letter cut in two at the very end would pass for UTF-8.
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return code_page_of(_pieces(source))
    return "utf-8"


def _pieces(source: Source) -> Iterator[bytes]:
    with _open(source) as file:
        while piece := file.read(1 << 20):
            yield piece
