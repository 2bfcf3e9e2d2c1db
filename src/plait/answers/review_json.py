"""The review as plain values: every figure that the page shows.

Figures are unrounded, but for money by the month (cents) and hours by the week and
day (seconds).
"""

from dataclasses import asdict
from typing import Any

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import RoleHours
from plait.analysis.series.streams import Stream
from plait.analysis.series.weeks import days_of_week, load_of_week, open_days_of_week
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Finding
from plait.answers.review import Review
from plait.answers.to_json import to_record
from plait.domain.period import monday_of

WEEKS_TOLD = 52


def review_as_json(review: Review) -> dict[str, Any]:
    """Return the review for scripts; hours a week, money in the home currency."""
    context = review.context
    return {
        "on": context.portfolio.on.isoformat(),
        "language": context.words.language,
        "currency": context.income.currency,
        "sentence": review.sentence,
        "hours": _hours(context),
        "income": _income(context),
        "concentration": asdict(context.payers),
        "inbox": [
            {**asdict(w), "first_on": _day(w.first_on), "last_on": _day(w.last_on)}
            for w in context.portfolio.waiting
        ],
        "findings": [_finding(finding) for finding in review.findings],
    }


def _hours(context: AnswerContext) -> dict[str, Any]:
    found = context.balance
    return {
        "agreed": found.agreed,
        "actual": found.actual,
        "capacity": found.capacity,
        "free": found.free,
        "n_weeks": found.n_weeks,
        "weeks_of_data": found.weeks_of_data,
        "roles": [_role(context, one) for one in found.roles],
        "weeks": _weeks(context),
        "this_week": _this_week(context),
    }


def _weeks(context: AnswerContext) -> dict[str, Any]:
    """Return the last year of full weeks, oldest first, as the braid shows them."""
    weeks = context.weeks
    return {
        "mondays": [str(monday) for monday in weeks.mondays[-WEEKS_TOLD:]],
        "load": _told(weeks.load[-WEEKS_TOLD:]),
        "open": _told(weeks.open[-WEEKS_TOLD:]),
        "roles": _by_role(context, weeks.by_role[-WEEKS_TOLD:]),
    }


def _this_week(context: AnswerContext) -> dict[str, Any]:
    """Return hours a day of the date's week, Monday first."""
    portfolio = context.portfolio
    return {
        "monday": monday_of(portfolio.on).isoformat(),
        "load": _told(load_of_week(portfolio, portfolio.on)),
        "open": _told(open_days_of_week(portfolio, portfolio.on)),
        "roles": _by_role(context, days_of_week(portfolio, portfolio.on)),
    }


def _by_role(context: AnswerContext, table: Floats) -> dict[str, list[float]]:
    """Return the columns of the roles that have any hours, by the role's key."""
    worked = [i for i in range(table.shape[1]) if table[:, i].any()]
    return {context.role(index).key: _told(table[:, index]) for index in worked}


def _told(hours: Floats) -> list[float]:
    """Return hours to the second: to the fourth decimal."""
    return [round(value, 4) for value in hours.tolist()]


def _role(context: AnswerContext, one: RoleHours) -> dict[str, Any]:
    role = context.role(one.role)
    return {
        "role": role.key,
        "name": role.name,
        "agreed": one.agreed,
        "actual": one.actual,
        "over": one.over,
        "n_weeks": one.n_weeks,
        "weeks_of_data": one.weeks_of_data,
        "weeks_needed": one.weeks_needed,
        "verdict": one.verdict.value,
    }


def _income(context: AnswerContext) -> dict[str, Any]:
    found = context.income
    return {
        "usual_month": context.artefacts.usual_month,
        "months": [str(month) for month in found.months],
        "total": [round(x, 2) for x in found.total.tolist()],
        "open_in": found.open_in,
        "streams": [_stream(context, one) for one in found.streams],
    }


def _stream(context: AnswerContext, one: Stream) -> dict[str, Any]:
    return {
        "role": context.role(one.role).key,
        "name": context.role(one.role).name,
        "monthly": [round(x, 2) for x in one.monthly.tolist()],
        "costs": [round(x, 2) for x in one.costs.tolist()],
        "last_year": one.last_year,
        "trend": one.trend.value,
        "last_half": one.last_half,
        "half_before": one.half_before,
        "usual_gap": one.usual_gap,
        "months_since": one.since,
        "last_on": _day(one.last_on),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    record = to_record(finding)
    del record["series"], record["colour"]
    return record


def _day(day: Any) -> str | None:  # noqa: ANN401  # a date or nothing
    return day.isoformat() if day else None
