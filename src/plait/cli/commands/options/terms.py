"""Hours, pay and notice as people type them: 16/week, 85/hour, 30d."""

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from plait.cli.commands.options.records import NONE
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.next_terms import next_terms
from plait.domain.period import Period
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    PayBasis,
    Per,
    Role,
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


def next_agreement(
    role: Role, period: Period, currency: str, options: dict[str, Any]
) -> Agreement:
    """Return a role's next terms: as they were, but for what the options say."""
    terms = replace(next_terms(role, period.start), period=period)
    return _with(terms, currency, options)


def _with(terms: Agreement, currency: str, options: dict[str, Any]) -> Agreement:
    """Return the terms with what the options say; "none" takes something away."""
    changes: dict[str, Any] = {}
    if text := options.get("hours"):
        none = None, Per.WEEK
        changes["hours"], changes["per"] = none if text == NONE else hours_per(text)
    if text := options.get("pay"):
        nothing = None, PayBasis.NONE
        pay, basis = nothing if text == NONE else pay_per(text, currency)
        changes |= {"pay": pay, "pay_basis": basis}
    if text := options.get("notice"):
        changes["notice_days"] = None if text == NONE else notice_days(text)
    if text := options.get("days"):
        changes["blocks"] = () if text == NONE else blocks_of(text)
    if text := options.get("clause"):
        changes["clause"] = Clause(text)
    if (opted_out := options.get("opted_out")) is not None:
        changes["has_opted_out"] = _opted_out(terms.counts_as, is_so=opted_out)
    if (counts := options.get("on_call_counts")) is not None:
        changes["on_call_counts"] = counts
    return replace(terms, **changes)


def _opted_out(counts_as: CountsAs, *, is_so: bool) -> bool:
    if is_so and counts_as not in {CountsAs.EMPLOYMENT, CountsAs.WORKER}:
        raise NotUnderstood(
            "Only employment has a limit that one can agree to pass",
            value=counts_as.value,
            fix="Leave --opted-out away.",
        )
    return is_so
