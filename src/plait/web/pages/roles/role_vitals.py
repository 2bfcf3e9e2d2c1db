"""The three figures on top of a role's page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.hours.balance import RoleHours
from plait.analysis.series.hourly_income import income_an_hour
from plait.analysis.series.hourly_pay import hourly_pay, hourly_pay_given
from plait.analysis.series.recent import lately
from plait.answers.context import AnswerContext
from plait.answers.income.role_income import role_income, stream_of
from plait.domain.roles import Agreement, PayBasis
from plait.web.charts import bars, lines
from plait.web.pages.roles import terms

NOTHING = "–"
_YEAR_OF_WEEKS = 52
_YEAR_OF_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RoleVital:
    """A figure of one role with its comparison and picture, in the role's colour."""

    title: str
    figure: str
    unit: str
    note: str
    colour: int
    meter: bars.Meter | None = None
    spark: lines.Sparkline | None = None


def vitals_view(context: AnswerContext, index: int) -> tuple[RoleVital, ...]:
    """Return hours a week, then money and its worth an hour, or hours in a year.

    A role that is past and left no figures has none.
    """
    hours = next((h for h in context.balance.roles if h.role == index), None)
    stream = stream_of(context, index)
    first = _hours(context, index, hours) if hours else _ended(context, index)
    if not hours and not stream and first.figure == NOTHING:
        return ()
    if context.role(index).is_paid or (stream and stream.monthly.any()):
        return (first, _income(context, index), _hourly(context, index, hours))
    return (first, _year(context, index), _unpaid(context, index))


def _hours(context: AnswerContext, index: int, hours: RoleHours) -> RoleVital:
    number, colour = context.words.number, context.role(index).colour
    title = _("Hours a week")
    agreed = number(hours.agreed or 0.0)
    if hours.actual is None:
        figure = agreed if hours.agreed is not None else NOTHING
        unit = _("agreed") if hours.agreed is not None else ""
        return RoleVital(title, figure, unit, _("No hours are known yet"), colour)
    mean = ngettext(
        "%(n)d full week", "mean of the last %(n)d weeks", hours.n_weeks
    ) % {"n": hours.n_weeks}
    return RoleVital(
        title=title,
        figure=number(hours.actual),
        unit=_("of %(agreed)s agreed") % {"agreed": agreed} if hours.agreed else "",
        note=mean if hours.agreed else _("none agreed · %(mean)s") % {"mean": mean},
        colour=colour,
        meter=bars.meter(hours.actual, hours.agreed) if hours.agreed else None,
    )


def _ended(context: AnswerContext, index: int) -> RoleVital:
    role = context.role(index)
    _days, seconds = context.portfolio.hours.of_role(index)
    told = (
        context.words.number(float(seconds.sum()) / 3600, 0)
        if len(seconds)
        else NOTHING
    )
    period = terms.months_told(role.period, context.portfolio.on, context.words)
    return RoleVital(_("Hours in all"), told, "", period, role.colour)


def _income(context: AnswerContext, index: int) -> RoleVital:
    role, stream = context.role(index), stream_of(context, index)
    title = _("Income a month")
    if stream is None or not stream.monthly.any():
        return RoleVital(title, NOTHING, "", _("No payment is known yet"), role.colour)
    is_over = terms.has_ended(role, context.portfolio.on)
    income = role_income(context, index)
    shown = stream.monthly[-_YEAR_OF_MONTHS:].tolist()
    return RoleVital(
        title=title,
        figure=context.words.money(income.a_month, context.income.currency),
        unit="",
        note=income.note,
        colour=role.colour,
        spark=None if is_over else lines.sparkline(shown),
    )


def _hourly(context: AnswerContext, index: int, hours: RoleHours | None) -> RoleVital:
    role, title = context.role(index), _("Pay for an hour, by the terms")
    held = role.agreement_on(context.portfolio.on)
    rate = hourly_pay(held) if held else None
    if held is None or held.pay is None or rate is None:
        note = _("The terms do not tell it")
        return RoleVital(title, NOTHING, "", note, role.colour)
    actual = hours.actual if hours else None
    return RoleVital(
        title=title,
        figure=_rate(context, rate, held.pay.currency),
        unit=_("an hour"),
        note=" · ".join(_hourly_notes(context, index, held, actual)),
        colour=role.colour,
    )


def _hourly_notes(
    context: AnswerContext, index: int, held: Agreement, actual: float | None
) -> Iterator[str]:
    """Yield how the rate comes about, and what an hour really brings."""
    if held.pay_basis is PayBasis.DAILY:
        yield _("a day taken as 8 hours")
    given = hourly_pay_given(held, actual) if actual else None
    if given is not None and held.pay is not None:
        told = _rate(context, given, held.pay.currency)
        yield _("%(rate)s by the hours you give now") % {"rate": told}
        return
    stream, income = stream_of(context, index), context.income
    came = income_an_hour(context.portfolio, income, stream) if stream else None
    if came is not None:
        told = _rate(context, came, income.currency)
        yield _("%(rate)s came in for each hour you gave") % {"rate": told}


def _rate(context: AnswerContext, rate: float, currency: str) -> str:
    is_whole = round(rate, 2) == round(rate)
    return context.words.money(rate, currency, digits=0 if is_whole else 2)


def _year(context: AnswerContext, index: int) -> RoleVital:
    given = context.weeks.by_role[-_YEAR_OF_WEEKS:, index]
    told = context.words.number(float(given.sum()), 0)
    note = ngettext("in %(n)d full week", "in the last %(n)d full weeks", len(given))
    return RoleVital(
        title=_("Hours in a year"),
        figure=told if given.any() else NOTHING,
        unit="",
        note=note % {"n": len(given)} if given.any() else _("No hours are known yet"),
        colour=context.role(index).colour,
    )


def _unpaid(context: AnswerContext, index: int) -> RoleVital:
    role, stream = context.role(index), stream_of(context, index)
    costs = lately(stream).costs if stream else 0.0
    if not costs:
        note = _("No money comes or goes with this role")
        return RoleVital(_("Money"), _("Unpaid"), "", note, role.colour)
    figure = context.words.money(costs, context.income.currency)
    note = _("An unpaid role that costs you money")
    return RoleVital(_("It costs"), figure, _("a month"), note, role.colour)
