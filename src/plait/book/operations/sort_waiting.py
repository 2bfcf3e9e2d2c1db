"""Sorting what waits in the inbox: one thing at a time, or all that is proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.models import Payment, Role
from plait.book.operations.nameless import Nameless, sort_nameless
from plait.book.operations.payments import NotOfThisKind, set_payment_kind
from plait.book.operations.sorting import keep_rules, sort_once
from plait.book.operations.writing import book_of
from plait.book.payer_names import payer_names
from plait.domain.payment_kinds.kinds import PaymentKind, kinds_for
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain, plain_account, plain_value, text_key
from plait.domain.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Sorting:
    """Where something belongs: a role, or None for private.

    `kind` is what its money is, None for as Plait takes it; `is_rule` says that what
    comes later of the same name goes the same way.
    """

    role: Role | None
    kind: PaymentKind | None = None
    is_rule: bool = True


def sort_waiting(*, viewer: Person, waits: Waiting, to: Sorting, now: datetime) -> None:
    """Sort one thing that waits, and say what its money is, as one change.

    A kind is said of what waits now. Raise `NotOfThisKind` for one of money that goes
    the other way.
    """
    field = RuleField(waits.field)
    if to.kind is not None:
        _refuse_kind(waits, to.kind)
    with book_of(viewer, to.role, what="sort_waiting"):
        keys = _payments(viewer, waits) if to.kind is not None else []
        if has_no_rule(waits):
            named = (field, waits.value, waits.account, waits.currency)
            group = Nameless(*named, is_out=waits.minor < 0)
            sort_nameless(viewer=viewer, group=group, role=to.role)
        elif to.is_rule:
            known = [(field, waits.value, to.role)]
            keep_rules(viewer=viewer, confirmed=known, now=now)
        else:
            sort_once(viewer=viewer, field=field, value=waits.value, role=to.role)
        for piece in bulk.in_pieces(keys):
            some = list(Payment.objects.filter(owner=viewer, pk__in=piece))
            set_payment_kind(viewer=viewer, payments=some, kind=to.kind)


def sort_all(
    *, viewer: Person, confirmed: Sequence[tuple[Waiting, Role | None]], now: datetime
) -> int:
    """Keep a rule for each that a rule can know; return how many."""
    known = [
        (RuleField(one.field), one.value, role)
        for one, role in confirmed
        if not has_no_rule(one)
    ]
    if known:
        keep_rules(viewer=viewer, confirmed=known, now=now)
    return len(known)


def has_no_rule(waits: Waiting) -> bool:
    """Return whether there is nothing that a rule could look for."""
    field = RuleField(waits.field)
    return field is RuleField.REFERENCE or not plain_value(field, waits.value)


def _refuse_kind(waits: Waiting, kind: PaymentKind) -> None:
    if not waits.minor or kind not in kinds_for(waits.minor):
        raise NotOfThisKind(
            "This cannot be of that kind",
            value=kind.value,
            fix="Leave the kind out, or choose one that fits.",
        )


def _payments(viewer: Person, waits: Waiting) -> list[int]:
    """Return the payments of a thing that waits."""
    names = payer_names(viewer)
    way = "amount_minor__lt" if waits.minor < 0 else "amount_minor__gt"
    held = Payment.objects.filter(
        owner=viewer, status=RecordStatus.OPEN, currency=waits.currency, **{way: 0}
    )
    rows = held.values_list("pk", "payer", "counter_account", "reference")
    wanted = plain(waits.value)
    if waits.field == RuleField.PAYER:
        return [pk for pk, payer, _, _ in rows if plain(names.of(payer)) == wanted]
    if waits.field == RuleField.ACCOUNT:
        account = plain_account(waits.value)
        return [
            pk
            for pk, payer, other, _ in rows
            if not plain(payer) and plain_account(other) == account
        ]
    wanted = text_key(waits.value)
    return [
        pk
        for pk, payer, other, text in rows
        if not plain(payer)
        and not plain_account(other)
        and text_key(" ".join(text.split())[:200]) == wanted
    ]
