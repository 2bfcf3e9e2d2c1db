"""Days of what recurs that a selection of records means: they stand in no table."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from plait.accounts.models import Person
from plait.book.models import Payment
from plait.book.payer_names import payer_names
from plait.book.queries.record_lists.lines import STATE
from plait.book.queries.recurring import Occurrence, occurrences
from plait.book.queries.recurring_columns import (
    APART_DAYS,
    day_number,
    money_row,
    not_of_a_bank,
)
from plait.domain.money import Money
from plait.domain.periods.choice import PeriodBasis
from plait.domain.record_list import ListedRecord
from plait.domain.rules import plain
from plait.domain.selection import RecordKind, RecordState, Selection, Way

_KINDS = {RecordKind.PAYMENTS: True, RecordKind.TIME: False}


def recurring_of(
    *, viewer: Person, selection: Selection, basis: PeriodBasis, on: date
) -> tuple[Occurrence, ...]:
    """Return what recurs among the records of a selection, up to a day, newest first."""
    selection = selection.dated(basis)
    if selection.kind not in _KINDS or selection.account or selection.rule:
        return ()
    if selection.source not in {"", "by-hand"}:
        return ()
    if selection.state is RecordState.WAITING:
        return ()
    is_money = _KINDS[selection.kind]
    every = occurrences(viewer=viewer, on=on, is_money=is_money)
    if is_money and every:
        every = _not_booked(viewer, every)
    alike = payer_names(viewer).alike(selection.payer) if selection.payer else set()
    return tuple(one for one in reversed(every) if _is_meant(one, selection, alike))


def recurring_lines(found: Sequence[Occurrence]) -> tuple[ListedRecord, ...]:
    """Return days of what recurs as a list or a table shows them."""
    return tuple(map(_line, found))


def _line(one: Occurrence) -> ListedRecord:
    row, role = one.row, one.row.role
    money = row.amount_minor is not None
    return ListedRecord(
        one.on,
        row.payer or row.text,
        row.text if row.payer else "",
        role=role.key if role else "",
        role_name=role.name if role else "",
        colour=role.colour if role else 0,
        state=STATE[one.status],
        amount=Money.from_minor(row.amount_minor or 0, row.currency).number
        if money
        else None,
        currency=row.currency,
        hours=None if row.seconds is None else row.seconds / 3600,
        kind=row.kind,
        is_recurring=True,
    )


def _not_booked(
    viewer: Person, every: tuple[Occurrence, ...]
) -> tuple[Occurrence, ...]:
    """Leave out days of which an account shows the same, as the figures do."""
    rows = [money_row(one) for one in every]
    booked = Payment.objects.filter(
        owner=viewer,
        account__isnull=False,
        amount_minor__in={row[1] for row in rows},
        booked_on__gte=every[0].on - timedelta(days=APART_DAYS),
    ).order_by("booked_on", "pk")
    of_bank = booked.values_list(
        "booked_on", "amount_minor", "currency", "payer", "account", "role"
    )
    found = [(day_number(on), *rest) for on, *rest in of_bank]
    if not found:
        return every
    left = {row[7] for row in not_of_a_bank(rows, [*zip(*found, strict=True)])}
    return tuple(one for one in every if one.number in left)


def _is_meant(one: Occurrence, selection: Selection, alike: Collection[str]) -> bool:
    row, role = one.row, one.row.role
    key, minor = role.key if role else "", row.amount_minor or 0
    is_private = selection.state is RecordState.PRIVATE
    texts = plain(f"{row.text} {row.payer} {role.name if role else ''}")
    payer = plain(row.payer or (role.organisation.name if role else ""))
    return all(
        (
            selection.role in {"", key},
            not selection.state or is_private != bool(key),
            selection.currency in {"", row.currency},
            not selection.way or (selection.way is Way.IN) == (minor > 0),
            selection.start is None or one.on >= selection.start,
            selection.end is None or one.on < selection.end,
            all(word in texts for word in plain(selection.text).split()),
            not alike or payer in alike,
        )
    )
