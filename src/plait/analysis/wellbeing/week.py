"""One week's check-in: which roles it asks about, and what is known already."""

from datetime import date, timedelta

from plait.domain.portfolio import CheckIn, Portfolio
from plait.domain.roles import Role, RoleKind


def roles_of_week(portfolio: Portfolio, week_on: date) -> list[Role]:
    """Return the roles that ran in the week of that Monday, opportunities apart."""
    days = [week_on + timedelta(days=number) for number in range(7)]
    return [
        role
        for role in portfolio.roles
        if role.kind is not RoleKind.OPPORTUNITY
        and any(role.is_held_on(day) for day in days)
    ]


def answers_of_week(portfolio: Portfolio, week_on: date) -> dict[str, CheckIn]:
    """Return the check-ins of the week of that Monday, by the role's key."""
    return {c.role: c for c in portfolio.check_ins if c.week_on == week_on}


def week_before(week_on: date) -> date:
    """Return the Monday before that one."""
    return week_on - timedelta(days=7)
