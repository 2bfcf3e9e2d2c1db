"""What a Plait file tells of a person beside their records: one tuple an entry.

`where` names the entry in its file ("roles 3"), so that a problem found later can
still point at it. A role is named by its key.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.period import Period
from plait.domain.roles import Agreement, Role
from plait.domain.rules import RuleField


class PersonTold(NamedTuple):
    """What the person says of themselves; empty or None where the file is silent."""

    where: str
    name: str = ""
    currency: str = ""
    timezone: str = ""
    language: str = ""
    capacity_minutes: int | None = None
    country: str = ""
    region: str = ""
    born_on: date | None = None
    travel_minutes: int | None = None


class AccountTold(NamedTuple):
    """An account of the person's own."""

    where: str
    identifier: str
    name: str = ""


class MappingTold(NamedTuple):
    """Which column means what in tables of one heading (see `formats.table`)."""

    where: str
    name: str
    signature: str
    columns: dict[str, Any]


class RoleTold(NamedTuple):
    """A role without its agreements; its colour is 0 where the file names none."""

    where: str
    role: Role


class AgreementTold(NamedTuple):
    """Terms of a role."""

    where: str
    role: str
    terms: Agreement


class RuleTold(NamedTuple):
    """A rule the person confirmed; without a role it says private."""

    where: str
    field: RuleField
    value: str
    role: str
    confirmed_at: datetime | None = None


class CheckInTold(NamedTuple):
    """How a role felt in the week of that Monday, each from 1 to 5."""

    where: str
    role: str
    week_on: date
    energy: int
    meaning: int
    growth: int
    pressure: int
    note: str = ""


class AbsenceTold(NamedTuple):
    """Days away, from the role of that key or, without one, from all."""

    where: str
    kind: AbsenceKind
    period: Period
    role: str = ""
    note: str = ""


class SeasonTold(NamedTuple):
    """A stretch with other hours to give."""

    where: str
    season: Season


class OverheadTold(NamedTuple):
    """Hours a week beside the roles' own; for the role of that key, or for none."""

    where: str
    kind: OverheadKind
    period: Period
    hours: Decimal
    role: str = ""


Told = (
    PersonTold
    | AccountTold
    | MappingTold
    | RoleTold
    | AgreementTold
    | RuleTold
    | CheckInTold
    | AbsenceTold
    | SeasonTold
    | OverheadTold
)
