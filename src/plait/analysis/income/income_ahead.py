"""What a person's income comes to over the next months, if it goes on as it went.

Of the months known of all paid roles, as if what runs now had always run (see
`forecast`), less what contracts take away that end in time. In the home currency,
after what is put by for tax and net of costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.forecast import MONTHS_NEEDED, Ahead, ahead
from plait.analysis.income.forecast.running import RoleMonths, as_running
from plait.analysis.income.model import StreamModel
from plait.analysis.income.stress.stream_case import is_salary
from plait.analysis.series.months import month_number
from plait.analysis.series.streams import Income, Stream, Trend
from plait.domain.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class RangeAhead:
    """Between which sums so many months come to in eight of ten cases.

    `running` is the middle if no contract ended; `spread` is a standard deviation.
    """

    months: int
    low: float
    middle: float
    high: float
    running: float
    spread: float


def income_ahead(
    portfolio: Portfolio, income: Income, streams: Mapping[int, StreamModel]
) -> tuple[RangeAhead, ...]:
    """Return the ranges of six and twelve months; none from less than a year known.

    `streams` are those of the roles held, by role: what they say of contracts that
    end, and of roles that began without any money yet.
    """
    known = np.flatnonzero(income.is_known)
    if len(known) < MONTHS_NEEDED:
        return ()
    months, actual = _months(portfolio, income, streams, int(known[-1]) + 1)
    moved = np.flatnonzero(actual)
    first = int(moved[0]) if len(moved) else len(actual)
    months, actual = months[first:], actual[first:]
    if len(months) < MONTHS_NEEDED or months[-2 * MONTHS_NEEDED :].sum() <= 0:
        return ()
    skipped = _skipped(portfolio.on, income, int(known[-1]))
    sums = ahead(months[None, :], actual[None, :], skipped=skipped)
    return tuple(_without_ended(one, streams) for one in sums)


def net_of(portfolio: Portfolio, stream: Stream) -> Floats:
    """Return what there was to live on of a stream, month by month.

    Of income but salaries a share is put by for tax; of costs nothing is.
    """
    aside = portfolio.person.set_aside
    by_salary = is_salary(portfolio, portfolio.roles[stream.role])
    net_share = 1.0 if aside is None or by_salary else 1 - float(aside)
    return np.asarray(stream.monthly * net_share - stream.costs)


def _months(
    portfolio: Portfolio,
    income: Income,
    streams: Mapping[int, StreamModel],
    n_months: int,
) -> tuple[Floats, Floats]:
    """Return the months up to the last known, as if what runs always ran, and as they came.

    Those that are not known lie between the others.
    """
    roles = [_role(portfolio, one, streams, n_months) for one in income.streams]
    paid = {stream.role for stream in income.streams}
    new = sum(
        one.monthly
        for role, one in streams.items()
        if role not in paid and not one.is_over
    )
    actual = sum((role.net for role in roles), np.zeros(n_months))
    at = np.flatnonzero(income.is_known[:n_months])
    every = np.arange(n_months)
    return (
        np.interp(every, at, as_running(roles, n_months)[at] + new),
        np.interp(every, at, actual[at]),
    )


def _role(
    portfolio: Portfolio,
    stream: Stream,
    streams: Mapping[int, StreamModel],
    n_months: int,
) -> RoleMonths:
    held = portfolio.roles[stream.role]
    model = streams.get(stream.role)
    net = net_of(portfolio, stream)[:n_months]
    moved = np.flatnonzero(net)
    return RoleMonths(
        net=net,
        begin=int(moved[0]) if len(moved) else n_months,
        is_over=model is None or model.is_over or stream.trend is Trend.DRY,
        is_job=is_salary(portfolio, held),
    )


def _skipped(on: date, income: Income, last: int) -> int:
    """Return the months between the last known and the first one ahead."""
    of_date = int(month_number(np.datetime64(on, "M")))
    return max(1, of_date - int(month_number(income.months[last])))


def _without_ended(one: Ahead, streams: Mapping[int, StreamModel]) -> RangeAhead:
    """Return a range less what contracts that end in time do not bring any more.

    What may be renewed is out of the low end, by its chance out of the middle, and
    not out of the high end.
    """
    low, middle, high = (float(x[0]) for x in (one.low, one.middle, one.high))
    ending = [
        (stream.monthly * (one.months - stream.ends_in), stream.renewed)
        for stream in streams.values()
        if stream.ends_in and stream.ends_in < one.months
    ]
    lost = sum(amount for amount, _ in ending)
    expected = sum(amount * (1 - renewed) for amount, renewed in ending)
    sure = sum(amount for amount, renewed in ending if not renewed)
    return RangeAhead(
        months=one.months,
        low=max(min(0.0, low), low - lost),
        middle=max(min(0.0, middle), middle - expected),
        high=max(min(0.0, high), high - sure),
        running=middle,
        spread=float(one.spread[0]),
    )
