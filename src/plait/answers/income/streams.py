"""What each role brings in a month: as it came, spread, its costs, and its trend."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.artefacts import Artefact, Found, Spread
from plait.analysis.income.payment_schedule.rhythm import Every
from plait.analysis.series.streams import Stream, Trend
from plait.analysis.series.volatility import Swing
from plait.answers.context import AnswerContext
from plait.answers.income.awaited import AwaitedLine, awaited_line
from plait.answers.known_notes import money_notes
from plait.wording.income import income as wording

TWO_YEARS = 24
# More months than any book holds.
EVERY_MONTH = 12 * 300
_YEAR = 12


@dataclass(frozen=True, slots=True)
class CalendarEffect:
    """What the calendar did to one payer's money, and in which months (2026-05)."""

    artefact: Artefact
    text: str
    payer: str
    every: Every
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StreamIncome:
    """The income of one role by month, in the home currency and before tax.

    `raw` is as it came, `spread` over the months it is for, `net` is `raw` less
    `costs`. `swing_as_it_came` is of `raw`, `swing` of `spread`. `colour` is the
    role's strand; `notes` are sentences that a reader of the figures should know.
    """

    role: str
    name: str
    colour: int
    raw: tuple[float, ...]
    spread: tuple[float, ...]
    costs: tuple[float, ...]
    net: tuple[float, ...]
    usual_month: float
    last_year: float
    last_year_costs: float
    last_year_net: float
    trend: Trend
    trend_text: str
    last_on: date | None
    swing_as_it_came: Swing | None
    swing: Swing | None
    artefacts: tuple[CalendarEffect, ...]
    awaited: tuple[AwaitedLine, ...]
    notes: tuple[str, ...]
    is_known: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class TotalIncome:
    """All streams together, in the same terms as one of them."""

    raw: tuple[float, ...]
    spread: tuple[float, ...]
    costs: tuple[float, ...]
    net: tuple[float, ...]
    usual_month: float
    last_year: float
    last_year_costs: float
    last_year_net: float
    swing_as_it_came: Swing | None
    swing: Swing | None
    is_known: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class StreamsAnswer:
    """The last whole months (2026-10, oldest first), stream by stream.

    `total` is None without income, and where one role was asked for. `known` says of
    which roles payments are not known to the end, or not on days in between; months
    that are not known (`is_known`) hold what little was seen of them.
    """

    on: date
    language: str
    currency: str
    basis: str
    months: tuple[str, ...]
    streams: tuple[StreamIncome, ...]
    total: TotalIncome | None
    known: tuple[str, ...]


def streams_answer(
    context: AnswerContext, *, n_months: int = TWO_YEARS, role: str = ""
) -> StreamsAnswer:
    """Return every stream, or the one of a role (by its key)."""
    income = context.income
    streams = tuple(
        _stream(context, stream, spread, n_months)
        for stream, spread in zip(
            income.streams, context.artefacts.streams, strict=True
        )
        if role in {"", context.role(stream.role).key}
    )
    return StreamsAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        currency=income.currency,
        basis=wording.basis_text(context.words, income.currency),
        months=tuple(str(month) for month in income.months[-n_months:]),
        streams=streams,
        total=_total(context, n_months) if streams and not role else None,
        known=tuple(money_notes(context, role)),
    )


def _stream(
    context: AnswerContext, stream: Stream, spread: Spread, n_months: int
) -> StreamIncome:
    words, role = context.words, context.role(stream.role)
    effects = tuple(_effect(context, found) for found in spread.found)
    trend = wording.trend_text(words, stream.trend, stream.last_on)
    return StreamIncome(
        role=role.key,
        name=role.name,
        colour=role.colour,
        raw=_cents(stream.monthly[-n_months:]),
        spread=_cents(spread.spread[-n_months:]),
        costs=_cents(stream.costs[-n_months:]),
        net=_cents(stream.net[-n_months:]),
        usual_month=round(spread.usual_month, 2),
        last_year=_year(stream, stream.monthly),
        last_year_costs=_year(stream, stream.costs),
        last_year_net=_year(stream, stream.net),
        trend=stream.trend,
        trend_text=trend,
        last_on=stream.last_on,
        swing_as_it_came=spread.before,
        swing=spread.after,
        artefacts=effects,
        awaited=tuple(
            awaited_line(line)
            for line in context.expected.lines
            if line.role == stream.role
        ),
        notes=tuple(_notes(context, stream, role.name, effects)),
        is_known=tuple(stream.is_known[-n_months:].tolist()),
    )


def _notes(
    context: AnswerContext,
    stream: Stream,
    name: str,
    effects: tuple[CalendarEffect, ...],
) -> list[str]:
    words, notes = context.words, []
    if effects:
        kinds = list(dict.fromkeys(effect.text for effect in effects))
        notes.append(wording.spread_text(words, name, kinds))
    if stream.trend is Trend.DRY and stream.last_on:
        notes.append(wording.dry_text(words, name, stream.last_on))
    return notes


def _effect(context: AnswerContext, found: Found) -> CalendarEffect:
    return CalendarEffect(
        artefact=found.artefact,
        text=wording.artefact_text(context.words, found.artefact),
        payer=found.payer,
        every=found.every,
        months=tuple(str(context.income.months[month]) for month in found.months),
    )


def _total(context: AnswerContext, n_months: int) -> TotalIncome:
    income, found = context.income, context.artefacts
    costs = sum((s.costs for s in income.streams), np.zeros(len(income.months)))
    net = income.total - costs
    return TotalIncome(
        raw=_cents(income.total[-n_months:]),
        spread=_cents(found.total[-n_months:]),
        costs=_cents(costs[-n_months:]),
        net=_cents(net[-n_months:]),
        usual_month=round(found.usual_month, 2),
        last_year=_in_all(income.streams, [s.monthly for s in income.streams]),
        last_year_costs=_in_all(income.streams, [s.costs for s in income.streams]),
        last_year_net=_in_all(income.streams, [s.net for s in income.streams]),
        swing_as_it_came=found.before,
        swing=found.after,
        is_known=tuple(income.is_known[-n_months:].tolist()),
    )


def _year(stream: Stream, monthly: Floats) -> float:
    """Return the sum over the stream's last twelve months known."""
    return round(float(monthly[stream.lately(_YEAR)].sum()), 2)


def _in_all(streams: Sequence[Stream], by_stream: Sequence[Floats]) -> float:
    """Return the sum of all streams, so that rows add up where one is known longer."""
    each = zip(streams, by_stream, strict=True)
    return round(sum(float(m[s.lately(_YEAR)].sum()) for s, m in each), 2)


def _cents(amounts: Floats) -> tuple[float, ...]:
    return tuple(round(amount, 2) for amount in amounts.tolist())
