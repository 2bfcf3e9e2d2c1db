"""Which positions of a CV become roles, and what a preview shows of each."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from plait.domain.records import PositionLine
from plait.domain.rules import plain


class Positions(StrEnum):
    """The positions taken where none was chosen by itself."""

    ALL = "all"
    CURRENT = "current"
    NONE = "none"


@dataclass(frozen=True)
class PositionChoice:
    """Which positions become roles; with `keys` those alone, whatever `which` says.

    `today` decides what is current; without it a position with an end is past.
    """

    which: Positions = Positions.CURRENT
    today: date | None = None
    keys: frozenset[str] | None = None

    @classmethod
    def of(cls, keys: Iterable[str]) -> Self:
        """Return the choice of single positions."""
        return cls(keys=frozenset(keys))

    def takes(self, line: PositionLine, *, is_held: bool) -> bool:
        """Return whether a position becomes a role.

        `is_held` says that there is a role of that name at that organisation already,
        of another time.
        """
        if self.keys is not None:
            return position_key(line) in self.keys
        if self.which == Positions.CURRENT:
            return self._is_current(line) and not is_held
        return self.which == Positions.ALL

    def _is_current(self, line: PositionLine) -> bool:
        if line.ended_on is None:
            return True
        return self.today is not None and line.ended_on > self.today


@dataclass(frozen=True)
class OfferedPosition:
    """A position that is no role yet; `ended_on` is the day after its last.

    `is_taken` says whether it becomes one, as was chosen.
    """

    key: str
    name: str
    organisation: str
    started_on: date
    ended_on: date | None
    is_taken: bool


def offered_position(line: PositionLine, *, is_taken: bool) -> OfferedPosition:
    """Return a position as a preview shows it."""
    return OfferedPosition(
        key=position_key(line),
        name=role_name(line),
        organisation=organisation_name(line),
        started_on=line.started_on,
        ended_on=line.ended_on,
        is_taken=is_taken,
    )


def position_key(line: PositionLine) -> str:
    """Return what names a position, the same in every file that holds it."""
    names = (plain(role_name(line)), plain(organisation_name(line)))
    text = "\n".join((*names, line.started_on.isoformat()))
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]


def role_name(line: PositionLine) -> str:
    """Return the name of its role."""
    return (line.title or line.organisation)[:200]


def organisation_name(line: PositionLine) -> str:
    """Return where it is held; one's own title stands for oneself."""
    return (line.organisation or line.title)[:200]
