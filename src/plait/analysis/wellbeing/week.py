"""One week's check-in: which roles it asks about, and what is known already."""

from collections.abc import Sequence
from datetime import date, timedelta

from plait.analysis.series.weeks import days_of_week
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


# So many take half a minute; a few more are not worth folding away.
_AT_ONCE, _MOST = 8, 10


def asked_first(
    portfolio: Portfolio, roles: Sequence[Role], week_on: date
) -> frozenset[str]:
    """Return the keys of the roles that there is most to say of in that week.

    All of up to ten. Of more, those answered already, then up to eight by the hours
    that they took; without any hours, those answered the week before.
    """
    if len(roles) <= _MOST:
        return frozenset(role.key for role in roles)
    hours = days_of_week(portfolio, week_on).sum(axis=0)
    took = {r.key: float(h) for r, h in zip(portfolio.roles, hours, strict=True)}
    before = answers_of_week(portfolio, week_before(week_on))
    speaking = [role.key for role in roles if took[role.key] or role.key in before]
    speaking.sort(key=lambda key: -took[key])
    first = set(speaking[:_AT_ONCE]) or {role.key for role in roles[:_AT_ONCE]}
    return frozenset(first | set(answers_of_week(portfolio, week_on)))


def answers_of_week(portfolio: Portfolio, week_on: date) -> dict[str, CheckIn]:
    """Return the check-ins of the week of that Monday, by the role's key."""
    return {c.role: c for c in portfolio.check_ins if c.week_on == week_on}


def week_before(week_on: date) -> date:
    """Return the Monday before that one."""
    return week_on - timedelta(days=7)
