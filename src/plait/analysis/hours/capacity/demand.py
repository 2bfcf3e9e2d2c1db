"""What the roles will take in the weeks ahead: forecast, calendar, how sure it is."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.backtest import LEAST_ERRORS, Forecast, quantiles
from plait.analysis.hours.capacity.known_weeks import KnownWeeks

# Single events are set against as many weeks as the level of a role.
_RECENT = 13
# Hours are compared to far below a second.
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Demand:
    """Weeks ahead, in hours; columns are those of the known weeks.

    `load` counts each hour once, `agreed` is what agreements alone come to. `errors`
    are those of past forecasts, sorted, weeks x errors, NaN at the end.
    """

    by_column: Floats
    load: Floats
    agreed: Floats
    in_calendar: Floats
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


def demand(known: KnownWeeks, forecast: Forecast | None) -> Demand:
    """Return what is expected of the weeks ahead; by agreements alone if not forecast.

    Roles that never had hours on file are counted as agreed.
    """
    ahead, n_weeks = known.ahead, len(known.supply)
    there = (known.foreseen * known.runs)[ahead]
    events = (known.events.series + known.events.single)[ahead]
    agreed = np.nan_to_num(known.agreed[ahead]) * there
    hours, errors = agreed, np.full((n_weeks, 1), np.nan)
    if forecast is not None:
        expected = forecast.hours + _fuller(known) * there
        hours = np.where(known.is_tracked, expected, agreed)
        # As in the back-test: errors are of whole weeks, this one may be partly free.
        errors = forecast.errors * forecast.share[:, None]
    # The last column, hours that count twice, is below nothing and has no events.
    hours[:, :-1] = np.maximum(hours, events * there)[:, :-1]
    load = np.maximum(hours.sum(axis=1), 0)
    return Demand(hours, load, agreed, events, errors)


def _fuller(known: KnownWeeks) -> Floats:
    """Return by how much single events make each week fuller than weeks have been."""
    single = known.events.single
    recent = single[max(0, known.n_past - _RECENT) : known.n_past]
    usual = recent.mean(axis=0) if len(recent) else np.zeros(single.shape[1])
    # Never emptier than usual: the calendar of a far week may still fill.
    return np.maximum(single[known.ahead] - usual, 0)
