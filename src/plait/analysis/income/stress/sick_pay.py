"""How much of a salary is left in each month of an illness, as the law has it paid on.

Days count evenly: a month has 30.4 of them, a week's pay is 7 of those days. Waiting
days come off the first stage.
"""

from datetime import date

import numpy as np

from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates
from plait.reference.sick_pay import ContinuedPay, Stage, continued_pay

DAYS_A_MONTH = 365.25 / 12
_WEEK = 7


def kept(portfolio: Portfolio, monthly: float, rates: Rates) -> tuple[float, ...]:
    """Return the shares of a salary by month of illness; () where no law is known.

    `monthly` is what it usually brings, in the home currency. After the last month
    nothing is left.
    """
    law = continued_pay(portfolio.person.country, portfolio.on)
    if law is None or monthly <= 0:
        return ()
    rate = _rate(law.currency, portfolio.person.currency, rates, portfolio.on)
    return shares_by_month(law, monthly * _WEEK / DAYS_A_MONTH / rate)


def shares_by_month(law: ContinuedPay, weekly: float) -> tuple[float, ...]:
    """Return what is left in each month, 1 for all, of so much a week in its currency.

    >>> law = continued_pay("DE", date(2026, 11, 30))
    >>> [round(share, 2) for share in shares_by_month(law, 700)[:3]]
    [1.0, 0.81, 0.7]
    """
    begin, parts = 0.0, []
    for stage in law.stages:
        end = begin + stage.weeks * _WEEK
        parts.append((begin + stage.waiting_days, end, _share(stage, weekly)))
        begin = end
    n_months = int(np.ceil(begin / DAYS_A_MONTH))
    return tuple(
        sum(share * _overlap(first, last, month) for first, last, share in parts)
        for month in range(n_months)
    )


def _share(stage: Stage, weekly: float) -> float:
    if stage.least_pay is not None and weekly < stage.least_pay:
        return 0.0
    if stage.most_a_week is None:
        return float(stage.share)
    return min(float(stage.share), float(stage.most_a_week) / weekly)


def _overlap(first: float, last: float, month: int) -> float:
    """Return the part of a month between two days of the illness."""
    begin, end = month * DAYS_A_MONTH, (month + 1) * DAYS_A_MONTH
    return max(0.0, min(last, end) - max(first, begin)) / DAYS_A_MONTH


def _rate(currency: str, home: str, rates: Rates, on: date) -> float:
    """Return what one of the law's currency is at home; 1 where no rate is known."""
    if currency == home:
        return 1.0
    days = np.array([on], dtype="datetime64[D]")
    there = float(rates.per_euro_or_nan(currency, days)[0])
    here = float(rates.per_euro_or_nan(home, days)[0])
    return float(np.nan_to_num(here / there, nan=1.0))
