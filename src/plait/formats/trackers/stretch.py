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
    start: datetime, end: datetime, stated: int | None, rounded_by: int = 0
) -> Stretch:
    """Return what an entry gave; `start` and `end` are in one time zone.

    The stated duration counts, for it leaves pauses out. The time between both
    instants counts where none is stated, where the stated one differs by no more than
    the seconds it may have been `rounded_by`, and where that is more than a day that
    the times cannot hold. Raises `BadValue` for an end before the start.
    """
    # Times of one zone are subtracted by their faces, blind to a change of the clock.
    between = round((end - start).total_seconds())
    seconds = stated
    if (
        stated is None
        or rounded_by
        or between < 0
        or start.utcoffset() != end.utcoffset()
        or abs(between - stated) > _SAME_WITHIN
    ):
        between, start, end = _settled(start, end, stated)
        if stated is None or abs(between - stated) <= rounded_by:
            seconds = between
    if between < 0:
        raise BadValue(
            "This entry ends before it starts",
            value=f"{start:%Y-%m-%d %H:%M:%S}, {end:%Y-%m-%d %H:%M:%S}",
            fix="Correct its start or its end in the tracker and export again.",
        )
    return Stretch(_held(seconds or 0, between), start, end)


def _held(seconds: int, between: int) -> int:
    """Return the seconds, or what the times hold where these cannot be meant."""
    return between if _is_too_long(seconds, between) else seconds


def _is_too_long(seconds: int, between: int = 0) -> bool:
    return seconds > DAY_SECONDS and seconds > between + _SAME_WITHIN


def not_too_long(seconds: int) -> int:
    """Return the seconds of an entry without times, a day at most."""
    if not _is_too_long(seconds):
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
