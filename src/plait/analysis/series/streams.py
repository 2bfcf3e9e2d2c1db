"""Income per role and month, and whether a stream grows, shrinks or has dried up.

A month counts once it is whole: the month of the date is left out, and so is
everything after the last month that the statements cover whole. A stream is known
from its first income on, as far as the account is that it was last paid on, and
without the months that no statement covers: what is not known is left out, not
counted as nothing.

The trend is Kendall's over the last twelve of its months: one is called only where
chance alone would show it at most once in ten, and where the last six months brought
a tenth more or less than the six before: an exchange rate that slides is no trend.
Monthly income is lumpy, so most streams have none. A stream that was paid in six
months or more is dry when two usual payments in a row have not come and the month of
the third has begun.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.series.known import (
    income_known_until,
    lately,
    months_known,
    n_months_covered,
    whole_months,
)
from plait.analysis.series.mann_kendall import kendall
from plait.analysis.series.months import Numbers, WholeMonths, month_number
from plait.domain.columns import NO_ROLE, Bools
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.reference.rates import Rates

MONTHS_FOR_A_TREND = 12
_HALF = 6
_YEAR = 12
# Standard deviations that one series in ten without a trend goes beyond.
_UNLIKELY = 1.645
# The least that half a year has to differ from the one before, as a share of it.
# A rent in pounds slides by a few percent with the rate, and does not shrink.
LEAST_CHANGE = 0.10
# Usual gaps, from the last payment on, whose last month has to have begun.
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

    `costs` is money that went out for the role, refunds to clients too, as positive
    amounts. `last_half` and `half_before` are monthly means over six months each,
    or over as many as the stream is old. `usual_gap` is the median number of months
    between months with income (0 where fewer than two had any), `since` how many
    whole months have passed without any. `last_on` is the day of the last income.
    The stream runs from month `begin` up to but not including month `end`, and is known
    in the months of `is_known`, as far as `known_until`. A month that is not known
    holds what little was seen of it.
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
    begin: int
    end: int
    is_known: Bools
    known_until: date | None

    @property
    def known(self) -> Floats:
        """Income of the months known from the first one on, oldest first."""
        return self.of_known(self.monthly)

    def of_known(self, monthly: Floats) -> Floats:
        """Return of any figures by month those of the months known, from the first on."""
        run = slice(self.begin, self.end)
        return monthly[run][self.is_known[run]]

    def lately(self, n_months: int) -> Numbers:
        """Return the last months known, at most so many, as their indices."""
        return lately(self.is_known, n_months)

    @property
    def net(self) -> Floats:
        """Income less costs by month; below zero where it cost more than it brought."""
        return self.monthly - self.costs

    @property
    def last_year(self) -> float:
        """Income over the last twelve months known."""
        return float(self.monthly[self.lately(_YEAR)].sum())


@dataclass(frozen=True, eq=False)
class Income:
    """All streams over the same whole months, oldest first.

    `total` is income over all roles per month, `is_known` the months in which all of
    it is known that was coming in, `open_in` money that came in and waits in the
    inbox, over the last twelve whole months.
    """

    months: NDArray[np.datetime64]
    streams: tuple[Stream, ...]
    total: Floats
    open_in: float
    currency: str
    is_known: Bools

    @property
    def known_total(self) -> Floats:
        """The total of the months in which all of it is known, oldest first."""
        return self.total[self.is_known]


def income_of(portfolio: Portfolio, rates: Rates) -> Income:
    """Return the income per role and whole month up to the portfolio's date."""
    payments, home = portfolio.payments, portfolio.person.currency
    amounts = in_home_currency(payments, home, rates)
    months = whole_months(portfolio)
    month = month_number(payments.on) - months.first
    book = _Book(portfolio, amounts, month, months)
    paid = np.bincount(payments.role[payments.role != NO_ROLE])
    streams = tuple(book.stream(role) for role in np.flatnonzero(paid).tolist())
    waits = (payments.status == RecordStatus.OPEN) & (amounts > 0)
    return Income(
        months=months.starts,
        streams=streams,
        total=sum((s.monthly for s in streams), np.zeros(months.n)),
        open_in=float(book.monthly(waits)[-12:].sum()),
        currency=home,
        is_known=_all_known(portfolio, streams, months),
    )


def _all_known(
    portfolio: Portfolio, streams: tuple[Stream, ...], months: WholeMonths
) -> Bools:
    """Return the months in which every stream is known that brought money of late.

    One that is not known for more than a year has come to an end unseen, or by
    another way: it does not hold up the others.
    """
    known = np.ones(months.n, dtype=np.bool_)
    month = np.arange(months.n)
    for one in streams:
        if portfolio.roles[one.role].is_paid and one.begin < one.end:
            is_coming = (month >= one.begin) & (month < one.end + _YEAR)
            known &= one.is_known | ~is_coming
    return known


@dataclass(frozen=True, eq=False)
class _Book:
    """Payments with their amounts at home and their month, 0 for the first."""

    portfolio: Portfolio
    amounts: Floats
    month: Numbers
    months: WholeMonths

    def stream(self, role: int) -> Stream:
        """Return the stream of a role that has payments."""
        payments = self.portfolio.payments
        mine = payments.role == role
        paid = mine & (self.amounts > 0)
        monthly = self.monthly(paid)
        is_known = months_known(self.portfolio, role, self.months)
        n_known = n_months_covered(self.portfolio, role, self.months, is_known)
        with_income = np.flatnonzero(monthly[:n_known])
        begin = int(with_income[0]) if len(with_income) else n_known
        known = monthly[begin:n_known][is_known[begin:n_known]]
        gap, since = _gaps(known)
        if (self.month[paid] >= n_known).any():
            since = 0  # paid since the last whole month
        return Stream(
            role=role,
            monthly=monthly,
            costs=0.0 - self.monthly(mine & (self.amounts < 0)),
            trend=_trend(known, gap, since),
            last_half=_mean(known[-_HALF:]),
            half_before=_mean(known[-2 * _HALF : -_HALF]),
            usual_gap=gap,
            since=since,
            last_on=payments.on[paid].max().astype(date) if paid.any() else None,
            begin=begin,
            end=n_known,
            is_known=is_known,
            known_until=income_known_until(self.portfolio, role),
        )

    def monthly(self, chosen: Bools) -> Floats:
        """Return the sum of the chosen payments per whole month."""
        inside = chosen & (self.month < self.months.n)
        sums = np.bincount(self.month[inside], self.amounts[inside], self.months.n)
        return sums.astype(np.float64)


def _mean(months: Floats) -> float:
    return float(months.mean()) if len(months) else 0.0


def _gaps(known: Floats) -> tuple[float, int]:
    """Return the usual gap between months with income, and the months since."""
    with_income = np.flatnonzero(known)
    if not len(with_income):
        return 0.0, 0
    gap = float(np.median(np.diff(with_income))) if len(with_income) > 1 else 0.0
    return gap, len(known) - 1 - int(with_income[-1])


def _trend(known: Floats, gap: float, since: int) -> Trend:
    """Return what the months say; see the module for the rule."""
    n_paid = np.count_nonzero(known)
    # Less one: the month of the third payment need only have begun.
    if n_paid >= PAYMENTS_TO_BE_DRY and since >= _DRY_GAPS * gap - 1:
        return Trend.DRY
    if len(known) < MONTHS_FOR_A_TREND or n_paid < _HALF:
        return Trend.TOO_SHORT
    year = known[-MONTHS_FOR_A_TREND:]
    direction = kendall(year)
    before, after = year[:_HALF].sum(), year[_HALF:].sum()
    is_small = abs(after - before) < LEAST_CHANGE * before
    # One large month can turn the sums against the pairs; then neither is believed.
    if abs(direction) < _UNLIKELY or is_small or direction * (after - before) <= 0:
        return Trend.STEADY
    return Trend.GROWS if direction > 0 else Trend.SHRINKS
