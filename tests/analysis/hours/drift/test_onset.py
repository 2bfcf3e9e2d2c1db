"""When a drift began, whether it was taken back, and how large it is."""

import math

import numpy as np
import pytest

from plait.analysis.hours.drift.onset import HEADROOM, Episode, size_of, watch


def test_the_odds_are_summed_over_every_start():
    # R: 1; (1 + 1) x 2 = 4; (1 + 4) / 2 = 2.5.
    statistic, _ = watch([0.0, math.log(2), -math.log(2)], 9)

    assert [math.exp(one) - 1 for one in statistic] == pytest.approx([1, 4, 2.5])


def test_it_began_where_the_steps_last_added_up_to_nothing():
    _, episodes = watch([-1, -1, 2, 2, 2], 4)

    assert episodes == [Episode(since=2, alarm=3)]


def test_it_is_over_when_the_odds_are_back_below_the_threshold():
    _, [episode] = watch([2] * 6 + [-1.5] * 6, 4)

    assert episode.until == 5


def test_evidence_is_not_heaped_up():
    statistic, _ = watch([2] * 50, 4)

    assert max(statistic) == pytest.approx(4 + HEADROOM, abs=1e-3)


def test_one_that_only_flagged_is_one_drift():
    _, episodes = watch([2] * 6 + [-1.5] * 3 + [2] * 6, 4)

    assert [(one.since, one.until) for one in episodes] == [(0, None)]


def test_a_second_one_after_quiet_is_another():
    _, episodes = watch([2] * 6 + [-2] * 12 + [2] * 6, 4)

    assert [one.until for one in episodes] == [5, None]


def test_no_alarm_before_the_least_number_of_steps():
    _, [episode] = watch([3] * 9, 4, least=8)

    assert (episode.since, episode.alarm) == (0, 7)


def test_the_size_is_the_mean_with_a_range_around_it():
    size = size_of(np.array([2.0, 2, 3, 2, 1, 3, 2, 4]), 2.0)

    assert size.over == 2.375
    # 2.375 x 8 / 11 - 1.2816 x 2 / root 8; the later four are 2.5 on average.
    assert size.low == pytest.approx(0.821, abs=5e-4)
    assert size.high == pytest.approx(3.782, abs=5e-4)
