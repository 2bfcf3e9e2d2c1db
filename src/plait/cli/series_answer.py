"""What `plait drift --series` answers: plain values, and as a page of text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from plait.analysis.hours.balance import WEEKS_NEEDED
from plait.analysis.hours.drift.cusum import Chart, chart
from plait.analysis.hours.drift.drift import Verdict
from plait.analysis.hours.drift.naive import naive_alarm
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.hours.drift.watched import REMEMBERED_WEEKS
from plait.cli.series import Told

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Against:
    """What a series is held against; without a `spread` it is learned."""

    agreed: float
    threshold: float
    spread: float | None = None


def series_told(weeks: Sequence[Told], against: Against) -> Answer:
    """Return every week's figures, the first alarm and the drifts seen.

    Weeks are counted from 1. `alarm`, `since`, `until` and the size are those of the
    first drift; `episodes` has all of them, and `verdict` says how it stands at the end.
    """
    hours = np.array([week.hours for week in weeks])
    found = chart(
        hours,
        against.agreed,
        threshold=against.threshold,
        set_aside=np.array([week.is_leave for week in weeks]),
        spread=against.spread,
    )
    episodes = [_episode(found, one) for one in found.episodes]
    naive = naive_alarm(hours, against.agreed)
    return {
        "agreed": against.agreed,
        "spread": against.spread,
        "threshold": against.threshold,
        "verdict": _verdict(found).value,
        **(episodes[0] if episodes else dict.fromkeys(_EPISODE)),
        "naive_alarm": None if naive is None else naive + 1,
        "episodes": episodes,
        "weeks": [
            _week(found, index, week, against) for index, week in enumerate(weeks)
        ],
    }


_EPISODE = ("alarm", "since", "until", "over", "over_low", "over_high")


def _episode(found: Chart, one: Episode) -> Answer:
    size = found.size(one)
    until = None if one.until is None else one.until + 1
    told = (one.alarm + 1, one.since + 1, until, size.over, size.low, size.high)
    return dict(zip(_EPISODE, told, strict=True))


def _verdict(found: Chart) -> Verdict:
    if int(found.is_compared.sum()) < WEEKS_NEEDED:
        return Verdict.TOO_SHORT
    if not found.episodes:
        return Verdict.STEADY
    until = found.episodes[-1].until
    if until is None:
        return Verdict.DRIFTING
    is_told = len(found.z) - 1 - until <= REMEMBERED_WEEKS
    return Verdict.DRIFTED_AND_BACK if is_told else Verdict.STEADY


def _week(found: Chart, index: int, week: Told, against: Against) -> Answer:
    z, spread = float(found.z[index]), float(found.spread[index])
    return {
        "week": index + 1,
        "label": week.label or None,
        "hours": week.hours,
        "agreed": against.agreed,
        "spread": None if math.isnan(spread) else spread,
        "z": None if math.isnan(z) else z,
        "statistic": float(found.statistic[index]),
        "set_aside": week.is_leave,
    }
