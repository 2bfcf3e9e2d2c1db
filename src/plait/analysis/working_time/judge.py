"""Judges readings: the worst, the latest, and the verdict that follows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time import (
    averages,
    breaks,
    by_week,
    night_workers,
    nights,
    rests,
    runs,
)
from plait.analysis.working_time.readings import ROUNDING, Because, Readings, nothing
from plait.analysis.working_time.segments import UNKNOWN
from plait.analysis.working_time.verdicts import Reading, Verdict
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time import kinds, night_kinds
from plait.reference.working_time.rules import Rule

_COMPUTED: dict[type, Callable[[Any, Work], Readings]] = {
    kinds.Mean: averages.mean,
    kinds.MostPerDay: averages.most_per_day,
    kinds.MostPerShift: averages.most_per_shift,
    kinds.DailyRest: rests.daily_rest,
    kinds.WeeklyRest: rests.weekly_rest,
    kinds.Break: breaks.breaks,
    kinds.MostUnbroken: breaks.most_unbroken,
    kinds.FreeSundays: runs.free_sundays,
    kinds.DayForSunday: by_week.day_for_sunday,
    kinds.MostDays: by_week.most_days,
    kinds.Overtime: by_week.overtime,
    night_kinds.NoWork: nights.no_work,
    night_kinds.NightMean: night_workers.night_mean,
    night_kinds.NightShift: nights.night_shift,
    night_kinds.NightMany: nights.night_many,
    night_kinds.NightRest: nights.night_rest,
    night_kinds.NightCount: nights.night_count,
    night_kinds.Series: runs.series,
    night_kinds.SeriesRest: runs.series_rest,
}
# Days suffice for these; all others ask when work began and ended.
_NEED_NO_CLOCK = (
    *(kinds.Mean, kinds.MostPerDay, kinds.FreeSundays),
    *(kinds.DayForSunday, kinds.MostDays, kinds.Overtime),
)


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """What judging some work by one rule comes to; `share` is how bad the worst is.

    `worst` and `latest` are indices of the readings, -1 for none.
    """

    verdict: Verdict
    work: Work
    found: Readings
    worst: int = -1
    latest: int = -1
    times_over: int = 0
    because: Because | None = None
    share: float = 0.0

    def reading(self, index: int) -> Reading | None:
        """Return the reading at an index, with the organisations it comes from."""
        if index < 0:
            return None
        found = self.found
        first, past = int(found.first[index]), int(found.past[index])
        marks = found.is_provisional
        return Reading(
            figure=float(found.figures[index]),
            limit=float(found.limits[index]),
            period=self.work.span.period(first, past),
            organisations=_involved(self.work, first, past),
            is_provisional=bool(len(marks) and marks[index]),
        )


def judge(rule: Rule, work: Work, *, is_claimed: bool = False) -> Outcome:
    """Return how the work stands to a rule that has something to work out."""
    needs_clock = not isinstance(rule.how, _NEED_NO_CLOCK)
    if needs_clock and not len(work.stretches):
        found = nothing(Because.NO_CLOCK)
        return Outcome(Verdict.NOT_COVERED, work, found, because=found.because)
    found = _COMPUTED[type(rule.how)](rule.how, work).judged(work.span)
    if not len(found):
        return _empty(found, work, needs_clock=needs_clock)
    if is_claimed:
        found = _with_exception(found)
    outcome = _of(rule, found, work)
    if found.because is Because.TOO_SHORT:
        return _unsure(outcome, found.because)
    # A breach that shows counts even where records are incomplete; they clear nothing.
    if outcome.verdict is Verdict.OVER:
        return outcome
    # Hours without a clock, and breaks that were not recorded, can only make it worse.
    because = found.because
    if needs_clock and work.n_clockless:
        because = Because.SOME_CLOCK
    return outcome if because is None else _unsure(outcome, because)


def _empty(found: Readings, work: Work, *, needs_clock: bool) -> Outcome:
    """Return what holds where there is nothing to set against the limit."""
    if needs_clock and work.n_clockless:
        because = Because.SOME_CLOCK
        return Outcome(Verdict.NOT_COVERED, work, found, because=because)
    because = found.because or Because.NOT_ARISEN
    has_not_arisen = because is Because.NOT_ARISEN
    verdict = Verdict.WITHIN if has_not_arisen else Verdict.NOT_COVERED
    return Outcome(verdict, work, found, because=because)


def _with_exception(found: Readings) -> Readings:
    if not len(found.is_excused):
        return found
    limits = np.where(found.is_excused, found.excused_limit, found.limits)
    return Readings(found.first, found.past, found.figures, limits)


def _of(rule: Rule, found: Readings, work: Work) -> Outcome:
    share = _shares(rule, found)
    is_over = _are_over(rule, found)
    worst = int(np.argmax(np.where(is_over, share + 1, share)))
    verdict, because = Verdict.WITHIN, None
    if is_over.any():
        verdict = Verdict.OVER
        if len(found.is_excused) and found.is_excused[is_over].all():
            because = Because.EXCEPTION
    elif _is_near(rule, found, worst):
        verdict = Verdict.NEAR
    complete = np.flatnonzero(found.past <= work.span.n_known)
    latest = int(complete[-1]) if len(complete) else len(found) - 1
    return Outcome(
        verdict,
        work,
        found,
        worst=worst,
        latest=latest,
        times_over=int(is_over.sum()),
        because=because,
        share=float(share[worst]),
    )


def _shares(rule: Rule, found: Readings) -> Floats:
    """Return figures as parts of their limits, larger for worse."""
    if rule.how.is_least:
        # A rest of none at all is worse than any; the limit is never 0.
        return found.limits / np.maximum(found.figures, ROUNDING)
    return found.figures / np.maximum(found.limits, ROUNDING)


def _are_over(rule: Rule, found: Readings) -> Bools:
    figures, limits = found.figures, found.limits
    if rule.how.is_least:
        return figures < limits - ROUNDING
    if getattr(rule.how, "is_broken_at_limit", False):
        return figures >= limits - ROUNDING
    return figures > limits + ROUNDING


def _is_near(rule: Rule, found: Readings, index: int) -> bool:
    """Return whether a figure that keeps the limit does so by less than the margin."""
    figure, limit = float(found.figures[index]), float(found.limits[index])
    room = figure - limit if rule.how.is_least else limit - figure
    return room < rule.near * limit - ROUNDING


def _involved(work: Work, first: int, past: int) -> tuple[str, ...]:
    """Return the names of organisations with work on those days."""
    segments = work.segments
    day: Ints = work.span.number(segments.day)
    mine = (day >= first) & (day < past) & ~segments.is_leave
    numbers = np.unique(segments.organisation[mine]).tolist()
    names = [segments.organisations[n] for n in numbers if n != UNKNOWN]
    return tuple(sorted(names, key=str.casefold))


def _unsure(outcome: Outcome, because: Because) -> Outcome:
    """Return the figures without a verdict, and why there is none."""
    return replace(outcome, verdict=Verdict.NOT_COVERED, times_over=0, because=because)
