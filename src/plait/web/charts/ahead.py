"""Weeks ahead as columns: the load, its range, and where what there is to give ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.web.charts.paths import percent

_FIGURE = 0.14  # the height of a figure, of that of the lowest chart


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is to be drawn of a week, in hours; None where it is not known.

    `before` is a load that this one is set against, marked by a line.
    """

    on: date
    load: float
    supply: float | None
    low: float | None = None
    high: float | None = None
    is_full: bool = False
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One week's column in percent from the top; "" where a part is not drawn.

    `label` are the hours of the load, whole, to stand on `label_y`: above the column,
    its range, and lines that would run through the figures.
    """

    on: date
    label: str
    label_y: str
    inside_y: str
    inside: str
    over_y: str
    over: str
    supply_y: str
    low_y: str
    high_y: str
    before_y: str
    is_full: bool
    begins_month: bool


def columns(weeks: Sequence[Ahead]) -> tuple[Column, ...]:
    """Return a column for each week; the highest load or range fills the height."""
    tops = [max(w.load, w.supply or 0.0, w.high or 0.0, w.before or 0.0) for w in weeks]
    whole = max(tops, default=0.0) * 1.04 or 1.0
    months = [week.on.replace(day=1) for week in weeks]
    return tuple(
        _column(week, whole, begins_month=_begins(months, place))
        for place, week in enumerate(weeks)
    )


def _begins(months: Sequence[date], place: int) -> bool:
    """Return whether a month is named there; two names would not fit side by side."""
    if place:
        return months[place - 1] != months[place]
    return len(set(months[:2])) == 1


def _column(week: Ahead, whole: float, *, begins_month: bool) -> Column:
    supply = week.load if week.supply is None else week.supply
    inside, over = min(week.load, supply), max(0.0, week.load - supply)
    return Column(
        on=week.on,
        label=f"{week.load:.0f}" if week.load else "",
        label_y=percent(whole - _clear_of_lines(week, whole), whole),
        inside_y=percent(whole - inside, whole),
        inside=percent(inside, whole),
        over_y=percent(whole - week.load, whole),
        over=percent(over, whole) if over else "",
        supply_y=_from_top(week.supply, whole),
        low_y=_from_top(week.low, whole),
        high_y=_from_top(week.high, whole),
        before_y=_from_top(week.before, whole),
        is_full=week.is_full,
        begins_month=begins_month,
    )


def _clear_of_lines(week: Ahead, whole: float) -> float:
    """Return the hours above which there is room for a figure."""
    top = max(week.load, week.high or 0.0)
    for line in sorted(x for x in (week.supply, week.before) if x is not None):
        if top <= line < top + _FIGURE * whole:
            top = line
    return top


def _from_top(value: float | None, whole: float) -> str:
    return "" if value is None else percent(whole - value, whole)
