"""Whether one client brings nearly all of one's turnover.

Who works for one client alone may be taken for an employee, or owe pension insurance.
Platform fees and property are left out; a name counts however it is written.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.own_account import is_property
from plait.analysis.obligations.receipts import Receipts, total
from plait.domain.period import Period, add_months, month_of
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.reference.obligations.kinds import MainClient
from plait.reference.obligations.rules import Pack, Rule


@dataclass(frozen=True, slots=True)
class MainClientStatus:
    """The largest client's `share` of the turnover of so many whole months.

    `most` is the share above which the rule speaks.
    """

    rule: Rule
    client: str
    share: Decimal
    most: Decimal
    months: int
    status: LimitStatus


def main_client(
    receipts: Receipts, portfolio: Portfolio, pack: Pack
) -> MainClientStatus | None:
    """Return how much the largest client brings, None where nobody asks or pays."""
    for rule, how in pack.of_kind(MainClient):
        end = month_of(portfolio.on)
        found = _largest(receipts, portfolio, Period(add_months(end, -how.months), end))
        if found:
            client, share = found
            over = share > how.share
            status = LimitStatus.OVER if over else LimitStatus.WITHIN
            return MainClientStatus(rule, client, share, how.share, how.months, status)
    return None


def _largest(
    receipts: Receipts, portfolio: Portfolio, period: Period
) -> tuple[str, Decimal] | None:
    """Return the client of the period that paid most, and their share."""
    paid: dict[str, Decimal] = defaultdict(Decimal)
    names: dict[str, str] = {}
    for one in receipts.of(period):
        if one.payer.strip() and not is_property(portfolio.roles[one.role]):
            paid[plain(one.payer)] += one.amount
            names.setdefault(plain(one.payer), one.payer)
    whole = total(paid.values())
    if whole <= 0:
        return None
    largest = max(paid, key=lambda name: paid[name])
    return names[largest], paid[largest] / whole
