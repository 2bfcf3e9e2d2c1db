"""Turnover of any twelve months in a row, looked at when each month ends.

Who is above the limit at the end of a month has to tell so within thirty days, and is
registered from the first day of the second month after it. Who could expect that the
next thirty days alone pass it is registered from the first of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.obligations.obligation import LimitStatus
from plait.analysis.obligations.receipts import Receipts, total
from plait.analysis.obligations.turnover import abroad, taxable
from plait.analysis.series.settling.settle import settled
from plait.domain.money import Money
from plait.domain.period import Period, add_months, month_of
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import RollingTurnover
from plait.reference.obligations.rules import Pack, Rule

_DAY = timedelta(days=1)
# So many month-ends are looked back on for one that passed the limit.
_LOOKS_BACK = 12


@dataclass(frozen=True, slots=True)
class RollingStatus:
    """How the months before the last month's end stand to the limit.

    `figure` is of the months up to and with the day `until`, `so_far` of those up to
    the running month's last day. `passed_on` is the month's end that first passed the
    limit and was not followed by one below, of the last twelve; `tell_by` and
    `registered_from` follow from it. `sudden` are days that passed it by themselves, or
    will once unpaid invoices are paid on their day.
    `is_whole` is False where payments are known for a part of the months only.
    `abroad` names roles that are left out because they are taxed elsewhere.
    """

    rule: Rule
    limit: Decimal
    leave_below: Decimal
    until: date
    figure: Decimal
    so_far: Decimal
    status: LimitStatus
    passed_on: date | None
    tell_by: date | None
    registered_from: date | None
    sudden: Period | None
    is_whole: bool
    roles: tuple[int, ...]
    abroad: tuple[str, ...]


def rolling(
    receipts: Receipts, portfolio: Portfolio, own: tuple[int, ...], pack: Pack
) -> RollingStatus | None:
    """Return the status of rolling turnover.

    None where the pack has no such limit, or nothing that the person does is taxed.
    """
    for rule, how in pack.of_kind(RollingTurnover):
        with_property = how.counts_property
        roles = taxable(portfolio, own, pack, with_property=with_property)
        if roles and rule.is_in_force_on(portfolio.on):
            left = abroad(receipts, portfolio, own, pack)
            found = _status(receipts, portfolio.on, (rule, how), roles, left)
            return _with_days_ahead(found, portfolio, how, roles, pack)
    return None


def _status(
    receipts: Receipts,
    on: date,
    of: tuple[Rule, RollingTurnover],
    roles: tuple[int, ...],
    left_out: tuple[str, ...],
) -> RollingStatus:
    rule, how = of
    next_month = month_of(on + _DAY)  # the first day after the last end
    window = Period(add_months(next_month, -how.months), next_month)
    figure = receipts.within(window, roles)
    so_far = receipts.within(_moved(window, 1), roles)
    passed = _passed(receipts, how, roles, rule, next_month)
    sudden = _sudden(receipts, how, roles, _moved(window, 1))
    known_from = receipts.known_from
    status = LimitStatus.WITHIN
    if known_from is None:
        status = LimitStatus.UNKNOWN
    elif passed or sudden:
        status = LimitStatus.OVER
    elif max(figure, so_far) >= how.limit * how.near:
        status = LimitStatus.NEAR
    return RollingStatus(
        rule=rule,
        limit=how.limit,
        leave_below=how.leave_below,
        until=next_month - _DAY,
        figure=figure,
        so_far=so_far,
        status=status,
        passed_on=passed - _DAY if passed else None,
        tell_by=passed - _DAY + timedelta(days=how.tell_days) if passed else None,
        registered_from=add_months(passed, how.registered_after) if passed else None,
        sudden=sudden,
        is_whole=known_from is not None and known_from <= window.start,
        roles=tuple(i for i in receipts.roles_within(_moved(window, 1)) if i in roles),
        abroad=left_out,
    )


def _with_days_ahead(
    found: RollingStatus,
    portfolio: Portfolio,
    how: RollingTurnover,
    roles: tuple[int, ...],
    pack: Pack,
) -> RollingStatus:
    """Return the status with the days ahead, where they alone will pass the limit."""
    on = portfolio.on
    ahead = Period(on, on + timedelta(days=how.ahead_days))
    awaited = total(
        Money.from_minor(status.remaining, pack.currency).number
        for status in settled(portfolio)
        if status.is_awaited
        and (invoice := portfolio.invoices[status.invoice]).role in roles
        and invoice.amount.currency == pack.currency
        and invoice.due_on in ahead
    )
    if found.sudden or awaited <= how.limit:
        return found
    return replace(found, sudden=ahead, status=LimitStatus.OVER)


def _passed(
    receipts: Receipts,
    how: RollingTurnover,
    roles: tuple[int, ...],
    rule: Rule,
    next_month: date,
) -> date | None:
    """Return the first day after the month that passed the limit, None for none."""
    passed = None
    for back, end in enumerate(_ends(receipts, rule, next_month)):
        over = receipts.within(Period(add_months(end, -how.months), end), roles)
        if over > how.limit:
            passed = end
        elif passed or back >= _LOOKS_BACK:
            break
    return passed


def _ends(receipts: Receipts, rule: Rule, next_month: date) -> Iterator[date]:
    """Yield the first day after each month, the newest first, while any are known."""
    first = max(filter(None, (receipts.known_from, rule.valid_from)), default=None)
    while first and next_month > first:
        yield next_month
        next_month = add_months(next_month, -1)


def _sudden(
    receipts: Receipts, how: RollingTurnover, roles: tuple[int, ...], window: Period
) -> Period | None:
    """Return the first stretch of so many days that passed the limit by itself."""
    for one in receipts.of(window):
        stretch = Period(one.on, one.on + timedelta(days=how.ahead_days))
        if one.role in roles and receipts.within(stretch, roles) > how.limit:
            return stretch
    return None


def _moved(window: Period, months: int) -> Period:
    """Return the window so many months later."""
    end = window.end or window.start
    return Period(add_months(window.start, months), add_months(end, months))
