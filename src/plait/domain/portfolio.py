"""The picture of a person's working life on a date: all an analysis ever sees."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from plait.domain.availability import Absence, HolidayChange, Overhead, Season
from plait.domain.known import Known
from plait.domain.money import Money
from plait.domain.resilience import Belief, Cause, Fallback, Invoice
from plait.domain.roles import Role
from plait.domain.settled_findings import SettledFinding
from plait.domain.settlements import InvoicePayment, Settlement
from plait.domain.waiting import Waiting
from plait.domain.writing import USUAL, Writing

if TYPE_CHECKING:  # columns need NumPy, a fifth of a command's start; roles do not
    from plait.domain.columns import Events, Hours, Payments


@dataclass(frozen=True, slots=True)
class Person:
    """Whose portfolio it is, and what they told of themselves.

    `capacity` is the hours a week they have to give to all roles together, None
    where they have not said. `timezone` is an IANA name, `country` two letters and
    `region` a part of it, for its public holidays and working-time rules.
    `travel_minutes` is what it usually takes from one place to the next. `savings`
    is what there is to live on, `floor` what a month costs at least, `set_aside` the
    share of income put by for tax; None where they have not said. `hidden_findings`
    are the groups of findings that they leave out of a review.
    """

    name: str
    currency: str = "EUR"
    timezone: str = "Europe/Amsterdam"
    capacity: Decimal | None = None
    country: str = ""
    region: str = ""
    born_on: date | None = None
    travel_minutes: int = 30
    savings: Money | None = None
    floor: Money | None = None
    set_aside: Decimal | None = None
    writing: Writing = USUAL
    hidden_findings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How a role felt in the week of that Monday, each from 1 to 5."""

    role: str
    week_on: date
    energy: int
    meaning: int
    growth: int
    pressure: int
    note: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Portfolio:
    """Roles, terms, hours, money, events and check-ins, as known on a date.

    Nothing dated after `on` is in `payments` and `hours`; `events` reach as far as
    the calendars told, absences and seasons as far as they were planned. `waiting`
    is what the inbox holds, `known` until when each account, tracker and calendar is
    known: nothing is judged missing after it. `invoice_payments` are those of
    `payments` that may be for an invoice, with their references; `settlements` what is
    known to have paid one. `on_call` is time of standing by, which is not in `hours`:
    nothing was worked then; None where there is none. `settled_findings` is what the
    person decided on findings.
    """

    person: Person
    on: date
    roles: tuple[Role, ...]
    hours: "Hours"
    payments: "Payments"
    events: "Events"
    check_ins: tuple[CheckIn, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    absences: tuple[Absence, ...] = ()
    seasons: tuple[Season, ...] = ()
    overheads: tuple[Overhead, ...] = ()
    holiday_changes: tuple[HolidayChange, ...] = ()
    on_call: "Hours | None" = None
    causes: tuple[Cause, ...] = ()
    beliefs: tuple[Belief, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    invoice_payments: tuple[InvoicePayment, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    known: tuple[Known, ...] = ()
    settled_findings: tuple[SettledFinding, ...] = ()

    def roles_held(self) -> tuple[tuple[int, Role], ...]:
        """Return the roles that run on the date, each with its index."""
        held = enumerate(self.roles)
        return tuple((i, role) for i, role in held if role.is_held_on(self.on))
