"""Which records a page holds, by how the list is sorted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.queries.memory import Memory
from plait.book.queries.record_lists.narrowing import DAY
from plait.book.queries.record_lists.sums import DaySums, unsorted
from plait.domain.quiet import wearing
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
_BY_NAME = {RecordOrder.NAME, RecordOrder.NAME_BACK}
_BY_ROLE = {RecordOrder.ROLE, RecordOrder.ROLE_BACK}
_BACK = {RecordOrder.NAME_BACK, RecordOrder.ROLE_BACK}
_remembered = Memory(most=16)


def keys_on_page(
    held: QuerySet[Any],
    selection: Selection,
    sums: Sequence[DaySums],
    part: slice,
    *,
    viewer: Person,
) -> list[int]:
    """Return the keys of the records that stand there, in their order."""
    kind, order = selection.kind, selection.order
    if order in (RecordOrder.LARGEST, RecordOrder.SMALLEST) and kind in _AMOUNT:
        return _by_size(held, kind, order, sums, part)
    if order in _BY_NAME or order in _BY_ROLE:
        groups = _groups(held, selection, sums, viewer)
        in_order = reversed(groups) if order in _BACK else groups
        return _by_groups(held, kind, part, in_order)
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
    sums: Sequence[DaySums],
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
    # One by one: days that a rare word was found on lie far apart.
    held = held.filter(**{f"{day}__in": found})
    return _sliced(held.order_by(f"{sign}{day}", f"{sign}pk"), part, skipped)


def _by_size(
    held: QuerySet[Any],
    kind: RecordKind,
    order: RecordOrder,
    sums: Sequence[DaySums],
    part: slice,
) -> list[int]:
    """Return the largest first; of two currencies one after the other."""
    sign = "-" if order is RecordOrder.LARGEST else ""
    names = [f"{sign}{_AMOUNT[kind]}", f"-{DAY[kind]}", "-pk"]
    if len({one.currency for one in sums}) > 1:
        names.insert(0, "currency")
    return _sliced(held.order_by(*names), part, 0)


_Group = tuple[Q, int]


def _groups(
    held: QuerySet[Any],
    selection: Selection,
    sums: Sequence[DaySums],
    viewer: Person,
) -> tuple[_Group, ...]:
    """Return the groups of a list that is sorted by name or by role, and their sizes."""
    is_by_name = selection.order in _BY_NAME

    def make() -> tuple[_Group, ...]:
        if is_by_name:
            return _names(held, selection.kind)
        return _roles(held, viewer, sums)

    return _remembered.of_book(viewer, (is_by_name, unsorted(selection)), make)


def _names(held: QuerySet[Any], kind: RecordKind) -> tuple[_Group, ...]:
    """Return groups of one name, as people sort names: capitals and accents alike."""
    names = _NAME[kind]
    counted = Counter[tuple[str, ...]]()
    with wearing(None):  # what stands for a name in quiet view finds no record
        for *texts, n in held.order_by().values_list(*names).annotate(n=Count("pk")):
            counted[tuple(texts)] += n

    def title(texts: tuple[str, ...]) -> tuple[bool, str, tuple[str, ...]]:
        visible = next((text for text in texts if text), "")
        return (not visible, plain(visible), texts)

    return tuple(
        (Q(**dict(zip(names, texts, strict=True))), counted[texts])
        for texts in sorted(counted, key=title)
    )


def _roles(
    held: QuerySet[Any], viewer: Person, sums: Sequence[DaySums]
) -> tuple[_Group, ...]:
    """Return groups of one role by its name; what is private and what waits come last.

    Records are counted by the roles they may have, for which there is an index; how
    many have none is what is left of all.
    """
    roles = dict(Role.objects.filter(owner=viewer).values_list("pk", "name"))
    served = held.filter(role__in=list(roles)).order_by()
    counted = dict(served.values_list("role").annotate(n=Count("pk")))
    by_name = sorted(counted, key=lambda role: (plain(roles[role]), role))
    n_waiting = sum(one.n_waiting for one in sums)
    n_private = sum(one.n for one in sums) - sum(counted.values()) - n_waiting
    without = (RecordStatus.PRIVATE, n_private), (RecordStatus.OPEN, n_waiting)
    return (
        *((Q(role=role), counted[role]) for role in by_name),
        *((Q(role=None, status=status), n) for status, n in without if n),
    )


def _by_groups(
    held: QuerySet[Any], kind: RecordKind, part: slice, groups: Iterable[_Group]
) -> list[int]:
    """Return what a page holds of groups that follow each other, newest first in each.

    At most two of them reach beyond the page: those are asked for one by one, so that
    no database sorts the thousands that they hold besides.
    """
    found: dict[int, list[int]] = {}
    whole: list[tuple[int, Q]] = []
    at = 0
    for number, (group, n) in enumerate(groups):
        if at >= part.stop:
            break
        begins, ends = max(part.start - at, 0), min(part.stop - at, n)
        if (begins, ends) == (0, n):
            whole.append((number, group))
        elif begins < ends:
            one = held.filter(group).order_by(f"-{DAY[kind]}", "-pk")
            found[number] = [*one.values_list("pk", flat=True)[begins:ends]]
        at += n
    for number, key in _of_groups(held, kind, whole):
        found.setdefault(number, []).append(key)
    return [key for number in sorted(found) for key in found[number]]


def _of_groups(
    held: QuerySet[Any], kind: RecordKind, groups: list[tuple[int, Q]]
) -> list[tuple[int, int]]:
    """Return the keys of small groups, each with its group's number, newest first."""
    if not groups:
        return []
    anyone = Q()
    for _number, one in groups:
        anyone |= one
    whens = (When(one, then=Value(number)) for number, one in groups)
    numbered = held.filter(anyone).annotate(
        group=Case(*whens, output_field=IntegerField())
    )
    in_order = numbered.order_by(f"-{DAY[kind]}", "-pk")
    return [(number, key) for number, key in in_order.values_list("group", "pk")]


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
