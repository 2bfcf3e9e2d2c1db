"""Days of what recurs that a selection of records means: they stand in no table."""

from collections.abc import Collection
from datetime import date

from plait.accounts.models import Person
from plait.book.payer_names import payer_names
from plait.book.queries.recurring import Occurrence, occurrences
from plait.domain.periods.choice import PeriodBasis
from plait.domain.rules import plain
from plait.domain.selection import RecordKind, RecordState, Selection, Way

_KINDS = {RecordKind.PAYMENTS: True, RecordKind.TIME: False}


def recurring_of(
    *, viewer: Person, selection: Selection, basis: PeriodBasis, on: date
) -> tuple[Occurrence, ...]:
    """Return what recurs among the records of a selection, up to a day, newest first."""
    selection = selection.dated(basis)
    if selection.kind not in _KINDS or selection.account:
        return ()
    if selection.source not in {"", "by-hand"}:
        return ()
    if selection.state is RecordState.WAITING:
        return ()
    is_money = _KINDS[selection.kind]
    every = occurrences(viewer=viewer, on=on, is_money=is_money)
    alike = payer_names(viewer).alike(selection.payer) if selection.payer else set()
    return tuple(one for one in reversed(every) if _is_meant(one, selection, alike))


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
