"""What became of the files of an import."""

from dataclasses import dataclass, field

from plait.book.imports.counts import Counts
from plait.domain.errors import Problem
from plait.formats.source import Source, Unreadable


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

    def count(self, counts: Counts) -> None:
        """Add what an intake came to, once the file has ended for it."""
        self.n_new += counts.n_new
        self.n_read += counts.n_gone
        self.n_known += counts.n_known + counts.n_gone
        self.known += counts.known.tobytes()
        self.problems += counts.problems
        if counts.n_new:
            self.new_by_kind[counts.kind] = counts.n_new


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
