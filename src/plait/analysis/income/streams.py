"""Income per role and month, and whether a stream grows, shrinks or has dried up.

A month counts once it is whole: the month of the date is left out, and so is
everything after the last day that any statement tells of. The trend sets the last
six whole months against the six before; it is called one only where Kendall's tau
over the twelve is unlikely by chance (one in ten). Monthly income is lumpy, so
most streams have none, and that is said.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats, in_home_currency
from plait.domain.columns import Payments
from plait.domain.portfolio import Portfolio
from plait.domain.records import Standing
from plait.reference.rates import Rates

MONTHS_FOR_A_TREND = 12
_HALF = 6
# Standard deviations that one series in ten without a trend goes beyond.
_UNLIKELY = 1.645
# A stream is dry after three times its usual gap, once it has paid six times.
_DRY_GAPS = 3
PAYMENTS_TO_BE_DRY = 6


class Trend(StrEnum):
    """What a stream's last twelve whole months say."""

    GROWS = "grows"
    SHRINKS = "shrinks"
    STEADY = "steady"
    DRY = "dry"
    TOO_SHORT = "too short"


@dataclass(frozen=True, eq=False)
class Stream:
    """The income of one role: per whole month, in the home currency.

    `last_half` and `half_before` are monthly means over six months each; `usual_gap`
    is the median number of months between months with income, `since` how many
    whole months have passed without any.
    """

    role: int
    monthly: Floats
    costs: Floats
    trend: Trend
    last_half: float
    half_before: float
    usual_gap: float
    since: int
    last_on: date | None

    @property
    def last_year(self) -> float:
        """Income over the last twelve whole months."""
        return float(self.monthly[-12:].sum())


@dataclass(frozen=True, eq=False)
class Income:
    """All streams over the same whole months, oldest first.

    `total` is income over all roles per month, `open_in` money that came in and
    waits in the inbox, over the last twelve whole months.
    """

    months: NDArray[np.datetime64]
    streams: tuple[Stream, ...]
    total: Floats
    open_in: float
    currency: str

    @property
    def usual_month(self) -> float:
        """Median income of the last twelve whole months."""
        return float(np.median(self.total[-12:])) if len(self.total) else 0.0


def income_of(portfolio: Portfolio, rates: Rates) -> Income:
    """Return the income per role and whole month up to the portfolio's date."""
    payments = portfolio.payments
    amounts = in_home_currency(payments, portfolio.person.currency, rates)
    first, n_months = _span(portfolio)
    month = _number(payments.on) - first
    table = _Table(payments, amounts, month, n_months)
    roles = [r for r in range(len(portfolio.roles)) if (payments.role == r).any()]
    streams = tuple(table.stream(role) for role in roles)
    year = (month >= n_months - 12) & (month < n_months)
    waits = year & (payments.standing == Standing.OPEN) & (amounts > 0)
    return Income(
        months=(first + np.arange(n_months)).astype("datetime64[M]"),
        streams=streams,
        total=sum((s.monthly for s in streams), np.zeros(n_months)),
        open_in=float(amounts[waits].sum()),
        currency=portfolio.person.currency,
    )


@dataclass(frozen=True, eq=False)
class _Table:
    """Payments with their amounts at home and their month, 0 for the first."""

    payments: Payments
    amounts: Floats
    month: NDArray[np.int64]
    n_months: int

    def stream(self, role: int) -> Stream:
        """Return the stream of a role that has payments."""
        mine = self.payments.role == role
        paid = mine & (self.amounts > 0)
        monthly = self._monthly(paid)
        told = monthly[: self._months_told(mine)]
        last = self.payments.on[paid].max().astype(date) if paid.any() else None
        gap, since = _gaps(told)
        return Stream(
            role=role,
            monthly=monthly,
            costs=-self._monthly(mine & (self.amounts < 0)),
            trend=_trend(told, gap, since),
            last_half=float(told[-_HALF:].mean()) if len(told) else 0.0,
            half_before=float(told[-2 * _HALF : -_HALF].mean())
            if len(told) > _HALF
            else 0.0,
            usual_gap=gap,
            since=since,
            last_on=last,
        )

    def _monthly(self, chosen: NDArray[np.bool_]) -> Floats:
        inside = chosen & (self.month < self.n_months)
        months, amounts = self.month[inside], self.amounts[inside]
        return np.bincount(months, amounts, self.n_months).astype(np.float64)

    def _months_told(self, mine: NDArray[np.bool_]) -> int:
        """Return how many months the statements of the stream's accounts reach."""
        accounts = np.isin(
            self.payments.account, np.unique(self.payments.account[mine])
        )
        newest = self.payments.on[accounts].max()
        return min(self.n_months, _whole_until(newest) - self._first)

    @property
    def _first(self) -> int:
        return int(_number(self.payments.on[:1])[0] - self.month[0])


def _span(portfolio: Portfolio) -> tuple[int, int]:
    """Return the first month's number and how many whole months there are."""
    on = portfolio.payments.on
    if not len(on):
        return 0, 0
    first = int(_number(on[:1])[0])
    this_month = int(_number(np.array([portfolio.on], dtype="datetime64[D]"))[0])
    return first, max(0, min(this_month, _whole_until(on[-1])) - first)


def _whole_until(newest: np.datetime64) -> int:
    """Return the number of the month after the last one that is told whole.

    A statement whose last line is within three days of the end of a month tells
    that month whole.
    """
    return int(_number(np.array([newest + np.timedelta64(3, "D")]))[0])


def _gaps(told: Floats) -> tuple[float, int]:
    """Return the usual gap between months with income, and the months since."""
    with_income = np.flatnonzero(told > 0)
    if not len(with_income):
        return 0.0, len(told)
    gap = float(np.median(np.diff(with_income))) if len(with_income) > 1 else 0.0
    return gap, len(told) - 1 - int(with_income[-1])


def _trend(told: Floats, gap: float, since: int) -> Trend:
    """Return what the months say; see the module for the rule."""
    n_paid = int((told > 0).sum())
    if n_paid >= PAYMENTS_TO_BE_DRY and since >= max(1.0, _DRY_GAPS * gap - 1):
        return Trend.DRY
    if len(told) < MONTHS_FOR_A_TREND or n_paid < _HALF:
        return Trend.TOO_SHORT
    direction = kendall(told[-MONTHS_FOR_A_TREND:])
    if abs(direction) < _UNLIKELY:
        return Trend.STEADY
    return Trend.GROWS if direction > 0 else Trend.SHRINKS


def kendall(series: Floats) -> float:
    """Return the Mann-Kendall score of a series, in standard deviations.

    S counts later-above-earlier pairs less later-below-earlier ones; its variance
    is (n (n - 1)(2n + 5) - sum over ties t (t - 1)(2t + 5)) / 18, and S moves one
    toward zero first (Kendall 1975, the usual continuity correction).
    """
    n = len(series)
    score = float(
        np.sign(series[None, :] - series[:, None])[np.triu_indices(n, 1)].sum()
    )
    _, ties = np.unique(series, return_counts=True)
    tied = float((ties * (ties - 1) * (2 * ties + 5)).sum())
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    return 0.0 if variance <= 0 else (score - np.sign(score)) / variance**0.5


def _number(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    return days.astype("datetime64[M]").astype(np.int64)
