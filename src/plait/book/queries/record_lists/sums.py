"""What the records of a selection come to, day by day: asked for once a change.

A ten-year book has a hundred thousand payments on 3,650 days. Of the days follow how
many there are, all totals, those of each month, and on which days a page lies, so
that no page skips fifty thousand rows to come to its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import Aggregate, Count, F, Q, QuerySet, Sum

from plait.accounts.models import Person
from plait.book.bulk import columns_of
from plait.book.models import PaymentShare, Role
from plait.book.queries.memory import Memory
from plait.book.queries.record_lists.narrowing import DAY
from plait.book.queries.recurring import Occurrence
from plait.domain.money import Money
from plait.domain.reach import FIRST_DAY, LAST_DAY, MOST_MINOR, MOST_SECONDS
from plait.domain.record_list import RecordTotal
from plait.domain.records import RecordStatus
from plait.domain.selection import RecordKind, RecordOrder, Selection

_remembered = Memory(most=16)


class DaySums(NamedTuple):
    """The records of a day, of money those in one currency.

    `plus` is what came in and `minus` what went out, in minor units, the latter below
    zero; of hours `plus` is seconds. `n_waiting` of them have no role.
    """

    day: date
    currency: str
    n: int
    n_waiting: int
    plus: int
    minus: int


def sums_of(
    viewer: Person, selection: Selection, held: QuerySet[Any], role: Role | None
) -> tuple[DaySums, ...]:
    """Return what the records come to on each day, oldest first.

    Of a payment that is split, a role's list counts the part that is the role's.
    Whoever turns a page or sorts the list another way has the same sums.
    """
    return _remembered.of_book(
        viewer,
        unsorted(selection),
        lambda: tuple(_day_sums(selection.kind, held, role)),
    )


def unsorted(selection: Selection) -> Selection:
    """Return what a list holds, whichever way it is sorted."""
    return replace(selection, order=RecordOrder.NEWEST)


def _day_sums(
    kind: RecordKind, held: QuerySet[Any], role: Role | None
) -> list[DaySums]:
    return (
        _of_money(held, role) if kind is RecordKind.PAYMENTS else _of_rest(kind, held)
    )


_WAITING = Count("pk", filter=Q(status=RecordStatus.OPEN))
# What is beyond the years that can be meant is left out by its day, below: no row
# need be compared with them.
_PLUS = Sum("amount_minor", filter=Q(amount_minor__gt=0, amount_minor__lt=MOST_MINOR))
_MINUS = Sum("amount_minor", filter=Q(amount_minor__lt=0, amount_minor__gt=-MOST_MINOR))
_SECONDS = Sum("seconds", filter=Q(seconds__lte=MOST_SECONDS))


def _of_money(held: QuerySet[Any], role: Role | None) -> list[DaySums]:
    day = DAY[RecordKind.PAYMENTS]
    question = (
        held.order_by(day, "currency")
        .values(day, "currency")
        .annotate(n=Count("pk"), waiting=_WAITING, plus=_PLUS, minus=_MINUS)
    )
    names = (day, "currency", "n", "waiting", "plus", "minus")
    try:
        columns = columns_of(question, *names)
    except EmptyResultSet:  # of a payer that nobody is
        return []
    found = [_summed(*row) for row in zip(*columns, strict=True)]
    return _as_split(found, held, role) if role else found


def _of_rest(kind: RecordKind, held: QuerySet[Any]) -> list[DaySums]:
    more: dict[str, Aggregate] = (
        {} if kind is RecordKind.CHECK_INS else {"waiting": _WAITING}
    )
    if kind is RecordKind.TIME:
        more["plus"] = _SECONDS
    day = DAY[kind]
    question = held.order_by(day).values(day).annotate(n=Count("pk"), **more)
    rows = zip(*columns_of(question, day, "n", *more), strict=True)
    return [_summed(on, "", n, *rest) for on, n, *rest in rows]


def _summed(on: date | str, currency: str, n: int, *sums: int | None) -> DaySums:
    """Return a day as the database gave it: SQLite has days as texts.

    `sums` are how many wait, and what came in and went out, as far as a kind has them.
    """
    day = on if isinstance(on, date) else date.fromisoformat(on)
    n_waiting, plus, minus = (int(one or 0) for one in (*sums, 0, 0, 0)[:3])
    if not FIRST_DAY <= day <= LAST_DAY:
        plus = minus = 0
    return DaySums(day, currency, n, n_waiting, plus, minus)


def sums_of_day(one: Occurrence) -> DaySums:
    """Return one day of what recurs as the sums of a day."""
    minor = one.row.amount_minor or 0
    plus = one.row.seconds or max(minor, 0)
    return DaySums(one.on, one.row.currency, 1, 0, plus, min(minor, 0))


def _as_split(sums: list[DaySums], held: QuerySet[Any], role: Role) -> list[DaySums]:
    """Return sums in which the parts of other roles are left out."""
    less = _of_others(held, role)
    return [
        one._replace(
            plus=one.plus - less[one.day, one.currency, 1],
            minus=one.minus - less[one.day, one.currency, -1],
        )
        for one in sums
    ]


def _of_others(held: QuerySet[Any], role: Role) -> dict[tuple[date, str, int], int]:
    """Return what of split payments is not the role's, by day, currency and sign."""
    less: dict[tuple[date, str, int], int] = defaultdict(int)
    split = PaymentShare.objects.filter(owner=role.owner_id)
    if not split.exists():
        return less
    whole = F("payment__amount_minor")
    columns = ("payment__booked_on", "payment__currency")
    mine = split.filter(payment__in=held.values("pk"))
    of_others = mine.filter(payment__role=role).exclude(role=role)
    part_here = mine.filter(role=role).exclude(payment__role=role)
    rows = [
        *of_others.values_list(*columns, "amount_minor", whole),
        *(
            (day, currency, all_ - part, all_)
            for day, currency, part, all_ in part_here.values_list(
                *columns, "amount_minor", whole
            )
        ),
    ]
    for day, currency, minor, all_ in rows:
        less[day, currency, 1 if all_ > 0 else -1] += minor
    return less


def totals_of(sums: Iterable[DaySums]) -> tuple[RecordTotal, ...]:
    """Return what payments come to by currency, the most frequent first."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in sums:
        of = counted[one.currency]
        of[0] += one.n
        of[1] += one.plus
        of[2] += one.minus
    ordered = sorted(counted.items(), key=lambda one: (-one[1][0], one[0]))
    return tuple(
        RecordTotal(
            currency,
            Money.from_minor(plus, currency).number,
            -Money.from_minor(minus, currency).number,
        )
        for currency, (_n, plus, minus) in ordered
    )


def hours_of(kind: RecordKind, sums: Iterable[DaySums]) -> float | None:
    """Return the hours of time entries, None for anything else."""
    if kind is not RecordKind.TIME:
        return None
    return sum(one.plus for one in sums) / 3600
