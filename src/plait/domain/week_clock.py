"""From when to when, as people write it: 9-17, 8.30-17.00, 9u30-12u, 9am-5pm, 9-5.

Two bare clock times of which the second is the earlier, such as 9-5, are meant as a
working day: the second is then after noon. A zero in front (05:00), or a start after
noon (22-6), says that the night between is meant.
"""

import re
from datetime import time
from typing import NamedTuple

CLOCK = (
    r"(?P<hour>[0-9]{1,2}?)(?:[:.hu]?(?P<minute>[0-9]{2}))?(?![0-9])"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
)


class Clock(NamedTuple):
    """A clock time as written: of 12 hours where `half` is a or p, else of 24."""

    hour: int
    minute: int = 0
    half: str = ""
    is_padded: bool = False

    @property
    def is_possible(self) -> bool:
        """Whether a clock shows it; 24:00 is the midnight that ends the day."""
        if self.half:
            return 1 <= self.hour <= 12 and self.minute < 60
        return (self.hour < 24 and self.minute < 60) or self[:2] == (24, 0)

    @property
    def on_the_clock(self) -> time:
        """The time on a clock of 24 hours."""
        after_noon = 12 if self.half == "p" else 0
        hour = self.hour % 12 + after_noon if self.half else self.hour % 24
        return time(hour, self.minute)

    def is_before(self, other: "Clock") -> bool:
        """Return whether it comes first where both are in one half of the day."""
        return (self.hour % 12, self.minute) < (other.hour % 12, other.minute)


def clock_of(found: re.Match[str]) -> Clock:
    """Return the time that a match of `CLOCK` tells, possible or not."""
    hour, minute, half = found["hour"], found["minute"], found["half"]
    is_padded = len(hour) == 2 and hour[0] == "0"
    return Clock(int(hour), int(minute or 0), half or "", is_padded)


def stretch_of(first: Clock, last: Clock) -> tuple[time, time]:
    """Return from when to when two possible times go.

    >>> stretch_of(Clock(9), Clock(5))[1], stretch_of(Clock(9), Clock(5, 0, "", True))[1]
    (datetime.time(17, 0), datetime.time(5, 0))
    """
    first, last = _with_halves(first, last)
    start, end = first.on_the_clock, last.on_the_clock
    is_bare = not (first.half or last.half or first.is_padded or last.is_padded)
    if is_bare and time(1) <= end < start < time(13):
        end = end.replace(hour=(end.hour + 12) % 24)
    return start, end


def _with_halves(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """Let one "pm" speak for both times: 1-5pm; 9-5pm; 9am-5."""
    if last.half and not first.half and first.hour <= 12:
        text = last.half if first.is_before(last) else _OTHER[last.half]
        return first._replace(half=text), last
    if first.half and not last.half and 1 <= last.hour <= 12:
        text = first.half if first.is_before(last) else _OTHER[first.half]
        return first, last._replace(half=text)
    return first, last


_OTHER = {"a": "p", "p": "a"}
