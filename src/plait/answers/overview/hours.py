"""The hours of a review: a week, a year of weeks, and the days of this one."""

from datetime import date, timedelta

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import RoleHours
from plait.analysis.series.weeks import days_of_week, load_of_week, open_days_of_week
from plait.answers.context import AnswerContext
from plait.answers.overview.answer import (
    DayHours,
    HoursOverview,
    RoleOverview,
    RoleSeries,
    WeekHours,
)
from plait.domain.period import monday_of
from plait.domain.roles import Role
from plait.wording import review as wording

N_WEEKS = 52


def hours_overview(context: AnswerContext) -> HoursOverview:
    """Return the hours over all roles, and the weeks and days behind them."""
    found = context.balance
    return HoursOverview(
        agreed=float(found.agreed),
        actual=found.actual,
        capacity=found.capacity,
        free=found.free,
        n_weeks=found.n_weeks,
        weeks_of_data=found.weeks_of_data,
        roles=tuple(_role(context, one) for one in found.roles),
        weeks=_weeks(context),
        unlogged=_unlogged(context),
        as_agreed=_as_agreed(context),
        this_week=_this_week(context),
    )


def _as_agreed(context: AnswerContext) -> WeekHours:
    """Return the year as agreed, oldest week first; nothing once a week is logged."""
    found, portfolio = context.balance, context.portfolio
    if found.actual is not None or not found.agreed:
        return WeekHours((), (), (), ())
    last = monday_of(portfolio.on)
    mondays = [last - timedelta(weeks=back) for back in reversed(range(N_WEEKS))]
    days = [*mondays[1:], portfolio.on]  # as it is when the week is over
    roles = tuple(
        RoleSeries(role.key, role.name, role.colour, hours)
        for role in portfolio.roles
        if any(hours := tuple(_agreed_on(role, day) for day in days))
    )
    load = tuple(map(sum, zip(*(role.hours for role in roles), strict=True)))
    return WeekHours(tuple(mondays), load, (0.0,) * N_WEEKS, roles)


def _unlogged(context: AnswerContext) -> tuple[RoleSeries, ...]:
    """Return what was agreed for roles held without an hour, beside those that have."""
    mondays = context.weeks.mondays[-N_WEEKS:].astype(object).tolist()
    if not mondays or not context.weeks.load.any():
        return ()
    table = context.weeks.by_role[-N_WEEKS:]
    return tuple(
        RoleSeries(role.key, role.name, role.colour, hours)
        for index, role in context.portfolio.roles_held()
        if not table[:, index].any()
        and any(
            hours := tuple(
                _agreed_on(role, monday + timedelta(days=6)) for monday in mondays
            )
        )
    )


def _agreed_on(role: Role, day: date) -> float:
    """Return the hours a week agreed for a role on a day."""
    terms = role.agreement_on(day)
    return float((terms and terms.hours_per_week) or 0)


def _weeks(context: AnswerContext) -> WeekHours:
    weeks = context.weeks
    return WeekHours(
        mondays=tuple(weeks.mondays[-N_WEEKS:].astype(object).tolist()),
        load=_to_the_second(weeks.load[-N_WEEKS:]),
        open=_to_the_second(weeks.open[-N_WEEKS:]),
        roles=_by_role(context, weeks.by_role[-N_WEEKS:]),
    )


def _this_week(context: AnswerContext) -> DayHours:
    portfolio, on = context.portfolio, context.portfolio.on
    load = load_of_week(portfolio, on)
    return DayHours(
        monday=monday_of(on),
        text=wording.so_far_text(context.words, float(load.sum())),
        load=_to_the_second(load),
        open=_to_the_second(open_days_of_week(portfolio, on)),
        roles=_by_role(context, days_of_week(portfolio, on)),
    )


def _by_role(context: AnswerContext, table: Floats) -> tuple[RoleSeries, ...]:
    """Return the columns of the roles that have any hours."""
    worked = [i for i in range(table.shape[1]) if table[:, i].any()]
    roles = [(context.role(index), table[:, index]) for index in worked]
    return tuple(
        RoleSeries(role.key, role.name, role.colour, _to_the_second(hours))
        for role, hours in roles
    )


def _to_the_second(hours: Floats) -> tuple[float, ...]:
    return tuple(round(value, 4) for value in hours.tolist())


def _role(context: AnswerContext, one: RoleHours) -> RoleOverview:
    role = context.role(one.role)
    return RoleOverview(
        role=role.key,
        name=role.name,
        colour=role.colour,
        agreed=one.agreed,
        actual=one.actual,
        over=one.over,
        n_weeks=one.n_weeks,
        weeks_of_data=one.weeks_of_data,
        weeks_needed=one.weeks_needed,
        verdict=one.verdict.value,
    )
