"""What a person has to give, and when not: leave, seasons, and time around roles."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plait.domain.period import Period


class AbsenceKind(StrEnum):
    """Why no hours are due; public holidays are known already."""

    LEAVE = "leave"
    SICKNESS = "sickness"
    PARENTAL = "parental"
    OTHER = "other"


class OverheadKind(StrEnum):
    """What takes time beside the roles' own hours."""

    TRAVEL = "travel"
    ADMIN = "admin"
    REST = "rest"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away: from one role (an index), or from all (None).

    `hours` is how much of each of its days is off, None for whole days.
    """

    kind: AbsenceKind
    period: Period
    role: int | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A stretch with another number of hours a week to give than usual."""

    period: Period
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Overhead:
    """Hours a week that go to travel, admin or rest; for one role, or for none."""

    kind: OverheadKind
    period: Period
    hours: Decimal
    role: int | None = None


@dataclass(frozen=True, slots=True)
class HolidayChange:
    """A public holiday that is dropped or added by the person.

    `day` is a date (2026-12-24), a day of every year (12-24), or the English name of a
    holiday (Good Friday). It holds at one `organisation`, or at all where that is "".
    """

    day: str
    is_free: bool
    organisation: str = ""

    @property
    def change(self) -> tuple[str, bool]:
        """The day, and whether it is free: what makes one calendar of holidays."""
        return self.day, self.is_free


def changes_at(
    changes: tuple[HolidayChange, ...], organisation: str
) -> tuple[tuple[str, bool], ...]:
    """Return what holds at an organisation; what is said of it alone comes last."""
    name = organisation.casefold()
    general = tuple(one.change for one in changes if not one.organisation)
    own = (one for one in changes if one.organisation)
    return general + tuple(o.change for o in own if o.organisation.casefold() == name)


class StretchList(StrEnum):
    """Which of the lists of availability a stretch stands in."""

    LEAVE = "leave"
    SEASON = "season"
    OVERHEAD = "overhead"


@dataclass(frozen=True, slots=True)
class SavedStretch:
    """A stretch as the book holds it, to be listed and removed.

    `kind` is that of a leave or an overhead, "" of a season; `role` a key, "" for
    none; `hours` are a week's, or those of each day of leave, None for whole days.
    """

    list: StretchList
    id: int
    period: Period
    kind: str = ""
    hours: Decimal | None = None
    role: str = ""
    note: str = ""
