"""What an import is to do with each line of a file: decided before anything is written."""

from array import array
from dataclasses import dataclass, field
from enum import IntEnum

from plait.domain.errors import Problem


class Action(IntEnum):
    """What becomes of a line: a new record, none since it is held, or a correction."""

    NEW = 0
    KNOWN = 1
    CHANGED = 2


@dataclass
class Decided:
    """What becomes of the lines of one kind in one file, in file order.

    `fingerprints` holds for each line that of the record it is: its own if new, else
    the held one's. `known` holds what the file tells of records that others brought,
    which an undo needs (see `undo`). `n_gone` counts events that the file calls off,
    `names` are the file's names of accounts with the book's, and `others` further
    fingerprints under which records are to be known, with those that they bear.
    """

    kind: str
    actions: bytearray = field(default_factory=bytearray)
    fingerprints: "array[int]" = field(default_factory=lambda: array("q"))
    known: "array[int]" = field(default_factory=lambda: array("q"))
    problems: list[Problem] = field(default_factory=list)
    n_gone: int = 0
    names: dict[str, str] = field(default_factory=dict)
    others: dict[int, int] = field(default_factory=dict)

    @property
    def n_new(self) -> int:
        """How many records come in."""
        return self.actions.count(Action.NEW)

    @property
    def n_known(self) -> int:
        """How many lines are held already."""
        return self.actions.count(Action.KNOWN)

    @property
    def n_changed(self) -> int:
        """How many lines correct a record that is held."""
        return self.actions.count(Action.CHANGED)

    def add(self, action: Action, fingerprint: int) -> None:
        """Decide about the next line."""
        self.actions.append(action)
        self.fingerprints.append(fingerprint)
        if action is not Action.NEW:
            self.known.append(fingerprint)

    def settle(
        self, index: int, action: Action, fingerprint: int, *, is_kept: bool = False
    ) -> None:
        """Decide otherwise about a line that seemed to be new.

        With `is_kept` the record is known by the line's own fingerprint from now on.
        """
        if is_kept:
            self.others[self.fingerprints[index]] = fingerprint
        self.actions[index] = action
        self.fingerprints[index] = fingerprint
        self.known.append(fingerprint)
