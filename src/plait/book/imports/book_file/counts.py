"""What every intake counts, whichever kind of line or entry it takes."""

from array import array
from typing import ClassVar

from plait.domain.errors import Problem


class Counts:
    """How many were new, known, or told as gone; the known by their fingerprints."""

    kind: ClassVar[str]

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Begin a file: count from nothing."""
        self.n_new = 0
        self.n_known = 0
        self.n_changed = 0
        self.n_gone = 0
        self.known: array[int] = array("q")
        self.problems: list[Problem] = []

    def finish(self) -> None:
        """Do what can only be done once the whole file was seen."""
