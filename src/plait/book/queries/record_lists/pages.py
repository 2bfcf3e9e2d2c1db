"""The records that a selection opens, a page at a time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import chain, groupby
from typing import Any

from django.db.models import Count

from plait.accounts.models import Person
from plait.book.models import Event, Payment, TimeEntry
from plait.book.queries.memory import Memory
from plait.book.queries.payers import accounts
from plait.book.queries.record_lists.lines import lines_of
from plait.book.queries.record_lists.narrowing import BY_HAND, MODELS, held_by
from plait.book.queries.record_lists.order import keys_on_page, order_names
from plait.book.queries.record_lists.sums import (
    DaySums,
    hours_of,
    sums_of,
    sums_of_day,
    totals_of,
)
from plait.book.queries.recurring import Occurrence
from plait.book.queries.recurring_list import recurring_lines
from plait.domain.period import month_of
from plait.domain.record_list import (
    ListedRecord,
    MonthOfRecords,
    RecordFilters,
    RecordPage,
)
from plait.domain.selection import RecordKind, RecordOrder, Selection

RECORDS_A_PAGE = 50
_PAYERS_TO_CHOOSE = 60
_BY_DATE = (RecordOrder.NEWEST, RecordOrder.OLDEST)
_filters = Memory(most=32)


def records(
    *,
    viewer: Person,
    selection: Selection,
    page: int = 1,
    recurring: Sequence[Occurrence] = (),
) -> RecordPage:
    """Return a page of the viewer's records; raise `NotThere` for another's role.

    `recurring` are days of what recurs that the selection means too: they count in
    what it comes to.
    """
    kind = selection.kind
    held, role, account = held_by(viewer=viewer, selection=selection)
    sums = sums_of(viewer, selection, held, role)
    everything = [*sums, *map(sums_of_day, recurring)]
    n_records = sum(one.n for one in sums)
    n_pages = max(1, -(-n_records // RECORDS_A_PAGE))
    page = min(max(page, 1), n_pages)
    first = (page - 1) * RECORDS_A_PAGE
    part = slice(first, first + RECORDS_A_PAGE)
    keys: list[int] = []
    if n_records:
        keys = keys_on_page(held, selection, sums, part, viewer=viewer)
    found = rows_in_order(kind, keys)
    lines = lines_of(kind, found, viewer)
    return RecordPage(
        selection=selection,
        role_name=role.name if role else "",
        page=page,
        n_pages=n_pages,
        n_records=n_records,
        totals=totals_of(everything) if kind is RecordKind.PAYMENTS else (),
        hours=hours_of(kind, everything),
        records=lines,
        n_waiting=sum(one.n_waiting for one in sums),
        months=_months(selection, sums, lines),
        account_name=str(account) if account else "",
        first_on=sums[0].day if sums else None,
        last_on=sums[-1].day if sums else None,
        n_recurring=len(recurring),
    )


def all_records(
    *, viewer: Person, selection: Selection, recurring: Sequence[Occurrence] = ()
) -> Iterator[ListedRecord]:
    """Yield every record of a selection, a few thousand at a time.

    By date or size as the list is; otherwise newest first. What recurs, given newest
    first, stands among them by its days, and after them where they are not by date.
    """
    lines = _all_lines(viewer, selection)
    days = recurring_lines(recurring)
    if selection.order not in _BY_DATE:
        return chain(lines, days)
    is_newest = selection.order is RecordOrder.NEWEST
    in_order = days if is_newest else tuple(reversed(days))
    return merge(lines, in_order, key=lambda one: one.on, reverse=is_newest)


def _all_lines(viewer: Person, selection: Selection) -> Iterator[ListedRecord]:
    kind = selection.kind
    held = held_by(viewer=viewer, selection=selection).records
    beside = ["role", "account"] if kind is RecordKind.PAYMENTS else ["role"]
    rows = held.select_related(*beside).order_by(*order_names(selection))
    for row in rows.iterator(chunk_size=2000):
        yield from lines_of(kind, [row], viewer)


def rows_in_order(kind: RecordKind, keys: list[int]) -> list[Any]:
    """Return records by their keys, with their roles and accounts, in that order."""
    beside = ["role", "account"] if kind is RecordKind.PAYMENTS else ["role"]
    rows = MODELS[kind].objects.filter(pk__in=keys).select_related(*beside)
    by_key = {row.pk: row for row in rows}
    return [by_key[key] for key in keys if key in by_key]


def _months(
    selection: Selection, sums: Sequence[DaySums], lines: tuple[ListedRecord, ...]
) -> tuple[MonthOfRecords, ...]:
    """Return the months of a page that is sorted by date, with all that is in them."""
    if selection.order not in _BY_DATE:
        return ()
    here = Counter(month_of(line.on) for line in lines)
    found = []
    for month, of_month in groupby(sums, lambda one: month_of(one.day)):
        if month not in here:
            continue
        of = [*of_month]
        found.append(
            MonthOfRecords(
                month=month,
                n_records=sum(one.n for one in of),
                n_here=here[month],
                totals=totals_of(of) if selection.kind is RecordKind.PAYMENTS else (),
                hours=hours_of(selection.kind, of),
            )
        )
    is_newest = selection.order is RecordOrder.NEWEST
    return tuple(reversed(found)) if is_newest else tuple(found)


def filters(*, viewer: Person, kind: RecordKind) -> RecordFilters:
    """Return what the viewer's records of a kind can be narrowed by."""
    return _filters.of_book(viewer, kind, lambda: _filters_of(viewer, kind))


def _filters_of(viewer: Person, kind: RecordKind) -> RecordFilters:
    if kind is RecordKind.PAYMENTS:
        return RecordFilters(
            accounts=tuple(
                (one.identifier, str(one)) for one in accounts(viewer=viewer)
            ),
            payers=_payers(viewer),
        )
    column = {RecordKind.TIME: "source", RecordKind.EVENTS: "calendar"}.get(kind)
    if column is None:
        return RecordFilters()
    model = TimeEntry if kind is RecordKind.TIME else Event
    held = model.objects.filter(owner=viewer).values_list(column, flat=True)
    return RecordFilters(
        sources=tuple(sorted({name or BY_HAND for name in held.distinct()}))
    )


def _payers(viewer: Person) -> tuple[str, ...]:
    """Return the payers that are there most often, by name."""
    held = Payment.objects.filter(owner=viewer).exclude(payer="")
    counted = held.values_list("payer").annotate(n=Count("pk")).order_by("-n", "payer")
    names = [name for name, _n in counted[:_PAYERS_TO_CHOOSE]]
    return tuple(sorted(names, key=str.casefold))
