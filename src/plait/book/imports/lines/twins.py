"""What is held under other words: what finding it has in common for each kind of line."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from plait.accounts.models import Person
from plait.book.imports.lines.decided import Action, Decided
from plait.domain.records import BankLine, TimeLine

LineT = TypeVar("LineT", BankLine, TimeLine)


class Held(Protocol):
    """A record that the book holds, or that an earlier file of the import brings."""

    @property
    def fingerprint(self) -> int:
        """What it bears itself."""
        ...

    @property
    def on(self) -> date:
        """Its day."""
        ...


HeldT = TypeVar("HeldT", bound=Held)


class Missed(NamedTuple, Generic[LineT]):
    """A line of the file that the book does not hold by its fingerprint.

    `place` is where in the file it stands, `source` the format it came by, `account`
    the book's name of its account, where it has one.
    """

    place: int
    line: LineT
    source: str
    account: str = ""


class Twins(ABC, Generic[LineT, HeldT]):
    """Finds which lines of a file are records that are held under other words."""

    def __init__(self, viewer: Person, *, is_empty: bool) -> None:
        self._viewer = viewer
        self._is_empty = is_empty
        self._earlier: list[HeldT] = []
        self.begin(is_last=False)

    def begin(self, *, is_last: bool) -> None:
        """Begin a file; what the last one brings no other file will tell."""
        self._is_last = is_last
        # Alone in an empty book it can meet nothing: not worth remembering.
        self.is_alone = is_last and self._is_empty and not self._earlier
        self.missed: list[Missed[LineT]] = []
        self._met: set[int] = set()

    def settle(self, decided: Decided) -> None:
        """Decide about the missed lines; what is left of them is new indeed."""
        if self.missed and (held := self._unmet()):
            self._settle(held, decided)
        if not self._is_last:
            self._earlier += (
                self._as_held(missed, decided.fingerprints[missed.place])
                for missed in self.missed
                if decided.actions[missed.place] == Action.NEW
            )

    def _unmet(self) -> list[HeldT]:
        """Return what is held on the days of the missed lines, if met by none."""
        days = [_day_of(missed.line) for missed in self.missed]
        first, last = min(days), max(days)
        held: list[HeldT] = []
        if not self._is_empty:
            held += self._stored(first, last)
        held += (one for one in self._earlier if first <= one.on <= last)
        return [one for one in held if one.fingerprint not in self._met]

    @abstractmethod
    def _stored(self, first: date, last: date) -> Iterable[HeldT]:
        """Return what the book holds on these days, and the last of them."""

    @abstractmethod
    def _as_held(self, missed: Missed[LineT], fingerprint: int) -> HeldT:
        """Return what a line brings, for the files after it."""

    @abstractmethod
    def _settle(self, held: list[HeldT], decided: Decided) -> None:
        """Decide which missed lines are among what is held."""


def _day_of(line: BankLine | TimeLine) -> date:
    return line.booked_on if isinstance(line, BankLine) else line.on
