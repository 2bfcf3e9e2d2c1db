"""What a reading gave, put aside in a folder until it is planned and applied.

Lines stay packed on disk, some thousand to a piece, so that a file of any length
costs no more memory than one piece of it.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from plait.domain.errors import Problem
from plait.domain.records import Line, SeriesGone, StatementPeriod
from plait.formats.reading.coverage import Covered
from plait.formats.reading.frames import (
    Begins,
    Covers,
    Frame,
    Lines,
    Problems,
    Progress,
    Recognised,
    Refused,
    kind_of,
    unpack,
)

_NOT_COUNTED = frozenset([SeriesGone.__name__, StatementPeriod.__name__])

OnProgress = Callable[[str, float, int], None]
"""Called now and then with the file's name, how far it is read (0 to 1), its lines."""


class Piece(msgspec.Struct, array_like=True):
    """Lines of one kind, and where they lie in the spool."""

    kind: str
    n: int
    offset: int
    length: int


class ReadFile(msgspec.Struct):
    """One file, or one within an archive: what it is and what it holds.

    `given` counts the files as they were handed in and `within` those of an archive;
    one that nothing is taken of says why in `refused`.
    """

    given: int
    within: int
    name: str
    format: str = ""
    label: str = ""
    n_read: int = 0
    problems: list[Problem] = []
    refused: Problem | None = None
    pieces: list[Piece] = []
    covered: list[Covered] = []


class Spool:
    """The files of one reading, in the order they are to come in."""

    def __init__(self, folder: Path, files: list[ReadFile]) -> None:
        self.folder = folder
        self.files = files
        self._lines = folder / "lines"
        self._index = folder / "index"

    def pieces(
        self, file: ReadFile, only: type | None = None
    ) -> Iterator[tuple[type, list[Line]]]:
        """Yield the file's lines with their kind, some thousand of one at a time."""
        wanted = [p for p in file.pieces if only in (None, kind_of(p.kind))]
        if not wanted:
            return
        with self._lines.open("rb") as file_of_lines:
            for piece in wanted:
                file_of_lines.seek(piece.offset)
                packed = file_of_lines.read(piece.length)
                lines = unpack(Lines(piece.kind, piece.n, packed))
                yield kind_of(piece.kind) or type(lines[0]), lines

    def kinds(self, file: ReadFile) -> set[str]:
        """Return the names of the kinds of line that the file holds."""
        return {piece.kind for piece in file.pieces}

    def store(self) -> None:
        """Keep what the files are, so that `load` finds the reading again."""
        self._index.write_bytes(msgspec.msgpack.encode(self.files))

    @classmethod
    def load(cls, folder: Path) -> "Spool | None":
        """Return the reading that was saved in the folder, None if none was."""
        try:
            index = (folder / "index").read_bytes()
        except FileNotFoundError:
            return None
        return cls(folder, msgspec.msgpack.decode(index, type=list[ReadFile]))


def spooled(
    frames: Iterable[Frame], folder: Path, on_progress: OnProgress | None = None
) -> Spool:
    """Put a reading aside in the folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files: list[ReadFile] = []
    with (folder / "lines").open("wb") as lines:
        for frame in frames:
            match frame:
                case Begins():
                    files.append(ReadFile(frame.given, frame.within, frame.name))
                case Progress() if on_progress:
                    on_progress(files[-1].name, frame.fraction, files[-1].n_read)
                case Recognised() | Lines() | Problems() | Covers() | Refused():
                    _take(frame, files[-1], lines)
    return Spool(folder, files)


def _take(
    frame: Recognised | Lines | Problems | Covers | Refused,
    file: ReadFile,
    lines: IO[bytes],
) -> None:
    match frame:
        case Recognised():
            file.format, file.label = frame.format, frame.label
        case Lines():
            piece = Piece(frame.kind, frame.n, lines.tell(), len(frame.packed))
            lines.write(frame.packed)
            file.pieces.append(piece)
            file.n_read += 0 if frame.kind in _NOT_COUNTED else frame.n
        case Problems():
            file.problems += frame.problems
        case Covers():
            file.covered = frame.covered
        case Refused():
            file.refused, file.pieces, file.problems = frame.problem, [], []
            file.n_read = 0
