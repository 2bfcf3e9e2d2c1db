"""Hours, pay and notice as people type them: 16/week, 85/hour, 30d."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    PayBasis,
    Per,
    RoleKind,
    usual_counting,
)
from plait.formats.quick_entry.week_text import blocks_of

_BASIS = {
    "hour": PayBasis.HOURLY,
    "day": PayBasis.DAILY,
    "month": PayBasis.MONTHLY,
    "salary": PayBasis.SALARY,
    "fixed": PayBasis.FIXED,
}
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30}


class NotUnderstood(PlaitError):
    """An option is written in a way that Plait does not read."""


def hours_per(text: str) -> tuple[Decimal, Per]:
    """Read agreed hours.

    >>> hours_per("16/week"), hours_per("200/year")[1].value
    ((Decimal('16'), <Per.WEEK: 'week'>), 'year')
    """
    amount, _, per = text.partition("/")
    try:
        hours, stretch = _positive(amount), Per(per or "week")
    except (InvalidOperation, ValueError):
        raise NotUnderstood(
            "These are not agreed hours",
            value=text,
            fix="Write 16/week, 36/month, 100/quarter, 200/year or 40/total.",
        ) from None
    return hours, stretch


def pay_per(text: str, currency: str) -> tuple[Money, PayBasis]:
    """Read agreed pay; a currency may stand before or after the amount.

    >>> pay_per("85/hour", "EUR")[0], pay_per("GBP 780/month", "EUR")[0].currency
    (Money(number=Decimal('85'), currency='EUR'), 'GBP')
    """
    amount, _, per = text.partition("/")
    found = re.search(r"\b([A-Z]{3})\b", amount)
    number = re.sub(r"[A-Z]{3}", "", amount)
    try:
        money = Money(_positive(number), found[1] if found else currency)
        return money, _BASIS[per or "hour"]
    except (InvalidOperation, ValueError, KeyError):
        raise NotUnderstood(
            "This is not agreed pay",
            value=text,
            fix="Write 85/hour, 640/day, 2950/month, 2950/salary or 4000/fixed.",
        ) from None


def notice_days(text: str) -> int:
    """Read a notice period in days.

    >>> notice_days("30d"), notice_days("2m"), notice_days("4w")
    (30, 60, 28)
    """
    found = re.fullmatch(r"(\d{1,4})([dwm]?)", text.strip())
    if not found:
        raise NotUnderstood(
            "This is not a notice period", value=text, fix="Write 30d, 4w or 2m."
        )
    return int(found[1]) * _DAYS[found[2]]


def _positive(text: str) -> Decimal:
    number = Decimal(text.strip())
    if not number.is_finite() or number < 0:
        raise ValueError(text)
    return number


def agreement(
    *, start: date, end: date | None, currency: str, kind: str, told: dict[str, Any]
) -> Agreement:
    """Return the agreement that the options of `plait agree` describe."""
    hours, per = hours_per(told["hours"]) if told["hours"] else (None, Per.WEEK)
    pay, basis = (
        pay_per(told["pay"], currency) if told["pay"] else (None, PayBasis.NONE)
    )
    counts_as = usual_counting(RoleKind(kind))
    return Agreement(
        period=Period(start, end),
        hours=hours,
        per=per,
        pay_basis=basis,
        pay=pay,
        notice_days=notice_days(told["notice"]) if told["notice"] else None,
        clause=Clause(told["clause"]),
        counts_as=counts_as,
        blocks=blocks_of(told.get("days") or ""),
        has_opted_out=_opted_out(counts_as, is_told=bool(told.get("opted_out"))),
    )


def _opted_out(counts_as: CountsAs, *, is_told: bool) -> bool:
    if is_told and counts_as not in {CountsAs.EMPLOYMENT, CountsAs.WORKER}:
        raise NotUnderstood(
            "Only employment has a limit that one can agree to pass",
            value=counts_as.value,
            fix="Leave --opted-out away.",
        )
    return is_told
