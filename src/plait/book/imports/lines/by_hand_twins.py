"""Payments that were entered by hand and that a statement brings now.

A person writes down the day they were paid, a bank the day it booked: the same amount
within five days is one payment if both name the same side, or if the person named
nobody and no other line of the file could be meant. What a statement brought before is
brought again on the days of that statement alone: an equal line of others is another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.imports.lines.accounts import AccountNames
from plait.book.imports.lines.held_payments import (
    HeldPayment,
    MissedPayment,
    is_alike,
)
from plait.book.models import Coverage, OtherFingerprint, Payment
from plait.domain.records import FingerprintKind

APART = timedelta(days=5)


class Days(NamedTuple):
    """Days of an account that a statement covers, both ends included."""

    account: str
    first: date
    last: date

    def hold(self, missed: MissedPayment) -> bool:
        """Return whether a line is of this account and these days."""
        is_within = self.first <= missed.line.booked_on <= self.last
        return missed.account == self.account and is_within


Brought = Mapping[int, Sequence[Days]]
"""By fingerprint, the days of the statements that brought a payment by hand before."""


def is_by_hand(one: HeldPayment) -> bool:
    """Return whether the person entered it."""
    return not one.source and not one.account


def brought_before(
    viewer: Person, accounts: AccountNames, by_hand: Sequence[HeldPayment]
) -> dict[int, list[Days]]:
    """Return which of these payments statements brought before, with their days."""
    found: dict[int, list[Days]] = defaultdict(list)
    mine = Payment.objects.filter(owner=viewer)
    for piece in in_pieces([one.fingerprint for one in by_hand]):
        held = mine.filter(fingerprint__in=piece).values_list("pk", "fingerprint")
        bears = dict(held)
        known = OtherFingerprint.objects.filter(
            owner=viewer, kind=FingerprintKind.PAYMENT, record__in=bears
        )
        by_batch = defaultdict(set)
        for record, batch in known.values_list("record", "batch"):
            if record is not None:
                by_batch[batch].add(bears[record])
        covered = Coverage.objects.filter(owner=viewer, batch__in=by_batch)
        columns = ("batch", "account__identifier", "starts_on", "ends_on")
        for batch, account, first, last in covered.values_list(*columns):
            days = Days(accounts.name_of(account or ""), first, last)
            for fingerprint in by_batch[batch]:
                found[fingerprint].append(days)
    return found


def by_hand_twins(
    missed: Sequence[MissedPayment], held: Sequence[HeldPayment], brought: Brought
) -> Iterator[tuple[MissedPayment, HeldPayment]]:
    """Yield lines with the payment by hand that each is; either stands in one pair."""
    by_amount: dict[tuple[int, str], list[MissedPayment]] = defaultdict(list)
    for one in missed:
        if one.account:
            by_amount[one.line.amount_minor, one.line.currency].append(one)
    taken: set[int] = set()
    for payment in held:
        before = brought.get(payment.fingerprint)
        near = [
            one
            for one in by_amount.get((payment.minor, payment.currency), [])
            if one.place not in taken
            and abs(one.line.booked_on - payment.on) <= APART
            and (not before or any(days.hold(one) for days in before))
        ]
        alike = [one for one in near if is_alike(payment, one.line)]
        if not alike and not payment.payer and len(near) == 1:
            alike = near
        if alike:
            nearest = min(alike, key=lambda one: abs(one.line.booked_on - payment.on))
            taken.add(nearest.place)
            yield nearest, payment
