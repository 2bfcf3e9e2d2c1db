"""Which records a selection holds."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet

from plait.accounts.models import Person
from plait.book.models import (
    Account,
    CheckIn,
    Event,
    Organisation,
    Payment,
    PaymentShare,
    Role,
    TimeEntry,
    TimeShare,
)
from plait.book.payer_names import payer_names
from plait.book.queries.lists import role_keyed
from plait.book.queries.payers import account_of
from plait.book.queries.record_lists.lines import STATUS
from plait.domain.money import WITHOUT_MINOR
from plait.domain.rules import plain
from plait.domain.selection import RecordKind, Selection, Way

MODELS: dict[RecordKind, Any] = {
    RecordKind.PAYMENTS: Payment,
    RecordKind.TIME: TimeEntry,
    RecordKind.EVENTS: Event,
    RecordKind.CHECK_INS: CheckIn,
}
DAY = {
    RecordKind.PAYMENTS: "booked_on",
    RecordKind.TIME: "on",
    RecordKind.EVENTS: "on",
    RecordKind.CHECK_INS: "week_on",
}
BY_HAND = "by-hand"
_SOURCE = {
    RecordKind.PAYMENTS: "source",
    RecordKind.TIME: "source",
    RecordKind.EVENTS: "calendar",
}
_TEXTS = {
    RecordKind.PAYMENTS: ("payer", "reference", "counter_account"),
    RecordKind.TIME: ("project", "client", "task", "description", "tags"),
    RecordKind.EVENTS: ("title", "location", "calendar"),
    RecordKind.CHECK_INS: ("note",),
}
_MOST_WORDS = 5
# What a person types for an amount: 950, 63.95, 1.936,00 or €1,936.
_AMOUNT = re.compile(
    r"[-−+]?[€$£]?(\d{1,3}(?:[.,]\d{3})+|\d{1,13})(?:[.,](\d{1,2}))?"  # noqa: RUF001  # a minus sign as pages show it
)


class Held(NamedTuple):
    """The records of a selection, and the role and account that it names."""

    records: QuerySet[Any]
    role: Role | None
    account: Account | None


def held_by(*, viewer: Person, selection: Selection) -> Held:
    """Return what a selection holds; raise `NotThere` for another's role or account."""
    kind = selection.kind
    held = _in_period(_mine(viewer, selection), selection)
    role = account = None
    if selection.role:
        role = role_keyed(viewer=viewer, key=selection.role)
        held = held.filter(_serves(viewer, kind, role))
    if kind is RecordKind.EVENTS:
        held = held.filter(superseded_by=None)
    if selection.state and kind is not RecordKind.CHECK_INS:
        held = held.filter(status=STATUS[selection.state])
    if selection.rule and kind is not RecordKind.CHECK_INS:
        held = held.filter(rule=selection.rule)
    if selection.source and kind in _SOURCE:
        named = "" if selection.source == BY_HAND else selection.source
        held = held.filter(**{_SOURCE[kind]: named})
    if kind is RecordKind.PAYMENTS:
        if selection.account:
            account = account_of(viewer=viewer, identifier=selection.account)
            held = held.filter(account=account)
        held = _of_money(held, viewer, selection)
    return Held(_with_text(held, selection), role, account)


def _mine(viewer: Person, selection: Selection) -> QuerySet[Any]:
    """Return the viewer's records.

    Texts stand in the rows alone: to read all rows in their own order takes SQLite a
    quarter of the time that looking each up from an index takes. So it is kept from
    the indexes that begin with the owner.
    """
    held: QuerySet[Any] = MODELS[selection.kind].objects.all()
    is_long = not (selection.start and selection.end) and not selection.role
    if selection.text and is_long and connection.vendor == "sqlite":
        held = held.alias(whose=F("owner_id") + 0)
        return held.filter(whose=viewer.pk)
    return held.filter(owner=viewer)


def _in_period(held: QuerySet[Any], selection: Selection) -> QuerySet[Any]:
    day = DAY[selection.kind]
    if selection.start:
        held = held.filter(**{f"{day}__gte": selection.start})
    return held.filter(**{f"{day}__lt": selection.end}) if selection.end else held


def _serves(viewer: Person, kind: RecordKind, role: Role) -> Q:
    """Return what holds of the records of a role; hours and money may be shared.

    Where nothing is shared it is the role alone: a database finds that at once.
    """
    if kind not in (RecordKind.PAYMENTS, RecordKind.TIME):
        return Q(role=role)
    parts: QuerySet[Any]
    if kind is RecordKind.PAYMENTS:
        parts = PaymentShare.objects.filter(owner=viewer, role=role).values("payment")
    else:
        parts = TimeShare.objects.filter(owner=viewer, role=role).values("entry")
    return Q(role=role) | Q(pk__in=parts) if parts.exists() else Q(role=role)


def _of_money(
    held: QuerySet[Any], viewer: Person, selection: Selection
) -> QuerySet[Any]:
    if selection.currency:
        held = held.filter(currency=selection.currency)
    if selection.payer:
        held = held.filter(_paid_by(viewer, selection.payer))
    if selection.way is Way.IN:
        held = held.filter(amount_minor__gt=0)
    elif selection.way is Way.OUT:
        held = held.filter(amount_minor__lt=0)
    return held


def _paid_by(viewer: Person, payer: str) -> Q:
    """Return what holds of a payer's payments: in any spelling, or by a role's own.

    A payment that names nobody counts as from the organisation of its role.
    """
    spellings = Payment.objects.filter(owner=viewer).values_list("payer", flat=True)
    alike = payer_names(viewer).alike(payer)
    named = [name for name in spellings.distinct() if plain(name) in alike]
    organisations = Organisation.objects.filter(owner=viewer).values_list("pk", "name")
    own = [pk for pk, name in organisations if plain(name) == plain(payer)]
    by_name = Q(payer__in=named)
    return by_name | Q(payer="", role__organisation__in=own) if own else by_name


def _with_text(held: QuerySet[Any], selection: Selection) -> QuerySet[Any]:
    """Return those in which every word is found."""
    for word in selection.text.split()[:_MOST_WORDS]:
        found = Q()
        for name in _TEXTS[selection.kind]:
            found |= Q(**{f"{name}__icontains": word})
        if selection.kind is RecordKind.PAYMENTS:
            found |= _of_amount(word)
        held = held.filter(found)
    return held


def _of_amount(word: str) -> Q:
    """Return what holds of payments of an amount, whichever way; of nothing for a name."""
    read = _AMOUNT.fullmatch(word)
    if not read:
        return Q()
    number = Decimal(f"{re.sub('[.,]', '', read[1])}.{read[2] or 0}")
    return Q(amount_minor__in=_either_way(number, 2)) & ~Q(
        currency__in=WITHOUT_MINOR
    ) | Q(amount_minor__in=_either_way(number, 0), currency__in=WITHOUT_MINOR)


def _either_way(number: Decimal, digits: int) -> tuple[int, int]:
    minor = int(number.scaleb(digits))
    return minor, -minor
