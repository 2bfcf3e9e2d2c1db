"""Agreed blocks: on which weekdays, and from when to when, a role's hours are given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from plait.domain.errors import BadValue

# More than anybody agrees on; their text fits where it is stored.
MOST_BLOCKS = 50
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)"
_BLOCK = re.compile(rf"({'|'.join(_DAYS)}) {_CLOCK}-{_CLOCK}")
_DAY_SECONDS = 24 * 3600


class BadBlock(BadValue):
    """A text that is no block of hours in a week."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of every week: `weekday` 0 is Monday, times are local.

    One that ends at or before its start ends on the day after.
    """

    weekday: int
    starts: time
    ends: time

    @property
    def seconds(self) -> int:
        """How long the block is, as the clock shows it."""
        return (
            _second(self.ends) - _second(self.starts)
        ) % _DAY_SECONDS or _DAY_SECONDS


def blocks_from(text: str) -> tuple[Block, ...]:
    """Return the blocks that a text lists, in order of the week.

    >>> [block.seconds // 3600 for block in blocks_from("tue 09:00-17:00")]
    [8]
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return tuple(sorted(map(_block, parts)))


def blocks_as_text(blocks: Iterable[Block]) -> str:
    """Return blocks as they are stored, such as "mon 09:00-17:00, tue 09:00-12:30"."""
    return ", ".join(
        f"{_DAYS[b.weekday]} {b.starts:%H:%M}-{b.ends:%H:%M}" for b in sorted(blocks)
    )


def overlap_in(blocks: Iterable[Block]) -> tuple[Block, Block] | None:
    """Return two blocks that share time, None where none do; weeks go round.

    >>> overlap_in(blocks_from("sun 22:00-06:00, mon 05:00-09:00")) is None
    False
    """
    held = sorted(blocks)
    if not held:
        return None
    starts = [b.weekday * _DAY_SECONDS + _second(b.starts) for b in held]
    following = [*starts[1:], starts[0] + 7 * _DAY_SECONDS]
    for n, (start, then) in enumerate(zip(starts, following, strict=True)):
        if start + held[n].seconds > then:
            return held[n], held[(n + 1) % len(held)]
    return None


def _block(text: str) -> Block:
    found = _BLOCK.fullmatch(text)
    if not found:
        raise BadBlock(
            "This is not a day with a start and an end",
            value=text,
            fix="Write mon 09:00-17:00, and a comma before the next.",
        )
    day, *clock = found.groups()
    hour, minute, last_hour, last_minute = map(int, clock)
    return Block(_DAYS.index(day), time(hour, minute), time(last_hour, last_minute))


def _second(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60
