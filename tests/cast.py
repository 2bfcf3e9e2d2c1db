"""A cast for the pure core: lives told in a few words, without any database.

    life = Life(on="2026-11-20", capacity=40)
    life.role("Practice", "24/week").gives_weekly("Practice", 24, weeks=10)
    life.is_paid_monthly("Practice", "2950 EUR", months=24)

The usual date is Friday 20 November 2026: its last full week is 9 to 15 November,
its last whole month October.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple, Self

import numpy as np

from plait.domain.availability import (
    Absence,
    AbsenceKind,
    Overhead,
    OverheadKind,
    Season,
)
from plait.domain.blocks import blocks_from
from plait.domain.columns import NO_ROLE, Events, Hours, Payments
from plait.domain.known import Known, KnownKind
from plait.domain.money import Money
from plait.domain.payment_kinds.hints import hints_of
from plait.domain.payment_kinds.kinds import PaymentKind, code_of
from plait.domain.period import Period, add_months, monday_of, month_of
from plait.domain.portfolio import CheckIn, Person, Portfolio
from plait.domain.records import RecordStatus
from plait.domain.resilience import Belief, Cause, Fallback, Invoice
from plait.domain.roles import Agreement, Organisation, PayBasis, Per, Role, RoleKind
from plait.domain.settlements import InvoicePayment, Settlement, SettlementKind
from plait.domain.waiting import Waiting

ON = "2026-11-20"
LONG_AGO = "2020-01-01"


def amt(text: str) -> Money:
    """Return the money that a text such as "10 EUR" stands for."""
    number, currency = text.split()
    return Money(Decimal(number), currency)


def day(text: str | date) -> date:
    return date.fromisoformat(text) if isinstance(text, str) else text


def period(start: str, end: str | None = None) -> Period:
    return Period(day(start), day(end) if end else None)


def terms(
    hours: str = "",
    *,
    since: str = LONG_AGO,
    until: str | None = None,
    pay: str = "",
    blocks: str = "",
    **told: Any,
) -> Agreement:
    """Return terms told as "16/week" and "85 EUR/hour"; "" where nothing is agreed."""
    number, _, per = hours.partition("/")
    amount, _, basis = pay.partition("/")
    return Agreement(
        period=period(since, until),
        hours=Decimal(number) if number else None,
        per=Per(per or "week"),
        pay=amt(amount) if amount else None,
        pay_basis=PayBasis(basis or "none"),
        blocks=blocks_from(blocks),
        **told,
    )


class Given(NamedTuple):
    """An entry of time: seconds on a day, by names of roles."""

    on: date
    seconds: int
    role: str
    also: tuple[str, ...]
    status: RecordStatus
    starts_at: datetime | None = None


class Happens(NamedTuple):
    """A calendar occurrence, by the name of its role."""

    starts_at: datetime
    ends_at: datetime
    role: str
    title: str
    place: str
    is_all_day: bool
    is_busy: bool


class Paid(NamedTuple):
    """A booked amount, by names."""

    on: date
    minor: int
    currency: str
    payer: str
    account: str
    role: str
    status: RecordStatus
    reference: str = ""
    kind: PaymentKind | None = None


class Life:
    """A person's roles, hours and money, put together step by step."""

    def __init__(
        self, on: str = ON, *, capacity: float | None = None, **told: Any
    ) -> None:
        self.on = day(on)
        given = None if capacity is None else Decimal(str(capacity))
        self.person = Person("Nora", capacity=given, **told)
        self.roles: list[Role] = []
        self.entries: list[Given] = []
        self.payments: list[Paid] = []
        self.waiting: list[Waiting] = []
        self.events: list[Happens] = []
        self.absences: list[Absence] = []
        self.seasons: list[Season] = []
        self.overheads: list[Overhead] = []
        self.check_ins: list[CheckIn] = []
        self.causes: list[Cause] = []
        self.beliefs: list[Belief] = []
        self.fallbacks: list[Fallback] = []
        self.invoices: list[Invoice] = []
        self.known: list[Known] = []
        self.settlements: list[Settlement] = []

    def role(
        self,
        name: str,
        *agreed: str | Agreement,
        kind: str = "contract",
        at: str = "",
        since: str = LONG_AGO,
        until: str | None = None,
        is_paid: bool = True,
        is_sure: bool = True,
        sector: str = "",
        country: str = "",
        **told: Any,
    ) -> Self:
        """Add a role, its terms as "24/week" or made by `terms`.

        `told` is its occupation, place and skills.
        """
        agreements = (
            terms(a, since=since) if isinstance(a, str) else a for a in agreed
        )
        role = Role(
            key=name.casefold().replace(" ", "-"),
            name=name,
            kind=RoleKind(kind),
            organisation=Organisation(at or f"{name} House", sector, country),
            period=period(since, until),
            is_paid=is_paid,
            colour=len(self.roles) % 8 + 1,
            kind_is_confirmed=is_sure,
            agreements=tuple(agreements),
            **told,
        )
        self.roles.append(role)
        return self

    def gives(
        self,
        role: str,
        hours: float,
        on: str | date,
        *,
        also: Sequence[str] = (),
        status: RecordStatus | None = None,
        at: str = "",
    ) -> Self:
        """Give hours on a day, from a time in UTC; a role "" leaves them open."""
        usual = RecordStatus.ASSIGNED if role else RecordStatus.OPEN
        status = usual if status is None else status
        seconds = round(hours * 3600)
        start = datetime.fromisoformat(f"{day(on)}T{at}") if at else None
        self.entries.append(Given(day(on), seconds, role, tuple(also), status, start))
        return self

    def meets(
        self,
        role: str,
        start: str,
        hours: float,
        *,
        title: str = "",
        place: str = "",
        is_all_day: bool = False,
        is_busy: bool = True,
    ) -> Self:
        """Put an event into the calendar, from a time in UTC ("2026-11-23T09:00")."""
        begins = datetime.fromisoformat(start)
        ends = begins + timedelta(hours=hours)
        self.events.append(
            Happens(begins, ends, role, title, place, is_all_day, is_busy)
        )
        return self

    def is_away(
        self,
        start: str,
        end: str,
        kind: str = "leave",
        role: str = "",
        hours: str = "",
    ) -> Self:
        """Be away from a day up to another, from one role or from all; hours of each."""
        where = self._index(role) if role else None
        part = Decimal(hours) if hours else None
        away = Absence(AbsenceKind(kind), period(start, end), where, part)
        self.absences.append(away)
        return self

    def has_season(self, start: str, end: str, hours: str) -> Self:
        """Have other hours a week to give for a while."""
        self.seasons.append(Season(period(start, end), Decimal(hours)))
        return self

    def spends(self, kind: str, hours: str, role: str = "") -> Self:
        """Spend hours a week on travel, admin, rest or other things."""
        where = self._index(role) if role else None
        kinds = OverheadKind(kind)
        told = Overhead(kinds, period(LONG_AGO), Decimal(hours), where)
        self.overheads.append(told)
        return self

    def checks_in(self, role: str, week: str, answers: Sequence[int]) -> Self:
        """Answer energy, meaning, growth and pressure for a week."""
        key = self.roles[self._index(role)].key
        self.check_ins.append(CheckIn(key, monday_of(day(week)), *answers))
        return self

    def hangs(self, cause: str, *roles: str, chance: str | None = None) -> Self:
        """Let roles hang on one cause together."""
        places = tuple(self._index(role) for role in roles)
        likely = None if chance is None else Decimal(chance)
        self.causes.append(Cause(cause, places, likely))
        return self

    def believes(self, role: str, chance: str, years: str = "4") -> Self:
        """Say how likely a role is to end within a year."""
        told = Belief(self._index(role), Decimal(chance), Decimal(years))
        self.beliefs.append(told)
        return self

    def falls_back(self, role: str, what: str, months: str, **told: Any) -> Self:
        """Say what would replace a role, in so many months."""
        place = self._index(role)
        self.fallbacks.append(Fallback(place, what, Decimal(months), **told))
        return self

    def invoices_for(
        self,
        role: str,
        amount: str,
        issued: str,
        due: str,
        *,
        paid: str | None = None,
        number: str = "",
    ) -> Self:
        """Ask for money, due on a day and said to be paid on one or not."""
        place = self._index(role)
        told = Invoice(place, day(issued), day(due), amt(amount), number)
        self.invoices.append(told)
        if paid:
            index, minor = len(self.invoices) - 1, told.amount.minor
            self.settlements.append(Settlement(index, minor, on=day(paid)))
        return self

    def settles(self, number: str, amount: str, payment: int | None, kind: str) -> Self:
        """Say what settled the invoice of a number; payments count from 1."""
        index = [one.number for one in self.invoices].index(number)
        minor = amt(amount).minor
        settlement = Settlement(index, minor, SettlementKind(kind), payment)
        self.settlements.append(settlement)
        return self

    def _index(self, role: str) -> int:
        return [held.name for held in self.roles].index(role)

    def gives_weekly(
        self,
        role: str,
        hours: float | Iterable[float],
        *,
        weeks: int | None = None,
        until: str | date | None = None,
    ) -> Self:
        """Give hours on the Friday of so many weeks, up to `until`'s week.

        Without `until` that is the last full week before the date.
        """
        each = list(
            repeat(hours, weeks or 0) if isinstance(hours, int | float) else hours
        )
        last = monday_of(day(until) if until else self.on - timedelta(days=7))
        for back, given in zip(range(len(each) - 1, -1, -1), each, strict=True):
            if given:
                friday = last - timedelta(weeks=back) + timedelta(days=4)
                self.gives(role, given, friday)
        return self

    def is_paid_on(
        self,
        role: str,
        amount: str,
        on: str | date,
        *,
        by: str | None = None,
        account: str = "main",
        status: RecordStatus | None = None,
        reference: str = "",
        kind: PaymentKind | None = None,
    ) -> Self:
        """Book an amount, negative for a cost; a role "" leaves it open."""
        usual = RecordStatus.ASSIGNED if role else RecordStatus.OPEN
        status = usual if status is None else status
        money = amt(amount)
        payer = f"{role} House" if by is None else by
        self.payments.append(
            Paid(
                *(day(on), money.minor, money.currency, payer, account, role, status),
                *(reference, kind),
            )
        )
        return self

    def is_paid_monthly(
        self,
        role: str,
        amounts: str | Iterable[float],
        *,
        months: int | None = None,
        until: str | date | None = None,
        by: str | None = None,
        account: str = "main",
    ) -> Self:
        """Book an amount (or one of euros each) at the end of months up to `until`'s.

        Without `until` that is the last whole month before the date.
        """
        each = (
            list(repeat(amounts, months or 0))
            if isinstance(amounts, str)
            else [f"{a} EUR" for a in amounts]
        )
        last = month_of(day(until)) if until else add_months(month_of(self.on), -1)
        for back, amount in zip(range(len(each) - 1, -1, -1), each, strict=True):
            if not amount.startswith("0 "):
                on = add_months(last, 1 - back) - timedelta(days=1)
                self.is_paid_on(role, amount, on, by=by, account=account)
        return self

    def is_covered(
        self,
        name: str,
        until: str,
        *,
        kind: str = "account",
        since: str = LONG_AGO,
        gaps: Sequence[tuple[str, str]] = (),
        last: dict[str, str] | None = None,
        **told: Any,
    ) -> Self:
        """Know an account or tracker up to a day; `last` is each role's last record."""
        by_role = {self._index(role): day(on) for role, on in (last or {}).items()}
        self.known.append(
            Known(
                KnownKind(kind),
                *(name, name, day(since), day(until)),
                gaps=tuple(period(*gap) for gap in gaps),
                last_by_role=tuple(by_role.items()),
                **told,
            )
        )
        return self

    def waits(self, field: str, value: str, **told: object) -> Self:
        """Let a subject wait in the inbox."""
        told.setdefault("n_records", 1)
        self.waiting.append(Waiting(field, value, **told))  # type: ignore[arg-type]
        return self

    def portfolio(self) -> Portfolio:
        """Return the picture of this life on its date."""
        index = {role.name: i for i, role in enumerate(self.roles)} | {"": NO_ROLE}
        return Portfolio(
            person=self.person,
            on=self.on,
            roles=tuple(self.roles),
            hours=_hours(self.entries, index),
            payments=_payments(sorted(self.payments, key=lambda p: p.on), index),
            events=_events(sorted(self.events), index),
            check_ins=tuple(self.check_ins),
            waiting=tuple(self.waiting),
            absences=tuple(self.absences),
            seasons=tuple(self.seasons),
            overheads=tuple(self.overheads),
            causes=tuple(self.causes),
            beliefs=tuple(self.beliefs),
            fallbacks=tuple(self.fallbacks),
            invoices=tuple(self.invoices),
            invoice_payments=tuple(
                InvoicePayment(
                    *(key, paid.on, paid.minor, paid.currency, index[paid.role]),
                    *(paid.payer, paid.reference),
                )
                for key, paid in enumerate(self.payments, start=1)
            ),
            settlements=tuple(self.settlements),
            known=tuple(self.known),
        )


def _hours(entries: Sequence[Given], index: dict[str, int]) -> Hours:
    also = [(i, index[name]) for i, e in enumerate(entries) for name in e.also]
    return Hours(
        on=_days(e.on for e in entries),
        seconds=np.array([e.seconds for e in entries], dtype=np.int64),
        role=np.array([index[e.role] for e in entries], dtype=np.int16),
        status=np.array([e.status for e in entries], dtype=np.int8),
        also_entry=np.array([entry for entry, _ in also], dtype=np.int64),
        also_role=np.array([role for _, role in also], dtype=np.int16),
        starts_at=_instants(e.starts_at for e in entries),
        ends_at=_instants(
            e.starts_at and e.starts_at + timedelta(seconds=e.seconds) for e in entries
        ),
    )


def _payments(paid: Sequence[Paid], index: dict[str, int]) -> Payments:
    currencies = sorted({p.currency for p in paid})
    payers = sorted({p.payer for p in paid})
    accounts = sorted({p.account for p in paid})
    texts = [p.payer for p in paid], [p.reference for p in paid]
    sure, maybe = hints_of(*texts, [p.minor for p in paid])
    return Payments(
        on=_days(p.on for p in paid),
        minor=np.array([p.minor for p in paid], dtype=np.int64),
        currency=_places([p.currency for p in paid], currencies),
        payer=_places([p.payer for p in paid], payers),
        account=_places([p.account for p in paid], accounts),
        role=np.array([index[p.role] for p in paid], dtype=np.int16),
        status=np.array([p.status for p in paid], dtype=np.int8),
        currencies=tuple(currencies),
        payers=tuple(payers),
        accounts=tuple(accounts),
        stated=np.array([code_of(p.kind) for p in paid], dtype=np.int8),
        sure=sure,
        maybe=maybe,
    )


def _events(happen: Sequence[Happens], index: dict[str, int]) -> Events:
    titles = sorted({e.title for e in happen})
    places = sorted({e.place for e in happen})
    roles = [index[e.role] for e in happen]
    status = [RecordStatus.ASSIGNED if e.role else RecordStatus.OPEN for e in happen]
    return Events(
        on=_days(e.starts_at.date() for e in happen),
        starts_at=_instants(e.starts_at for e in happen),
        ends_at=_instants(e.ends_at for e in happen),
        is_all_day=np.array([e.is_all_day for e in happen], dtype=bool),
        is_busy=np.array([e.is_busy for e in happen], dtype=bool),
        role=np.array(roles, dtype=np.int16),
        status=np.array(status, dtype=np.int8),
        fingerprint=np.arange(1, len(happen) + 1, dtype=np.int64),
        title=_places([e.title for e in happen], titles),
        place=_places([e.place for e in happen], places),
        titles=tuple(titles),
        places=tuple(places),
    )


def _instants(instants: Iterable[datetime | None]) -> np.ndarray:
    return np.array([i or "NaT" for i in instants], dtype="datetime64[s]")


def _days(days: Iterable[date]) -> np.ndarray:
    return np.array(list(days), dtype="datetime64[D]")


def _places(values: Sequence[str], names: Sequence[str]) -> np.ndarray:
    place = {name: i for i, name in enumerate(names)}
    return np.array([place[v] for v in values], dtype=np.int32)
