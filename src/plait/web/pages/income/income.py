"""Income per stream and month: the chart's figures and the same as a table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from plait.answers.income.streams import TWO_YEARS, StreamIncome, StreamsAnswer
from plait.answers.periods.period import PeriodAnswer
from plait.domain.period import add_months
from plait.domain.selection import RecordKind, RecordState, Selection, Way
from plait.web.charts import vega
from plait.web.pages.records.records import records_url
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
    url: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A row of the table."""

    text: str
    cells: tuple[Cell, ...]
    total: str
    url: str


@dataclass(frozen=True, slots=True)
class IncomeView:
    """The chart and its table, newest month first in the table."""

    spec: dict[str, Any]
    note: str
    has_pale: bool
    known: tuple[str, ...]
    streams: tuple[StreamView, ...]
    months: tuple[MonthView, ...]


def income_view(
    answer: StreamsAnswer, words: Words, period: PeriodAnswer | None = None
) -> IncomeView | None:
    """Return two years, with the period in them if there is one; None without income."""
    if answer.total is None:
        return None
    every = [date.fromisoformat(f"{month}-01") for month in answer.months]
    chosen = _window(every, period)
    months = every[chosen]
    within = [_is_within(month, period) for month in months]
    streams = [one for one in answer.streams if any(one.raw[chosen])]
    streams.sort(key=lambda one: -sum(one.raw[chosen]))
    spec = vega.income_by_stream(
        months,
        [vega.Stream(one.name, one.colour, one.raw[chosen]) for one in streams],
        currency=answer.currency,
        language=answer.language,
        within=within if any(within) else (),
    )
    first = chosen.start
    rows = [
        MonthView(
            text=words.month(month),
            cells=tuple(_cell(one, first + n, answer, words) for one in streams),
            total=words.money(answer.total.raw[first + n], answer.currency)
            if answer.total.is_known[first + n]
            else words.gettext("not known"),
            url=month_url(month),
        )
        for n, month in enumerate(months)
    ]
    return IncomeView(
        spec=spec,
        note=answer.basis,
        has_pale=any(within) and not all(within),
        known=answer.known,
        streams=tuple(
            StreamView(
                one.name, f"strand-{one.colour}", reverse("role", args=[one.role])
            )
            for one in streams
        ),
        months=tuple(reversed(rows)),
    )


def _window(months: list[date], period: PeriodAnswer | None) -> slice:
    """Return the months of the period and those before it, two years at least."""
    if period is None:
        return slice(max(0, len(months) - TWO_YEARS), len(months))
    last = next((n for n, m in enumerate(months) if m >= period.end), len(months))
    first = next((n for n, m in enumerate(months) if m >= period.start), last)
    end = max(last, min(len(months), TWO_YEARS))
    return slice(max(0, min(first, end - TWO_YEARS)), end)


def _is_within(month: date, period: PeriodAnswer | None) -> bool:
    if period is None:
        return True
    return add_months(month, 1) > period.start and month < period.end


def _cell(
    stream: StreamIncome, month: int, answer: StreamsAnswer, words: Words
) -> Cell:
    amount = stream.raw[month]
    text = words.money(amount, answer.currency) if amount else _NOTHING
    if not stream.is_known[month]:
        text = words.gettext("not known")
    of_month = date.fromisoformat(f"{answer.months[month]}-01")
    return Cell(stream.name, text, month_url(of_month, stream.role) if amount else "")


def month_url(month: date, role: str = "") -> str:
    """Return where what came in in a month is listed, for all roles or for one."""
    return records_url(
        Selection(
            RecordKind.PAYMENTS,
            role=role,
            period=f"{month:%Y-%m}",
            state=RecordState.ASSIGNED,
            way=Way.IN,
        )
    )
