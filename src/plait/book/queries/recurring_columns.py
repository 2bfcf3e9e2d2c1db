"""Days of what recurs, put among the records that a Portfolio is read from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from plait.accounts.models import Person
from plait.book.queries.arrays import NONE, Numbers
from plait.book.queries.recurring import occurrences

_EPOCH = date(1970, 1, 1).toordinal()

Columns = Sequence[Sequence[Any]]


def with_recurring_money(viewer: Person, on: date, columns: Columns) -> Columns:
    """Return day, amount, currency, payer, account, role, status, number, share, kind
    and reference of each payment with those that recur, in order of their days.
    """  # noqa: D205  # the columns are named in full
    rows = [
        (
            one.on.toordinal() - _EPOCH,
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
        for one in occurrences(viewer=viewer, on=on, is_money=True)
    ]
    if not rows:
        return columns
    whole = [
        [*old, *new] for old, new in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    order = np.argsort(np.array(whole[0]), kind="stable").tolist()
    return [[column[i] for i in order] for column in whole]


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
