"""Which days of which role are free, and how much of its week falls away with them.

Free are the days of absences (from one role or from all), and public holidays of
the organisation's country, else of the person's. Absences lower what is due in any
role; public holidays only where the terms count as employment or worker, and never
in a study. A day off takes out what is agreed on that weekday: its blocks, or a
fifth of the week from Monday to Friday where there are none.

Where an absence takes some hours of a day, that part of the day's agreed hours falls
away, at most all of them; from all roles, it is shared by the hours of the roles that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.hours.agreed_days import (
    Numbers,
    agreed_days,
    terms_by_day,
    within,
)
from plait.analysis.series.weeks import Weeks
from plait.domain.availability import Absence, AbsenceKind, changes_at
from plait.domain.columns import Bools
from plait.domain.portfolio import Person, Portfolio
from plait.domain.roles import Agreement, CountsAs, Role, RoleKind, usual_counting
from plait.reference.days_off import days_off_array
from plait.reference.holidays import is_known

# Nobody declares holidays to the self-employed, who often choose to work on one.
_HAS_HOLIDAYS = {CountsAs.EMPLOYMENT, CountsAs.WORKER}
_WEEK = np.timedelta64(7, "D")
# The days since 1970 that Python has dates for.
_DATES = np.array([date.min, date.max], dtype="datetime64[D]").astype(np.int64)


class DayOff(StrEnum):
    """Why a day is free."""

    HOLIDAY = "holiday"
    SICKNESS = "sickness"
    PARENTAL = "parental"
    LEAVE = "leave"
    OTHER = "other"


# A public holiday uses up no leave, and who falls ill on leave is ill: of several
# reasons the first in this order counts.
REASONS = tuple(DayOff)
NOT_FREE = 0
_HOLIDAY = REASONS.index(DayOff.HOLIDAY) + 1


def free_share(
    portfolio: Portfolio,
    mondays: NDArray[np.datetime64],
    absences: Sequence[Absence] | None = None,
) -> Floats:
    """Return weeks x roles: the share of the agreed week that falls away, 0 to 1.

    `absences` take the place of the portfolio's where only some of them count.
    """
    mondays = mondays.astype("datetime64[D]")
    if not len(mondays):
        return np.zeros((0, len(portfolio.roles)))
    # A week more on either side: a stretch may join one that lies in it.
    first = mondays.min() - _WEEK
    days = np.arange(first, mondays.max() + 2 * _WEEK)
    parts = free_days(portfolio, days, absences).parts
    shares = [
        _share_by_week(role, days, parts[:, index])
        for index, role in enumerate(portfolio.roles)
    ]
    table = np.array(shares).reshape(len(portfolio.roles), len(days) // 7).T
    share: Floats = table[(mondays - first) // _WEEK]
    return share


def set_aside_weeks(portfolio: Portfolio, weeks: Weeks) -> Bools:
    """Return weeks x roles: whether any of the role's week fell away."""
    return free_share(portfolio, weeks.mondays) > 0


def set_aside_whole(portfolio: Portfolio, weeks: Weeks, by_role: Bools) -> Bools:
    """Return for each week whether any of it fell away for the person as a whole.

    That is a public holiday in a role held that week, or an absence from all roles.
    Who is away from one role alone still has that week for the others. `by_role` is
    what `set_aside_weeks` says.
    """
    free = by_role
    from_all = tuple(one for one in portfolio.absences if one.role is None)
    if len(from_all) < len(portfolio.absences):
        free = free_share(portfolio, weeks.mondays, from_all) > 0
    return np.asarray((free & _is_held(portfolio.roles, weeks.mondays)).any(axis=1))


@dataclass(frozen=True, eq=False)
class FreeDays:
    """Days x roles: why a day is free, and how much of it is.

    `kinds` is `NOT_FREE`, or one more than the reason's place in `REASONS`; `parts` is
    the share of the day's agreed hours that falls away, 1 for a whole day.
    """

    kinds: NDArray[np.int8]
    parts: Floats


def free_days(
    portfolio: Portfolio,
    days: NDArray[np.datetime64],
    absences: Sequence[Absence] | None = None,
) -> FreeDays:
    """Return which days are free, whole or in part.

    The days are those of whole weeks, each from a Monday on. `absences` take the place
    of the portfolio's where only some of them count.
    """
    known = portfolio.absences if absences is None else absences
    kinds = _kinds(portfolio, days, [one for one in known if one.hours is None])
    parts = (kinds != NOT_FREE).astype(np.float64)
    in_part = [one for one in known if one.hours is not None]
    if in_part and kinds.size:
        _add_parts(portfolio.roles, days, in_part, FreeDays(kinds, parts))
    return FreeDays(kinds, parts)


def whole_days_off(portfolio: Portfolio, days: NDArray[np.datetime64]) -> Bools:
    """Return consecutive days x roles: which are free as a whole."""
    whole = [one for one in portfolio.absences if one.hours is None]
    return np.asarray(_kinds(portfolio, days, whole) != NOT_FREE)


def _add_parts(
    roles: tuple[Role, ...],
    days: NDArray[np.datetime64],
    in_part: Sequence[Absence],
    free: FreeDays,
) -> None:
    """Add days that are off in part to the whole ones; their reasons come after those."""
    number = days.astype("datetime64[D]").astype(np.int64)
    due = np.column_stack([agreed_days(role, days).due for role in roles])
    for absence in sorted(in_part, key=lambda a: -_reason(a.kind)):
        rows = within(absence.period, number)
        chosen = (
            slice(None)
            if absence.role is None
            else slice(absence.role, absence.role + 1)
        )
        part, kind = free.parts[rows, chosen], free.kinds[rows, chosen]
        left = due[rows, chosen] * (1 - part)
        total = left.sum(axis=1, keepdims=True)
        off = np.minimum(float(absence.hours or 0), total)
        share = np.divide(off, total, out=np.zeros_like(total), where=total > 0)
        kind[left > 0] = _reason(absence.kind)
        part += (1 - part) * share * (left > 0)


def _kinds(
    portfolio: Portfolio, days: NDArray[np.datetime64], known: Sequence[Absence]
) -> NDArray[np.int8]:
    """Return `NOT_FREE`, or one more than the reason's place in `REASONS`."""
    number = days.astype("datetime64[D]").astype(np.int64)
    free = np.zeros((len(days), len(portfolio.roles)), dtype=np.int8)
    if not free.size:
        return free
    # What is written last stays, so the reason that counts first comes last.
    for absence in sorted(known, key=lambda a: -_reason(a.kind)):
        if absence.role is None:
            free[within(absence.period, number)] = _reason(absence.kind)
        else:
            free[within(absence.period, number), absence.role] = _reason(absence.kind)
    for index, role in enumerate(portfolio.roles):
        free[_holidays(portfolio, role, number), index] = _HOLIDAY
    return free


def _reason(kind: AbsenceKind) -> int:
    return REASONS.index(DayOff(kind.value)) + 1


def _share_by_week(role: Role, days: NDArray[np.datetime64], free: Floats) -> Floats:
    """Return the share of each week's hours that falls away; of its days, if none."""
    shares = np.zeros(len(days) // 7)
    # Most weeks have no free day; only those near one are worked out.
    near = _near(np.asarray(free.reshape(-1, 7).any(axis=1)))
    if not near.any():
        return shares
    chosen = np.repeat(near, 7)
    agreed = agreed_days(role, days[chosen])
    share = agreed.share(free[chosen]).reshape(-1, 7)
    rate = agreed.rate.reshape(-1, 7)
    rate = np.where(rate.any(axis=1, keepdims=True), rate, 1.0)
    shares[near] = (share * rate).sum(axis=1) / rate.sum(axis=1)
    return shares


def _near(has_free: Bools) -> Bools:
    """Return the weeks with free days, and those beside them, whose stretches join."""
    near = has_free.copy()
    near[1:] |= has_free[:-1]
    near[:-1] |= has_free[1:]
    return near


def holiday_place(person: Person, role: Role) -> tuple[str, str]:
    """Return the country whose public holidays the role has, and the region if known.

    The organisation's country comes first; only the person's own has a region.
    """
    country = role.organisation.country or person.country
    return country, person.region if country == person.country else ""


def places_not_known(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the countries and regions of present employment without known holidays.

    "" stands for a country that is not set.
    """
    needed = {
        holiday_place(portfolio.person, role)
        for _, role in portfolio.roles_held()
        if _has_holidays(role, role.agreement_on(portfolio.on))
    }
    return tuple(sorted(" ".join(p).strip() for p in needed if not is_known(*p)))


def keeps_holidays(role: Role) -> bool:
    """Return whether public holidays are free under any terms of the role."""
    terms: tuple[Agreement | None, ...] = role.agreements or (None,)
    return any(_has_holidays(role, one) for one in terms)


def _has_holidays(role: Role, terms: Agreement | None) -> bool:
    """Return whether public holidays are free; without terms, as its kind usually is."""
    counts = terms.counts_as if terms else usual_counting(role.kind)
    return counts in _HAS_HOLIDAYS and role.kind is not RoleKind.STUDY


def _holidays(portfolio: Portfolio, role: Role, number: Numbers) -> Numbers:
    """Return the places, among the days since 1970, of the role's public holidays."""
    # NO_TERMS, which is -1, picks the last: what holds without any.
    has_them = np.array([_has_holidays(role, a) for a in (*role.agreements, None)])
    country, region = holiday_place(portfolio.person, role)
    changes = changes_at(portfolio.holiday_changes, role.organisation.name)
    if not (country or changes) or not has_them.any():
        return np.array([], dtype=np.int64)
    first, last = np.clip(number[[0, -1]], *_DATES).astype("datetime64[D]").tolist()
    days = days_off_array(country, region, first, last, changes)
    places = days.astype(np.int64) - number[0]
    free: Numbers = places[has_them[terms_by_day(role, number)[places]]]
    return free


def _is_held(roles: tuple[Role, ...], mondays: NDArray[np.datetime64]) -> Bools:
    """Return weeks x roles: whether the role is held on a day of the week."""
    held = np.zeros((len(mondays), len(roles)), dtype=bool)
    for index, role in enumerate(roles):
        begins = np.datetime64(role.period.start, "D")
        held[:, index] = mondays + _WEEK > begins
        if role.period.end is not None:
            held[:, index] &= mondays < np.datetime64(role.period.end, "D")
    return held
