"""What looks like one record told twice, from before it could be known."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from plait.accounts.models import Person
from plait.book.models import (
    Account,
    KeptApart,
    OtherFingerprint,
    Payment,
    TimeEntry,
)
from plait.book.queries.record_lists.lines import line_of
from plait.domain.doubles import AccountDetails, Double, DoubleKind
from plait.domain.records import FingerprintKind
from plait.domain.rules import plain
from plait.domain.selection import RecordKind
from plait.formats.banks.account_numbers import iban_of
from plait.formats.banks.identity.sameness import Sameness, sameness

MOST_LISTED = 200
# A bank books later than a day that somebody wrote down.
_APART = timedelta(days=5)


def doubles(*, viewer: Person) -> tuple[Double, ...]:
    """Return pairs that look like one, accounts first, then payments and entries.

    Accounts whose numbers are, or may be, one; payments of one account, day and
    amount by two formats, or one entered by hand and one of an account within five
    days; time entries of one moment, or of one day, length and
    text, by two imports. What the person keeps apart is left out.
    """
    apart = set(
        KeptApart.objects.filter(owner=viewer).values_list("kind", "first", "second")
    )
    found = (
        *_accounts(viewer),
        *_payments(viewer),
        *_by_hand(viewer),
        *_entries(viewer),
    )
    listed = [
        one
        for one in found
        if (str(one.kind), *sorted((one.one, one.into))) not in apart
    ]
    return tuple(listed[:MOST_LISTED])


def accounts(*, viewer: Person) -> tuple[AccountDetails, ...]:
    """Return the person's own accounts, those with most payments first."""
    held = Account.objects.filter(owner=viewer).annotate(n=Count("payment"))
    return tuple(_details(one) for one in held.order_by("-n", "identifier"))


def _details(one: Account) -> AccountDetails:
    n_payments: int = one.n  # type: ignore[attr-defined]  # annotated above
    return AccountDetails(
        one.pk, one.identifier, one.name, n_payments, one.share / 1000
    )


def _accounts(viewer: Person) -> Iterator[Double]:
    held = accounts(viewer=viewer)
    for into, one in combinations(held, 2):
        if sameness(into.identifier, one.identifier) is not Sameness.DIFFERENT:
            # The fuller number stays; of two alike the one with more payments.
            if iban_of(one.identifier) and not iban_of(into.identifier):
                into, one = one, into  # noqa: PLW2901  # the pair the other way round
            yield Double(
                DoubleKind.ACCOUNT, one.id, into.id, account=one, into_account=into
            )


def _payments(viewer: Person) -> Iterator[Double]:
    held = Payment.objects.filter(owner=viewer)
    alike = ("account", "booked_on", "amount_minor", "currency")
    for group in _groups(held.exclude(batch=None), alike):
        for into, one in _pairs(group, lambda a, b: a.source != b.source):
            ibans = {iban_of(into.counter_account), iban_of(one.counter_account)}
            if len(ibans - {""}) < 2:  # two are two sides
                yield _double(
                    DoubleKind.PAYMENT, RecordKind.PAYMENTS, one, into, viewer
                )


def _by_hand(viewer: Person) -> Iterator[Double]:
    """Yield what was entered by hand after its statement; the person's own stays.

    It is known since when and by whom it was paid; undoing the import leaves it.
    """
    mine = Payment.objects.filter(owner=viewer).select_related("role")
    known = OtherFingerprint.objects.filter(
        owner=viewer, kind=FingerprintKind.PAYMENT, record__isnull=False
    )
    by_hand = mine.filter(account=None, source="").exclude(
        pk__in=known.values("record")
    )
    booked = mine.filter(
        account__isnull=False,
        amount_minor=OuterRef("amount_minor"),
        currency=OuterRef("currency"),
    )
    wanted = by_hand.filter(Exists(booked.order_by()))
    used: set[int] = set()
    for into in wanted.order_by("-booked_on", "-pk")[:MOST_LISTED]:
        near = mine.filter(
            account__isnull=False,
            amount_minor=into.amount_minor,
            currency=into.currency,
            booked_on__range=(into.booked_on - _APART, into.booked_on + _APART),
        ).exclude(pk__in=used)
        alike = [one for one in near if _may_be_same_side(one, into)]
        if alike:
            one = min(alike, key=lambda one: abs(one.booked_on - into.booked_on))
            used.add(one.pk)
            yield _double(DoubleKind.PAYMENT, RecordKind.PAYMENTS, one, into, viewer)


def _may_be_same_side(one: Payment, by_hand: Payment) -> bool:
    """Return whether somebody may have meant this payment by what they entered."""
    ours, theirs = plain(by_hand.payer), plain(f"{one.payer} {one.reference}")
    return not ours or ours in theirs or plain(one.payer) in ours


def _entries(viewer: Person) -> Iterator[Double]:
    held = TimeEntry.objects.filter(owner=viewer).exclude(batch=None)
    timed = held.exclude(started_at=None)
    untimed = held.filter(started_at=None)
    for found, alike in (
        (timed, ("on", "started_at", "person")),
        (untimed, ("on", "seconds", "person", "project", "description")),
    ):
        for group in _groups(found, alike):
            for into, one in _pairs(group, lambda a, b: a.batch_id != b.batch_id):
                yield _double(DoubleKind.TIME, RecordKind.TIME, one, into, viewer)


def _groups(held: QuerySet[Any], alike: tuple[str, ...]) -> Iterator[list[Any]]:
    """Yield rows that are alike in these columns, the latest first."""
    several = held.order_by().values(*alike).annotate(n=Count("pk")).filter(n__gt=1)
    for group in several[:MOST_LISTED]:
        same = {name: group[name] for name in alike}
        missing = {f"{n}__isnull": True for n, value in same.items() if value is None}
        given = {n: value for n, value in same.items() if value is not None}
        rows = held.filter(**given, **missing).select_related("role")
        yield list(rows.order_by("-pk"))


def _pairs(rows: Iterable[Any], are_two: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # a test of two rows
    """Yield rows two by two that came in different ways; each is in one pair."""
    left = list(rows)
    while left:
        into = left.pop(0)
        other = next((row for row in left if are_two(into, row)), None)
        if other is not None:
            left.remove(other)
            yield into, other


def _double(
    kind: DoubleKind,
    records: RecordKind,
    one: Any,  # noqa: ANN401  # rows of the kind
    into: Any,  # noqa: ANN401  # the same
    viewer: Person,
) -> Double:
    return Double(
        kind,
        one.pk,
        into.pk,
        record=line_of(records, one, viewer),
        into_record=line_of(records, into, viewer),
    )
