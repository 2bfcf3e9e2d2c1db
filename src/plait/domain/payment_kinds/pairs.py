"""Payments that undo each other: a purchase and its return, both sides of a transfer."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from plait.domain.payment_kinds.kinds import PaymentKind, code_of
from plait.domain.rules import plain

if TYPE_CHECKING:
    from plait.domain.columns import Payments

Bools = NDArray[np.bool_]

# How many days after it was paid a purchase may come back whole, or a payment go back.
_CAME_BACK = 100
# What goes to and comes from one payer more often than this is no return, but trade.
_MOST_RETURNS = 2
# How far apart both sides of a transfer are booked, over a long weekend.
_BETWEEN_ACCOUNTS = 7
_NO_ROLE, _OPEN, _PRIVATE = -1, 0, 2


def undone_pairs(payments: "Payments", free: Bools) -> Iterator[tuple[int, int]]:
    """Yield payments of which the second took the first back, whole.

    The same amount went to somebody for a role, and came from them for it within a
    hundred days, or the other way round. `free` are those that may be one.
    """
    p = payments
    named = np.array([bool(name.strip()) for name in p.payers], dtype=np.bool_)
    rows = np.flatnonzero((p.role != _NO_ROLE) & free)
    rows = rows[named[p.payer[rows]]] if len(rows) else rows
    size = np.abs(p.minor[rows])
    both = np.intersect1d(size[p.minor[rows] > 0], size[p.minor[rows] < 0])
    sides: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for row in rows[np.isin(size, both)].tolist():
        sides[_side(p, row)].append(row)
    for side in sides.values():
        yield from _pairs(p, side)


def _side(p: "Payments", row: int) -> tuple[int, ...]:
    """Return what two payments share of which one may undo the other."""
    columns = (p.role, p.payer, p.currency)
    return (*(int(column[row]) for column in columns), abs(int(p.minor[row])))


def _pairs(p: "Payments", side: list[int]) -> Iterator[tuple[int, int]]:
    """Pair each payment with the latest opposite one before it: purchases first."""
    out, back = _by_sign(p, side)
    if min(len(out), len(back)) > _MOST_RETURNS:
        return
    for firsts, seconds in ((out, back), (back, out)):
        for second in [*seconds]:
            before = [
                one for one in firsts if one < second and _is_near(p, one, second)
            ]
            if before:
                firsts.remove(before[-1])
                seconds.remove(second)
                yield before[-1], second


def _by_sign(p: "Payments", side: list[int]) -> tuple[list[int], list[int]]:
    out = [row for row in side if p.minor[row] < 0]
    return out, [row for row in side if p.minor[row] > 0]


def _is_near(p: "Payments", first: int, second: int) -> bool:
    return 0 <= int((p.on[second] - p.on[first]).astype(int)) <= _CAME_BACK


def transfers(payments: "Payments", free: Bools) -> list[int]:
    """Return both sides of money that left one own account and reached another.

    Payouts of payment services and repayments of cards among them. The same amount
    within a week is not enough: a side has to name the other account's bank or
    service, to have words that say so, or to belong to no role.
    """
    p = payments
    has_account = np.array([bool(name) for name in p.accounts], dtype=np.bool_)
    usable = free & (has_account[p.account] if len(p) else free)
    came = np.flatnonzero(usable & (p.minor > 0) & (p.status != _PRIVATE))
    went = np.flatnonzero(usable & (p.minor < 0))
    came = came[np.isin(p.minor[came], -p.minor[went])]
    went = went[np.isin(-p.minor[went], p.minor[came])]
    waits: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in went.tolist():
        waits[int(p.currency[row]), -int(p.minor[row])].append(row)
    found: list[int] = []
    for row in came.tolist():
        others = waits[int(p.currency[row]), int(p.minor[row])]
        fits = [one for one in others if _is_transfer(p, one, row)]
        if fits:
            nearest = min(fits, key=lambda one: abs(p.on[one] - p.on[row]))
            others.remove(nearest)
            found += [nearest, row]
    return found


def _is_transfer(p: "Payments", went: int, came: int) -> bool:
    apart = abs(int((p.on[came] - p.on[went]).astype(int)))
    if p.account[went] == p.account[came] or apart > _BETWEEN_ACCOUNTS:
        return False
    if p.role[came] == _NO_ROLE and p.role[went] == _NO_ROLE:
        return True
    transfer = code_of(PaymentKind.TRANSFER)
    if transfer in {p.sure[went], p.sure[came]}:
        return True
    return _names(p, came, went) or _names(p, went, came)


def _names(p: "Payments", row: int, other: int) -> bool:
    """Return whether a payment's payer is the service that holds the other account."""
    service, colon, _ = p.accounts[int(p.account[other])].partition(":")
    name = plain(p.payers[int(p.payer[row])])
    return bool(colon and plain(service)) and f" {plain(service)} " in f" {name} "
