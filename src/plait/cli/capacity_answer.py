"""The weeks ahead and their clashes as plain values, for `--json` and for the page."""

from dataclasses import asdict
from typing import Any

from plait.analysis.hours.capacity.backtest import BackTest
from plait.analysis.hours.capacity.capacity import WeekAhead, capacity
from plait.analysis.hours.clashes.clashes import Clash, clashes
from plait.domain.columns import NO_ROLE
from plait.domain.portfolio import Portfolio

Told = dict[str, Any]


def capacity_told(portfolio: Portfolio, n_weeks: int) -> Told:
    """Return hours a week unrounded, instants in UTC; None for what is not known."""
    found = capacity(portfolio, n_weeks=n_weeks)
    # The week of the date is not among the weeks ahead, but what clashes in it is near.
    last = found.weeks[-1].monday
    ahead_days = (last - portfolio.on).days + 7
    return {
        "on": portfolio.on.isoformat(),
        "timezone": portfolio.person.timezone,
        "basis": found.basis.value,
        "method": found.method.value,
        "weeks_of_data": found.weeks_of_data,
        "roles": {role.key: role.name for role in portfolio.roles},
        "weeks": [_week(portfolio, week) for week in found.weeks],
        "back_test": _back_test(found.test) if found.test else None,
        "clashes": [_clash(portfolio, one) for one in clashes(portfolio, ahead_days)],
    }


def _week(portfolio: Portfolio, week: WeekAhead) -> Told:
    by_role = zip(portfolio.roles, week.by_role, strict=True)
    return {
        "monday": week.monday.isoformat(),
        "supply": week.supply,
        "load": week.load,
        "low": week.low,
        "high": week.high,
        "free": week.free,
        "p_overfull": week.p_overfull,
        "agreed": week.agreed,
        "in_calendar": week.in_calendar,
        "overheads": {kind.value: hours for kind, hours in week.overheads.items()},
        "roles": {role.key: hours for role, hours in by_role},
    }


def _back_test(test: BackTest) -> Told:
    errors = {method.value: error for method, error in test.errors.items()}
    return asdict(test) | {"errors": errors}


def _clash(portfolio: Portfolio, one: Clash) -> Told:
    events = portfolio.events
    return {
        "kind": one.kind.value,
        "starts_at": one.starts_at.isoformat(),
        "ends_at": one.ends_at.isoformat(),
        "minutes": one.minutes,
        "roles": [None if r == NO_ROLE else portfolio.roles[r].key for r in one.roles],
        "titles": [events.titles[events.title[event]] for event in one.events],
        "places": [events.places[events.place[event]] for event in one.events],
        "count": one.count,
        "last_at": one.last_at.isoformat(),
    }
