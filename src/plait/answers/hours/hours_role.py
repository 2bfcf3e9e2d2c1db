"""The hours account of one role, as the answer shows it."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.hours.account import HoursAccount
from plait.analysis.hours.account_choice import filled_seconds, on_call_hours
from plait.answers.context import AnswerContext
from plait.answers.hours.hours_rows import HoursBy, HoursRow, account_row
from plait.answers.hours.latest_weeks import latest_weeks_of
from plait.domain.selection import Selection
from plait.wording.hours import hours as wording


@dataclass(frozen=True, slots=True)
class RoleAccount(HoursRow):
    """The account of one role, with its rows by week or month.

    `dates` are those of the role, where hours lie outside them. `opening` is the balance
    that it began with, in hours, and `opened_on` the day. `on_call` is hours of standing by, which
    are in none of the figures. `left` is what remains of hours agreed in total. `given_a_week` is the mean of the
    latest full weeks, `agreed_a_week` what was agreed then; `is_drifting` is whether
    it has left its agreement by so much that it is worth a word. `records` are the
    hours that `given_a_week` was worked out from.
    """

    role: str
    name: str
    colour: int
    dates: str
    opening: float | None
    opened_on: date | None
    on_call: float
    left: float | None
    balance_text: str
    given_a_week: float | None
    agreed_a_week: float | None
    is_drifting: bool
    records: Selection | None
    rows: tuple[HoursRow, ...]


def role_account(context: AnswerContext, one: HoursAccount, by: HoursBy) -> RoleAccount:
    """Return the account of one role, its rows where they are by week or month."""
    filled = filled_seconds(context.portfolio, [one])
    role, total = context.role(one.role), account_row(context, one.total, filled)
    week = next((h for h in context.balance.roles if h.role == one.role), None)
    return RoleAccount(
        start=total.start,
        end=total.end,
        agreed=total.agreed,
        free=total.free,
        due=total.due,
        given=total.given,
        unagreed=total.unagreed,
        balance=total.balance,
        outside=total.outside,
        filled=total.filled,
        role=role.key,
        name=role.name,
        colour=role.colour,
        dates=wording.role_dates_text(context.words, role.period)
        if total.outside
        else "",
        opening=one.opening,
        opened_on=one.period.start if one.opening is not None else None,
        on_call=on_call_hours(context.portfolio, one),
        left=one.left,
        balance_text=wording.balance_text(context.words, total.balance),
        given_a_week=week.actual if week else None,
        agreed_a_week=week.agreed if week else None,
        is_drifting=one.role in {drift.role for drift in context.drifting},
        records=latest_weeks_of(context, week),
        rows=()
        if by is HoursBy.ROLE
        else tuple(account_row(context, row, filled) for row in one.rows),
    )
