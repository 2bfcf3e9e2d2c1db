"""What the calendar does to a monthly income, taken out before saying how it swings.

A salary every fourteen days has two months of three paydays a year, a holiday
allowance makes May look rich, a retainer by the quarter makes two months of three
look poor. None of that is uncertain. Each is recognised by the days and gaps of one
payer's payments, and spread over the months that the money is for; the series as it
came stands beside it. A year that is known whole keeps its total to the cent.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.income.payment_schedule.detected import Artefact, Found, spread_of
from plait.analysis.income.payment_schedule.lines import Line, lines_of
from plait.analysis.income.payment_schedule.yearly import is_salary
from plait.analysis.series.months import WholeMonths, month_number
from plait.analysis.series.streams import Income, Stream
from plait.analysis.series.volatility import Swing, swing
from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates

__all__ = ["Artefact", "Artefacts", "Found", "Spread", "artefacts"]

_LATELY = 12


@dataclass(frozen=True, eq=False, slots=True)
class Spread:
    """A stream as it came (`raw`) and spread over the months it is for."""

    role: int
    raw: Floats
    spread: Floats
    found: tuple[Found, ...]
    before: Swing | None
    after: Swing | None
    usual_month: float


@dataclass(frozen=True, eq=False, slots=True)
class Artefacts:
    """All streams in the order of the income's, and their sum."""

    streams: tuple[Spread, ...]
    total: Floats
    before: Swing | None
    after: Swing | None
    usual_month: float


def artefacts(portfolio: Portfolio, income: Income, rates: Rates) -> Artefacts:
    """Return each stream of the income beside what it is without the calendar."""
    payments = portfolio.payments
    at_home = in_home_currency(payments, portfolio.person.currency, rates)
    by_role: dict[int, list[Line]] = {}
    for line in lines_of(payments, at_home):
        by_role.setdefault(line.role, []).append(line)
    streams = tuple(
        _spread(portfolio, income, stream, by_role.get(stream.role, []))
        for stream in income.streams
    )
    total = sum((one.spread for one in streams), np.zeros(len(income.months)))
    return Artefacts(
        streams,
        total,
        swing(income.known_total),
        swing(total[income.is_known]),
        usual_month(total[income.is_known]),
    )


def _spread(
    portfolio: Portfolio, income: Income, stream: Stream, lines: list[Line]
) -> Spread:
    role = portfolio.roles[stream.role]
    first = int(month_number(income.months[0])) if len(income.months) else 0
    months = WholeMonths(first, stream.end)
    spread = stream.monthly.copy()
    found: list[Found] = []
    spread[: stream.end] = 0.0
    for line in lines:
        mine, seen = spread_of(
            line,
            months,
            is_salary=is_salary(role),
            goes_on=role.is_held_on(portfolio.on),
        )
        spread[: stream.end] += mine
        found += seen
    known = stream.of_known(spread)
    return Spread(
        role=stream.role,
        raw=stream.monthly,
        spread=spread,
        found=tuple(found),
        before=swing(stream.known),
        after=swing(known),
        usual_month=usual_month(known),
    )


def usual_month(monthly: Floats) -> float:
    """Return the median of the last twelve months known.

    Four payments a year make no month usual, and least of all one with nothing:
    where most months brought none, the mean stands for them.
    """
    year = monthly[-_LATELY:]
    if not len(year):
        return 0.0
    middle = float(np.median(year))
    return middle if middle > 0 else float(year.mean())
