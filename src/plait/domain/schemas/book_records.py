"""What a Plait book file holds beside its tables: one tuple an entry.

`where` names the entry in its file ("roles 3"), so that a problem found later can
still point at it. A role is named by its key.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.known import KnownKind
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.recurring import Rhythm
from plait.domain.reminders import ReminderKind
from plait.domain.roles import Agreement, Role
from plait.domain.rules import RuleField
from plait.domain.scenarios import Scenario
from plait.domain.settled_findings import SettledAs
from plait.domain.settlements import SettlementKind, SettlementSource


class PersonRecord(NamedTuple):
    """The person's own settings; empty or None where the file leaves them out.

    Savings and floor are in minor units of `savings_currency`, of `currency` where that
    is empty; `set_aside` is in thousandths.
    """

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
    savings_minor: int | None = None
    floor_minor: int | None = None
    savings_currency: str = ""
    set_aside: int | None = None
    numbers: str = ""
    dates: str = ""
    clock: str = ""
    hidden_findings: str = ""


class AccountRecord(NamedTuple):
    """An account of the person's own; `share` is what of its money is theirs, 0 to 1."""

    where: str
    identifier: str
    name: str = ""
    other_names: tuple[str, ...] = ()
    share: Decimal = Decimal(1)


class PayerNameRecord(NamedTuple):
    """A name whose payments count as another's."""

    where: str
    alias: str
    name: str


class DismissedRoleRecord(NamedTuple):
    """The plain name of a payer or a client that is no role."""

    where: str
    name: str


class CoverageRecord(NamedTuple):
    """Which days a file covered of an account, tracker or calendar, both included.

    Amounts are in minor units; None where the file had none.
    """

    where: str
    kind: KnownKind
    name: str
    starts_on: date
    ends_on: date
    is_stated: bool = False
    currency: str = ""
    opening_minor: int | None = None
    closing_minor: int | None = None
    lines_minor: int | None = None
    source: str = ""


class MappingRecord(NamedTuple):
    """Which column means what in tables of one heading (see `formats.tables.table`)."""

    where: str
    name: str
    signature: str
    columns: dict[str, Any]


class RoleRecord(NamedTuple):
    """A role without its agreements; its colour is 0 where the file names none."""

    where: str
    role: Role


class AgreementRecord(NamedTuple):
    """Terms of a role."""

    where: str
    role: str
    terms: Agreement


class RuleRecord(NamedTuple):
    """A rule the person confirmed; without a role it says private."""

    where: str
    field: RuleField
    value: str
    role: str
    confirmed_at: datetime | None = None


class CheckInRecord(NamedTuple):
    """How a role felt in the week of that Monday, each from 1 to 5."""

    where: str
    role: str
    week_on: date
    energy: int
    meaning: int
    growth: int
    pressure: int
    note: str = ""


class AbsenceRecord(NamedTuple):
    """Days away, from the role of that key or, without one, from all."""

    where: str
    kind: AbsenceKind
    period: Period
    role: str = ""
    note: str = ""
    hours: Decimal | None = None


class HolidayRecord(NamedTuple):
    """A public holiday dropped or added; at the organisation of that name, or at all."""

    where: str
    day: str
    is_free: bool
    organisation: str = ""


class SeasonRecord(NamedTuple):
    """A stretch with other hours to give."""

    where: str
    season: Season


class OverheadRecord(NamedTuple):
    """Hours a week beside the roles' own; for the role of that key, or for none."""

    where: str
    kind: OverheadKind
    period: Period
    hours: Decimal
    role: str = ""


class CauseRecord(NamedTuple):
    """What roles (keys) depend on together; a chance a year where one is known."""

    where: str
    name: str
    roles: tuple[str, ...]
    chance: Decimal | None = None


class BeliefRecord(NamedTuple):
    """How likely a role is to end within a year, and what that weighs in years."""

    where: str
    role: str
    chance: Decimal
    years: Decimal


class FallbackRecord(NamedTuple):
    """What would replace a role, in how many weeks, and the next step toward it."""

    where: str
    role: str
    what: str
    weeks: int
    share: Decimal = Decimal(1)
    helper: str = ""
    step: str = ""
    step_by: date | None = None


class InvoiceRecord(NamedTuple):
    """Money asked for."""

    where: str
    role: str
    amount: Money
    issued_on: date
    due_on: date
    paid_on: date | None = None
    number: str = ""


class SettlementRecord(NamedTuple):
    """What settled an invoice, named by its role (a key), number, day and amount.

    `payment` is the fingerprint of a payment as Plait's tables write it, "" for none;
    `invoice` the amount of the invoice, None where its other names are enough.
    """

    where: str
    role: str
    issued_on: date
    amount: Money
    kind: SettlementKind = SettlementKind.PAYMENT
    number: str = ""
    invoice: Money | None = None
    payment: str = ""
    on: date | None = None
    source: SettlementSource = SettlementSource.FILE
    noted_on: date | None = None


class RecurringRecord(NamedTuple):
    """Money or time that comes again and again; below zero is money that goes out.

    `except_on` are days as they are written, 2026-11-01.
    """

    where: str
    starts_on: date
    rhythm: Rhythm
    every: int = 1
    ends_on: date | None = None
    role: str = ""
    amount_minor: int | None = None
    currency: str = ""
    seconds: int | None = None
    payer: str = ""
    text: str = ""
    payment_kind: str = ""
    except_on: tuple[str, ...] = ()


class AttachmentRecord(NamedTuple):
    """A file kept with a payment, which is named as Plait's tables write it.

    `file` is where its bytes lie in an export; `content` is they themselves.
    """

    where: str
    payment: str
    name: str
    sha256: str
    size: int
    file: str
    added_at: datetime | None = None
    content: bytes = b""


class ReminderRecord(NamedTuple):
    """A reminder that was chosen once; `at` is written 19:00, Monday is 0."""

    where: str
    kind: ReminderKind
    is_on: bool = True
    at: str = "09:00"
    weekday: int = 0
    n: int = 1
    ends_weeks: int = 0
    dismissed_on: date | None = None


class SettledFindingRecord(NamedTuple):
    """A finding that was settled or put off; `numbers` are written as JSON."""

    where: str
    key: str
    kind: str
    reason: str
    on: date
    settled_as: SettledAs = SettledAs.SETTLED
    role: str = ""
    title: str = ""
    numbers: str = "{}"


class ScenarioRecord(NamedTuple):
    """A stress test of the person's own, as `formats.plait.scenarios` reads it."""

    where: str
    scenario: Scenario


BookRecord = (
    PersonRecord
    | AccountRecord
    | PayerNameRecord
    | DismissedRoleRecord
    | CoverageRecord
    | MappingRecord
    | RoleRecord
    | AgreementRecord
    | RuleRecord
    | CheckInRecord
    | AbsenceRecord
    | HolidayRecord
    | SeasonRecord
    | OverheadRecord
    | CauseRecord
    | BeliefRecord
    | FallbackRecord
    | InvoiceRecord
    | SettlementRecord
    | SettledFindingRecord
    | ScenarioRecord
    | RecurringRecord
    | ReminderRecord
    | AttachmentRecord
)
