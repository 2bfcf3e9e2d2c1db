"""The braid: hours per role and week as strands that thicken and thin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from plait.web.charts.paths import Point, band, percent

# Of an inner view box that may be stretched; all other places are percentages.
WIDTH = 1000
HEIGHT = 100


@dataclass(frozen=True, slots=True)
class Hours:
    """One role's hours, a number for every week; `colour` 1 to 8, 0 for no role.

    Hours that are agreed and not logged are drawn pale, and count in no week's total.
    """

    name: str
    colour: int
    per_week: Sequence[float]
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """One role's area: `d` in the view box, `css` the class that colours it."""

    name: str
    css: str
    d: str


@dataclass(frozen=True, slots=True)
class Week:
    """One week's place (percentages) and its hours, each with its role's name."""

    on: date
    x: str
    middle: str
    width: str
    hours: tuple[tuple[str, float], ...]
    total: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number of hours, and where a week of so many begins and ends."""

    hours: int
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Month:
    """Where a month begins, in percent across; `is_minor` may go where it is tight."""

    on: date
    x: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Braid:
    """The whole drawing; `capacity_top` and `_bottom` are None without a capacity."""

    strands: tuple[Strand, ...]
    weeks: tuple[Week, ...]
    months: tuple[Month, ...]
    ticks: tuple[Tick, ...]
    capacity_top: str | None
    capacity_bottom: str | None
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def braid(
    weeks: Sequence[date], roles: Sequence[Hours], *, capacity: float | None = None
) -> Braid:
    """Return the strands stacked around the middle, first role on top.

    `weeks` are Mondays in order, every role has one finite number of hours >= 0 for
    each. `capacity`, hours a week, adds the two lines that the braid should stay
    between. No weeks give an empty drawing.
    """
    rows = [tuple(hours) for hours in zip(*(r.per_week for r in roles), strict=True)]
    rows = rows or [()] * len(weeks)
    tallest = max([capacity or 0, *(sum(row) for row in rows)], default=0) or 1
    edges = [_edges(row, HEIGHT / tallest) for row in rows]
    return Braid(
        strands=_strands(roles, edges) if weeks else (),
        weeks=tuple(
            _week(i, len(weeks), on, list(zip(roles, rows[i], strict=True)))
            for i, on in enumerate(weeks)
        ),
        months=_months(weeks),
        ticks=_ticks(tallest) if weeks else (),
        capacity_top=_beside_middle(-1, capacity, tallest),
        capacity_bottom=_beside_middle(1, capacity, tallest),
    )


def _edges(row: Sequence[float], scale: float) -> list[float]:
    """Return y of every edge between strands, from the top, around the middle."""
    top = (HEIGHT - sum(row) * scale) / 2
    return list(accumulate((hours * scale for hours in row), initial=top))


def _strands(
    roles: Sequence[Hours], edges: Sequence[Sequence[float]]
) -> tuple[Strand, ...]:
    curves = [_across([edge[i] for edge in edges]) for i in range(len(roles) + 1)]
    return tuple(
        Strand(role.name, _css(role), band(curves[i], curves[i + 1]))
        for i, role in enumerate(roles)
    )


def _css(role: Hours) -> str:
    return f"strand-{role.colour}{' is-agreed' if role.is_agreed else ''}"


def _across(ys: Sequence[float]) -> list[Point]:
    """Return the points of one edge: the middle of each week, level at both ends."""
    step = WIDTH / len(ys)
    middles = [((i + 0.5) * step, y) for i, y in enumerate(ys)]
    return [(0.0, ys[0]), *middles, (float(WIDTH), ys[-1])]


def _week(index: int, of: int, on: date, hours: Sequence[tuple[Hours, float]]) -> Week:
    return Week(
        on=on,
        x=percent(index, of),
        middle=percent(index + 0.5, of),
        width=percent(1, of),
        hours=tuple((role.name, number) for role, number in hours),
        total=sum(number for role, number in hours if not role.is_agreed),
    )


def _months(weeks: Sequence[date]) -> tuple[Month, ...]:
    """Return the first week of every month, but for one begun before the drawing."""
    firsts = [i for i, on in enumerate(weeks) if on.day <= 7]
    return tuple(
        Month(weeks[i], percent(i, len(weeks)), is_minor=place % 2 == 1)
        for place, i in enumerate(firsts)
    )


def _ticks(tallest: float) -> tuple[Tick, ...]:
    """Return one to three round numbers up to the tallest week."""
    step = next(
        size * factor
        for factor in (1, 10, 100, 1000, 10_000)
        for size in (1, 2, 5)
        if tallest < 4 * size * factor or factor == 10_000  # three ticks at most
    )
    hours = range(step, int(tallest) + 1, step)
    return tuple(
        Tick(n, _at(-1, n, tallest), _at(1, n, tallest)) for n in list(hours)[:3]
    )


def _at(side: int, hours: float, tallest: float) -> str:
    return percent(tallest + side * hours, 2 * tallest)


def _beside_middle(side: int, capacity: float | None, tallest: float) -> str | None:
    if capacity is None:
        return None
    return _at(side, capacity, tallest)
