"""Which extras come every year: holiday allowance, a thirteenth month, others.

An extra comes every year if it did so in the same month of two years at least, and
in more years than not. A salary's extra in May, June, November or December is taken
for one at its first time, unless most such months went without.
"""

import numpy as np

from plait.analysis.income.payment_schedule.monthly import Monthly
from plait.analysis.series.months import Numbers
from plait.domain.columns import Ints
from plait.domain.roles import PayBasis, Role, RoleKind

HOLIDAY = (5, 6)
YEAR_END = (11, 12)


def is_salary(role: Role) -> bool:
    """Return whether a role's money is a salary."""
    has_salary = any(terms.pay_basis is PayBasis.SALARY for terms in role.agreements)
    return role.kind is RoleKind.EMPLOYMENT or has_salary


def yearly_extras(monthly: Monthly, *, is_salary: bool) -> tuple[Ints, ...]:
    """Return for each calendar month with a yearly extra the places that have it."""
    places = np.flatnonzero(monthly.extra > 0)
    calendar = calendar_month(monthly.month)
    found = []
    for month in np.unique(calendar[places]).tolist():
        here = places[calendar[places] == month]
        paid = np.count_nonzero((calendar == month) & (monthly.pay > 0))
        is_usual = is_salary and month in HOLIDAY + YEAR_END
        needed = 2 * len(here) >= paid if is_usual else 2 * len(here) > paid
        if (len(here) > 1 or is_usual) and needed:
            found.append(here)
    return tuple(found)


def calendar_month(month: Numbers) -> Numbers:
    """Return 1 to 12 for months numbered from January 1970."""
    return month % 12 + 1
