"""What the roles will take in the weeks ahead: forecast, calendar, how sure it is."""

from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.backtest import Forecast
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.spread import Spread

# Single events are set against as many weeks as the level of a role.
_RECENT = 13


@dataclass(frozen=True, eq=False)
class Demand:
    """Weeks ahead, in hours; columns are those of the known weeks.

    `load` counts each hour once, `agreed` is what agreements alone come to. `spread`
    is the load's distribution, None where nothing shows how sure it is.
    """

    by_column: Floats
    load: Floats
    agreed: Floats
    in_calendar: Floats
    spread: Spread | None


def demand(known: KnownWeeks, forecast: Forecast | None) -> Demand:
    """Return what is expected of the weeks ahead; by agreements alone if not forecast.

    Roles that never had hours on file are counted as agreed.
    """
    ahead = known.ahead
    there = (known.foreseen * known.runs)[ahead]
    events = (known.events.series + known.events.single)[ahead]
    agreed = np.nan_to_num(known.agreed[ahead]) * there
    hours = agreed.copy()
    if forecast is not None:
        expected = forecast.hours + _fuller(known) * there
        hours = np.where(known.is_tracked, expected, agreed)
    # The last column, hours that count twice, is below nothing and has no events.
    hours[:, :-1] = np.maximum(hours, events * there)[:, :-1]
    load = np.maximum(hours.sum(axis=1), 0)
    spread = forecast.spread if forecast else None
    if forecast is None or spread is None:
        return Demand(hours, load, agreed, events, None)
    # What is known of these weeks and never was of those of the past moves all of it.
    spread = replace(spread, load=load)
    is_away = forecast.load <= 0
    hours = np.where(is_away[:, None], events * there, hours)
    return Demand(hours, np.maximum(hours.sum(axis=1), 0), agreed, events, spread)


def _fuller(known: KnownWeeks) -> Floats:
    """Return by how much single events make each week fuller than weeks have been."""
    single = known.events.single
    recent = single[max(0, known.n_past - _RECENT) : known.n_past]
    usual = recent.mean(axis=0) if len(recent) else np.zeros(single.shape[1])
    # Never emptier than usual: the calendar of a far week may still fill.
    return np.maximum(single[known.ahead] - usual, 0)
