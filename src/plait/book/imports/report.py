"""What became of the files of an import."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from plait.book.imports.book_file.counts import Counts
from plait.book.imports.book_file.positions import PositionIntake
from plait.book.imports.lines.accounts import account_fingerprints
from plait.book.imports.lines.decided import Decided
from plait.book.imports.position_choice import OfferedPosition
from plait.domain.errors import Problem
from plait.domain.records import BankLine, EventLine, Line, TimeLine
from plait.formats.reading.coverage import Covered

# How many lines of a file a preview shows.
_FIRST = 5
# An export of an empty book holds tables without a line.
_OWN = "plait_"


@dataclass
class FileReport:
    """What became of one file.

    `titled` and `untitled` are the calendars of which titles are kept, and are not;
    `restored` those whose titles stand in a file that Plait wrote. `positions` are those
    of a CV that were no role before.
    """

    path: str
    format: str = ""
    label: str = ""
    n_read: int = 0
    n_new: int = 0
    n_known: int = 0
    n_changed: int = 0
    problems: list[Problem] = field(default_factory=list)
    known: bytes = b""
    new_by_kind: dict[str, int] = field(default_factory=dict)
    covered: list[Covered] = field(default_factory=list)
    first: list[Line] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    positions: list[OfferedPosition] = field(default_factory=list)

    def count(self, counts: Counts | Decided) -> None:
        """Add what a kind of line came to, once the file has ended for it."""
        self.n_new += counts.n_new
        self.n_changed += counts.n_changed
        self.n_read += counts.n_gone
        self.n_known += counts.n_known + counts.n_gone
        self.known += counts.known.tobytes()
        self.problems += counts.problems
        if isinstance(counts, PositionIntake):
            self.positions += counts.offered
        if counts.n_new:
            self.new_by_kind[counts.kind] = counts.n_new

    def end(
        self,
        parts: Iterable[Counts | Decided],
        problems: Sequence[Problem],
        covered: list[Covered],
    ) -> None:
        """Add what each kind of line came to, and what was found of the whole file.

        `problems` are of roles that lines name and nobody holds.
        """
        for one in parts:
            self.count(one)
            if isinstance(one, Decided):
                self.known += account_fingerprints(one.names.values()).tobytes()
        self.problems += problems
        self.cover(covered)

    def show(self, lines: Sequence[Line], zone: ZoneInfo) -> None:
        """Keep the first lines of money or time, those of one kind, for a preview."""
        if lines and isinstance(lines[0], BankLine | TimeLine | EventLine):
            first = [_in_zone(line, zone) for line in lines[: _FIRST - len(self.first)]]
            is_one_kind = not self.first or type(self.first[0]) is type(lines[0])
            self.first += first if is_one_kind else []

    def cover(self, covered: list[Covered]) -> None:
        """Note which days the file covers; one that covers none and holds nothing says so."""
        self.covered = covered
        is_ours = self.format.startswith(_OWN)
        if not (self.n_read or self.problems or covered or is_ours):
            self.problems.append(nothing_to_read(self.path))

    @property
    def is_news(self) -> bool:
        """Whether the file held anything at all, were it known already."""
        return bool(self.n_new or self.n_known or self.n_changed or self.covered)


@dataclass
class ImportReport:
    """What became of all files; `batch` is None where nothing was written."""

    batch: int | None
    files: list[FileReport]

    @property
    def positions(self) -> list[OfferedPosition]:
        """Positions of CVs that were no role before, one of two files once."""
        by_key: dict[str, OfferedPosition] = {}
        for one in (x for file in self.files for x in file.positions):
            if one.key not in by_key or one.is_taken:
                by_key[one.key] = one
        return list(by_key.values())


def _in_zone(line: Line, zone: ZoneInfo) -> Line:
    """Return a line with the times of its clock as the person's clock shows them."""
    if isinstance(line, TimeLine) and line.started_at and line.ended_at:
        start, end = line.started_at.astimezone(zone), line.ended_at.astimezone(zone)
        return line._replace(started_at=start, ended_at=end)
    return line


def nothing_inside(name: str) -> FileReport:
    """Return the report of an archive that opened, and holds nothing that is known."""
    problem = Problem(
        name,
        "Nothing in this archive is a file that Plait knows",
        name,
        "Look inside and import the file you mean on its own.",
    )
    return FileReport(path=name, problems=[problem])


def nothing_to_read(name: str) -> Problem:
    """Return what is said of a file that Plait knows, but that holds no line."""
    return Problem(
        name,
        "Nothing to read in this file: it holds no lines",
        "",
        "Export it again, for a period in which something happened.",
    )
