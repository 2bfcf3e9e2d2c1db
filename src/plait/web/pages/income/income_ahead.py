"""The fan of income ahead: what months may bring, and how often they fall short."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from plait.analysis.income.model_from_portfolio import FromBook, from_book
from plait.analysis.income.simulation.simulate import Simulation, simulate
from plait.answers.context import AnswerContext
from plait.domain.period import add_months, month_of
from plait.web.charts.fan import Bands, FanDrawn, fan_drawn

SCENARIOS = 4_000
# The same figures at every look; a seed is no setting of anybody's.
_SEED = 1
_LOW, _UNDER, _MIDDLE, _UPPER, _HIGH = 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class TickView:
    """An amount beside the scale."""

    told: str
    y: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A row of the table."""

    month: str
    low: str
    middle: str
    high: str
    short: str


@dataclass(frozen=True, slots=True)
class IncomeAheadView:
    """The fan, its table, and what it says in words."""

    fan: FanDrawn
    ticks: tuple[TickView, ...]
    months: tuple[str, str, str]
    floor: str
    said: tuple[str, ...]
    rows: tuple[MonthRow, ...]
    n_scenarios: str


def income_ahead_view(context: AnswerContext) -> IncomeAheadView | None:
    """Return the two years ahead, None where no income is known to go by."""
    book = from_book(context.portfolio, context.income, context.rates)
    if not book.model.streams:
        return None
    rng = np.random.default_rng(_SEED)
    found = simulate(book.model, n_scenarios=SCENARIOS, rng=rng)
    drawn = fan_drawn(_bands(found), book.model.floor if book.has_floor else None)
    if drawn is None:
        return None
    return _shown(context, book, found, drawn)


def _bands(found: Simulation) -> Bands:
    rows = [found.fan.quantiles[n].tolist() for n in range(_LOW, _HIGH + 1)]
    return Bands(*rows)


def _shown(
    context: AnswerContext, book: FromBook, found: Simulation, drawn: FanDrawn
) -> IncomeAheadView:
    words, currency = context.words, context.income.currency
    first = add_months(month_of(context.portfolio.on), 1)
    months = [add_months(first, n) for n in range(found.months)]
    named = [words.month(month) for month in months]
    return IncomeAheadView(
        fan=drawn,
        ticks=tuple(TickView(words.money(t, currency), y) for t, y in drawn.ticks),
        months=(named[0], named[len(named) // 2], named[-1]),
        floor=_("what a month must cost"),
        said=tuple(_said(context, book, found)),
        rows=tuple(_row(context, found, n, name) for n, name in enumerate(named)),
        n_scenarios=words.number(found.n_scenarios),
    )


def _row(context: AnswerContext, found: Simulation, n: int, name: str) -> MonthRow:
    words, currency = context.words, context.income.currency
    low, middle, high = (
        words.money(float(found.fan.quantiles[level, n]), currency)
        for level in (_LOW, _MIDDLE, _HIGH)
    )
    return MonthRow(name, low, middle, high, words.percent(found.short_in[n].value))


def _said(context: AnswerContext, book: FromBook, found: Simulation) -> list[str]:
    words = context.words
    said = []
    if book.has_floor:
        said.append(
            _("The chance of a month below what it must cost, within %(n)d: %(share)s.")
            % {"n": found.months, "share": words.percent(found.short_ever.value)}
        )
    if book.has_floor and book.has_savings:
        said.append(
            _("The chance that what you put by lasts all that time: %(share)s.")
            % {"share": words.percent(found.runway.never.value)}
        )
    losing = sum(one.value for one in found.ends[1:])
    said.append(
        _("The chance to lose at least one stream within a year: %(share)s.")
        % {"share": words.percent(losing)}
    )
    return said
