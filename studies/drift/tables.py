"""The tables of the comparison: each a list of rows of cells, headings first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plait.analysis.hours.drift.evidence import threshold_for
from studies.drift.lives import LATER, SORTS, Sort, lives, starting
from studies.drift.measures import (
    MISS,
    Prepared,
    begun,
    false_alarms,
    losses,
    prepared,
    tuned,
)
from studies.drift.methods import METHODS, NAIVE, SHIPPED, Method

Rows = list[list[str]]
RATES = (0.1, 0.2, 0.3)
# Lives for tuning, for judging, and for what was added later: never the same.
TUNING, JUDGED, ADDED = 2611301, 2611302, 2611303


@dataclass(frozen=True, eq=False)
class Study:
    """The study over `n` lives of each sort with a drift, and as many without."""

    n: int

    @cached_property
    def tuning(self) -> dict[str, Prepared]:
        """All lives to tune with, for each method."""
        made = [one for sort in SORTS for one in lives(sort, self.n, TUNING)]
        return {method.name: prepared(method, made) for method in METHODS}

    @cached_property
    def settings(self) -> dict[tuple[str, float], float]:
        """The setting of each method at each rate of false alarms."""
        return {
            (method.name, rate): tuned(self.tuning[method.name], rate)
            for method in METHODS
            for rate in RATES
        }

    @cached_property
    def judged(self) -> dict[tuple[str, str], Prepared]:
        """New lives, by method and sort."""
        return self._of(SORTS, JUDGED)

    @cached_property
    def added(self) -> dict[tuple[str, str], Prepared]:
        """Lives of the sorts made later."""
        return self._of(LATER, ADDED)

    def _of(self, sorts: Sequence[Sort], seed: int) -> dict[tuple[str, str], Prepared]:
        made = {sort.name: lives(sort, self.n, seed) for sort in sorts}
        return {
            (method.name, sort.name): prepared(method, made[sort.name])
            for method in METHODS
            for sort in sorts
        }

    def best_naive(self, rate: float) -> Method:
        """Return the naive rule that loses least over all sorts."""
        return min(NAIVE, key=lambda one: float(np.mean(self.total(one, rate))))

    def total(self, method: Method, rate: float) -> list[int]:
        """Return the losses over all sorts."""
        setting = self.settings[method.name, rate]
        return [
            weeks
            for sort in SORTS
            for weeks in losses(self.judged[method.name, sort.name], setting)
        ]


def totals(study: Study) -> Rows:
    """Return the mean loss of every method at every rate, and how many were missed."""
    rows = [["method", *(f"{rate} a year" for rate in RATES)]]
    for method in METHODS:
        found = [study.total(method, rate) for rate in RATES]
        cells = [f"{np.mean(one):.1f} ({one.count(MISS)})" for one in found]
        rows.append([method.name, *cells])
    return rows


def by_sort(study: Study, rate: float) -> Rows:
    """Return each sort's mean loss, with false alarms a year behind it."""
    best = study.best_naive(rate)
    methods = (SHIPPED, best, METHODS[1])
    rows = [["life", *(method.name for method in methods)]]
    rows += [
        [sort.name, *(_cell(study, one, sort, rate, study.judged) for one in methods)]
        for sort in SORTS
    ]
    found = [np.mean(study.total(method, rate)) for method in methods]
    rows.append(["all", *(f"{mean:.1f}" for mean in found)])
    return rows


def later(study: Study, rate: float = 0.2) -> Rows:
    """Return the same for sorts that nobody tuned with."""
    best = study.best_naive(rate)
    methods = (SHIPPED, best, METHODS[1])
    rows = [["life", *(method.name for method in methods)]]
    return rows + [
        [sort.name, *(_cell(study, one, sort, rate, study.added) for one in methods)]
        for sort in LATER
    ]


def _cell(
    study: Study,
    method: Method,
    sort: Sort,
    rate: float,
    among: dict[tuple[str, str], Prepared],
) -> str:
    setting, found = study.settings[method.name, rate], among[method.name, sort.name]
    mean = np.mean(losses(found, setting))
    return f"{mean:.1f} ({false_alarms(found, setting):.2f})"


def other_drifts(study: Study, rate: float = 0.2) -> Rows:
    """Return the mean loss over all sorts for drifts of other sizes."""
    best = study.best_naive(rate)
    methods = (SHIPPED, best, METHODS[1])
    rows = [["drift", *(method.name for method in methods)]]
    kinds = [
        ("10 % more", {"step": 0.1}),
        ("25 % more", {"step": 0.25}),
        ("50 % more", {"step": 0.5}),
        ("1 % more each week", {"step": 0.0, "slope": 0.01}),
    ]
    for name, kind in kinds:
        made = [
            one
            for sort in SORTS
            for one in lives(sort, max(study.n // 3, 1), JUDGED + 10, **kind)
        ]
        found = [
            losses(prepared(one, made), study.settings[one.name, rate])
            for one in methods
        ]
        cells = [
            f"{np.mean(one):.1f} ({one.count(MISS) / len(one):.0%})" for one in found
        ]
        rows.append([name, *cells])
    return rows


def promises(study: Study) -> Rows:
    """Return how often the shipped method errs, at the promise that it makes."""
    rows = [
        [
            "promise: once in so many years",
            "promised a year",
            "in the third and fourth year",
        ]
    ]
    for years in (1, 2, 5, 10):
        setting = threshold_for(52 * years)
        found = [
            false_alarms(study.judged[SHIPPED.name, sort.name], setting)
            for sort in SORTS
        ]
        cell = f"{np.mean(found):.2f} ({min(found):.2f} to {max(found):.2f})"
        rows.append([str(years), f"{1 / years:.2f}", cell])
    return rows


def first_year(study: Study) -> Rows:
    """Return what is seen in 40 weeks without a past, of even weeks."""
    setting = threshold_for(260)
    rows = [["begins in week", "false alarm before it", "seen within 13 weeks"]]
    for begins in (10, 16, 24):
        made = starting(JUDGED, study.n, 40, begins)
        found = [on for _, on in prepared(SHIPPED, made).alarms(setting, drifts=True)]
        early = np.mean([begun(on[:begins], 0) > 0 for on in found])
        seen = np.mean([on[begins : begins + 13].any() for on in found])
        rows.append([str(begins + 1), f"{early:.0%}", f"{seen:.0%}"])
    return rows
