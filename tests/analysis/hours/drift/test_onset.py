"""Where a drift began, where it ended, and how large it was."""

import numpy as np
import pytest

from plait.analysis.hours.drift.onset import Episode, size_of, watch


def test_a_drift_lasts_until_the_sum_has_come_down_by_more_than_the_threshold():
    # S: 0 1 2 3 4 | 3 2 1 | down from 4 by 4 > 3 and begun anew.
    found, episodes = watch([-1, 1, 1, 1, 1, -1, -1, -1, -1, -1], threshold=3)

    assert found == [0, 1, 2, 3, 4, 3, 2, 1, 0, 0]
    assert episodes == [Episode(since=1, alarm=4, until=4)]


def test_one_that_dips_by_less_goes_on():
    found, episodes = watch([2, 2, -1, 2], threshold=3)

    assert found == [2, 4, 3, 5]
    assert episodes == [Episode(since=0, alarm=1)]


def test_a_second_drift_is_told_apart_from_the_first():
    _, episodes = watch([2, 2, -5, 0, 2, 2], threshold=3)

    assert episodes == [Episode(0, 1, 1), Episode(4, 5)]


def test_before_enough_steps_no_alarm_is_raised():
    _, episodes = watch([2, 2, 2, 2], threshold=3, least=4)

    assert episodes == [Episode(since=0, alarm=3)]


def test_at_the_threshold_to_within_rounding_is_not_above_it():
    _, episodes = watch([0.1] * 3, threshold=0.3)

    assert sum([0.1] * 3) > 0.3
    assert episodes == []


def test_the_range_is_drawn_down_by_three_weeks_without_and_up_by_the_later_half():
    found = size_of(np.array([1.0, 1, 3, 3]), spread=2)

    assert found.over == 2
    # 2 x 4 / 7 - 1.2816 x 2 / 2 and, of the later two, 3 + 1.2816 x 2 / 1.4142.
    assert found.low == pytest.approx(8 / 7 - 1.2816)
    assert found.high == pytest.approx(3 + 1.2816 * np.sqrt(2))
