"""What a role brought and took over a period that somebody chose."""

from collections.abc import Mapping
from dataclasses import dataclass

from plait.answers.context import AnswerContext
from plait.answers.periods.hours import HoursInPeriod, hours_in_period
from plait.answers.periods.income import IncomeInPeriod, income_in_period
from plait.domain.periods.choice import PeriodChoice
from plait.domain.selection import Selection
from plait.web.pages.periods import PeriodView, last_twelve, period_view
from plait.web.pages.records.records import records_url


@dataclass(frozen=True, slots=True)
class RoleInPeriodView:
    """The picker, and for a chosen period a sentence each for money and for hours.

    `payments` and `entries` are addresses of the records they rest on, "" without any.
    """

    period: PeriodView
    income: str
    payments: str
    hours: str
    entries: str
    known: str


def role_in_period_view(
    context: AnswerContext,
    key: str,
    choice: PeriodChoice | None,
    address: Mapping[str, str],
) -> RoleInPeriodView:
    """Return the period of a role's page."""
    income = income_in_period(context, choice, key)
    hours = hours_in_period(context, choice, key)
    return RoleInPeriodView(
        period=period_view(income.period, address, last_twelve()),
        income=income.sentence if income.roles else "",
        payments=_records(income),
        hours=hours.sentence if hours.roles else "",
        entries=_records(hours),
        known=f"{income.known} {hours.known}".strip(),
    )


def _records(answer: IncomeInPeriod | HoursInPeriod) -> str:
    each: list[Selection] = [one.records for one in answer.roles]
    return records_url(each[0]) if each else ""
