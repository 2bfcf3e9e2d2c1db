"""The figures on top of a role's page: hours, money, and what an hour is worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.analysis.hours.balance import RoleHours
from plait.analysis.series.hourly_income import income_an_hour
from plait.analysis.series.hourly_pay import hourly_pay, hourly_pay_given
from plait.answers.context import AnswerContext
from plait.answers.hours.latest_weeks import latest_weeks_of
from plait.answers.income.role_income import RoleIncome, role_income, stream_of
from plait.answers.roles.roles import hours_of
from plait.domain.roles import Agreement, PayBasis
from plait.domain.selection import RecordKind, Selection
from plait.wording.roles import role_figures as wording
from plait.wording.roles import roles as roles_wording
from plait.wording.roles.role_figures import NOTHING

_YEAR_OF_WEEKS = 52


class FigureKind(StrEnum):
    """What a figure is of."""

    HOURS_A_WEEK = "hours a week"
    HOURS_IN_ALL = "hours in all"
    HOURS_IN_A_YEAR = "hours in a year"
    INCOME = "income"
    PAY_AN_HOUR = "pay an hour"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class RoleFigure:
    """A figure in words, and its `value`: hours, or money in its own currency.

    A rate is in the currency of the terms; None where it is not known. `records` are
    what it was worked out from; pay an hour comes from the terms.
    """

    kind: FigureKind
    title: str
    figure: str
    unit: str
    note: str
    value: float | None
    records: Selection | None = None


def role_figures(context: AnswerContext, index: int) -> tuple[RoleFigure, ...]:
    """Return hours a week, then money and its worth an hour, or hours in a year.

    A role that is past and left no figures has none.
    """
    hours, income = hours_of(context, index), role_income(context, index)
    first = _hours(context, hours) if hours else _hours_in_all(context, index)
    has_money = income.has_income or bool(income.costs_a_month)
    if not hours and not has_money and first.value is None:
        return ()
    if context.role(index).is_paid or income.has_income:
        return (
            first,
            _income(context, income),
            _pay_an_hour(context, index, hours),
        )
    return (first, _hours_in_a_year(context, index), _costs(context, income))


def _hours(context: AnswerContext, hours: RoleHours) -> RoleFigure:
    words = context.words
    title, kind = wording.hours_title(words), FigureKind.HOURS_A_WEEK
    if hours.actual is None:
        is_agreed = hours.agreed is not None
        return RoleFigure(
            kind=kind,
            title=title,
            figure=words.number(hours.agreed) if hours.agreed is not None else NOTHING,
            unit=words.gettext("agreed") if is_agreed else "",
            note=wording.no_hours_text(words),
            value=None,
        )
    return RoleFigure(
        kind=kind,
        title=title,
        figure=words.number(hours.actual),
        unit=wording.of_agreed_text(words, hours.agreed) if hours.agreed else "",
        note=wording.weeks_text(words, hours.n_weeks, is_agreed=bool(hours.agreed)),
        value=hours.actual,
        records=latest_weeks_of(context, hours),
    )


def _hours_in_all(context: AnswerContext, index: int) -> RoleFigure:
    words, role = context.words, context.role(index)
    _days, seconds = context.portfolio.hours.of_role(index)
    hours = float(seconds.sum()) / 3600 if len(seconds) else None
    return RoleFigure(
        kind=FigureKind.HOURS_IN_ALL,
        title=words.gettext("Hours in all"),
        figure=NOTHING if hours is None else words.number(hours, 0),
        unit="",
        note=roles_wording.months_text(words, role.period, context.portfolio.on),
        value=hours,
        records=Selection(RecordKind.TIME, role.key),
    )


def _income(context: AnswerContext, income: RoleIncome) -> RoleFigure:
    words, is_known = context.words, income.has_income
    amount = words.money(income.a_month, context.income.currency)
    return RoleFigure(
        kind=FigureKind.INCOME,
        title=words.gettext("Income a month"),
        figure=amount if is_known else NOTHING,
        unit="",
        note=income.note if is_known else words.gettext("No payment is known yet"),
        value=income.a_month if is_known else None,
        records=income.records if is_known else None,
    )


def _pay_an_hour(
    context: AnswerContext, index: int, hours: RoleHours | None
) -> RoleFigure:
    words = context.words
    terms = context.role(index).agreement_on(context.portfolio.on)
    rate = hourly_pay(terms) if terms else None
    figure, notes = NOTHING, [words.gettext("The terms do not say")]
    if terms is not None and terms.pay is not None and rate is not None:
        figure = wording.rate_text(words, rate, terms.pay.currency)
        notes = list(_pay_notes(context, index, terms, hours))
    return RoleFigure(
        kind=FigureKind.PAY_AN_HOUR,
        title=words.gettext("Agreed pay per hour"),
        figure=figure,
        unit="" if figure == NOTHING else words.gettext("an hour"),
        note=" · ".join(notes),
        value=None if figure == NOTHING else rate,
    )


def _pay_notes(
    context: AnswerContext, index: int, terms: Agreement, hours: RoleHours | None
) -> Iterator[str]:
    """Yield how the rate comes about, and what an hour really brings."""
    words = context.words
    if terms.pay_basis is PayBasis.DAILY:
        yield words.gettext("a day taken as 8 hours")
    given = _given_now(context, index, hours)
    by_hours = hourly_pay_given(terms, given) if given else None
    if by_hours is not None and terms.pay is not None:
        rate = wording.rate_text(words, by_hours, terms.pay.currency)
        yield wording.by_hours_given_text(words, rate)
        return
    stream, income = stream_of(context, index), context.income
    came = income_an_hour(context.portfolio, income, stream) if stream else None
    if came is not None:
        rate = wording.rate_text(words, came, income.currency)
        yield wording.came_in_an_hour_text(words, rate)


def _given_now(
    context: AnswerContext, index: int, hours: RoleHours | None
) -> float | None:
    """Return the hours given now: of a drifting role those that its finding names."""
    for drift in context.drifting:
        if drift.role == index:
            return drift.given_by_now
    return hours.actual if hours else None


def _hours_in_a_year(context: AnswerContext, index: int) -> RoleFigure:
    words = context.words
    lately = context.weeks.lately(index, _YEAR_OF_WEEKS)
    given = context.weeks.by_role[lately, index]
    hours = float(given.sum()) if given.any() else None
    return RoleFigure(
        kind=FigureKind.HOURS_IN_A_YEAR,
        title=words.gettext("Hours in a year"),
        figure=NOTHING if hours is None else words.number(hours, 0),
        unit="",
        note=wording.no_hours_text(words)
        if hours is None
        else wording.year_text(words, len(given)),
        value=hours,
        records=_year_of(context, index) if hours else None,
    )


def _year_of(context: AnswerContext, index: int) -> Selection:
    """Return the role's hours of the last year of weeks that are known."""
    mondays = context.weeks.mondays[context.weeks.lately(index, _YEAR_OF_WEEKS)]
    first: date = mondays[0].astype(object)
    last: date = mondays[-1].astype(object)
    key = context.role(index).key
    return Selection(RecordKind.TIME, key, start=first, end=last + timedelta(weeks=1))


def _costs(context: AnswerContext, income: RoleIncome) -> RoleFigure:
    _ = context.words.gettext
    kind, costs = FigureKind.MONEY, income.costs_a_month
    if not costs:
        note = _("No money comes in or goes out")
        return RoleFigure(kind, _("Money"), _("Unpaid"), "", note, None)
    figure = context.words.money(costs, context.income.currency)
    note = _("An unpaid role that costs you money")
    title, unit = _("It costs"), _("a month")
    return RoleFigure(kind, title, figure, unit, note, -costs, income.records)
