"""Does a bare series of weeks leave what was agreed: drift without a book."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.hours.balance import WEEKS_NEEDED
from plait.analysis.hours.drift.drift import Verdict
from plait.analysis.hours.drift.evidence import Chart, Weekly, chart, threshold_for
from plait.analysis.hours.drift.naive import naive_alarm
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.hours.drift.watched import REMEMBERED_WEEKS
from plait.domain.tables.series_week import SeriesWeek
from plait.wording.hours import drift as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SeriesTerms:
    """What a series is compared with; without a `spread` it is learned from the weeks."""

    agreed: float
    threshold: float
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class DriftEpisode:
    """A drift: numbers of weeks, counted from 1, and its hours a week with a range."""

    alarm: int
    since: int
    until: int | None
    over: float
    over_low: float
    over_high: float


@dataclass(frozen=True, slots=True)
class SeriesWeekFigures:
    """A week with its statistic; `z` and `spread` are None where it is not compared."""

    week: int
    label: str | None
    hours: float
    agreed: float
    expected: float
    spread: float | None
    z: float | None
    statistic: float
    set_aside: bool


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """Every week's figures, the drifts seen, and how it stands at the end.

    `alarm` to `over_high` are those of the first of the `episodes`, None without any;
    `naive_alarm` is the first week in which the mean of four is over.
    """

    language: str
    agreed: float
    spread: float | None
    threshold: float
    verdict: Verdict
    alarm: int | None
    since: int | None
    until: int | None
    over: float | None
    over_low: float | None
    over_high: float | None
    naive_alarm: int | None
    episodes: tuple[DriftEpisode, ...]
    weeks: tuple[SeriesWeekFigures, ...]
    sentences: tuple[str, ...]


def series_terms(
    agreed: float, weeks_between: float, threshold: float | None, spread: float | None
) -> SeriesTerms:
    """Return the terms; without a threshold it follows from the promise in weeks."""
    if threshold is None:
        threshold = threshold_for(weeks_between)
    return SeriesTerms(agreed, threshold, spread)


def series_answer(
    weeks: Sequence[SeriesWeek], terms: SeriesTerms, words: Words
) -> SeriesAnswer:
    """Return what the weeks say, oldest first."""
    hours = np.array([week.hours for week in weeks])
    away = np.array([week.is_leave for week in weeks], dtype=bool)
    found = chart(
        Weekly(hours, terms.agreed, away),
        threshold=terms.threshold,
        spread=terms.spread,
    )
    episodes = tuple(_episode(found, one) for one in found.episodes)
    first = episodes[0] if episodes else None
    alarm = naive_alarm(hours, terms.agreed)
    naive_week = None if alarm is None else alarm + 1
    verdict = _verdict(found)
    return SeriesAnswer(
        language=words.language,
        agreed=terms.agreed,
        spread=terms.spread,
        threshold=terms.threshold,
        verdict=verdict,
        alarm=first.alarm if first else None,
        since=first.since if first else None,
        until=first.until if first else None,
        over=first.over if first else None,
        over_low=first.over_low if first else None,
        over_high=first.over_high if first else None,
        naive_alarm=naive_week,
        episodes=episodes,
        weeks=tuple(_week(found, at, week, terms) for at, week in enumerate(weeks)),
        sentences=_sentences(words, episodes, verdict, naive_week),
    )


def _episode(found: Chart, one: Episode) -> DriftEpisode:
    size = found.size(one)
    until = None if one.until is None else one.until + 1
    return DriftEpisode(
        one.alarm + 1, one.since + 1, until, size.over, size.low, size.high
    )


def _verdict(found: Chart) -> Verdict:
    if int(found.is_compared.sum()) < WEEKS_NEEDED:
        return Verdict.TOO_SHORT
    if not found.episodes:
        return Verdict.STEADY
    until = found.episodes[-1].until
    if until is None:
        return Verdict.DRIFTING
    is_recent = len(found.z) - 1 - until <= REMEMBERED_WEEKS
    return Verdict.DRIFTED_AND_BACK if is_recent else Verdict.STEADY


def _week(
    found: Chart, index: int, week: SeriesWeek, terms: SeriesTerms
) -> SeriesWeekFigures:
    return SeriesWeekFigures(
        week=index + 1,
        label=week.label or None,
        hours=week.hours,
        agreed=terms.agreed,
        expected=float(found.expected[index]),
        spread=_known(found.spread[index]),
        z=_known(found.z[index]),
        statistic=float(found.statistic[index]),
        set_aside=week.is_leave,
    )


def _sentences(
    words: Words,
    episodes: tuple[DriftEpisode, ...],
    verdict: Verdict,
    naive_week: int | None,
) -> tuple[str, ...]:
    sentences = [
        wording.episode_text(words, one.alarm, one.since, one.until, one.over)
        for one in episodes
    ] or [wording.no_alarm_text(words)]
    if verdict is Verdict.TOO_SHORT:
        sentences.append(wording.short_series_text(words, WEEKS_NEEDED))
    sentences.append(wording.naive_alarm_text(words, naive_week))
    return tuple(sentences)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
