"""Hours, money and events as columns, one query each."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.bulk import DayNumber, SecondNumber
from plait.book.models import Account, Event, Payment, TimeEntry, TimeShare
from plait.book.queries.arrays import NONE, numbers_of
from plait.book.queries.own_money import own_lines
from plait.book.queries.reach import EVENT_IN_REACH, MONEY_IN_REACH, TIME_IN_REACH
from plait.book.queries.recurring_columns import (
    with_recurring_money,
    with_recurring_time,
)
from plait.domain.columns import NO_ROLE, Events, Hours, Ints, Payments
from plait.domain.payment_kinds.hints import hints_of
from plait.domain.payment_kinds.kinds import NOT_STATED, PaymentKind, code_of
from plait.domain.reach import FIRST_DAY, MOST_SECONDS
from plait.domain.records import RecordStatus

_CODES = {"": NOT_STATED, **{kind.value: code_of(kind) for kind in PaymentKind}}

_PAYS_NO_INVOICE = [
    code_of(kind)
    for kind in PaymentKind
    if kind not in {PaymentKind.INCOME, PaymentKind.COST, PaymentKind.CREDIT}
]

V = TypeVar("V")


def payments(
    viewer: Person,
    on: date,
    place: Mapping[int, int],
    *,
    organisations: Collection[str] = (),
    invoiced: Collection[tuple[int, int]] = (),
) -> Payments:
    """Return all payments booked up to the date, in order of their days.

    `organisations` are those of the person's roles, and `invoiced` the roles and the
    amounts of invoices: what comes from the ones, or is one of the others, is pay.
    """
    held = Payment.objects.filter(MONEY_IN_REACH, owner=viewer, booked_on__lte=on)
    held_columns = bulk.columns_of(
        held.annotate(day=DayNumber("booked_on")).order_by("booked_on", "pk"),
        *("day", "amount_minor", "currency"),
        *("payer", "account", "role", "status", "pk", "share"),
        *("kind", "reference"),
    )
    *columns, kinds_stated, references = with_recurring_money(viewer, on, held_columns)
    known = _Pay(viewer.name, organisations, invoiced)
    sure, maybe = _hints(known, columns, references)
    stated = [_CODES[kind] for kind in kinds_stated]
    lines = own_lines(viewer, [*columns, stated, sure, maybe, columns[7]])
    days, minor, currency, payer, account, role, status, *kinds, number = lines
    account_index, keys = _numbered(account)
    names = dict(Account.objects.filter(owner=viewer).values_list("pk", "identifier"))
    currency_index, currencies = _numbered(currency)
    payer_index, payers = _numbered(payer)
    return Payments(
        on=_days(days),
        minor=np.array(minor, dtype=np.int64),
        currency=currency_index,
        payer=payer_index,
        account=account_index,
        role=_roles(role, place),
        status=np.array(status, dtype=np.int8),
        currencies=currencies,
        payers=payers,
        accounts=tuple(names.get(key, "") for key in keys),
        stated=np.array(kinds[0], dtype=np.int8),
        sure=np.array(kinds[1], dtype=np.int8),
        maybe=np.array(kinds[2], dtype=np.int8),
        number=np.array(number, dtype=np.int64),
    )


def no_income(payments: Payments) -> frozenset[int]:
    """Return the numbers of payments that are neither income nor a cost, nor undo one."""
    kinds = np.isin(payments.kinds.kind, _PAYS_NO_INVOICE)
    return frozenset(payments.number[kinds].tolist())


class _Pay(NamedTuple):
    """What speaks for pay: whose name it is, who employs them, what they billed."""

    own_name: str
    organisations: Collection[str]
    invoiced: Collection[tuple[int, int]]


def _hints(
    known: _Pay, columns: Sequence[Sequence[Any]], references: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Return what words and names say of payments: surely, and what may be.

    What is exactly an invoice's amount, for its role, is its payment.
    """
    _days, minor, _currency, payer, _account, role, status, *_ = columns
    private = int(RecordStatus.PRIVATE)
    texts = ["" if s == private else r for r, s in zip(references, status, strict=True)]
    sure, maybe = hints_of(
        *(payer, texts, minor),
        own_name=known.own_name,
        organisations=known.organisations,
    )
    if known.invoiced:
        for row in np.flatnonzero((sure > 0) | (maybe > 0)).tolist():
            if (role[row], minor[row]) in known.invoiced:
                sure[row] = maybe[row] = NOT_STATED
    return sure.tolist(), maybe.tolist()


def hours(
    viewer: Person, on: date, place: Mapping[int, int]
) -> tuple[Hours, NDArray[np.bool_]]:
    """Return all time up to the date, with what it was shared between.

    Beside it stands which of it was on call.
    """
    held = TimeEntry.objects.filter(TIME_IN_REACH, owner=viewer, on__lte=on)
    held = held.order_by("on", "pk")
    found_numbers = numbers_of(
        held.annotate(
            day=DayNumber("on"),
            start=SecondNumber("started_at"),
            end=SecondNumber("ended_at"),
        ),
        *("day", "pk", "seconds", "role", "status", "start", "end"),
        "is_on_call",
    )
    days, keys, seconds, role, status, starts, ends, on_call = with_recurring_time(
        viewer, on, found_numbers
    )
    shares = TimeShare.objects.filter(
        owner=viewer,
        entry__on__range=(FIRST_DAY, on),
        entry__seconds__lte=MOST_SECONDS,
    )
    entry, also = bulk.columns_of(
        shares.order_by("entry__on", "entry", "pk"), "entry", "role"
    )
    # Few hours are shared, and without any this need not be built of all entries.
    row_of = {key: row for row, key in enumerate(keys.tolist())} if entry else {}
    found = Hours(
        on=days.astype("datetime64[D]"),
        seconds=seconds,
        role=_roles(role.tolist(), place),
        status=status.astype(np.int8),
        also_entry=np.array([row_of[key] for key in entry], dtype=np.int64),
        also_role=_roles(also, place),
        starts_at=starts.astype("datetime64[s]"),
        ends_at=ends.astype("datetime64[s]"),
    )
    return found, on_call == 1


def events(viewer: Person, place: Mapping[int, int]) -> Events:
    """Return all occurrences that stand, as far ahead as the calendars told."""
    held = Event.objects.filter(EVENT_IN_REACH, owner=viewer, superseded_by=None)
    days, starts, ends, all_day, busy, role, status, *named = bulk.columns_of(
        held.annotate(
            day=DayNumber("on"),
            start=SecondNumber("starts_at"),
            end=SecondNumber("ends_at"),
        ).order_by("pk"),
        *("day", "start", "end", "is_all_day", "is_busy", "role", "status"),
        *("fingerprint", "title", "location"),
    )
    fingerprints, title, location = named
    instants = _instants(starts)
    # In order of their starts; sorted here, which the database takes longer for.
    order = np.argsort(instants, kind="stable")
    in_order = order.tolist()
    title_index, titles = _numbered([title[i] for i in in_order])
    place_index, places = _numbered([location[i] for i in in_order])
    return Events(
        on=_days(days)[order],
        starts_at=instants[order],
        ends_at=_instants(ends)[order],
        is_all_day=np.array(all_day, dtype=bool)[order],
        is_busy=np.array(busy, dtype=bool)[order],
        role=_roles(role, place)[order],
        status=np.array(status, dtype=np.int8)[order],
        fingerprint=np.array(fingerprints, dtype=np.int64)[order],
        title=title_index,
        place=place_index,
        titles=titles,
        places=places,
    )


def _days(numbers: Sequence[int]) -> NDArray[np.datetime64]:
    return np.array(numbers, dtype=np.int64).astype("datetime64[D]")


def _instants(numbers: Sequence[int]) -> NDArray[np.datetime64]:
    return np.array(numbers, dtype=np.int64).astype("datetime64[s]")


def _roles(keys: Sequence[int | None], place: Mapping[int, int]) -> Ints:
    none_too: dict[int | None, int] = {None: NO_ROLE, NONE: NO_ROLE}
    none_too.update(place.items())
    return np.fromiter(map(none_too.__getitem__, keys), np.int16, len(keys))


def _numbered(values: Sequence[V]) -> tuple[Ints, tuple[V, ...]]:
    """Return each value as its number, and the values by number."""
    # Counted inside the dictionary: no call of Python for each of 100,000 values.
    numbers: defaultdict[V, int] = defaultdict(count().__next__)
    found = map(numbers.__getitem__, values)
    return np.fromiter(found, np.int32, len(values)), tuple(numbers)
