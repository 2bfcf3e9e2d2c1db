"""Days of what recurs, put among the records that a Portfolio is read from."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from plait.accounts.models import Person
from plait.book.queries.arrays import NONE, Numbers
from plait.book.queries.recurring import Occurrence, occurrences

_EPOCH = date(1970, 1, 1).toordinal()
# A bank books later than a day that somebody wrote down.
APART_DAYS = 5

Columns = Sequence[Sequence[Any]]


def with_recurring_money(viewer: Person, on: date, columns: Columns) -> Columns:
    """Return day, amount, currency, payer, account, role, status, number, share, kind
    and reference of each payment with those that recur, in order of their days.
    """  # noqa: D205  # the columns are named in full
    rows = [money_row(one) for one in occurrences(viewer=viewer, on=on, is_money=True)]
    rows = not_of_a_bank(rows, columns) if rows else rows
    if not rows:
        return columns
    whole = [
        [*old, *new] for old, new in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    order = np.argsort(np.array(whole[0]), kind="stable").tolist()
    return [[column[i] for i in order] for column in whole]


def day_number(on: date) -> int:
    """Return a day as these columns hold it: days since 1970."""
    return on.toordinal() - _EPOCH


def money_row(one: Occurrence) -> tuple[Any, ...]:
    """Return one day of money that recurs as a row of those columns."""
    return (
        day_number(one.on),
        one.row.amount_minor,
        one.row.currency,
        one.row.payer,
        None,
        one.row.role_id,
        int(one.status),
        one.number,
        None,
        one.row.kind,
        one.row.text,
    )


def not_of_a_bank(
    rows: list[tuple[Any, ...]], columns: Columns
) -> list[tuple[Any, ...]]:
    """Return days of which no account shows the same: a rule and its bank count once.

    The same is as much money within five days, for the same role or for none yet.
    Each payment of a bank stands for one day.
    """
    wanted = {(row[1], row[2]) for row in rows}
    booked: dict[tuple[int, str], list[tuple[int, int | None]]] = defaultdict(list)
    days, minor, currency, _payer, account, role, *_more = columns
    for place, money in enumerate(zip(minor, currency, strict=True)):
        if money in wanted and account[place] is not None:
            booked[money].append((days[place], role[place]))
    left = []
    for row in rows:
        same = booked.get((row[1], row[2]), [])
        near = [
            one
            for one in same
            if abs(one[0] - row[0]) <= APART_DAYS and one[1] in {None, row[5]}
        ]
        if near:
            same.remove(min(near, key=lambda one: abs(one[0] - row[0])))
        else:
            left.append(row)
    return left


def with_recurring_time(
    viewer: Person, on: date, columns: Sequence[Numbers]
) -> list[Numbers]:
    """Return the same of time: day, number, seconds, role, status, no clock, worked."""
    rows = [
        (
            one.on.toordinal() - _EPOCH,
            one.number,
            one.row.seconds,
            one.row.role_id,
            int(one.status),
            NONE,
            NONE,
            0,
        )
        for one in occurrences(viewer=viewer, on=on, is_money=False)
    ]
    if not rows:
        return list(columns)
    added = np.array(rows, dtype=np.int64)
    whole = [np.concatenate([old, added[:, n]]) for n, old in enumerate(columns)]
    order = np.argsort(whole[0], kind="stable")
    return [column[order] for column in whole]
