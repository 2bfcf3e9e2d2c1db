"""The income of a review: by month and stream, and who pays it."""

from plait.analysis.floats import Floats
from plait.analysis.series.streams import Stream
from plait.answers.context import AnswerContext
from plait.answers.income.role_income import role_income
from plait.answers.overview.answer import IncomeOverview, PayersOverview, StreamOverview
from plait.domain.rules import plain


def income_overview(context: AnswerContext) -> IncomeOverview:
    """Return what comes in, by month and by stream."""
    income = context.income
    return IncomeOverview(
        usual_month=context.artefacts.usual_month,
        months=tuple(str(month) for month in income.months),
        total=_cents(income.total),
        open_in=income.open_in,
        streams=tuple(_stream(context, one) for one in income.streams),
    )


def _stream(context: AnswerContext, one: Stream) -> StreamOverview:
    role = context.role(one.role)
    return StreamOverview(
        role=role.key,
        name=role.name,
        colour=role.colour,
        monthly=_cents(one.monthly),
        costs=_cents(one.costs),
        last_year=one.last_year,
        a_month=role_income(context, one.role).a_month,
        trend=one.trend.value,
        last_half=one.last_half,
        half_before=one.half_before,
        usual_gap=one.usual_gap,
        months_since=one.since,
        last_on=one.last_on,
    )


def _cents(amounts: Floats) -> tuple[float, ...]:
    return tuple(round(amount, 2) for amount in amounts.tolist())


def payers_overview(context: AnswerContext) -> PayersOverview:
    """Return the shares of all payers."""
    payers = context.payers
    return PayersOverview(
        names=payers.names,
        shares=payers.shares,
        colours=tuple(_colour(context, name) for name in payers.names),
        herfindahl=payers.herfindahl,
        effective=payers.effective,
        total=payers.total,
        n_months=payers.n_months,
    )


def _colour(context: AnswerContext, payer: str) -> int:
    """Return the strand of the role that a payer pays for, 0 where none is known."""
    role = context.paid_for.get(plain(payer))
    return 0 if role is None else context.role(role).colour
