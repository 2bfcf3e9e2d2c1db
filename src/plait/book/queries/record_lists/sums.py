"""What the records of a selection come to, day by day: asked for once.

A ten-year book has a hundred thousand payments on 3,650 days. Of the days follow how
many there are, all totals, those of each month, and on which days a page lies, so
that no page skips fifty thousand rows to come to its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import Count, F, Q, QuerySet, Sum

from plait.book.bulk import columns_of
from plait.book.models import PaymentShare, Role
from plait.book.queries.reach import MONEY_IN_REACH, TIME_IN_REACH
from plait.book.queries.record_lists.narrowing import DAY
from plait.book.queries.recurring import Occurrence
from plait.domain.money import Money
from plait.domain.record_list import RecordTotal
from plait.domain.records import RecordStatus
from plait.domain.selection import RecordKind


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


def day_sums(kind: RecordKind, held: QuerySet[Any], role: Role | None) -> list[DaySums]:
    """Return what the records come to on each day, oldest first.

    Of a payment that is split, a role's list counts the part that is the role's.
    """
    day = DAY[kind]
    waiting = (
        {}
        if kind is RecordKind.CHECK_INS
        else {"waiting": Count("pk", filter=Q(status=RecordStatus.OPEN))}
    )
    if kind is RecordKind.PAYMENTS:
        question = (
            held.order_by(day, "currency")
            .values(day, "currency")
            .annotate(
                n=Count("pk"),
                plus=Sum("amount_minor", filter=MONEY_IN_REACH & Q(amount_minor__gt=0)),
                minus=Sum(
                    "amount_minor", filter=MONEY_IN_REACH & Q(amount_minor__lt=0)
                ),
                **waiting,
            )
        )
        names = (day, "currency", "n", "waiting", "plus", "minus")
        try:
            columns = columns_of(question, *names)
        except EmptyResultSet:  # of a payer that nobody is
            return []
        found = [
            DaySums(_day(on), currency, n, n_waiting, plus or 0, minus or 0)
            for on, currency, n, n_waiting, plus, minus in zip(*columns, strict=True)
        ]
        return _as_split(found, held, role) if role else found
    seconds = {"plus": Sum("seconds", filter=TIME_IN_REACH)}
    annotated = held.values(day).annotate(
        n=Count("pk"), **waiting, **(seconds if kind is RecordKind.TIME else {})
    )
    return [
        DaySums(
            row[day], "", row["n"], row.get("waiting", 0), row.get("plus", 0) or 0, 0
        )
        for row in annotated.order_by(day)
    ]


def sums_of_day(one: Occurrence) -> DaySums:
    """Return one day of what recurs as the sums of a day."""
    minor = one.row.amount_minor or 0
    plus = one.row.seconds or max(minor, 0)
    return DaySums(one.on, one.row.currency, 1, 0, plus, min(minor, 0))


def _day(on: date | str) -> date:
    """Return a day as the database gave it: SQLite has days as texts."""
    return on if isinstance(on, date) else date.fromisoformat(on)


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
