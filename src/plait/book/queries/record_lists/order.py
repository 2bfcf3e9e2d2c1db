"""Which records a page holds, by how the list is sorted."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.queries.record_lists.narrowing import DAY
from plait.book.queries.record_lists.sums import DaySums
from plait.domain.records import RecordStatus
from plait.domain.rules import plain
from plait.domain.selection import RecordKind, RecordOrder, Selection

_AMOUNT = {RecordKind.PAYMENTS: "amount_minor", RecordKind.TIME: "seconds"}
_NAME = {
    RecordKind.PAYMENTS: ("payer",),
    RecordKind.TIME: ("project", "client"),
    RecordKind.EVENTS: ("title",),
    RecordKind.CHECK_INS: ("note",),
}
_BACK = {RecordOrder.NAME_BACK, RecordOrder.ROLE_BACK}


def keys_on_page(
    held: QuerySet[Any],
    selection: Selection,
    sums: list[DaySums],
    part: slice,
    *,
    viewer: Person,
) -> list[int]:
    """Return the keys of the records that stand there, in their order."""
    kind, order = selection.kind, selection.order
    if order in (RecordOrder.LARGEST, RecordOrder.SMALLEST) and kind in _AMOUNT:
        return _by_size(held, kind, order, sums, part)
    if order in (RecordOrder.NAME, RecordOrder.NAME_BACK):
        return _by_groups(held, kind, part, _names(held, kind, order))
    if order in (RecordOrder.ROLE, RecordOrder.ROLE_BACK):
        return _by_groups(held, kind, part, _roles(held, kind, order))
    # Few days are looked up from an index, whatever else the list is narrowed by.
    held = held.filter(owner=viewer)
    return _by_day(held, kind, part, sums, is_newest=order is not RecordOrder.OLDEST)


def order_names(selection: Selection) -> list[str]:
    """Return the columns by which a whole list is sorted: by size or by date."""
    kind, order = selection.kind, selection.order
    day = DAY[kind]
    if order in (RecordOrder.LARGEST, RecordOrder.SMALLEST) and kind in _AMOUNT:
        sign = "-" if order is RecordOrder.LARGEST else ""
        first = ["currency"] if kind is RecordKind.PAYMENTS else []
        return [*first, f"{sign}{_AMOUNT[kind]}", f"-{day}", "-pk"]
    return [day, "pk"] if order is RecordOrder.OLDEST else [f"-{day}", "-pk"]


def _by_day(
    held: QuerySet[Any],
    kind: RecordKind,
    part: slice,
    sums: list[DaySums],
    *,
    is_newest: bool,
) -> list[int]:
    counted = Counter[date]()
    for one in sums:
        counted[one.day] += one.n
    days = sorted(counted, reverse=is_newest)
    found, skipped = _overlapping([(day, counted[day]) for day in days], part)
    if not found:
        return []
    day, sign = DAY[kind], "-" if is_newest else ""
    held = held.filter(**{f"{day}__range": (min(found), max(found))})
    return _sliced(held.order_by(f"{sign}{day}", f"{sign}pk"), part, skipped)


def _by_size(
    held: QuerySet[Any],
    kind: RecordKind,
    order: RecordOrder,
    sums: list[DaySums],
    part: slice,
) -> list[int]:
    """Return the largest first; of two currencies one after the other."""
    sign = "-" if order is RecordOrder.LARGEST else ""
    names = [f"{sign}{_AMOUNT[kind]}", f"-{DAY[kind]}", "-pk"]
    if len({one.currency for one in sums}) > 1:
        names.insert(0, "currency")
    return _sliced(held.order_by(*names), part, 0)


_Group = tuple[Q, int]


def _names(held: QuerySet[Any], kind: RecordKind, order: RecordOrder) -> list[_Group]:
    """Return groups of one name, as people sort names: capitals and accents alike."""
    names = _NAME[kind]
    counted = Counter[tuple[str, ...]]()
    for *texts, n in held.order_by().values_list(*names).annotate(n=Count("pk")):
        counted[tuple(texts)] += n

    def title(texts: tuple[str, ...]) -> tuple[bool, str, tuple[str, ...]]:
        visible = next((text for text in texts if text), "")
        return (not visible, plain(visible), texts)

    ordered = sorted(counted, key=title, reverse=order in _BACK)
    return [
        (Q(**dict(zip(names, texts, strict=True))), counted[texts]) for texts in ordered
    ]


def _roles(held: QuerySet[Any], kind: RecordKind, order: RecordOrder) -> list[_Group]:
    """Return groups of one role by its name; what is private and what waits come last."""
    if kind is RecordKind.CHECK_INS:
        rows = [
            (role, int(RecordStatus.ASSIGNED), n)
            for role, n in held.order_by().values_list("role").annotate(n=Count("pk"))
        ]
    else:
        rows = [*held.order_by().values_list("role", "status").annotate(n=Count("pk"))]
    keys = {role for role, _status, _n in rows if role}
    names = dict(Role.objects.filter(pk__in=keys).values_list("pk", "name"))
    rows.sort(
        key=lambda row: (row[0] is None, -row[1], plain(names.get(row[0], "")), row[0]),
        reverse=order in _BACK,
    )
    return [
        (Q(role=role) if role else Q(role=None, status=status), n)
        for role, status, n in rows
    ]


def _by_groups(
    held: QuerySet[Any], kind: RecordKind, part: slice, groups: list[_Group]
) -> list[int]:
    """Return what a page holds of groups that follow each other, newest first in each."""
    found, skipped = _overlapping(groups, part)
    if not found:
        return []
    anyone = Q()
    for one in found:
        anyone |= one
    held = held.filter(anyone)
    names = [f"-{DAY[kind]}", "-pk"]
    if len(found) > 1:
        whens = (When(one, then=Value(at)) for at, one in enumerate(found))
        held = held.annotate(group=Case(*whens, output_field=IntegerField()))
        names.insert(0, "group")
    return _sliced(held.order_by(*names), part, skipped)


def _overlapping(groups: list[Any], part: slice) -> tuple[list[Any], int]:
    """Return the groups that a page touches, and how many records come before them."""
    at, skipped, found = 0, 0, []
    for group, n in groups:
        if at + n <= part.start:
            skipped = at + n
        elif at < part.stop:
            found.append(group)
        else:
            break
        at += n
    return found, skipped


def _sliced(held: QuerySet[Any], part: slice, skipped: int) -> list[int]:
    keys = held.values_list("pk", flat=True)
    return [*keys[part.start - skipped : part.stop - skipped]]
