"""Payments that were entered by hand and that a statement tells now.

A person writes down the day they were paid, a bank the day it booked: the same amount
within five days is one payment if both name the same side, or if the person named
nobody and no other line of the file could be meant.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from plait.book.imports.lines.held_payments import (
    HeldPayment,
    MissedPayment,
    is_alike,
)

APART = timedelta(days=5)


def by_hand_twins(
    missed: Sequence[MissedPayment], held: Sequence[HeldPayment]
) -> Iterator[tuple[MissedPayment, HeldPayment]]:
    """Yield lines with the payment by hand that each is; either stands in one pair."""
    by_amount: dict[tuple[int, str], list[MissedPayment]] = defaultdict(list)
    for one in missed:
        if one.account:
            by_amount[one.line.amount_minor, one.line.currency].append(one)
    taken: set[int] = set()
    for payment in held:
        if payment.source or payment.account:
            continue
        near = [
            one
            for one in by_amount.get((payment.minor, payment.currency), [])
            if one.place not in taken and abs(one.line.booked_on - payment.on) <= APART
        ]
        alike = [one for one in near if is_alike(payment, one.line)]
        if not alike and not payment.payer and len(near) == 1:
            alike = near
        if alike:
            nearest = min(alike, key=lambda one: abs(one.line.booked_on - payment.on))
            taken.add(nearest.place)
            yield nearest, payment
