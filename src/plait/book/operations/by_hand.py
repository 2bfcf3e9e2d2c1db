"""Money entered by hand: added, and corrected in all that a person said of it."""

import secrets
from datetime import date
from typing import TypedDict, Unpack

from plait.accounts.models import Person
from plait.book.models import Payment, PaymentShare, Role
from plait.book.operations.payments import (
    refuse_bad_share,
    refuse_other_way,
)
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.reach import refuse_amount_beyond, refuse_beyond
from plait.domain.records import RecordStatus


class NoAmount(PlaitError):
    """A payment of nothing."""


class StillToCome(PlaitError):
    """Money of a day that has not been yet."""


class OfAFile(PlaitError):
    """A payment whose day and amount a statement says."""


class PaymentDetails(TypedDict, total=False):
    """What can be said of a payment beside its role, day and amount.

    `reference` is what it was for, `kind` None for Plait to know, `share` what of it
    is the person's own in thousandths, None for all.
    """

    payer: str
    reference: str
    kind: PaymentKind | None
    share: int | None


def add_payment(
    *,
    viewer: Person,
    role: Role | None,
    on: date,
    amount: Money,
    **details: Unpack[PaymentDetails],
) -> Payment:
    """Add money that came in for a role; what went out is a negative amount.

    Without a role it is private.
    """
    columns = _columns(role, on, amount, details)
    with book_of(viewer, role, what="add_payment"):
        return Payment.objects.create(
            owner=viewer, fingerprint=chance_fingerprint(), **columns
        )


def change_payment(
    *,
    viewer: Person,
    payment: Payment,
    role: Role | None,
    on: date,
    amount: Money,
    **details: Unpack[PaymentDetails],
) -> Payment:
    """Say anew all of a payment that was entered by hand; raise `OfAFile` of others.

    Parts that went to other roles stay, unless the amount has become another.
    """
    if not is_by_hand(payment):
        raise OfAFile(
            "The day and the amount of this payment came in with a file",
            value=f"{payment.booked_on}, {payment.payer}",
            fix="Change its role or what it is; or remove it, and add it by hand.",
        )
    columns = _columns(role, on, amount, details) | {"rule": None}
    with book_of(viewer, payment, role, what="change_payment"):
        if payment.amount_minor != amount.minor:
            PaymentShare.objects.filter(payment=payment).delete()
        PaymentShare.objects.filter(payment=payment, role=role).delete()
        for name, value in columns.items():
            setattr(payment, name, value)
        payment.save(update_fields=list(columns))
    return payment


def is_by_hand(payment: Payment) -> bool:
    """Return whether the person said this payment, and no statement of an account."""
    return payment.account_id is None and not payment.source


def refuse_to_come(on: date, today: date) -> None:
    """Raise `StillToCome` for a day that has not been yet."""
    if on > today:
        raise StillToCome(
            "This day is still to come",
            value=on.isoformat(),
            fix="Enter money once it has been paid; what is expected each month"
            " stands in the terms of a role.",
        )


def refuse_no_amount(amount: Money) -> None:
    """Raise `NoAmount` for money of nothing."""
    if not amount.minor:
        raise NoAmount(
            "A payment is of more than nothing",
            value=str(amount),
            fix="Write the amount such as 950 or 41.80.",
        )


def _columns(
    role: Role | None, on: date, amount: Money, details: PaymentDetails
) -> dict[str, object]:
    kind, share = details.get("kind"), details.get("share")
    refuse_beyond(on)
    refuse_amount_beyond(amount.minor)
    refuse_bad_share(share)
    refuse_no_amount(amount)
    refuse_other_way(amount.minor, kind)
    return {
        "role": role,
        "status": RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE,
        "booked_on": on,
        "amount_minor": amount.minor,
        "currency": amount.currency,
        "payer": details.get("payer", "").strip()[:200],
        "reference": details.get("reference", "").strip()[:2_000],
        "kind": kind or "",
        "share": share,
    }


def chance_fingerprint() -> int:
    """Return a fingerprint no file's line will have: chance, not content."""
    return int.from_bytes(secrets.token_bytes(8), "big", signed=True)
