"""The evidence of a drift: by hand, on seasons, and its promise."""

import numpy as np
import pytest

from plait.analysis.hours.drift.evidence import Weekly, chart, threshold_for

WORKED = [16.0, 17, 15, 16, 18, 18, 19, 18, 17, 19, 18, 20]
N = 208
MONDAYS = np.datetime64("2022-12-05") + 7 * np.arange(N)
MONTH = (MONDAYS + 3).astype("datetime64[M]").astype(int) % 12


def weekly(hours, agreed=10.0, away=(), **more):
    hours = np.array(hours, dtype=float)
    return Weekly(hours, agreed, np.isin(np.arange(len(hours)), away), **more)


def lives(shape, n_lives, *, step=0.0, at=160, seed=11):
    """Years of 10 hours a week in this shape, the weeks varying by a fifth."""
    rng = np.random.default_rng(seed)
    shape = np.asarray(shape, dtype=float) / np.mean(shape[-156:])
    later = np.where(np.arange(N) >= at, 1 + step, 1)
    for _ in range(n_lives):
        yield 10 * shape * later * rng.lognormal(-0.02, 0.2, N)


def watched(hours):
    return chart(weekly(hours, mondays=MONDAYS), threshold=threshold_for(260))


SEASON = np.where((MONTH >= 4) & (MONTH <= 8), 1.65, 0.55)
TERMS = np.where(np.isin(np.arange(N) % 52, [2, 10, 19, *range(30, 36)]), 0.0, 1.0)


def test_the_worked_example():
    found = chart(weekly(WORKED, 16.0), threshold=4, spread=2)

    # docs/explanation/method-drift.md works them out.
    assert found.statistic[:6] == pytest.approx(
        [0.38, 0.81, 0.44, 0.54, 1.32, 1.94], abs=5e-3
    )
    [episode] = found.episodes
    assert (episode.since, episode.alarm, episode.until) == (4, 9, None)
    assert found.size(episode).over == 2.375


def test_the_threshold_is_the_logarithm_of_the_weeks_promised():
    assert threshold_for(260) == pytest.approx(5.5607, abs=5e-5)
    assert threshold_for(0.5) == 0


@pytest.mark.parametrize("shape", [np.ones(N), SEASON, TERMS], ids=["even", "s", "t"])
def test_a_quarter_more_is_seen_whatever_the_season(shape):
    seen = [
        any(160 <= one.alarm < 186 for one in watched(hours).episodes)
        for hours in lives(shape, 20, step=0.25)
    ]

    assert np.mean(seen) > 0.8


@pytest.mark.parametrize("shape", [np.ones(N), SEASON, TERMS], ids=["even", "s", "t"])
def test_a_season_is_no_drift(shape):
    found = [watched(hours).episodes for hours in lives(shape, 25)]

    # 25 lives of two years, one alarm in five years promised: ten, and chance.
    n_alarms = sum(one.alarm >= 104 for episodes in found for one in episodes)
    assert n_alarms <= 20


def test_half_as_much_again_over_a_year_of_seasons_is_seen_and_lasts():
    for hours in lives(SEASON, 10, step=0.5, at=156):
        last = watched(hours).episodes[-1]
        assert last.until is None
        assert 150 <= last.since <= 162


def test_between_seasons_a_drift_lasts_and_its_size_is_that_of_the_season():
    [hours] = lives(SEASON, 1, step=0.5, at=170)
    found = watched(hours)
    last = found.episodes[-1]

    size = found.size(last)

    assert last.until is None
    # Half of what its weeks usually take.
    assert size.over == pytest.approx(0.5 * found.expected_in(last), rel=0.35)


@pytest.mark.parametrize("wild", [40.0, 160.0])
def test_one_wild_week_is_no_drift(wild):
    made = lives(np.ones(N), 9)
    hours = next(hours for hours in made if not watched(hours).episodes)
    hours[180] = wild

    assert not watched(hours).episodes


def test_one_empty_week_does_not_end_a_drift():
    hours = next(lives(np.ones(N), 1, step=0.6))
    hours[190] = 0.0

    assert watched(hours).episodes[-1].until is None


def test_no_alarm_before_the_eighth_week_and_one_from_it_on():
    found = chart(weekly([20.0] * 8), threshold=threshold_for(260))

    assert [one.alarm for one in found.episodes] == [7]


def test_weeks_set_aside_change_nothing():
    plain = chart(weekly([10.0, 14, 9, 13, 14, 15]), threshold=4, spread=2)
    away = chart(weekly([10.0, 14, 9, 0, 13, 14, 15], away=[3]), threshold=4, spread=2)

    assert np.delete(away.statistic, 3).tolist() == plain.statistic.tolist()
    assert np.isnan(away.z[3])
    assert away.statistic[3] == away.statistic[2]


def test_hours_are_in_whatever_unit():
    one = chart(weekly(WORKED, 16.0), threshold=4)
    tenfold = chart(weekly([10 * hours for hours in WORKED], 160.0), threshold=4)

    assert tenfold.statistic == pytest.approx(one.statistic)


@pytest.mark.parametrize("agreed", [np.nan, 0.0])
def test_without_agreed_hours_nothing_is_compared(agreed):
    found = chart(weekly(WORKED, agreed), threshold=4)

    assert np.isnan(found.z).all()
    assert not found.episodes


def test_of_no_weeks_nothing_is_said():
    assert chart(weekly([]), threshold=4).episodes == ()
