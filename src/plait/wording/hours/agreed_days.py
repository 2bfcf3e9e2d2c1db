"""Agreed days and times in as few words as people use; `formats.quick_entry.week_text` reads them.

Mon–Wed 9–17        Mon, Tue, Thu 8:00–12:00, 12:45–16:45; Fri 22:00–06:00
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time

from plait.domain.blocks import Block
from plait.domain.week_clock import CLOCK, clock_of, stretch_of

_CLOCK = re.compile(CLOCK)
_RUN = 3  # as many days in a row are told as a range


def week_written(blocks: Iterable[Block], locale: str = "en_GB") -> str:
    """Return the blocks as a person of an English or Dutch locale writes them.

    >>> from plait.domain.blocks import blocks_from
    >>> week_written(blocks_from("mon 09:00-17:00, tue 09:00-17:00, thu 08:30-12:00"))
    'Mon, Tue 9–17; Thu 8:30–12:00'
    """
    from babel.dates import get_day_names

    days = get_day_names("abbreviated", locale=locale)
    by_day: dict[int, tuple[str, ...]] = {}
    for block in sorted(blocks):
        written = by_day.get(block.weekday, ())
        by_day[block.weekday] = (*written, _stretch(block.starts, block.ends))
    of_times: dict[tuple[str, ...], list[int]] = {}
    for day, times in by_day.items():
        of_times.setdefault(times, []).append(day)
    parts = [f"{_days(held, days)} {', '.join(t)}" for t, held in of_times.items()]
    return "; ".join(parts)


def _days(held: Sequence[int], names: Mapping[int, str]) -> str:
    runs: list[list[int]] = []
    for day in held:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(
        f"{names[run[0]]}–{names[run[-1]]}"
        if len(run) >= _RUN
        else ", ".join(names[day] for day in run)
        for run in runs
    )


def _stretch(start: time, end: time) -> str:
    """Return from when to when in the first way that is read back as the same."""
    ways = [f"{start:%H:%M}–{end:%H:%M}", f"{_half(start)}–{_half(end)}"]
    if start < end or end == time(0):
        ways.insert(0, _bare(start, end))
    return next(way for way in ways if _read(way) == (start, end))


def _bare(start: time, end: time) -> str:
    last = 24 if end == time(0) else end.hour
    if start.minute or end.minute:
        return f"{start.hour}:{start:%M}–{last}:{end:%M}"
    return f"{start.hour}–{last}"


def _half(written: time) -> str:
    return f"{(written.hour - 1) % 12 + 1}:{written:%M}{'pm' if written.hour >= 12 else 'am'}"


def _read(way: str) -> tuple[time, time]:
    first, last = (clock_of(found) for found in _CLOCK.finditer(way))
    return stretch_of(first, last)
