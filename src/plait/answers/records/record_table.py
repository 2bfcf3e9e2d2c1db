"""Records as a table of plain values: the same columns in a download and a command."""

from collections.abc import Callable

from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind
from plait.wording.records import record_lists as wording
from plait.wording.words import Words

Cells = list[str]
_INSTANT = "%Y-%m-%dT%H:%M%z"


def headings(kind: RecordKind, words: Words) -> Cells:
    """Return the headings of a kind's table, in the reader's language."""
    _ = words.gettext
    first = [_("Number"), _("Date")]
    placed = [_("Role"), _("Key of the role"), _("State")]
    if kind is RecordKind.PAYMENTS:
        own = [_("From or to"), _("Description"), _("Amount"), _("Currency")]
        return [*first, *own, *placed, _("Account"), _("It is")]
    if kind is RecordKind.CHECK_INS:
        scores = [_("Energy"), _("Meaning"), _("Growth"), _("Pressure")]
        return [*first, *scores, _("Note"), *placed[:2]]
    what = [_("What"), _("Detail"), _("Hours"), _("Start"), _("End")]
    return [*first, *what, *placed, _("Source")]


def cells(kind: RecordKind, one: ListedRecord, words: Words) -> Cells:
    """Return a record in those columns: days, amounts and hours as a machine reads them.

    An amount has a point and no sign of its currency, below zero where it went out;
    hours are decimal; what recurs says so where others have their number; a day is 2026-11-30, an instant has its offset from UTC.
    """
    number = words.gettext("recurring") if one.is_recurring else str(one.id)
    first = [number, one.on.isoformat()]
    state = wording.state_text(words, one.state)
    return [*first, *_OWN[kind](one, [one.role_name, one.role, state])]


def _payment(one: ListedRecord, placed: Cells) -> Cells:
    money = [f"{one.amount:f}" if one.amount is not None else "", one.currency]
    return [one.title, one.detail, *money, *placed, one.account, one.kind]


def _timed(one: ListedRecord, placed: Cells) -> Cells:
    hours = "" if one.hours is None else f"{one.hours:.4f}".rstrip("0").rstrip(".")
    instants = [
        at.strftime(_INSTANT) if at else "" for at in (one.starts_at, one.ends_at)
    ]
    return [one.title, one.detail, hours, *instants, *placed, one.source]


def _check_in(one: ListedRecord, placed: Cells) -> Cells:
    return [*(str(score) for score in one.scores), one.title, *placed[:2]]


_OWN: dict[RecordKind, Callable[[ListedRecord, Cells], Cells]] = {
    RecordKind.PAYMENTS: _payment,
    RecordKind.TIME: _timed,
    RecordKind.EVENTS: _timed,
    RecordKind.CHECK_INS: _check_in,
}
