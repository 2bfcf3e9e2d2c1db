"""What the list of a selection came to a year earlier, of equally long stretches."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Max, Min, QuerySet

from plait.accounts.models import Person
from plait.book.models import Coverage, Payment, TimeEntry
from plait.book.queries.memory import Memory
from plait.book.queries.payers import account_of
from plait.book.queries.record_lists.narrowing import BY_HAND, held_by
from plait.book.queries.record_lists.sums import (
    hours_of,
    sums_of,
    sums_of_day,
    totals_of,
    unsorted,
)
from plait.book.queries.recurring import occurrences
from plait.book.queries.recurring_list import recurring_of
from plait.domain.known import KnownKind, until_by_hand
from plait.domain.periods.choice import PeriodBasis, PeriodKind
from plait.domain.periods.parsing import period_choice_from
from plait.domain.periods.shifting import years_later
from plait.domain.reach import FIRST_DAY
from plait.domain.record_list import EarlierRecords, RecordSums
from plait.domain.selection import RecordKind, Selection

_DAY = timedelta(days=1)
_KINDS = (RecordKind.PAYMENTS, RecordKind.TIME)
_remembered = Memory(most=32)


class _Reach(NamedTuple):
    """The first and last day that an account or a tracker is known for.

    Payments by hand are known until today, which says nothing of the accounts.
    """

    first: date
    last: date
    is_by_hand: bool


def a_year_earlier(
    *, viewer: Person, selection: Selection, on: date
) -> EarlierRecords | None:
    """Return what a list of payments or hours came to a year earlier.

    None where the list has no first and last day, has begun with a role or not at all,
    and where the records do not reach back that far. Days after the last one that is
    known are left out of both years.
    """
    start, end = selection.start, selection.end
    if selection.kind not in _KINDS or start is None or end is None:
        return None
    if _is_since_a_role(selection):
        return None
    found = _remembered.of_book(
        viewer,
        (unsorted(selection), on),
        lambda: _earlier(viewer, selection, (start, end), on),
    )
    if found is None:
        return None
    return replace(found, selection=replace(found.selection, order=selection.order))


def _is_since_a_role(selection: Selection) -> bool:
    word = selection.period
    return bool(word) and period_choice_from(word).kind is PeriodKind.ROLE


def _earlier(
    viewer: Person, selection: Selection, days: tuple[date, date], on: date
) -> EarlierRecords | None:
    start, end = days
    known = [*_known(viewer, selection, on)]
    of_files = [one for one in known if not one.is_by_hand and one.last >= start]
    # The account known furthest: one that a line comes to now and then is not waited for.
    last = max((one.last for one in of_files or known), default=date.min)
    if last < start:
        return None
    cut = min(end, last + _DAY)
    before, before_end = years_later(start, -1), years_later(cut, -1)
    first = max(FIRST_DAY, min(one.first for one in known))
    if not first <= before < before_end:
        return None
    earlier = replace(selection, period="", start=before, end=before_end)
    now = _sums(viewer, selection, on, cut)
    return EarlierRecords(
        selection=earlier,
        sums=_sums(viewer, earlier, on, before_end),
        until=cut - _DAY if cut < end else None,
        now=now,
        is_all_now=now.n == _sums(viewer, selection, on, end).n,
    )


def _sums(viewer: Person, selection: Selection, on: date, cut: date) -> RecordSums:
    """Return what a list comes to before a day; its own sums are remembered already."""
    held, role, _account = held_by(viewer=viewer, selection=selection)
    dated = replace(selection, period="")
    found = recurring_of(viewer=viewer, selection=dated, basis=PeriodBasis(on), on=on)
    recurring = [one for one in found if one.on < cut]
    days = sums_of(viewer, selection, held, role)
    listed = [one for one in days if one.day < cut]
    every = [*listed, *map(sums_of_day, recurring)]
    return RecordSums(
        n_records=sum(one.n for one in listed),
        n_recurring=len(recurring),
        totals=totals_of(every) if selection.kind is RecordKind.PAYMENTS else (),
        hours=hours_of(selection.kind, every),
    )


def _known(viewer: Person, selection: Selection, on: date) -> Iterator[_Reach]:
    """Yield what is known of each account or tracker that the selection may hold."""
    is_money = selection.kind is RecordKind.PAYMENTS
    rows: Any = (Payment if is_money else TimeEntry).objects.filter(owner=viewer)
    kind = KnownKind.ACCOUNT if is_money else KnownKind.TRACKER
    covered = Coverage.objects.filter(owner=viewer, kind=kind, starts_on__lte=on)
    if selection.account:
        account = account_of(viewer=viewer, identifier=selection.account)
        rows, covered = rows.filter(account=account), covered.filter(account=account)
    if selection.source:
        name = "" if selection.source == BY_HAND else selection.source
        rows = rows.filter(source=name)
        covered = covered.filter(**{"source" if is_money else "name": name})
    found: dict[str, list[date]] = {}
    for name, first, last in (*_listed(rows, on), *_covered(covered, kind)):
        found.setdefault(name, []).extend((first, last))
    if not selection.account and selection.source in {"", BY_HAND}:
        every = occurrences(viewer=viewer, on=on, is_money=is_money)
        if every:
            found.setdefault("", []).extend((every[0].on, every[-1].on))
    for key, days in found.items():
        last = min(max(days), on)
        if not key:
            last = on if is_money else until_by_hand(last, on)
        yield _Reach(min(days), last, is_by_hand=is_money and not key)


def _listed(rows: QuerySet[Any], on: date) -> Iterator[tuple[str, date, date]]:
    """Yield the first and last day of records by what they came by, "" if by hand."""
    is_money = rows.model is Payment
    day = "booked_on" if is_money else "on"
    names = ("account", "source") if is_money else ("source",)
    some = rows.filter(**{f"{day}__lte": on}).order_by().values_list(*names)
    for *by, first, last in some.annotate(Min(day), Max(day)):
        yield _name(*by), first, last


def _covered(
    covered: QuerySet[Coverage], kind: KnownKind
) -> Iterator[tuple[str, date, date]]:
    """Yield the days of each file or statement."""
    names = ("account", "source") if kind is KnownKind.ACCOUNT else ("name",)
    for *by, first, last in covered.values_list(*names, "starts_on", "ends_on"):
        yield _name(*by), first, last


def _name(*by: int | str | None) -> str:
    """Return what days go by: an account, or the name of a tracker or kind of file."""
    return next((str(one) for one in by if one), "")
