"""What was agreed in each week, by the terms that held then."""

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.hours.supply import holds
from plait.domain.columns import Days
from plait.domain.roles import Role

_THURSDAY = np.timedelta64(3, "D")


def agreed_by_week(role: Role, mondays: NDArray[np.datetime64]) -> Floats:
    """Return the hours agreed for each week, NaN where none were.

    A week belongs to the terms of its Thursday: those that hold on most of its
    days. Hours by the month, quarter or year stand as their weekly mean.
    """
    days: Days = mondays.astype("datetime64[D]")
    thursdays: Days = np.add(days, _THURSDAY)
    hours = np.full(len(thursdays), np.nan)
    # Where several terms would hold the latest do, as in `Role.agreement_on`.
    numbered = enumerate(role.agreements)
    for _, terms in sorted(numbered, key=lambda one: (one[1].period.start, -one[0])):
        per_week = terms.hours_per_week
        hours[holds(terms.period, thursdays)] = (
            np.nan if per_week is None else float(per_week)
        )
    return hours
