"""Agreed, actual and free hours a week: over all roles and for each.

Actual is the mean over the latest full weeks: four where hours were agreed by the
week, longer where they were agreed by the month (13), quarter (26) or year (52),
because such hours come in lumps. A role is over when its mean passes the agreed
hours by a tenth (and by half an hour); this is the naive rule, kept simple on
purpose. Fewer than eight weeks of hours prove nothing, and the verdict says so.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.hours.weeks import Weeks, weeks_of
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per, Role

WEEKS_NEEDED = 8
TOLERANCE = 0.10
LEAST_HOURS = 0.5
_WINDOW = {Per.WEEK: 4, Per.MONTH: 13, Per.QUARTER: 26, Per.YEAR: 52, Per.TOTAL: 52}
_USUAL_WINDOW = 4


class Verdict(StrEnum):
    """How a role's hours stand to what was agreed."""

    OVER = "over"
    WITHIN = "within"
    UNDER = "under"
    TOO_SHORT = "too short"
    NOT_AGREED = "not agreed"
    NO_HOURS = "no hours"


@dataclass(frozen=True, slots=True)
class RoleHours:
    """One role: hours a week agreed and given, over `n_weeks` full weeks.

    `actual` is None without hours; `weeks_of_data` counts the weeks since the
    role's first hours.
    """

    role: int
    agreed: float | None
    actual: float | None
    n_weeks: int
    weeks_of_data: int
    verdict: Verdict

    @property
    def over(self) -> float:
        """Hours a week beyond what was agreed; 0 where there is nothing to compare."""
        if self.agreed is None or self.actual is None:
            return 0.0
        return self.actual - self.agreed


@dataclass(frozen=True, slots=True)
class Balance:
    """All roles together, in hours a week.

    `actual` is the mean load of the last four full weeks, each hour once; `free`
    is capacity less actual (agreed where there are no hours), None where the
    person has not said what they have to give.
    """

    roles: tuple[RoleHours, ...]
    agreed: float
    actual: float | None
    capacity: float | None
    n_weeks: int

    @property
    def free(self) -> float | None:
        """Hours a week left to give; negative when more is given than there is."""
        if self.capacity is None:
            return None
        return self.capacity - (self.agreed if self.actual is None else self.actual)


def balance(portfolio: Portfolio, weeks: Weeks | None = None) -> Balance:
    """Return agreed, actual and free hours a week on the portfolio's date."""
    weeks = weeks_of(portfolio) if weeks is None else weeks
    held = [_role_hours(portfolio, weeks, i) for i, _ in portfolio.roles_held()]
    window = min(_USUAL_WINDOW, len(weeks))
    capacity = portfolio.person.capacity
    return Balance(
        roles=tuple(held),
        agreed=sum(r.agreed or 0.0 for r in held),
        actual=float(weeks.load[-window:].mean()) if window else None,
        capacity=None if capacity is None else float(capacity),
        n_weeks=window,
    )


def agreed_per_week(role: Role, portfolio: Portfolio) -> float | None:
    """Return the hours a week that the role's terms of the date come to."""
    terms = role.agreement_on(portfolio.on)
    per_week = terms.hours_per_week if terms else None
    return None if per_week is None else float(per_week)


def _role_hours(portfolio: Portfolio, weeks: Weeks, index: int) -> RoleHours:
    role = portfolio.roles[index]
    agreed = agreed_per_week(role, portfolio)
    first = int(weeks.first_of_role[index])
    of_data = len(weeks) - first if first >= 0 else 0
    window = min(_window(role, portfolio), of_data)
    given = weeks.by_role[len(weeks) - window :, index] if window else np.empty(0)
    actual = float(given.mean()) if window else None
    verdict = _verdict(agreed, actual, of_data)
    return RoleHours(index, agreed, actual, window, of_data, verdict)


def _window(role: Role, portfolio: Portfolio) -> int:
    terms = role.agreement_on(portfolio.on)
    return _WINDOW[terms.per] if terms else _USUAL_WINDOW


def _verdict(agreed: float | None, actual: float | None, of_data: int) -> Verdict:
    if actual is None:
        return Verdict.NO_HOURS
    if agreed is None:
        return Verdict.NOT_AGREED
    if of_data < WEEKS_NEEDED:
        return Verdict.TOO_SHORT
    margin = max(TOLERANCE * agreed, LEAST_HOURS)
    if actual > agreed + margin:
        return Verdict.OVER
    return Verdict.UNDER if actual < agreed - margin else Verdict.WITHIN
