"""What the roles ask in the weeks ahead: the forecast, the calendar, how sure it is."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.backtest import LEAST_ERRORS, Outlook, quantiles
from plait.analysis.hours.capacity.known_weeks import Grid

# Single events are set against as many weeks as the level of a role.
_RECENT = 13
# Hours are compared to far below a second.
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Asked:
    """Weeks ahead, in hours; columns are those of the grid.

    `load` counts each hour once; `agreed` is what agreements alone come to, and
    `there` the share of each column's week that is worked. `errors` are those of past
    forecasts, sorted, weeks x errors, NaN at the end.
    """

    by_column: Floats
    load: Floats
    agreed: Floats
    in_calendar: Floats
    there: Floats
    errors: Floats

    def ends(self) -> tuple[Floats, Floats]:
        """Return the 80 % range of each week's load; NaN where it is not known."""
        low, high = quantiles(self.errors)
        return np.maximum(self.load + low, 0), self.load + high

    def chance_above(self, hours: Floats) -> Floats:
        """Return the chance that the load comes out above so many hours.

        The share of past errors that would bring it there; half an error is added on
        each side, since what never came in fifty weeks can still come.
        """
        n = (~np.isnan(self.errors)).sum(axis=1)
        room = (hours - self.load + _ROUNDING)[:, None]
        n_above = (self.errors > room).sum(axis=1)
        is_known = (n >= LEAST_ERRORS) & ~np.isnan(hours)
        return np.where(is_known, (n_above + 0.5) / (n + 1), np.nan)


def asked(grid: Grid, n_weeks: int, found: Outlook | None) -> Asked:
    """Return what is asked in the grid's last weeks; by agreements alone if not found.

    Roles that never had hours on file are counted as agreed.
    """
    ahead = slice(len(grid.mondays) - n_weeks, None)
    there = (grid.foreseen * grid.runs)[ahead]
    events = (grid.events.series + grid.events.single)[ahead]
    agreed = np.nan_to_num(grid.agreed[ahead]) * there
    hours, errors = agreed, np.full((n_weeks, 1), np.nan)
    if found is not None:
        expected = found.hours + _fuller(grid, ahead) * there
        hours = np.where(grid.is_tracked, expected, agreed)
        errors = found.errors * found.share[:, None]
    # The last column, hours that count twice, is below nothing and has no events.
    hours[:, :-1] = np.maximum(hours, events * there)[:, :-1]
    load = np.maximum(hours.sum(axis=1), 0)
    return Asked(hours, load, agreed, events, there, errors)


def _fuller(grid: Grid, ahead: slice) -> Floats:
    """Return by how much single events make each week fuller than weeks have been."""
    single = grid.events.single
    recent = single[max(0, grid.n_past - _RECENT) : grid.n_past]
    usual = recent.mean(axis=0) if len(recent) else np.zeros(single.shape[1])
    return np.maximum(single[ahead] - usual, 0)
