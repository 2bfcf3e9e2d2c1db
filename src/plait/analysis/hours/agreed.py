"""What was agreed in each week, by the terms that held then."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.roles import Role


def agreed_by_week(role: Role, mondays: NDArray[np.datetime64]) -> Floats:
    """Return the hours agreed for each week, NaN where none were.

    A week belongs to the terms of its Thursday: those that hold on most of its
    days. Hours by the month, quarter or year stand as their weekly mean.
    """
    days: list[date] = mondays.astype(date).tolist()
    return np.array([_agreed(role, monday) for monday in days], dtype=np.float64)


def _agreed(role: Role, monday: date) -> float:
    terms = role.agreement_on(monday + timedelta(days=3))
    per_week = terms.hours_per_week if terms else None
    return float("nan") if per_week is None else float(per_week)
