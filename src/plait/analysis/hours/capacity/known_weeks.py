"""Everything that is known of each week, past and ahead, in one table.

Here a portfolio is read; whatever forecasts from it reads this table alone.

The columns are the roles, then the hours without a role, then a negative one: the
hours that serve two roles and so stand in two columns. Over all columns a week adds
up to its load, in which each hour counts once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.event_hours import EventHours, event_hours
from plait.analysis.hours.free_days import free_share
from plait.analysis.hours.supply import holds, overhead_hours, supply, working_days
from plait.analysis.series.weeks import Weeks
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.columns import Bools, Days, Ints
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind

WEEK = np.timedelta64(7, "D")
# A week with less than a fifth of the eight before it was a week away, entered or not.
_SILENT, _BEFORE = 0.2, 8
_MOSTLY_THERE = 0.5


@dataclass(frozen=True, eq=False)
class KnownWeeks:
    """Weeks x columns in hours a week; the first `n_past` weeks are over.

    `there` is the share of a week that is not free, `foreseen` the same as it could
    be known before (without sickness); `runs` the share that the role and its terms
    run. `agreed` is NaN where no hours are. `phase` is which Thursday of its month a
    week has, 0 to 4. `first` is each column's first week with hours, -1 for none,
    `known` how many of the past weeks are known of it.
    The last `n_ahead` weeks are those ahead; `supply` are the hours available.
    """

    mondays: Days
    n_past: int
    n_ahead: int
    given: Floats
    there: Floats
    foreseen: Floats
    runs: Floats
    agreed: Floats
    events: EventHours
    phase: Ints
    first: Ints
    known: Ints
    is_usual: Bools
    supply: Floats
    overheads: dict[OverheadKind, Floats]

    @property
    def n_roles(self) -> int:
        """How many of the columns are roles."""
        n_columns: int = self.given.shape[1]
        return n_columns - 2

    @property
    def ahead(self) -> slice:
        """Where the weeks ahead lie among all weeks."""
        return slice(len(self.mondays) - self.n_ahead, None)

    @property
    def extra(self) -> Floats:
        """Hours of each week that go to travel, admin and the like."""
        return sum(self.overheads.values(), np.zeros(len(self.mondays)))

    @property
    def room(self) -> Floats:
        """Hours of each week that roles can take; NaN where the person has not said."""
        room: Floats = self.supply - self.extra
        return room

    @property
    def load(self) -> Floats:
        """Hours of each past week, each once."""
        load: Floats = self.given.sum(axis=1)
        return load

    @property
    def is_tracked(self) -> Bools:
        """Which columns have ever had hours."""
        return self.first >= 0


def first_week_ahead(on: date) -> date:
    """Return the Monday of the first week of which no day is over.

    Where the calendar of dates ends, the year 9999, a year of weeks is left to it.
    """
    on = min(on, date.max - timedelta(weeks=53))
    return on + timedelta(days=-on.weekday() % 7)


def known_weeks(
    portfolio: Portfolio, weeks: Weeks, mondays: Days, n_past: int, n_ahead: int
) -> KnownWeeks:
    """Return what is known of `mondays`: the last past weeks, then up to those ahead.

    Between them there may be weeks that are over without any hours known.
    """
    given = _given(weeks, n_past)
    first, there = _first(given), _there(free_share(portfolio, mondays), given)
    foreseen = _foreseen(portfolio, mondays, given, there)
    runs = _runs(portfolio.roles, mondays, portfolio.on, first, n_past)
    n_roles = len(portfolio.roles)
    events = event_hours(portfolio.events, n_roles, mondays)
    return KnownWeeks(
        mondays=mondays,
        n_past=n_past,
        n_ahead=n_ahead,
        given=given,
        there=there,
        foreseen=foreseen,
        runs=runs,
        agreed=_agreed(portfolio.roles, mondays),
        events=EventHours(*map(_widened, events)),
        phase=_phase(mondays),
        first=first,
        known=_known(weeks, n_past),
        is_usual=_is_usual(given.sum(axis=1), there[:n_past, -1]),
        supply=supply(
            portfolio.person.capacity,
            portfolio.seasons,
            portfolio.absences,
            mondays,
        ),
        overheads=overhead_hours(
            portfolio.overheads,
            portfolio.absences,
            mondays,
            (foreseen * runs)[:, :n_roles],
        ),
    )


def _given(weeks: Weeks, n_past: int) -> Floats:
    """Return the hours of the last past weeks: roles, no role, and those of two less."""
    shared = weeks.load - weeks.open - weeks.by_role.sum(axis=1)
    past = slice(len(weeks) - n_past, len(weeks))
    return np.column_stack([weeks.by_role, weeks.open, shared])[past]


def _runs(
    roles: Sequence[Role], mondays: Days, on: date, first: Ints, n_past: int
) -> Floats:
    """Return the share of each week in which each column runs, from its first hours."""
    runs = [runs_share(role, mondays, on) for role in roles]
    return _from_first(np.column_stack([*runs, *_ones(mondays)]), first, n_past)


def runs_share(role: Role, mondays: Days, on: date) -> Floats:
    """Return the share of each week's working days that the role runs.

    It stops with its last terms too, unless it already went on after them.
    """
    days = working_days(mondays)
    held = holds(role.period, days)
    ends = [terms.period.end for terms in role.agreements]
    last = max((end for end in ends if end), default=None)
    if last is not None and None not in ends and last > on:
        held &= holds(Period(date.min, last), days)
    share: Floats = held.mean(axis=1)
    return share


def _there(free: Floats, given: Floats) -> Floats:
    """Return what is not free, of the hours of no role as of all roles together."""
    by_role = 1 - free
    weight = given[:, :-2].sum(axis=0)
    total = float(weight.sum())
    together = by_role @ weight / total if total else np.ones(len(free))
    return np.column_stack([by_role, together, together])


def _foreseen(
    portfolio: Portfolio, mondays: Days, given: Floats, there: Floats
) -> Floats:
    """Return what a forecast could know: of weeks gone by, nothing of sickness."""
    foreseen = tuple(
        one for one in portfolio.absences if one.kind is not AbsenceKind.SICKNESS
    )
    if len(foreseen) == len(portfolio.absences):
        return there
    known = _there(free_share(portfolio, mondays, foreseen), given)
    # Ahead, sickness that is entered already is known, and counts.
    return np.concatenate([known[: len(given)], there[len(given) :]])


def _agreed(roles: Sequence[Role], mondays: Days) -> Floats:
    """Return the hours agreed in each column; an opportunity has none agreed yet."""
    none = np.full(len(mondays), np.nan)
    agreed = [
        none if role.kind is RoleKind.OPPORTUNITY else agreed_by_week(role, mondays)
        for role in roles
    ]
    return np.column_stack([*agreed, none, none])


def _first(given: Floats) -> Ints:
    has_any = given != 0
    if not len(given):
        return np.full(given.shape[1], -1)
    return np.where(has_any.any(axis=0), has_any.argmax(axis=0), -1)


def _known(weeks: Weeks, n_past: int) -> Ints:
    """Return how many of the past weeks are known of each column."""
    by_role = np.clip(weeks.known_of_role - (len(weeks) - n_past), 0, n_past)
    return np.concatenate([by_role, [n_past, n_past]])


def _from_first(runs: Floats, first: Ints, n_past: int) -> Floats:
    """Return the shares without the past weeks before a column's first hours."""
    week = np.arange(len(runs))[:, None]
    return np.where((week < first) & (week < n_past), 0.0, runs)


def _is_usual(load: Floats, there: Floats) -> Bools:
    """Return which weeks were no week away by the look of their hours.

    `there` is what was not free by what was entered: that is no week away unentered.
    """
    sums = np.concatenate([[0.0], load.cumsum()])
    week = np.arange(len(load))
    n_before = np.minimum(week, _BEFORE)
    before = (sums[week] - sums[week - n_before]) / np.maximum(n_before, 1)
    usual: Bools = (load >= _SILENT * before) | (there < _MOSTLY_THERE)
    return usual


def _ones(mondays: Days) -> Floats:
    return np.ones((2, len(mondays)))


def _widened(hours: Floats) -> Floats:
    return np.pad(hours, ((0, 0), (0, 2)))


def _phase(mondays: Days) -> Ints:
    # A week belongs to the month of its Thursday, as where drift is looked for.
    thursdays = mondays + np.timedelta64(3, "D")
    days = (thursdays - thursdays.astype("datetime64[M]")).astype(np.int64)
    found: Ints = days // 7
    return found
