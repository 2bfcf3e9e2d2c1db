"""The inbox: what no rule covers, gathered by the subject a rule would be about."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet, Sum

from plait.accounts.models import Person
from plait.book.models import Event, Payment, TimeEntry
from plait.book.payer_names import payer_names
from plait.book.queries.memory import Memory
from plait.book.queries.reach import MONEY_IN_REACH, TIME_IN_REACH
from plait.domain.records import RecordStatus
from plait.domain.rules import (
    RuleField,
    plain,
    plain_account,
    project_of,
    text_key,
)
from plait.domain.waiting import Waiting

_LONGEST_TEXT = 200
_counts = Memory(most=1_000)  # every page has the number in its navigation


def waiting(*, viewer: Person, on: date | None = None) -> tuple[Waiting, ...]:
    """Return what waits, money first, then hours, then calendars; largest first.

    Money that went out does not wait here: most of it is the person's own spending.
    See `waiting_costs`.
    """
    found = [*_payments(viewer, on), *_hours(viewer, on), *_events(viewer)]
    return tuple(_merged(found))


def waiting_costs(*, viewer: Person, on: date | None = None) -> tuple[Waiting, ...]:
    """Return money that went out and has no role, by whom it went to; most first."""
    return tuple(_merged(_payments(viewer, on, is_out=True)))


def n_waiting(*, viewer: Person) -> int:
    """Return how many subjects wait in the inbox."""
    return _counts.of_book(viewer, "waiting", lambda: len(waiting(viewer=viewer)))


def _payments(
    viewer: Person, on: date | None, *, is_out: bool = False
) -> list[Waiting]:
    way = {"amount_minor__lt": 0} if is_out else {"amount_minor__gt": 0}
    held = _open(Payment, viewer).filter(MONEY_IN_REACH, **way)
    if on:
        held = held.filter(booked_on__lte=on)
    names = payer_names(viewer)
    groups = held.values_list("payer", "counter_account", "currency").annotate(
        *_SUMS_OF_MONEY
    )
    found, nobody = [], set[tuple[str, str]]()
    for payer, account, currency, n, total, first, last in groups:
        if is_nameless(payer, account):
            nobody.add((payer, account))
            continue
        sums = _money(n, total, currency, first, last)
        found.append(Waiting(*_who(names.of(payer), account), **sums))
    return found + _nameless(held, nobody)


_SUMS_OF_MONEY = (Count("pk"), Sum("amount_minor"), Min("booked_on"), Max("booked_on"))


def _money(
    n: int, total: int, currency: str, first: date, last: date
) -> dict[str, Any]:
    sums = {"n_records": n, "minor": total, "currency": currency}
    return {**sums, "first_on": first, "last_on": last}


def _nameless(
    held: QuerySet[Payment], nobody: Collection[tuple[str, str]]
) -> list[Waiting]:
    """Return money that names nobody by its text, account by account."""
    if not nobody:
        return []
    named = [name for name, _account in nobody], [account for _n, account in nobody]
    rows = held.filter(payer__in=named[0], counter_account__in=named[1])
    groups = rows.values_list("reference", "account__identifier", "currency").annotate(
        *_SUMS_OF_MONEY
    )
    return [
        Waiting(
            RuleField.REFERENCE,
            " ".join(text.split())[:_LONGEST_TEXT],
            **_money(n, total, currency, first, last),
            account=account or "",
        )
        for text, account, currency, n, total, first, last in groups
    ]


def _who(payer: str, account: str) -> tuple[RuleField, str]:
    if plain(payer):
        return RuleField.PAYER, payer
    return RuleField.ACCOUNT, plain_account(account)


def is_nameless(payer: str, account: str) -> bool:
    """Return whether a payment names nobody on its other side."""
    return not plain(payer) and not plain_account(account)


def _hours(viewer: Person, on: date | None) -> list[Waiting]:
    held = _open(TimeEntry, viewer).filter(TIME_IN_REACH)
    if on:
        held = held.filter(on__lte=on)
    groups = held.values_list("project", "client", "task", "description").annotate(
        Count("pk"), Sum("seconds"), Min("on"), Max("on")
    )
    return [
        Waiting(
            RuleField.PROJECT,
            project_of(*texts),
            n_records=n,
            seconds=seconds,
            first_on=first,
            last_on=last,
        )
        for *texts, n, seconds, first, last in groups
    ]


def _events(viewer: Person) -> list[Waiting]:
    held = _open(Event, viewer).filter(superseded_by=None)
    groups = held.values_list("calendar").annotate(Count("pk"), Min("on"), Max("on"))
    return [
        Waiting(RuleField.CALENDAR, name, n_records=n, first_on=first, last_on=last)
        for name, n, first, last in groups
    ]


def _open(kind: type[Any], viewer: Person) -> QuerySet[Any]:
    held: QuerySet[Any] = kind.objects.filter(owner=viewer, status=RecordStatus.OPEN)
    return held.order_by()


def _merged(found: list[Waiting]) -> list[Waiting]:
    """Put spellings of one subject together, largest first within a field.

    The spelling that most records have is shown, rather not one all in capitals.
    """
    together: dict[tuple[str, str, str, str], Waiting] = {}
    for one in sorted(found, key=lambda w: (-w.n_records, w.value.isupper(), w.value)):
        is_text = one.field == RuleField.REFERENCE
        value = (text_key if is_text else plain)(one.value)
        key = (one.field, value, one.currency, one.account)
        together[key] = _sum(together[key], one) if key in together else one
    return sorted(together.values(), key=_rank)


def _rank(one: Waiting) -> tuple[int, int, int, str]:
    """Return the larger sum first; what is told by its text, by that text."""
    place = list(RuleField).index(RuleField(one.field))
    if one.field == RuleField.REFERENCE:
        return place, 0, 0, plain(one.value)
    return place, -abs(one.minor), -one.seconds, one.value


def _sum(one: Waiting, other: Waiting) -> Waiting:
    days = [d for d in (one.first_on, other.first_on) if d]
    last = [d for d in (one.last_on, other.last_on) if d]
    return Waiting(
        field=one.field,
        value=one.value,
        n_records=one.n_records + other.n_records,
        minor=one.minor + other.minor,
        currency=one.currency,
        seconds=one.seconds + other.seconds,
        first_on=min(days, default=None),
        last_on=max(last, default=None),
        account=one.account,
    )
