"""A cast for the pure core: lives told in a few words, without any database.

    life = Life(on="2026-11-20", capacity=40)
    life.role("Practice", "24/week").gives_weekly("Practice", 24, weeks=10)
    life.is_paid_monthly("Practice", "2950 EUR", months=24)

The usual date is Friday 20 November 2026: its last full week is 9 to 15 November,
its last whole month October.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import repeat
from typing import NamedTuple, Self

import numpy as np

from plait.domain.columns import NO_ROLE, Events, Hours, Payments
from plait.domain.money import Money
from plait.domain.period import Period, add_months, monday_of, month_of
from plait.domain.portfolio import Person, Portfolio, Waiting
from plait.domain.records import Standing
from plait.domain.roles import Agreement, Organisation, PayBasis, Per, Role, RoleKind

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
    hours: str = "", *, since: str = LONG_AGO, until: str | None = None, pay: str = ""
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
    )


class Given(NamedTuple):
    """An entry of time: seconds on a day, by names of roles."""

    on: date
    seconds: int
    role: str
    also: tuple[str, ...]
    standing: Standing


class Paid(NamedTuple):
    """A booked amount, by names."""

    on: date
    minor: int
    currency: str
    payer: str
    account: str
    role: str
    standing: Standing


class Life:
    """A person's roles, hours and money, put together step by step."""

    def __init__(
        self, on: str = ON, *, currency: str = "EUR", capacity: float | None = None
    ) -> None:
        self.on = day(on)
        given = None if capacity is None else Decimal(str(capacity))
        self.person = Person("Nora", currency=currency, capacity=given)
        self.roles: list[Role] = []
        self.entries: list[Given] = []
        self.payments: list[Paid] = []
        self.waiting: list[Waiting] = []

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
    ) -> Self:
        """Add a role, its terms as "24/week" or made by `terms`."""
        agreements = (
            terms(a, since=since) if isinstance(a, str) else a for a in agreed
        )
        role = Role(
            key=name.casefold().replace(" ", "-"),
            name=name,
            kind=RoleKind(kind),
            organisation=Organisation(at or f"{name} House"),
            period=period(since, until),
            is_paid=is_paid,
            colour=len(self.roles) % 8 + 1,
            kind_is_confirmed=is_sure,
            agreements=tuple(agreements),
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
        standing: Standing | None = None,
    ) -> Self:
        """Give hours on a day; a role "" leaves them open."""
        usual = Standing.ASSIGNED if role else Standing.OPEN
        standing = usual if standing is None else standing
        seconds = round(hours * 3600)
        self.entries.append(Given(day(on), seconds, role, tuple(also), standing))
        return self

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
        standing: Standing | None = None,
    ) -> Self:
        """Book an amount, negative for a cost; a role "" leaves it open."""
        usual = Standing.ASSIGNED if role else Standing.OPEN
        standing = usual if standing is None else standing
        money = amt(amount)
        payer = f"{role} House" if by is None else by
        self.payments.append(
            Paid(day(on), money.minor, money.currency, payer, account, role, standing)
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
            events=_no_events(),
            waiting=tuple(self.waiting),
        )


def _hours(entries: Sequence[Given], index: dict[str, int]) -> Hours:
    also = [(i, index[name]) for i, e in enumerate(entries) for name in e.also]
    return Hours(
        on=_days(e.on for e in entries),
        seconds=np.array([e.seconds for e in entries], dtype=np.int64),
        role=np.array([index[e.role] for e in entries], dtype=np.int16),
        standing=np.array([e.standing for e in entries], dtype=np.int8),
        also_entry=np.array([entry for entry, _ in also], dtype=np.int64),
        also_role=np.array([role for _, role in also], dtype=np.int16),
    )


def _payments(paid: Sequence[Paid], index: dict[str, int]) -> Payments:
    currencies = sorted({p.currency for p in paid})
    payers = sorted({p.payer for p in paid})
    accounts = sorted({p.account for p in paid})
    return Payments(
        on=_days(p.on for p in paid),
        minor=np.array([p.minor for p in paid], dtype=np.int64),
        currency=_places([p.currency for p in paid], currencies),
        payer=_places([p.payer for p in paid], payers),
        account=_places([p.account for p in paid], accounts),
        role=np.array([index[p.role] for p in paid], dtype=np.int16),
        standing=np.array([p.standing for p in paid], dtype=np.int8),
        currencies=tuple(currencies),
        payers=tuple(payers),
        accounts=tuple(accounts),
    )


def _no_events() -> Events:
    none = np.array([], dtype=np.int16)
    instants = np.array([], dtype="datetime64[s]")
    flags = np.array([], dtype=bool)
    return Events(_days([]), instants, instants, flags, flags, none, none)


def _days(days: Iterable[date]) -> np.ndarray:
    return np.array(list(days), dtype="datetime64[D]")


def _places(values: Sequence[str], names: Sequence[str]) -> np.ndarray:
    place = {name: i for i, name in enumerate(names)}
    return np.array([place[v] for v in values], dtype=np.int32)
