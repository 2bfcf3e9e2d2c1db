"""Income per stream and month: the chart's figures and the same as a table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.context import AnswerContext
from plait.web.charts import vega

MONTHS_SHOWN = 24


@dataclass(frozen=True, slots=True)
class StreamView:
    """A stream in the legend and as a column."""

    name: str
    css: str
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One amount with the stream it is of."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A row of the table."""

    told: str
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class IncomeView:
    """The chart and its table, newest month first in the table."""

    spec: dict[str, Any]
    note: str
    streams: tuple[StreamView, ...]
    months: tuple[MonthView, ...]


def income_view(context: AnswerContext) -> IncomeView:
    """Return the last two years of income by stream."""
    income = context.income
    months: list[date] = [
        m.astype("datetime64[D]").astype(object) for m in income.months[-MONTHS_SHOWN:]
    ]
    streams = [s for s in income.streams if s.monthly[-MONTHS_SHOWN:].any()]
    streams.sort(key=lambda s: -float(s.monthly[-MONTHS_SHOWN:].sum()))
    roles = [context.role(stream.role) for stream in streams]
    recent = [stream.monthly[-MONTHS_SHOWN:].tolist() for stream in streams]
    spec = vega.income_by_stream(
        months,
        [
            vega.Stream(role.name, role.colour, amounts)
            for role, amounts in zip(roles, recent, strict=True)
        ],
        currency=income.currency,
        language=context.words.language,
    )
    return IncomeView(
        spec=spec,
        note=_("Before tax, in %(currency)s, at the rate of the day")
        % {"currency": income.currency},
        streams=tuple(
            StreamView(r.name, f"strand-{r.colour}", reverse("role", args=[r.key]))
            for r in roles
        ),
        months=tuple(_months(context, months, [r.name for r in roles], recent)),
    )


def _months(
    context: AnswerContext,
    months: list[date],
    names: list[str],
    recent: list[list[float]],
) -> list[MonthView]:
    words, currency = context.words, context.income.currency
    rows = []
    for place in reversed(range(len(months))):
        amounts = [series[place] for series in recent]
        cells = tuple(
            Cell(name, words.money(amount, currency) if amount else "–")
            for name, amount in zip(names, amounts, strict=True)
        )
        total = words.money(sum(amounts), currency)
        rows.append(MonthView(words.month(months[place]), cells, total))
    return rows
