"""How long an entry took: its start, its end, and what the tracker says it lasted.

The clock goes back once a year, so that an hour comes twice, and forward, so that
one is missing. The stated duration tells which of the two hours was meant.
"""

from datetime import datetime
from typing import NamedTuple

from plait.formats.values import BadValue

DAY_SECONDS = 86_400
_SAME_WITHIN = 60


class Stretch(NamedTuple):
    """The seconds worked, which pauses make fewer than those from start to end."""

    seconds: int
    start: datetime
    end: datetime


def stretch(
    start: datetime, end: datetime, stated: int | None, *, is_rounded: bool = False
) -> Stretch:
    """Return what an entry gave; `start` and `end` are in one time zone.

    The stated duration counts, for it leaves pauses out; where it `is_rounded` and
    agrees within a minute, or is None, the time between both instants does.
    Raises `BadValue` for an end before the start, or for more than a day between
    times that hold less.
    """
    # Times of one zone are subtracted by their faces, blind to a change of the clock.
    between = round((end - start).total_seconds())
    seconds = stated
    if (
        stated is None
        or is_rounded
        or between < 0
        or start.utcoffset() != end.utcoffset()
        or abs(between - stated) > _SAME_WITHIN
    ):
        between, start, end = _settled(start, end, stated)
        if stated is None or (is_rounded and abs(between - stated) <= _SAME_WITHIN):
            seconds = between
    if between < 0:
        raise BadValue(
            "This entry ends before it starts",
            value=f"{start:%Y-%m-%d %H:%M:%S}, {end:%Y-%m-%d %H:%M:%S}",
            fix="Correct its start or its end in the tracker and export again.",
        )
    return Stretch(not_too_long(seconds or 0, between), start, end)


def not_too_long(seconds: int, between: int = 0) -> int:
    """Return the seconds unless they fill a day and the times hold fewer."""
    if seconds <= DAY_SECONDS or seconds <= between + _SAME_WITHIN:
        return seconds
    raise BadValue(
        "This entry is longer than a day",
        value=f"{seconds // 3600}:{seconds // 60 % 60:02}",
        fix="Correct its duration in the tracker, or split it by day, and export again.",
    )


def elapsed(start: datetime, end: datetime) -> int:
    """Return the seconds between two instants, whatever their clocks show."""
    return round(end.timestamp() - start.timestamp())


def _settled(
    start: datetime, end: datetime, stated: int | None
) -> tuple[int, datetime, datetime]:
    """Return the reading of doubled or missing hours that fits best."""
    late_start, late_end = start.replace(fold=1), end.replace(fold=1)
    pairs = ((start, end), (start, late_end), (late_start, late_end))
    readings = ((elapsed(*pair), *pair) for pair in pairs)
    if stated is not None:
        return min(readings, key=lambda reading: abs(reading[0] - stated))
    first = next(readings)
    return first if first[0] >= 0 else next((r for r in readings if r[0] >= 0), first)
