"""How the simulation would have done on the person's own past.

On the first of month after month the model is made of what was known then, and the
sum of the whole months that followed is simulated: the middle of it, and the range between the
10 % and the 90 % quantile. Beside it stands what a naive person would have expected: the
same months of last year again. What is not dated (beliefs, causes, fallbacks) is
left out, so nothing is known too early.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.model import IncomeModel
from plait.analysis.income.model_from_portfolio import from_book
from plait.analysis.income.simulation.draws import drawn
from plait.analysis.income.simulation.income_total import Rng
from plait.analysis.income.stress.stream_case import is_salary
from plait.analysis.series.streams import Income, income_of
from plait.domain.columns import Bools
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Role
from plait.reference.rates import Rates

HORIZONS = (6, 12)
# So many months of income have to lie before a forecast, and at most so many are made.
MONTHS_BEFORE = 12
MOST_TESTS = 36
_SCENARIOS = 1000
_LOW, _MIDDLE, _HIGH = 0.1, 0.5, 0.9
# The share of ranges that should hold what came.
PROMISED = _HIGH - _LOW


class BackTest(NamedTuple):
    """How forecasts of the sum of so many months held, in the home currency.

    `coverage` is the share of 80 % ranges that held what came. `error` and
    `naive_error` are mean absolute errors of the middle and of last year's months.
    The windows overlap: `n_apart` is how many do not.
    """

    months: int
    n_tests: int
    n_apart: int
    coverage: float
    error: float
    naive_error: float


class _Forecast(NamedTuple):
    """Low, middle and high of a sum, by how many months it is of."""

    at: int
    by_horizon: dict[int, tuple[float, float, float]]


def back_test(portfolio: Portfolio, rates: Rates, *, rng: Rng) -> tuple[BackTest, ...]:
    """Return a test for each horizon that the past is long enough for."""
    income = income_of(portfolio, rates)
    net = _net(portfolio, income)
    moved = np.flatnonzero(net)
    first = int(moved[0]) if len(moved) else len(net)
    known = np.flatnonzero(income.is_known)
    last = (int(known[-1]) + 1 if len(known) else 0) - min(HORIZONS) - 1
    months = range(max(first + MONTHS_BEFORE, last - MOST_TESTS + 1), last + 1)
    made = list(_forecasts(portfolio, rates, income, months, rng))
    found = (_judged(made, net, income.is_known, horizon) for horizon in HORIZONS)
    return tuple(test for test in found if test is not None)


def _forecasts(
    portfolio: Portfolio, rates: Rates, income: Income, months: range, rng: Rng
) -> Iterator[_Forecast]:
    for month in months:
        on = income.months[month].astype("datetime64[D]").astype(date)
        then = _known_on(portfolio, on)
        book = from_book(then, income_of(then, rates), rates, months=max(HORIZONS))
        yield _Forecast(month, _sums(book.model, rng))


def _net(portfolio: Portfolio, income: Income) -> Floats:
    """Return what there was to live on each month, as the model counts it."""
    aside = portfolio.person.set_aside
    net_share = 1.0 if aside is None else 1 - float(aside)
    total = np.zeros(len(income.months))
    for stream in income.streams:
        by_salary = is_salary(portfolio, portfolio.roles[stream.role])
        total += stream.monthly * (1.0 if by_salary else net_share) - stream.costs
    return total


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


def _sums(model: IncomeModel, rng: Rng) -> dict[int, tuple[float, float, float]]:
    income = drawn(model, _SCENARIOS, rng).income
    found = {}
    for horizon in HORIZONS:
        sums = income[:horizon].sum(axis=0, dtype=np.float64)
        low, middle, high = np.quantile(sums, (_LOW, _MIDDLE, _HIGH)).tolist()
        found[horizon] = (low, middle, high)
    return found


def _judged(
    made: list[_Forecast], net: Floats, is_known: Bools, horizon: int
) -> BackTest | None:
    held, errors, naive = [], [], []
    for at, by_horizon in made:
        begin = at + 1  # the month of the date is not forecast
        if begin + horizon > len(net) or not is_known[begin : begin + horizon].all():
            continue
        low, middle, high = by_horizon[horizon]
        came = float(net[begin : begin + horizon].sum())
        # The same months of last year; of a whole year the last twelve that were known.
        before = min(begin - MONTHS_BEFORE, at - horizon)
        repeated = float(net[before : before + horizon].sum())
        held.append(low <= came <= high)
        errors.append(abs(middle - came))
        naive.append(abs(repeated - came))
    if not held:
        return None
    return BackTest(
        months=horizon,
        n_tests=len(held),
        n_apart=-(-len(held) // horizon),
        coverage=float(np.mean(held)),
        error=float(np.mean(errors)),
        naive_error=float(np.mean(naive)),
    )
