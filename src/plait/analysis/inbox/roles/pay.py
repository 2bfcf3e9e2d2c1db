"""What a payer's money looks like: a salary, invoices, costs paid back, or no work.

A salary comes every month on about the same day, in about the same amount; one
month with holiday pay beside it does not change that. Nothing is worked out from
fewer than three payments, but where their words say what they are.
"""

import re
from dataclasses import dataclass
from datetime import date
from statistics import median

from plait.analysis.inbox.roles import words
from plait.domain.proposals.role_evidence import PayerRecords
from plait.domain.roles import RoleKind
from plait.domain.rules import plain

LEAST_PAYMENTS = 3
# Of the months between first and last so many have a payment, for it to be monthly.
_MONTHLY = 0.8
# So far from the median are at most a quarter of a salary's payments.
_ALIKE = 0.15
# Money without any word for what it is: less than this (in whole units) is no role.
_LEAST_MEAN = 100
_LEAST_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Pay:
    """How a payer pays.

    `kind` is what role it suggests, None for none. `typical` is the middle payment, and
    `total` all of them, in minor units of `currency`; `n` says how many they are.
    """

    kind: RoleKind | None
    is_monthly: bool
    is_paid_back: bool
    n: int
    typical: int
    total: int
    currency: str
    first_on: date
    last_on: date


def pay_of(records: PayerRecords) -> Pay | None:
    """Return how a payer pays, None where all of it is known to be for no work."""
    lines = [
        line
        for line in zip(records.days, records.minor, records.texts, strict=True)
        if not words.is_no_work(records.payer, line[2])
    ]
    if not lines:
        return None
    back = [line for line in lines if words.is_paid_back(records.payer, line[2])]
    is_back = len(back) == len(lines)
    counted = lines if is_back else [line for line in lines if line not in back]
    days = [day for day, _, _ in counted]
    minor = [amount for _, amount, _ in counted]
    is_monthly = _is_monthly(days)
    return Pay(
        kind=_kind(records.payer, counted, is_monthly=is_monthly, is_back=is_back),
        is_monthly=is_monthly and _is_alike(minor),
        is_paid_back=is_back,
        n=len(counted),
        typical=round(median(minor)),
        total=sum(minor),
        currency=records.currency,
        first_on=days[0],
        last_on=days[-1],
    )


def _is_monthly(days: list[date]) -> bool:
    months = {day.year * 12 + day.month for day in days}
    between = max(months) - min(months) + 1
    few = len(days) <= 1.4 * len(months)
    return len(months) >= _LEAST_MONTHS and few and len(months) >= _MONTHLY * between


def _is_alike(minor: list[int]) -> bool:
    middle = median(minor)
    far = sum(abs(amount - middle) > _ALIKE * middle for amount in minor)
    return far <= max(1, len(minor) // 4)


_Line = tuple[date, int, str]


def _kind(
    payer: str, lines: list[_Line], *, is_monthly: bool, is_back: bool
) -> RoleKind | None:
    worded = words.kind_in(f"{payer} {' '.join({text for _, _, text in lines})}")
    n = len(lines)
    if is_back:
        return (worded or RoleKind.VOLUNTEERING) if n >= LEAST_PAYMENTS else None
    if _holds(words.SALARY, lines):
        return RoleKind.EMPLOYMENT if n > 1 else None
    if _holds(words.INVOICE, lines):
        return worded if worded is RoleKind.BOARD else _contract(n > 1)
    if worded is not None and n >= LEAST_PAYMENTS:
        return worded
    return _by_rhythm(payer, lines, is_monthly=is_monthly)


def _contract(is_one: bool) -> RoleKind | None:  # noqa: FBT001  # the one thing it asks
    return RoleKind.CONTRACT if is_one else None


def _holds(pattern: re.Pattern[str], lines: list[_Line]) -> bool:
    """Return whether at least half of the payments say so."""
    n = sum(bool(pattern.search(plain(text))) for _, _, text in lines)
    return 2 * n >= len(lines)


def _by_rhythm(payer: str, lines: list[_Line], *, is_monthly: bool) -> RoleKind | None:
    """Return what payments suggest that have no word for what they are."""
    minor = [amount for _, amount, _ in lines]
    months = {(day.year, day.month) for day, _, _ in lines}
    is_small = sum(minor) < _LEAST_MEAN * 100 * len(minor)
    if len(months) < _LEAST_MONTHS or is_small or words.is_somebody(payer):
        return None
    if is_monthly and _is_alike(minor):
        return RoleKind.EMPLOYMENT
    return RoleKind.CONTRACT if len(lines) > LEAST_PAYMENTS else None
