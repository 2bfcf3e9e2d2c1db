"""The months of an income as if all that runs now had always run, and nothing else.

A job or client that began is put into the months before it, one that ended is taken
out of them, so that what is gone is not continued and what has come is counted whole.
But where clients come and go, or jobs follow each other, the past of all of them
together is what shows how it goes on: it stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats

# What brings money by then was there before the months that are known.
_FROM_THE_START = 3
_JUST_BEGUN = 3
_YEAR = 12


@dataclass(frozen=True, eq=False, slots=True)
class RoleMonths:
    """What a role brought in each month known; it began in month `begin`."""

    net: Floats
    begin: int
    is_over: bool
    is_job: bool


def as_running(roles: Sequence[RoleMonths], n_months: int) -> Floats:
    """Return the months of the income, (n_months,), as if what runs had always run."""
    total = np.zeros(n_months)
    for is_job in (True, False):
        mine = [
            role
            for role in roles
            if role.is_job == is_job and role.begin < n_months and role.net.sum() > 0
        ]
        is_kept = _are_changing(mine)
        for role in mine:
            is_new = n_months - role.begin <= _JUST_BEGUN
            if is_kept and (role.is_over or not is_new):
                total += role.net
            elif not role.is_over:
                total += _filled(role, n_months)
    costs = (role for role in roles if role.net.sum() < 0 and not role.is_over)
    return sum((_filled(role, n_months) for role in costs), total)


def _are_changing(roles: Sequence[RoleMonths]) -> bool:
    """Return whether others came for what ended: one that came and went is none."""
    came = [role for role in roles if role.begin >= _FROM_THE_START]
    over = [role for role in roles if role.is_over]
    is_followed = any(
        one.begin > int(np.flatnonzero(before.net)[-1])
        for one in came
        for before in over
    )
    runs_now = any(not role.is_over for role in came)
    return bool(over) and (is_followed or runs_now or len(came) > 1)


def _filled(role: RoleMonths, n_months: int) -> Floats:
    """Return its months, with the mean of the last year's before it began."""
    since = role.net[max(role.begin, n_months - _YEAR) : n_months]
    months: Floats = role.net.copy()
    months[: role.begin] = since.mean()
    return months
