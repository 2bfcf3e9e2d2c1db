"""How the forecasts of income ahead would have done on the person's own past.

On the first of month after month the range of the whole months that followed is
worked out of what was known then, and held against what came. Beside it stands what a
naive person would have expected: the same months of last year again. What is not
dated (beliefs, causes, fallbacks) is left out, so nothing is known too early.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.forecast import HORIZONS, MONTHS_NEEDED, PROMISED
from plait.analysis.income.income_ahead import RangeAhead, net_of
from plait.analysis.income.model_from_portfolio import ahead_of
from plait.analysis.series.streams import Income, income_of
from plait.domain.columns import Bools
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Role
from plait.reference.rates import Rates

__all__ = ["PROMISED", "BackTest", "back_test"]

# At most so many forecasts are made.
MOST_TESTS = 36
# What is a cent outside a range is not outside.
_CENT = 0.01


class BackTest(NamedTuple):
    """How forecasts of the sum of so many months held, in the home currency.

    `n_held` of the `n_tests` 80 % ranges held what came, the share `coverage`. `error` and
    `naive_error` are mean absolute errors of the middle and of last year's months.
    The windows overlap: `n_apart` is how many do not.
    """

    months: int
    n_tests: int
    n_apart: int
    n_held: int
    coverage: float
    error: float
    naive_error: float


class _Forecast(NamedTuple):
    """The ranges made in a month, which itself is in none of them."""

    at: int
    ranges: tuple[RangeAhead, ...]


def back_test(portfolio: Portfolio, rates: Rates) -> tuple[BackTest, ...]:
    """Return a test for each horizon that the past is long enough for."""
    income = income_of(portfolio, rates)
    net = _net(portfolio, income)
    moved = np.flatnonzero(net)
    first = int(moved[0]) if len(moved) else len(net)
    known = np.flatnonzero(income.is_known)
    last = (int(known[-1]) + 1 if len(known) else 0) - min(HORIZONS) - 1
    months = range(max(first + MONTHS_NEEDED, last - MOST_TESTS + 1), last + 1)
    made = list(_forecasts(portfolio, rates, income, months))
    found = (_judged(made, net, income.is_known, horizon) for horizon in HORIZONS)
    return tuple(test for test in found if test is not None)


def _forecasts(
    portfolio: Portfolio, rates: Rates, income: Income, months: range
) -> Iterator[_Forecast]:
    for month in months:
        on = income.months[month].astype("datetime64[D]").astype(date)
        then = _known_on(portfolio, on)
        yield _Forecast(month, ahead_of(then, income_of(then, rates), rates))


def _net(portfolio: Portfolio, income: Income) -> Floats:
    """Return what there was to live on each month."""
    nets = (net_of(portfolio, stream) for stream in income.streams)
    return np.asarray(sum(nets, np.zeros(len(income.months))))


def _known_on(portfolio: Portfolio, on: date) -> Portfolio:
    """Return what the book could have held on a day: money and roles until then.

    A role's end that was still ahead is unknown, unless its terms had one. Hours stay
    as they are: no model looks at them.
    """
    return replace(
        portfolio,
        on=on,
        roles=tuple(_role_on(role, on) for role in portfolio.roles),
        payments=portfolio.payments.before(on),
        causes=(),
        beliefs=(),
        fallbacks=(),
        invoices=(),
    )


def _role_on(role: Role, on: date) -> Role:
    is_ahead = role.period.end is not None and role.period.end > on
    period = Period(role.period.start, None) if is_ahead else role.period
    return replace(role, period=period, agreements=_agreed_on(role, on))


def _agreed_on(role: Role, on: date) -> tuple[Agreement, ...]:
    """Return the terms known by a day; those that others followed had no end yet.

    A book closes terms when new ones begin, which nobody knew before.
    """
    known = [one for one in role.agreements if one.period.start <= on]
    if known and len(known) < len(role.agreements):
        last = max(known, key=lambda one: one.period.start)
        is_open = replace(last, period=Period(last.period.start, None))
        known[known.index(last)] = is_open
    return tuple(known)


def _judged(
    made: list[_Forecast], net: Floats, is_known: Bools, horizon: int
) -> BackTest | None:
    held, errors, naive = [], [], []
    for at, ranges in made:
        begin = at + 1  # the month of the date is not forecast
        if begin + horizon > len(net) or not is_known[begin : begin + horizon].all():
            continue
        of = next((one for one in ranges if one.months == horizon), None)
        if of is None:
            continue
        came = float(net[begin : begin + horizon].sum())
        # The same months of last year; of a whole year the last twelve that were known.
        before = min(begin - MONTHS_NEEDED, at - horizon)
        repeated = float(net[before : before + horizon].sum())
        held.append(of.low - _CENT <= came <= of.high + _CENT)
        errors.append(abs(of.middle - came))
        naive.append(abs(repeated - came))
    if not held:
        return None
    return BackTest(
        months=horizon,
        n_tests=len(held),
        n_apart=-(-len(held) // horizon),
        n_held=sum(held),
        coverage=float(np.mean(held)),
        error=float(np.mean(errors)),
        naive_error=float(np.mean(naive)),
    )
