"""What counts together under a rule, by day and by shift.

Either everything that one person does for all organisations, or for one of them.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.segments import Segments
from plait.analysis.working_time.shifts import (
    Shifts,
    Stretches,
    pieces,
    shifts_of,
    stretches_of,
)
from plait.analysis.working_time.span import HOUR, Span
from plait.domain.columns import Bools
from plait.reference.working_time.night_kinds import Nights


@dataclass(frozen=True, eq=False)
class Work:
    """Counted work: hours for each day of the span, and stretches by the clock.

    `leave_hours` are those not worked, `is_leave` the days without work for them. `is_opted_out` are days
    on which everybody who was worked for had an opt-out. `first_worked` is the day of
    the first work and `first_day` its Monday; `n_clockless` counts entries without
    clock times.
    `least_rest` is the seconds that end a shift.
    """

    span: Span
    segments: Segments
    stretches: Stretches
    hours: Floats
    leave_hours: Floats
    is_leave: Bools
    is_opted_out: Bools
    first_worked: int
    n_clockless: int
    least_rest: float

    @property
    def first_day(self) -> int:
        """The Monday of the first work."""
        return self.first_worked // 7 * 7

    @cached_property
    def leave_share(self) -> Floats:
        """Return how much of each day was leave: part of it where it was worked too."""
        both = self.hours + self.leave_hours
        part = np.divide(
            self.leave_hours, both, out=np.zeros_like(both), where=self.hours > 0
        )
        return np.maximum(self.is_leave, part)

    @cached_property
    def begins(self) -> Bools:
        """The days on which work began: not those it only went on into by night."""
        done = self.segments.chosen(~self.segments.is_leave)
        clockless = done.day[np.isnat(done.starts_at)]
        found = np.zeros(self.span.n_days, dtype=bool)
        found[self.span.number(clockless)] = True
        found[self.span.day_of(self.stretches.starts)] = True
        return found

    @cached_property
    def shifts(self) -> Shifts:
        """The shifts of the work that has clock times."""
        return shifts_of(self.stretches, self.least_rest)

    def night_hours(self, nights: Nights) -> Floats:
        """Return the hours of each shift between those hours of the clock.

        They are hours that went by: the night on which clocks go forward has one less.
        """
        which, _, hours = self._at_night(nights)
        shift = np.searchsorted(self.shifts.first, which, side="right") - 1
        return np.bincount(shift, hours, len(self.shifts)).astype(np.float64)

    def hours_by_night(self, nights: Nights) -> Floats:
        """Return the hours at night of each day, by the day that the night begins."""
        _, slot, hours = self._at_night(nights)
        is_inside = (slot >= 0) & (slot < self.span.n_days)
        found = np.bincount(slot[is_inside], hours[is_inside], self.span.n_days)
        return found.astype(np.float64)

    def _at_night(self, nights: Nights) -> tuple[np.ndarray, np.ndarray, Floats]:
        """Return stretch, day and hours of each piece that lies in a night."""
        begins, ends = self.span.clock(nights.starts), self.span.clock(nights.ends)
        if nights.ends <= nights.starts:
            begins, ends = begins[:-1], ends[1:]
        bounds = np.stack([begins, ends], axis=1).ravel()
        held = self.stretches
        which, slot, seconds = pieces(held.starts, held.ends, bounds)
        dark = slot % 2 == 0
        which, slot, seconds = which[dark], slot[dark], seconds[dark]
        return which, slot // 2 - 1, seconds * _density(held)[which] / HOUR


def work_of(segments: Segments, span: Span, least_rest_hours: float) -> Work:
    """Return what the segments come to; they are in order."""
    once = segments.each_entry_once()
    done = once.chosen(~once.is_leave)
    clocked = ~np.isnat(done.starts_at)
    stretches = stretches_of(done.chosen(clocked))
    clockless = done.chosen(~clocked)
    hours = _by_day(stretches, span) + _sums(clockless, span)
    leave = segments.chosen(segments.is_leave)
    leave_days = np.bincount(span.number(leave.day), minlength=span.n_days) > 0
    first = int(span.number(done.day).min()) if len(done) else 0
    return Work(
        span=span,
        segments=segments,
        stretches=stretches,
        hours=hours,
        leave_hours=_sums(leave, span),
        is_leave=leave_days & (hours == 0),
        is_opted_out=_opted_out(done, span),
        first_worked=first,
        n_clockless=len(clockless),
        least_rest=least_rest_hours * HOUR,
    )


def _by_day(stretches: Stretches, span: Span) -> Floats:
    """Return hours by local day; breaks are spread evenly over their stretch."""
    bounds = span.midnights
    which, slot, seconds = pieces(stretches.starts, stretches.ends, bounds)
    hours = seconds * _density(stretches)[which] / HOUR
    found = np.bincount(slot, hours, span.n_days + 2)
    return found[1 : span.n_days + 1].astype(np.float64)


def _density(stretches: Stretches) -> Floats:
    lengths = np.maximum(stretches.ends - stretches.starts, 1)
    found: Floats = stretches.worked / lengths
    return found


def _sums(segments: Segments, span: Span) -> Floats:
    day = span.number(segments.day)
    found = np.bincount(day, segments.seconds / HOUR, span.n_days)
    return found.astype(np.float64)


def _opted_out(done: Segments, span: Span) -> Bools:
    """Return the days on which all who were worked for had an opt-out.

    An organisation is worked for from its first day to its last, and an opt-out
    holds until work for it says otherwise.
    """
    works = np.zeros(span.n_days, dtype=bool)
    limited = np.zeros(span.n_days, dtype=bool)
    if not done.has_opted_out.any():
        return works
    days = np.arange(span.n_days)
    for organisation in np.unique(done.organisation).tolist():
        mine = np.flatnonzero(done.organisation == organisation)
        mine = mine[np.argsort(done.day[mine], kind="stable")]
        on = span.number(done.day[mine])
        latest = np.searchsorted(on, days, side="right") - 1
        engaged = (days >= on[0]) & (days <= on[-1])
        works |= engaged
        limited |= engaged & ~done.has_opted_out[mine[latest]]
    return works & ~limited
