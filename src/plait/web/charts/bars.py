"""Bars: how much of a whole, how a whole is split, and the days of a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from plait.web.charts.paths import percent


@dataclass(frozen=True, slots=True)
class Meter:
    """A filled bar: `inside` what fits, then what is over; `limit` where it ends."""

    inside: str
    over_x: str
    over: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One coloured stretch of a bar, in percent of its length."""

    css: str
    start: str
    length: str
    name: str
    amount: float


@dataclass(frozen=True, slots=True)
class Slice:
    """What is to be drawn: a name, its strand 0 to 8, and an amount >= 0."""

    name: str
    colour: int
    amount: float


@dataclass(frozen=True, slots=True)
class Day:
    """One day's column: its parts, its total, and whether it is today."""

    on: date
    parts: tuple[Part, ...]
    total: float
    is_today: bool


def meter(value: float, of: float) -> Meter:
    """Return how far the value fills its limit, and by how much it exceeds it.

    Above the limit the whole bar stands for the value: 50 of 40 is 80 % inside and
    20 % over. Without a limit (0) everything is over.
    """
    whole = max(value, of)
    inside = min(value, of)
    return Meter(
        inside=percent(inside, whole),
        over_x=percent(inside, whole),
        over=percent(value - inside, whole),
        is_over=value > of,
    )


def share_bar(slices: Sequence[Slice]) -> tuple[Part, ...]:
    """Return one bar split by the slices, in their order; slices of 0 are left out."""
    return _parts(slices, sum(piece.amount for piece in slices))


def day_bars(
    days: Sequence[tuple[date, Sequence[Slice]]], *, today: date, full: float = 8
) -> tuple[Day, ...]:
    """Return a column per day, its first slice at the foot; starts are from the top.

    The tallest column fills the height. `full` hours fill it at least, so that one light week does not look heavy.
    """
    totals = [sum(piece.amount for piece in slices) for _, slices in days]
    height = max([full, *totals])
    return tuple(
        Day(on, _parts(slices[::-1], height, height - total), total, on == today)
        for (on, slices), total in zip(days, totals, strict=True)
    )


def _parts(
    slices: Sequence[Slice], whole: float, first: float = 0.0
) -> tuple[Part, ...]:
    starts = accumulate((piece.amount for piece in slices), initial=first)
    return tuple(
        Part(
            css=f"strand-{piece.colour}",
            start=percent(start, whole),
            length=percent(piece.amount, whole),
            name=piece.name,
            amount=piece.amount,
        )
        for piece, start in zip(slices, starts, strict=False)
        if piece.amount > 0
    )
