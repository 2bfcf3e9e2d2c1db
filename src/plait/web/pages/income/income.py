"""Income per stream and month: the chart's figures and the same as a table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from plait.answers.income.streams import StreamIncome, StreamsAnswer
from plait.web.charts import vega
from plait.wording.words import Words

_NOTHING = "–"


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
    text: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A row of the table."""

    text: str
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class IncomeView:
    """The chart and its table, newest month first in the table."""

    spec: dict[str, Any]
    note: str
    known: tuple[str, ...]
    streams: tuple[StreamView, ...]
    months: tuple[MonthView, ...]


def income_view(answer: StreamsAnswer, words: Words) -> IncomeView | None:
    """Return the last two years by stream, the largest first; None without income."""
    if answer.total is None:
        return None
    streams = [one for one in answer.streams if any(one.raw)]
    streams.sort(key=lambda one: -sum(one.raw))
    months = [date.fromisoformat(f"{month}-01") for month in answer.months]
    spec = vega.income_by_stream(
        months,
        [vega.Stream(one.name, one.colour, one.raw) for one in streams],
        currency=answer.currency,
        language=answer.language,
    )
    rows = [
        MonthView(
            text=words.month(month),
            cells=tuple(_cell(one, place, answer, words) for one in streams),
            total=words.money(answer.total.raw[place], answer.currency)
            if answer.total.is_known[place]
            else words.gettext("not known"),
        )
        for place, month in enumerate(months)
    ]
    return IncomeView(
        spec=spec,
        note=answer.basis,
        known=answer.known,
        streams=tuple(
            StreamView(
                one.name, f"strand-{one.colour}", reverse("role", args=[one.role])
            )
            for one in streams
        ),
        months=tuple(reversed(rows)),
    )


def _cell(
    stream: StreamIncome, month: int, answer: StreamsAnswer, words: Words
) -> Cell:
    amount = stream.raw[month]
    text = words.money(amount, answer.currency) if amount else _NOTHING
    if not stream.is_known[month]:
        text = words.gettext("not known")
    return Cell(stream.name, text)
