"""Bookings that one format holds whole and another in parts, found by their sums."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from plait.book.imports.lines.held_payments import (
    HeldPayment,
    MissedPayment,
    Money,
    money_of,
)
from plait.formats.banks.bank_references import same_booking

_Booking = tuple[str, date, str, str]
T = TypeVar("T")


def parts_of_wholes(
    missed: Sequence[MissedPayment], held: Sequence[HeldPayment]
) -> Iterator[tuple[list[MissedPayment], HeldPayment]]:
    """Yield the lines of each booking in parts that is held whole, with the whole."""
    wholes = defaultdict[Money, list[HeldPayment]](list)
    for one in held:
        if not one.booking_id:
            wholes[one.money].append(one)
    bookings = defaultdict[_Booking, list[MissedPayment]](list)
    for part in missed:
        if booking := part.line.booking_id:
            account, on, _, currency = money_of(part)
            bookings[account, on, currency, booking].append(part)
    for (account, on, currency, booking), parts in bookings.items():
        total = sum(part.line.amount_minor for part in parts)
        fitting = [
            whole
            for whole in wholes.get((account, on, total, currency), [])
            if whole.source != parts[0].source or same_booking(whole.bank_id, booking)
        ]
        if len(parts) > 1 and fitting:
            whole = _named(fitting, booking, lambda whole: whole.bank_id)
            wholes[whole.money].remove(whole)
            yield parts, whole


def wholes_of_parts(
    missed: Sequence[MissedPayment], held: Sequence[HeldPayment]
) -> Iterator[tuple[MissedPayment, list[HeldPayment]]]:
    """Yield each line that is a booking held in parts, with the parts."""
    parts = defaultdict[_Booking, list[HeldPayment]](list)
    for one in held:
        if one.booking_id:
            parts[one.account, one.on, one.currency, one.booking_id].append(one)
    by_sum = defaultdict[Money, list[list[HeldPayment]]](list)
    for (account, on, currency, _), lines in parts.items():
        if len(lines) > 1:
            total = sum(one.minor for one in lines)
            by_sum[account, on, total, currency].append(lines)
    for whole in missed if by_sum else ():
        bookings = [] if whole.line.booking_id else by_sum.get(money_of(whole), [])
        fitting = [x for x in bookings if x[0].source != whole.source]
        if fitting:
            found = _named(fitting, whole.line.bank_id, lambda x: x[0].booking_id)
            bookings.remove(found)
            yield whole, found


def _named(fitting: Sequence[T], reference: str, own: Callable[[T], str]) -> T:
    """Return the one of that reference, else the first."""
    named = (one for one in fitting if same_booking(own(one), reference))
    return next(named, fitting[0])
