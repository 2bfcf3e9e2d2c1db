"""Correcting payments: moved, split over roles, counted by share, removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import EllipsisType

from plait.accounts.models import Person
from plait.book.models import Account, Payment, PaymentShare, Role
from plait.book.operations.identity import remember_removed
from plait.book.operations.sorting import place_record
from plait.book.operations.writing import book_of, refuse_others
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for

WHOLE = 1000


class CannotShare(PlaitError):
    """A part of a payment that is not smaller than what is left of it."""


class NotOfThisKind(PlaitError):
    """A kind that fits only money of the other direction."""


class BadShare(PlaitError):
    """A share that is less than nothing or more than all."""


def move_payments(
    *, viewer: Person, payments: Sequence[Payment], role: Role | None
) -> int:
    """Move payments to a role, or make them private; return how many."""
    with book_of(viewer, role, *payments, what="move_payments"):
        for payment in payments:
            place_record(viewer=viewer, record=payment, role=role)
            PaymentShare.objects.filter(payment=payment, role=role).delete()
    return len(payments)


def share_payment(
    *, viewer: Person, payment: Payment, role: Role, minor: int
) -> PaymentShare | None:
    """Let so much of a payment be another role's; 0 takes it back.

    `minor` has the sign of the payment. Raise `CannotShare` where nothing would be
    left for its own role.
    """
    with book_of(viewer, payment, role, what="share_payment"):
        others = payment.parts.exclude(role=role).values_list("amount_minor", flat=True)
        _refuse_too_much(payment, role, minor, sum(others))
        mine = PaymentShare.objects.filter(owner=viewer, payment=payment, role=role)
        if not minor:
            mine.delete()
            return None
        kept, _ = PaymentShare.objects.update_or_create(
            owner=viewer, payment=payment, role=role, defaults={"amount_minor": minor}
        )
    return kept


def _refuse_too_much(payment: Payment, role: Role, minor: int, others: int) -> None:
    sign = 1 if payment.amount_minor > 0 else -1
    left = sign * (payment.amount_minor - others)
    if payment.role_id == role.pk or sign * minor < 0 or sign * minor >= left:
        amount = Money.from_minor(abs(minor), payment.currency)
        raise CannotShare(
            "A part goes to another role, and is smaller than what is left",
            value=f"{role.name}, {amount}",
            fix="Move the whole payment instead, or name a smaller part.",
        )


def set_payment_share(
    *, viewer: Person, payment: Payment, share: int | None
) -> Payment:
    """Say what of a payment is one's own, in thousandths; None as of its account."""
    refuse_bad_share(share)
    with book_of(viewer, payment, what="set_payment_share"):
        payment.share = share
        payment.save(update_fields=["share"])
    return payment


def set_account_share(*, viewer: Person, account: Account, share: int) -> Account:
    """Say what of an account's money is one's own, in thousandths; 0 is a partner's."""
    refuse_bad_share(share)
    with book_of(viewer, account, what="set_account_share"):
        account.share = share
        account.save(update_fields=["share"])
    return account


def set_payment_kind(
    *, viewer: Person, payments: Sequence[Payment], kind: PaymentKind | None
) -> int:
    """Say what payments are; None leaves it to Plait. Return how many.

    Raise `NotOfThisKind` for income that went out, or a cost that came in.
    """
    for payment in payments:
        refuse_other_way(payment.amount_minor, kind)
    with book_of(viewer, *payments, what="set_payment_kind"):
        for payment in payments:
            payment.kind = kind or ""
            payment.save(update_fields=["kind"])
    return len(payments)


def refuse_other_way(minor: int, kind: PaymentKind | None) -> None:
    """Raise `NotOfThisKind` for a kind that money of this direction never is."""
    kinds = kinds_for(minor)
    if kind is not None and kind not in kinds:
        raise NotOfThisKind(
            "Money that came in is no cost and no credit"
            if minor > 0
            else "Money that went out is no income, and was not paid back to you",
            value=kind.value,
            fix=f"Choose one of: {', '.join(kinds)}.",
        )


@dataclass(frozen=True, slots=True)
class PaymentCorrection:
    """What is said of a payment: its role where it `is_placed`, the share, the kind.

    `share` is in thousandths, None as of its account; `kind` None for Plait to know.
    `reference` and `account` stay as they are where they are left out.
    """

    role: Role | None = None
    is_placed: bool = False
    share: int | None = None
    kind: PaymentKind | None = None
    reference: str | None = None
    account: Account | EllipsisType | None = ...


def correct_payment(
    *, viewer: Person, payment: Payment, correction: PaymentCorrection
) -> Payment:
    """Say which role a payment is for, what of it is one's own, and what it is."""
    role, share, kind = correction.role, correction.share, correction.kind
    account = None if correction.account is ... else correction.account
    with book_of(viewer, payment, role, account, what="correct_payment"):
        if correction.is_placed:
            move_payments(viewer=viewer, payments=[payment], role=role)
        if share != payment.share:
            set_payment_share(viewer=viewer, payment=payment, share=share)
        if (kind or "") != payment.kind:
            set_payment_kind(viewer=viewer, payments=[payment], kind=kind)
        _save_texts(viewer, payment, correction)
    return payment


def _save_texts(
    viewer: Person, payment: Payment, correction: PaymentCorrection
) -> None:
    refuse_others(viewer, (payment,))
    changed = []
    reference = correction.reference
    if reference is not None and reference.strip() != payment.reference:
        payment.reference = reference.strip()
        changed.append("reference")
    if correction.account is not ... and correction.account != payment.account:
        payment.account = correction.account
        changed.append("account")
    if changed:
        payment.save(update_fields=changed)


def correct_account(
    *, viewer: Person, account: Account, name: str, share: int
) -> Account:
    """Say what an account is called, and what of it is one's own."""
    with book_of(viewer, account, what="correct_account"):
        name_account(viewer=viewer, account=account, name=name)
        set_account_share(viewer=viewer, account=account, share=share)
    return account


def refuse_bad_share(share: int | None) -> None:
    """Raise `BadShare` for less than nothing or more than all."""
    if share is not None and not 0 <= share <= WHOLE:
        raise BadShare(
            "A share lies between nothing and all",
            value=f"{share / 10:g} %",
            fix="Write it in percent, such as 50.",
        )


def name_account(*, viewer: Person, account: Account, name: str) -> Account:
    """Call an account something; "" for its number."""
    with book_of(viewer, account, what="name_account"):
        account.name = name.strip()[:100]
        account.save(update_fields=["name"])
    return account


def remove_payments(*, viewer: Person, payments: Sequence[Payment]) -> int:
    """Remove payments; an import of the same statement does not bring them again."""
    with book_of(viewer, *payments, what="remove_payments"):
        remember_removed(viewer, payments)
        keys = [one.pk for one in payments]
        Payment.objects.filter(owner=viewer, pk__in=keys).delete()
    return len(payments)
