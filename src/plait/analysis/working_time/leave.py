"""Days away as hours not worked, for the laws that count or replace them.

A day of leave counts on the weekdays that the role's agreed blocks name; without
blocks on those that the role is usually worked on, or Monday to Friday where that is
not known. A day that was worked all the same is no leave; of a day that was off in part
the hours off are, beside those worked.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.agreed_days import within
from plait.analysis.working_time.terms import Terms
from plait.domain.availability import AbsenceKind
from plait.domain.columns import Bools, Days, Ints
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement

# Public holidays are days without work like any other.
_IS_LEAVE = {AbsenceKind.LEAVE, AbsenceKind.SICKNESS, AbsenceKind.PARENTAL}
# A weekday worked in fewer weeks than this is no usual one.
_USUAL = 0.2
_MONDAY_TO_FRIDAY = np.array([True] * 5 + [False] * 2)
# 1970-01-01 was a Thursday.
_FIRST_WEEKDAY = 3


def leave_of(
    portfolio: Portfolio, terms: Terms, worked_on: Days, role: Ints
) -> tuple[Ints, Ints, Ints]:
    """Return day, role and agreed seconds of every day of leave.

    `worked_on` and `role` are the day and the role of each entry.
    """
    n_roles = len(portfolio.roles)
    away, touched = _away(portfolio, terms)
    if not touched.any():
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    worked = np.zeros((len(terms), n_roles + 1), dtype=bool)
    worked[terms.number(worked_on), role] = True
    due = np.full((len(terms), n_roles), np.nan)
    for column in np.flatnonzero(touched.any(axis=0)).tolist():
        agreements = portfolio.roles[column].agreements
        usual = _usual_weekdays(worked[:, column], terms)
        due[:, column] = _due(agreements, terms, column, usual)
    whole = away & ~worked[:, :n_roles]
    # Part of a day is off beside what was worked on it.
    off = np.where(
        whole, due, _in_part(portfolio, np.where(touched, due, np.nan), terms)
    )
    day, away_from = np.nonzero((whole | (off > 0)) & ~np.isnan(due))
    return day, away_from, off[day, away_from].round().astype(np.int64)


def _away(portfolio: Portfolio, terms: Terms) -> tuple[Bools, Bools]:
    """Return days x roles: whether the person had leave from the role, whole or any."""
    number = terms.first_day.astype(np.int64) + np.arange(len(terms))
    touched = np.zeros((len(terms), len(portfolio.roles)), dtype=bool)
    whole = touched.copy()
    for absence in portfolio.absences:
        if absence.kind in _IS_LEAVE:
            where = slice(None) if absence.role is None else absence.role
            touched[within(absence.period, number), where] = True
            if absence.hours is None:
                whole[within(absence.period, number), where] = True
    for column, role in enumerate(portfolio.roles):
        held = within(role.period, number)
        touched[: held.start, column] = touched[held.stop :, column] = False
    return whole & touched, touched


def _in_part(portfolio: Portfolio, due: Floats, terms: Terms) -> Floats:
    """Return days x roles: the seconds off on days of which part is leave.

    Those from all roles are shared by the roles' hours of the day, at most all of them.
    """
    number = terms.first_day.astype(np.int64) + np.arange(len(terms))
    off = np.zeros_like(due)
    for absence in portfolio.absences:
        if absence.kind not in _IS_LEAVE or absence.hours is None:
            continue
        rows, role = within(absence.period, number), absence.role
        chosen = slice(None) if role is None else slice(role, role + 1)
        left = np.nan_to_num(due[rows, chosen]) - off[rows, chosen]
        total = left.sum(axis=1, keepdims=True)
        taken = np.minimum(float(absence.hours) * 3600, total)
        off[rows, chosen] += left * np.divide(
            taken, total, out=np.zeros_like(total), where=total > 0
        )
    return off


def _weekdays(terms: Terms) -> Ints:
    first = int(terms.first_day.astype(np.int64)) + _FIRST_WEEKDAY
    return (first + np.arange(len(terms))) % 7


def _usual_weekdays(worked: Bools, terms: Terms) -> Bools:
    """Return on which weekdays a role is usually worked, Monday first."""
    days = np.flatnonzero(worked)
    if not len(days):
        return _MONDAY_TO_FRIDAY
    n_weeks = (days[-1] - days[0]) // 7 + 1
    times = np.bincount(_weekdays(terms)[days], minlength=7)
    usual: Bools = times >= _USUAL * n_weeks
    return usual if usual.any() else _MONDAY_TO_FRIDAY


def _due(
    agreements: tuple[Agreement, ...], terms: Terms, column: int, usual: Bools
) -> Floats:
    """Return the seconds agreed for each day, NaN on days that are none of work."""
    by_terms = [_seconds(terms_held, usual) for terms_held in agreements]
    unknown = np.where(usual, 0.0, np.nan)
    table = np.stack([*by_terms, unknown])  # the last row stands for NO_TERMS, -1
    found: Floats = table[terms.terms[:, column], _weekdays(terms)]
    return found


def _seconds(agreed: Agreement, usual: Bools) -> Floats:
    """Return the seconds of each weekday under some terms, NaN where none are due."""
    if agreed.blocks:
        weekdays = [block.weekday for block in agreed.blocks]
        seconds = np.bincount(weekdays, [b.seconds for b in agreed.blocks], 7)
        return np.where(seconds > 0, seconds, np.nan)
    hours = agreed.hours_per_week
    each = 0.0 if hours is None else float(hours) * 3600 / usual.sum()
    return np.where(usual, each, np.nan)
