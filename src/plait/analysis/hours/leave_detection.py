"""Leave found in calendars: all-day events named so, to propose as days off.

Nothing is recorded by this. Events that touch or overlap are one stretch; days that are
noted already are left out. An event of a role's calendar is leave from that role, any
other from all. A day off that comes back on the same weekday, week after week, is how
the week is agreed and no leave.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.hours.leave_words import leave_in
from plait.domain.availability import Absence, AbsenceKind
from plait.domain.columns import NO_ROLE
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio

# So often on one weekday, with no more than a week left out, it is no leave.
_USUALLY_FREE = 6
_WEEK_AFTER_WEEK = timedelta(days=14)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeaveFound:
    """A stretch of leave to propose, from one role (an index) or from all (None).

    `title` is that of the first of its events, `fingerprints` names them all. `is_sure`
    where no title holds anything but leave and the person's own name.
    """

    kind: AbsenceKind
    period: Period
    title: str
    fingerprints: tuple[int, ...]
    role: int | None = None
    is_sure: bool = True


def leave_found(
    portfolio: Portfolio, answered: Collection[int] = ()
) -> tuple[LeaveFound, ...]:
    """Return the leave in the calendars that is not noted yet, oldest first.

    `answered` are the fingerprints of events that the person answered before.
    """
    found_days = _without_usual(_leave_days(portfolio, frozenset(answered)))
    from_all = [one for one in found_days if one.role is None]
    of_roles = [one for one in found_days if one.role is not None]
    noted = portfolio.absences
    found = [part for one in _merged(from_all) for part in _open(one, noted)]
    # Leave from all roles first: what a role's calendar repeats is not asked twice.
    noted += tuple(Absence(one.kind, one.period) for one in found)
    found += [part for one in _merged(of_roles) for part in _open(one, noted)]
    return tuple(sorted(found, key=lambda one: one.period.start))


def _leave_days(portfolio: Portfolio, answered: frozenset[int]) -> Iterator[LeaveFound]:
    """Yield each all-day event that is named like leave, by its whole days."""
    events = portfolio.events
    chosen = np.flatnonzero(events.is_all_day)
    numbers = np.unique(events.title[chosen]).tolist()
    leave_of = {n: leave_in(events.titles[n], portfolio.person.name) for n in numbers}
    for place in chosen.tolist():
        leave = leave_of[int(events.title[place])]
        fingerprint, role = int(events.fingerprint[place]), int(events.role[place])
        if leave is None or fingerprint in answered:
            continue
        # A day in which the clock changes has 23 or 25 hours.
        n_days = (events.ends_at[place] - events.starts_at[place]) / np.timedelta64(
            1, "D"
        )
        start: date = events.on[place].item()
        yield LeaveFound(
            kind=leave.kind,
            period=Period(start, start + max(1, round(n_days)) * _DAY),
            title=events.titles[int(events.title[place])],
            fingerprints=(fingerprint,),
            role=None if role == NO_ROLE else role,
            is_sure=leave.is_sure,
        )


def _without_usual(days: Iterable[LeaveFound]) -> list[LeaveFound]:
    """Return what is no single day off that comes back week after week."""
    found = sorted(days, key=lambda one: one.period.start)
    usual: set[int] = set()
    runs: dict[tuple[str, int], list[LeaveFound]] = {}
    for one in found:
        start = one.period.start
        if _end(one.period) != start + _DAY:
            continue
        run = runs.setdefault((one.title, start.weekday()), [])
        if run and start - run[-1].period.start > _WEEK_AFTER_WEEK:
            run.clear()
        run.append(one)
        if len(run) >= _USUALLY_FREE:
            usual.update(
                fingerprint for each in run for fingerprint in each.fingerprints
            )
    return [one for one in found if usual.isdisjoint(one.fingerprints)]


def _merged(days: Iterable[LeaveFound]) -> list[LeaveFound]:
    """Return stretches: of one kind and role, joined where they touch or overlap."""
    found: list[LeaveFound] = []
    for one in sorted(days, key=_order):
        last = found[-1] if found else None
        if last and _belong(last, one):
            found[-1] = _joined(last, one)
        else:
            found.append(one)
    return found


def _order(one: LeaveFound) -> tuple[int, str, date, tuple[int, ...]]:
    role = NO_ROLE if one.role is None else one.role
    return role, one.kind.value, one.period.start, one.fingerprints


def _belong(one: LeaveFound, following: LeaveFound) -> bool:
    is_alike = (one.role, one.kind) == (following.role, following.kind)
    return is_alike and following.period.start <= _end(one.period)


def _joined(one: LeaveFound, following: LeaveFound) -> LeaveFound:
    end = max(_end(one.period), _end(following.period))
    return LeaveFound(
        kind=one.kind,
        period=Period(one.period.start, end),
        title=one.title,
        fingerprints=one.fingerprints + following.fingerprints,
        role=one.role,
        is_sure=one.is_sure and following.is_sure,
    )


def _open(one: LeaveFound, noted: Iterable[Absence]) -> Iterator[LeaveFound]:
    """Yield the parts of a stretch that no absence covers; a weekend left is none."""
    ours = [a.period for a in noted if a.role is None or a.role == one.role]
    days = _days(one.period)
    left = [day for day in days if not any(day in period for period in ours)]
    if len(left) == len(days):
        yield one
        return
    for period in _runs(left):
        # Leave noted from Monday to Friday leaves a weekend over, and nothing to ask.
        if any(day.weekday() < 5 for day in _days(period)):
            yield LeaveFound(
                one.kind, period, one.title, one.fingerprints, one.role, one.is_sure
            )


def _days(period: Period) -> list[date]:
    n_days = (_end(period) - period.start).days
    return [period.start + n * _DAY for n in range(n_days)]


def _runs(days: list[date]) -> Iterator[Period]:
    """Yield the stretches of days that follow each other."""
    start = None
    for place, day in enumerate(days):
        start = start or day
        if day + _DAY not in days[place + 1 : place + 2]:
            yield Period(start, day + _DAY)
            start = None


def _end(period: Period) -> date:
    """Return the end; a stretch found in a calendar always has one."""
    return period.end or period.start + _DAY
