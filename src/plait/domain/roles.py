"""Roles, the organisations they are held at, and the terms agreed over time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plait.domain.blocks import Block
from plait.domain.money import Money
from plait.domain.period import Period

# A mean year of the Gregorian calendar: 365.2425 days.
_WEEKS_PER_YEAR = Decimal("52.1775")


class RoleKind(StrEnum):
    """What sort of element of the portfolio a role is."""

    EMPLOYMENT = "employment"
    CONTRACT = "contract"
    VENTURE = "venture"
    BOARD = "board"
    MENTORING = "mentoring"
    VOLUNTEERING = "volunteering"
    STUDY = "study"
    OPPORTUNITY = "opportunity"


class Per(StrEnum):
    """The stretch of time that agreed hours are counted over."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TOTAL = "total"


class PayBasis(StrEnum):
    """What the pay of an agreement is an amount for."""

    SALARY = "salary"
    MONTHLY = "month"
    DAILY = "day"
    HOURLY = "hour"
    FIXED = "fixed"
    COMMISSION = "commission"
    EQUITY = "equity"
    NONE = "none"


class Clause(StrEnum):
    """What an agreement says of other work."""

    NONE = "none"
    CONSENT = "consent"
    EXCLUSIVE = "exclusive"


class CountsAs(StrEnum):
    """How the hours of an agreement count for working-time law."""

    EMPLOYMENT = "employment"
    WORKER = "worker"
    SELF_EMPLOYED = "self-employed"
    VOLUNTARY = "voluntary"


def usual_counting(kind: RoleKind) -> CountsAs:
    """Return how a kind of role usually counts for working-time law."""
    if kind is RoleKind.EMPLOYMENT:
        return CountsAs.EMPLOYMENT
    paid = {RoleKind.CONTRACT, RoleKind.VENTURE, RoleKind.OPPORTUNITY}
    return CountsAs.SELF_EMPLOYED if kind in paid else CountsAs.VOLUNTARY


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whom a role is held at: employer, client, charity, school, oneself."""

    name: str
    sector: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The terms of a role over a period; terms change, history stays.

    `hours` are per `per`; None where no hours were agreed. `pay` is per
    `pay_basis`: a salary is per month, `daily` per day, `fixed` for the whole.
    `notice_days` is None where nothing was said of notice. `blocks` are the agreed
    days and times, none where they are free. `has_opted_out` says that the person
    agreed in writing to work more than the law's weekly mean (where it lets them),
    `on_call_counts` that hours on call are hours worked.
    """

    period: Period
    hours: Decimal | None = None
    per: Per = Per.WEEK
    pay_basis: PayBasis = PayBasis.NONE
    pay: Money | None = None
    notice_days: int | None = None
    clause: Clause = Clause.NONE
    counts_as: CountsAs = CountsAs.EMPLOYMENT
    blocks: tuple[Block, ...] = ()
    has_opted_out: bool = False
    on_call_counts: bool = False

    @property
    def hours_per_week(self) -> Decimal | None:
        """Agreed hours as a weekly mean, None where none were agreed.

        A month is a twelfth and a quarter a fourth of 52.1775 weeks: 36 hours a
        month are 36 x 12 / 52.1775 = 8.28 a week. Hours in total are spread
        evenly over the period; without an end they have no weekly mean.
        """
        if self.hours is None:
            return None
        if self.per is Per.TOTAL:
            return self._total_per_week()
        return self.hours * _PERIODS_PER_YEAR[self.per] / _WEEKS_PER_YEAR

    @property
    def hours_in_blocks(self) -> float:
        """Hours a week that the agreed blocks come to, as the clock shows them."""
        return sum(block.seconds for block in self.blocks) / 3600

    def _total_per_week(self) -> Decimal | None:
        if self.hours is None or self.period.end is None:
            return None
        days = (self.period.end - self.period.start).days
        return self.hours * 7 / days if days > 0 else None


_PERIODS_PER_YEAR = {
    Per.WEEK: _WEEKS_PER_YEAR,
    Per.MONTH: Decimal(12),
    Per.QUARTER: Decimal(4),
    Per.YEAR: Decimal(1),
}


@dataclass(frozen=True, slots=True)
class OpeningBalance:
    """Hours that a role's account begins with on a day.

    Above 0 that much more was worked than was due until then, below 0 less.
    """

    on: date
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Role:
    """One element of the portfolio.

    `key` names it in files and commands; `colour` is its strand, 1 to 8, kept
    everywhere. `kind_is_confirmed` is False while the kind was only proposed by
    a file that does not say. `occupation` is an ISCO-08 code, `place` where it is
    done, `skills` what it asks for; empty where not told. `balance` is the hours
    that its account begins with on the day `balance_from`, both or neither. One that
    is archived is left out of lists and choices; its history stays.
    """

    key: str
    name: str
    kind: RoleKind
    organisation: Organisation
    period: Period
    is_paid: bool = True
    colour: int = 1
    kind_is_confirmed: bool = True
    occupation: str = ""
    place: str = ""
    skills: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    balance: Decimal | None = None
    balance_from: date | None = None
    is_archived: bool = False

    @property
    def opening(self) -> OpeningBalance | None:
        """What the account of hours begins with, None where it begins even."""
        if self.balance is None or self.balance_from is None:
            return None
        return OpeningBalance(self.balance_from, self.balance)

    def is_held_on(self, day: date) -> bool:
        """Return whether the role runs on that day."""
        return day in self.period

    def agreement_on(self, day: date) -> Agreement | None:
        """Return the terms that hold on that day, the latest where several would."""
        holding = [a for a in self.agreements if day in a.period]
        return max(holding, key=lambda a: a.period.start, default=None)
