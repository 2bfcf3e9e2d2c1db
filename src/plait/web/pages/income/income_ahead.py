"""The fan of income ahead: what months may bring, and how often they fall short."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.answers.simulation import MonthAhead, SimulationAnswer
from plait.web.charts.fan import Bands, FanDrawn, fan_drawn
from plait.web.pages.findings import WhyView, worked_out
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class TickView:
    """An amount beside the scale."""

    amount: str
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
    sentences: tuple[str, ...]
    rows: tuple[MonthRow, ...]
    futures: str
    why: WhyView


def income_ahead_view(answer: SimulationAnswer, words: Words) -> IncomeAheadView | None:
    """Return the two years ahead, None where no income is known to go by."""
    if not answer.streams:
        return None
    fan = fan_drawn(_bands(answer.months), answer.floor if answer.knows_floor else None)
    if fan is None:
        return None
    names = [month.name for month in answer.months]
    return IncomeAheadView(
        fan=fan,
        ticks=tuple(TickView(words.money(t, answer.currency), y) for t, y in fan.ticks),
        months=(names[0], names[len(names) // 2], names[-1]),
        floor=_("the least a month costs"),
        sentences=answer.sentences,
        rows=tuple(_row(month, answer.currency, words) for month in answer.months),
        futures=answer.futures,
        why=worked_out(
            answer.basis,
            answer.basis_details.sentences,
            answer.records,
            method="method-simulate",
            words=words,
        ),
    )


def _bands(months: tuple[MonthAhead, ...]) -> Bands:
    quantiles = [month.quantiles for month in months]
    return Bands(
        low=[one.p10 for one in quantiles],
        under=[one.p25 for one in quantiles],
        middle=[one.p50 for one in quantiles],
        upper=[one.p75 for one in quantiles],
        high=[one.p90 for one in quantiles],
    )


def _row(month: MonthAhead, currency: str, words: Words) -> MonthRow:
    low, middle, high = (
        words.money(amount, currency)
        for amount in (month.quantiles.p10, month.quantiles.p50, month.quantiles.p90)
    )
    return MonthRow(month.name, low, middle, high, words.percent(month.short.value))
