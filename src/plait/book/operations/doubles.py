"""Doubles merged into one, or kept apart for good."""

from collections.abc import Callable, Sequence
from typing import Any

from plait.accounts.models import Person
from plait.book.models import (
    Account,
    AccountName,
    Attachment,
    Coverage,
    EventAnswer,
    KeptApart,
    Payment,
    PaymentShare,
    TimeEntry,
    TimeShare,
)
from plait.book.operations.identity import remember_joined
from plait.book.operations.sorting import sort_again
from plait.book.operations.writing import book_of
from plait.domain.doubles import Double, DoubleKind
from plait.domain.records import RecordStatus


def merge_payments(*, viewer: Person, payment: Payment, into: Payment) -> Payment:
    """Make two tellings of one payment one; the files of both still know it.

    It keeps its role, or takes the other's where it has none, and what the other
    says more.
    """
    with book_of(viewer, payment, into, what="merge_payments"):
        _take_role(payment, into)
        for name in ("payer", "counter_account", "reference", "bank_id"):
            setattr(into, name, getattr(into, name) or getattr(payment, name))
        into.save()
        shared = set(into.parts.values_list("role", flat=True))
        mine = PaymentShare.objects.filter(payment=payment)
        mine.exclude(role__in=[*shared, into.role_id or 0]).update(payment=into)
        held = Attachment.objects.filter(payment=into).values("sha256")
        moved = Attachment.objects.filter(payment=payment).exclude(sha256__in=held)
        moved.update(payment=into)
        remember_joined(viewer, [payment], into)
        payment.delete()
    return into


def merge_entries(*, viewer: Person, entry: TimeEntry, into: TimeEntry) -> TimeEntry:
    """Make two tellings of one time entry one; its length stays as it is."""
    with book_of(viewer, entry, into, what="merge_entries"):
        _take_role(entry, into)
        into.save()
        held = set(into.shares.values_list("role", flat=True))
        mine = TimeShare.objects.filter(entry=entry)
        mine.exclude(role__in=[*held, into.role_id or 0]).update(entry=into)
        EventAnswer.objects.filter(owner=viewer, entry=entry).update(entry=into)
        remember_joined(viewer, [entry], into)
        entry.delete()
    return into


def _take_role(record: Payment | TimeEntry, into: Payment | TimeEntry) -> None:
    if into.status == RecordStatus.OPEN:
        into.role, into.rule, into.status = record.role, record.rule, record.status


def merge_accounts(*, viewer: Person, account: Account, into: Account) -> Account:
    """Make two spellings of one account one; statements of either are known."""
    with book_of(viewer, account, into, what="merge_accounts"):
        Payment.objects.filter(owner=viewer, account=account).update(account=into)
        AccountName.objects.filter(owner=viewer, account=account).update(account=into)
        Coverage.objects.filter(owner=viewer, account=account).update(account=into)
        name, batch = account.identifier, account.batch
        into.name = into.name or account.name
        into.save(update_fields=["name"])
        account.delete()
        AccountName.objects.get_or_create(
            owner=viewer, identifier=name, defaults={"account": into, "batch": batch}
        )
        sort_again(viewer)
    return into


def merge_doubles(*, viewer: Person, found: Sequence[Double]) -> int:
    """Merge pairs, all in one change; return how many.

    A pair of which one is gone by then, merged with another, is left out.
    """
    merged = 0
    with book_of(viewer, what="merge_doubles"):
        for double in found:
            merged += _merge(viewer, double)
    return merged


def _merge(viewer: Person, double: Double) -> bool:
    model, merge = _MERGES[double.kind]
    held = model._default_manager.filter(owner=viewer)  # noqa: SLF001  # Django's name for it
    rows = {one.pk: one for one in held.filter(pk__in=[double.one, double.into])}
    if len(rows) < 2:  # two are merged
        return False
    merge(viewer, rows[double.one], rows[double.into])
    return True


_MERGES: dict[DoubleKind, tuple[type[Any], Callable[[Person, Any, Any], object]]] = {
    DoubleKind.ACCOUNT: (
        Account,
        lambda me, one, into: merge_accounts(viewer=me, account=one, into=into),
    ),
    DoubleKind.PAYMENT: (
        Payment,
        lambda me, one, into: merge_payments(viewer=me, payment=one, into=into),
    ),
    DoubleKind.TIME: (
        TimeEntry,
        lambda me, one, into: merge_entries(viewer=me, entry=one, into=into),
    ),
}


def keep_apart(*, viewer: Person, kind: DoubleKind, first: int, second: int) -> None:
    """Note that two records that look like doubles are two."""
    smaller, larger = sorted((first, second))
    with book_of(viewer, what="keep_apart"):
        KeptApart.objects.get_or_create(
            owner=viewer, kind=kind, first=smaller, second=larger
        )
