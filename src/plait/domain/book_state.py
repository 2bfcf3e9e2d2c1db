"""What can be wrong with a book as it is kept, and what a look at it found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong with a book."""

    EMPTY_FILE = "empty file"
    NOT_A_DATABASE = "not a database"
    UNREADABLE = "unreadable"
    NOT_WHOLE = "not whole"
    TABLE_MISSING = "table missing"
    COLUMN_MISSING = "column missing"
    BROKEN_REFERENCE = "broken reference"
    RULE_OFF = "rule off"
    STEP_MISSING = "step missing"
    UNKNOWN_STEP = "unknown step"
    NEWER = "newer"
    BEYOND = "beyond"
    HISTORY = "history"
    OPEN_TO_OTHERS = "open to others"
    AUDIT = "audit"


_DAMAGE = {
    FaultKind.EMPTY_FILE,
    FaultKind.NOT_A_DATABASE,
    FaultKind.NOT_WHOLE,
    FaultKind.TABLE_MISSING,
    FaultKind.COLUMN_MISSING,
    FaultKind.BROKEN_REFERENCE,
    FaultKind.STEP_MISSING,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, how often, and what the database says of it.

    `where` is a file, a table, a migration, a kind of record, or the number of an
    account; `n` counts what is wrong there, or is the number of the entry of that
    account; `detail` is the database's own word, or why the entry is broken.
    """

    kind: FaultKind
    where: str
    n: int = 1
    detail: str = ""

    @property
    def is_damage(self) -> bool:
        """Return whether the book should be put back from a copy."""
        return self.kind in _DAMAGE


@dataclass(frozen=True, slots=True)
class WholeCopy:
    """A copy of the book that is whole and can be put back, and its day."""

    path: str
    made_on: date


@dataclass(frozen=True, slots=True)
class BookState:
    """What a look at a book found; nothing was written to it.

    `file` is None in PostgreSQL; `n_people` None where they cannot be counted or
    there is no book yet. `n_steps_due` is how many migrations are still to be made.
    `copy` is the newest that is whole, looked for only where the book is damaged.
    """

    database: str
    file: str | None
    is_there: bool
    n_people: int | None
    n_steps_due: int
    faults: tuple[Fault, ...]
    copy: WholeCopy | None = None

    @property
    def is_damaged(self) -> bool:
        """Return whether the book should be put back from a copy."""
        return any(fault.is_damage for fault in self.faults)
