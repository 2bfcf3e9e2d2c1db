"""Agreed, actual and free hours a week: over all roles and for each.

Actual is the mean over the latest full weeks: four where hours were agreed by the
week, longer where they were agreed by the month (13), quarter (26) or year (52),
because such hours come in lumps, and all weeks of the terms where they were agreed
in total. Only weeks count in which the same hours were agreed as on the date, and
weeks with days off are set aside. A role is over when its mean passes the agreed
hours by more than a tenth and more than half an hour; this is the naive rule, kept
simple on purpose. Fewer than eight weeks, or fewer than the mean is taken over,
prove nothing, and the verdict says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from plait.analysis.hours.free_days import set_aside_weeks, set_aside_whole
from plait.analysis.series.weeks import Weeks, weeks_of
from plait.domain.columns import Bools, Ints
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Per, Role, RoleKind

# A rule of thumb, not a law.
WEEKS_NEEDED = 8
TOLERANCE = 0.10
# Of two hours a week a tenth is twelve minutes; there half an hour decides.
LEAST_HOURS = 0.5
_WINDOW = {Per.WEEK: 4, Per.MONTH: 13, Per.QUARTER: 26, Per.YEAR: 52}
_USUAL_WINDOW = 4
# Means of hours carry rounding errors far below a second.
_ROUNDING = 1e-9


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

    `actual` is None without hours; `weeks_of_data` counts the full weeks that can be
    set against the agreement: since the role's first hours, since those terms, and
    without days off. A verdict takes `weeks_needed` of them. `weeks_used` are the
    weeks of the mean, as indices into `Weeks`; without any that count, the latest.
    """

    role: int
    agreed: float | None
    actual: float | None
    n_weeks: int
    weeks_of_data: int
    weeks_needed: int
    verdict: Verdict
    weeks_used: tuple[int, ...] = ()

    @property
    def over(self) -> float:
        """Hours a week beyond what was agreed; 0 where there is nothing to compare."""
        if self.agreed is None or self.actual is None:
            return 0.0
        return self.actual - self.agreed


@dataclass(frozen=True, slots=True)
class Balance:
    """All roles together, in hours a week.

    `actual` is the mean load of the last four full weeks without days off, each hour
    once; `free` is capacity less actual (agreed where there are no hours), None where
    the hours available are not set. `weeks_of_data` counts all such weeks,
    `weeks_used` are those of the mean, as indices into `Weeks`.
    """

    roles: tuple[RoleHours, ...]
    agreed: float
    actual: float | None
    capacity: float | None
    n_weeks: int
    weeks_of_data: int
    weeks_used: tuple[int, ...] = ()

    @property
    def is_too_short(self) -> bool:
        """Whether there are too few weeks to say anything of the week as a whole."""
        return self.weeks_of_data < WEEKS_NEEDED

    @property
    def free(self) -> float | None:
        """Hours a week left to give; negative when more is given than there is."""
        if self.capacity is None:
            return None
        return self.capacity - (self.agreed if self.actual is None else self.actual)


def balance(
    portfolio: Portfolio, weeks: Weeks | None = None, set_aside: Bools | None = None
) -> Balance:
    """Return agreed, actual and free hours a week on the portfolio's date.

    `set_aside` is what `set_aside_weeks` says, where it is known already.
    """
    weeks = weeks_of(portfolio) if weeks is None else weeks
    aside = set_aside_weeks(portfolio, weeks) if set_aside is None else set_aside
    held = [
        _role_hours(portfolio, weeks, index, ~aside[:, index])
        for index, role in portfolio.roles_held()
        if role.kind is not RoleKind.OPPORTUNITY  # nothing is agreed in one yet
    ]
    whole = ~set_aside_whole(portfolio, weeks, aside) & weeks.is_known
    used = _latest(_USUAL_WINDOW, whole, np.ones_like(whole))
    capacity = portfolio.person.capacity
    return Balance(
        roles=tuple(held),
        agreed=sum(r.agreed or 0.0 for r in held),
        actual=float(weeks.load[used].mean()) if len(used) else None,
        capacity=None if capacity is None else float(capacity),
        n_weeks=len(used),
        weeks_of_data=int(whole.sum()),
        weeks_used=tuple(used.tolist()),
    )


def agreed_per_week(role: Role, portfolio: Portfolio) -> float | None:
    """Return the hours a week that the role's terms of the date come to."""
    terms = role.agreement_on(portfolio.on)
    per_week = terms.hours_per_week if terms else None
    return None if per_week is None else float(per_week)


def same_hours_since(role: Role, on: date) -> date | None:
    """Return the day since when the hours agreed on that date have been the same.

    Terms that change nothing but the pay do not begin anew; hours in total do.
    """
    terms = role.agreement_on(on)
    if terms is None:
        return None
    start = terms.period.start
    before = role.agreement_on(start - timedelta(days=1))
    while before and _is_same(before, terms):
        start = before.period.start
        before = role.agreement_on(start - timedelta(days=1))
    return start


def _is_same(one: Agreement, other: Agreement) -> bool:
    if other.per is Per.TOTAL:
        return False
    return (one.hours, one.per) == (other.hours, other.per)


def _role_hours(
    portfolio: Portfolio, weeks: Weeks, index: int, is_whole: Bools
) -> RoleHours:
    role = portfolio.roles[index]
    agreed = agreed_per_week(role, portfolio)
    known = _weeks_since(weeks, int(weeks.first_of_role[index]))
    known &= np.arange(len(weeks)) < weeks.known_of_role[index]
    ours = known & _weeks_from(weeks, same_hours_since(role, portfolio.on))
    comparable = int((ours & is_whole).sum())
    window = _window(role.agreement_on(portfolio.on), comparable)
    # Under terms that have only begun, what was given before still says something;
    # so do weeks with days off where there are no others.
    used = _latest(window, ours & is_whole, known & is_whole, known)
    actual = float(weeks.by_role[used, index].mean()) if len(used) else None
    needed = max(WEEKS_NEEDED, window)
    verdict = _verdict(agreed, actual, is_enough=comparable >= needed)
    return RoleHours(
        role=index,
        agreed=agreed,
        actual=actual,
        n_weeks=len(used),
        weeks_of_data=comparable,
        weeks_needed=needed,
        verdict=verdict,
        weeks_used=tuple(used.tolist()),
    )


def _latest(window: int, *choices: Bools) -> Ints:
    """Return the last weeks, `window` at most, of the first choice that has any."""
    some = next((choice for choice in choices if choice.any()), choices[-1])
    return np.flatnonzero(some)[-window:]


def _weeks_since(weeks: Weeks, first: int) -> Bools:
    return (np.arange(len(weeks)) >= first) & (first >= 0)


def _weeks_from(weeks: Weeks, day: date | None) -> Bools:
    """Return which of the weeks begin on the day or later; all without a day."""
    if day is None:
        return np.ones(len(weeks), dtype=bool)
    return weeks.mondays >= np.datetime64(day, "D")


def _window(terms: Agreement | None, comparable: int) -> int:
    if terms is not None and terms.per is Per.TOTAL:
        return max(comparable, _USUAL_WINDOW)
    return _WINDOW[terms.per] if terms else _USUAL_WINDOW


def _verdict(agreed: float | None, actual: float | None, *, is_enough: bool) -> Verdict:
    if actual is None:
        return Verdict.NO_HOURS
    if agreed is None:
        return Verdict.NOT_AGREED
    if not is_enough:
        return Verdict.TOO_SHORT
    margin = max(TOLERANCE * agreed, LEAST_HOURS) + _ROUNDING
    if actual > agreed + margin:
        return Verdict.OVER
    return Verdict.UNDER if actual < agreed - margin else Verdict.WITHIN
