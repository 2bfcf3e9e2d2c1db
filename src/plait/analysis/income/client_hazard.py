"""How likely a client is to end within a year, by the clients that one had.

Nobody publishes how often clients leave, and layoffs are of jobs. Of one's own paid
roles without a salary, k ended in n years of them all together: a Beta prior of half
an end in two and a half years (a fifth, an assumption of ours) learns from that.

Five years of one client that goes on: 0.5 / 7.5 = 7 % a year. Three that ended after
a year each, and one that goes on for a year: 3.5 / 6.5 = 54 %.
"""

from datetime import date

from plait.analysis.income.model import Hazard
from plait.analysis.income.stress.stream_case import is_salary
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind

# What a person without any past with clients starts from: an assumption of ours.
ENDS_BEFORE, YEARS_BEFORE = 0.5, 2.5
_DAYS_A_YEAR = 365.25


def of_clients(portfolio: Portfolio) -> Hazard:
    """Return the chance that a client ends within a year, with how sure that is."""
    on = portfolio.on
    clients = [role for role in portfolio.roles if _is_client(portfolio, role)]
    years = sum(_years(role, on) for role in clients)
    ended = sum(
        role.period.end is not None and role.period.end <= on for role in clients
    )
    goes_on = max(0.0, years - ended)
    return Hazard(ENDS_BEFORE + ended, YEARS_BEFORE - ENDS_BEFORE + goes_on)


def _is_client(portfolio: Portfolio, role: Role) -> bool:
    is_offer = role.kind is RoleKind.OPPORTUNITY
    return role.is_paid and not is_offer and not is_salary(portfolio, role)


def _years(role: Role, on: date) -> float:
    until = min(role.period.end or on, on)
    return max(0, (until - role.period.start).days) / _DAYS_A_YEAR
