"""What became of the files of an import."""

from dataclasses import dataclass, field

from plait.book.imports.counts import Counts
from plait.book.imports.coverage import Covered
from plait.domain.errors import Problem
from plait.formats.source import Source, Unreadable

# An export of an empty book holds tables without a line.
_OWN = "plait_"


@dataclass
class FileReport:
    """What became of one file."""

    path: str
    format: str = ""
    label: str = ""
    n_read: int = 0
    n_new: int = 0
    n_known: int = 0
    problems: list[Problem] = field(default_factory=list)
    known: bytes = b""
    new_by_kind: dict[str, int] = field(default_factory=dict)
    covered: list[Covered] = field(default_factory=list)

    def count(self, counts: Counts) -> None:
        """Add what an intake came to, once the file has ended for it."""
        self.n_new += counts.n_new
        self.n_read += counts.n_gone
        self.n_known += counts.n_known + counts.n_gone
        self.known += counts.known.tobytes()
        self.problems += counts.problems
        if counts.n_new:
            self.new_by_kind[counts.kind] = counts.n_new

    def cover(self, source: Source, covered: list[Covered]) -> None:
        """Note which days the file covers; one that covers none and holds nothing says so."""
        self.covered = covered
        is_ours = self.format.startswith(_OWN)
        if not (self.n_read or self.problems or covered or is_ours):
            self.problems.append(nothing_to_read(source.name))

    @property
    def is_news(self) -> bool:
        """Whether the file held anything at all, were it known already."""
        return bool(self.n_new or self.n_known or self.covered)


@dataclass
class ImportReport:
    """What became of all files; `batch` is None where nothing was written."""

    batch: int | None
    files: list[FileReport]


def refused(source: Source, error: Unreadable) -> FileReport:
    """Return the report of a file that nothing of was taken."""
    problem = Problem(source.name, error.what, error.value, error.fix)
    return FileReport(path=source.name, problems=[problem])


def nothing_inside(source: Source) -> Unreadable:
    """Return why an archive was refused that opened without error."""
    return Unreadable(
        "Nothing in this archive is a file that Plait knows",
        value=source.name,
        fix="Look inside and import the file you mean on its own.",
    )


def nothing_to_read(name: str) -> Problem:
    """Return what is said of a file that Plait knows, but that holds no line."""
    return Problem(
        name,
        "Nothing to read in this file: it holds no lines",
        "",
        "Export it again, for a period in which something happened.",
    )
