"""Futures of each stream while it runs: months that vary, alone and with the others.

The same futures go through every scenario, so that two scenarios are compared on the
same luck. What a stream brings beyond its usual month is as in the simulation: a
factor of its own each month, and the level that all income takes together.
"""

from dataclasses import replace

import numpy as np

from plait.analysis.income.model import IncomeModel, StreamModel
from plait.analysis.income.stress.case import Case
from plait.analysis.income.varying.course import Course, course_of
from plait.analysis.income.varying.noise import (
    Together,
    draw_factors,
    draw_together,
    factors,
)
from plait.analysis.income.varying.quantiles import Floats32

N_PATHS = 500

Rng = np.random.Generator


def paths(case: Case, n_months: int, n_paths: int, rng: Rng) -> Floats32:
    """Return what each month brings of the usual, (streams, months, paths).

    Where nothing varies, one path is all there are.
    """
    model = replace(case.model, months=n_months)
    if not any(stream.varies or model.carried(stream) for stream in model.streams):
        return np.ones((len(model.streams), n_months, 1), dtype=np.float32)
    of_streams, of_level, of_common = rng.spawn(3)
    course = course_of(model, n_paths, (of_level, of_common))
    found = np.ones((len(model.streams), n_months, n_paths), dtype=np.float32)
    # By name: the order of the streams makes no difference.
    order = sorted(range(len(model.streams)), key=lambda at: model.streams[at].name)
    for at, luck in zip(order, of_streams.spawn(len(order)), strict=True):
        _vary(found[at], model, model.streams[at], course, luck)
    return found


def _vary(
    out: Floats32, model: IncomeModel, stream: StreamModel, course: Course, luck: Rng
) -> None:
    """Fill the months of one stream."""
    if stream.monthly <= 0:
        return
    if stream.varies and stream.together and course.common is not None:
        table = factors(stream.varies, stream.empty)
        draw_together(luck, table, out, Together(course.common, stream.together))
    elif stream.varies:
        draw_factors(luck, stream.varies, out, stream.empty)
    carried = np.float32(model.carried(stream))
    if carried and course.level is not None:
        out *= np.maximum(1 + carried * (course.level - 1), 0)
