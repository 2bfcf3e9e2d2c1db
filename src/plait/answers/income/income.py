"""What each stream of income brings, who pays it, and what has not come."""

from dataclasses import dataclass

from plait.answers.context import AnswerContext
from plait.answers.income.awaited import (
    UnexpectedPayment,
    Watched,
    unexpected_payment,
    watched,
)
from plait.answers.income.payers import PayerIncome, payers_of
from plait.answers.income.streams import (
    TWO_YEARS,
    StreamIncome,
    StreamsAnswer,
    streams_answer,
)
from plait.answers.income.taken import TakenAnswer, taken_answer
from plait.answers.periods.income import IncomeInPeriod, income_in_period
from plait.domain.periods.choice import PeriodChoice
from plait.wording.income import income as wording

_YEAR = 12


@dataclass(frozen=True, slots=True)
class IncomeAnswer(StreamsAnswer):
    """Income by stream, in the home currency, before tax unless it says otherwise.

    `in_period` is what came in over the period asked for, the last twelve whole months
    if none was. `unexpected` is what is missing, short, doubled or late, newest first, in the
    currency it is paid in. `not_counted` is what was taken for no income. `method` says what the figures mean.
    """

    sentence: str
    in_period: IncomeInPeriod
    swing_text: str
    payers: tuple[PayerIncome, ...]
    payers_basis: str
    watched: Watched
    unexpected: tuple[UnexpectedPayment, ...]
    not_counted: TakenAnswer
    method: str


def income_answer(
    context: AnswerContext,
    *,
    n_months: int = TWO_YEARS,
    role: str = "",
    period: PeriodChoice | None = None,
) -> IncomeAnswer:
    """Return the income of all roles, or of one (by its key), and of a period."""
    words, in_period = context.words, income_in_period(context, period, role)
    streams = streams_answer(context, n_months=n_months, role=role)
    return IncomeAnswer(
        on=streams.on,
        language=streams.language,
        currency=streams.currency,
        basis=streams.basis,
        months=streams.months,
        streams=streams.streams,
        total=streams.total,
        known=streams.known,
        sentence=_sentence(context, streams, role, in_period),
        in_period=in_period,
        swing_text=_swing_text(context, streams),
        payers=payers_of(context, role),
        payers_basis=wording.payers_basis_text(words, _n_months(context)),
        watched=watched(context, role),
        unexpected=tuple(
            unexpected_payment(context, one)
            for one in context.expected.unexpected
            if role in {"", context.role(one.role).key}
        ),
        not_counted=taken_answer(context, role),
        method=wording.method_text(words),
    )


def _sentence(
    context: AnswerContext,
    streams: StreamsAnswer,
    role: str,
    in_period: IncomeInPeriod,
) -> str:
    """Return what came in; of one role, what it brings in a usual month."""
    if streams.streams and role and in_period.period.is_usual:
        return _stream_sentence(context, streams.streams[0])
    if streams.streams or in_period.roles:
        return in_period.sentence
    if not role:
        return wording.no_income_text(context.words)
    name = next(one.name for one in context.portfolio.roles if one.key == role)
    return wording.no_stream_text(context.words, name)


def _stream_sentence(context: AnswerContext, stream: StreamIncome) -> str:
    money, currency = context.words.money, context.income.currency
    if not stream.last_year:
        costs = money(stream.last_year_costs, currency)
        return wording.only_costs_text(
            context.words, stream.name, costs, _n_months(context)
        )
    return wording.stream_text(
        context.words,
        stream.name,
        _n_months(context),
        in_all=money(stream.last_year, currency),
        usual_month=money(stream.usual_month, currency),
    )


def _n_months(context: AnswerContext) -> int:
    return min(_YEAR, len(context.income.months))


def _swing_text(context: AnswerContext, streams: StreamsAnswer) -> str:
    whole = streams.total or next(iter(streams.streams), None)
    if whole is None or whole.swing is None or whole.swing_as_it_came is None:
        return ""
    before, after = whole.swing_as_it_came.deviation, whole.swing.deviation
    return wording.swing_text(context.words, before, after)
