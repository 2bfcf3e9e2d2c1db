"""The naive rule week by week."""

import numpy as np

from plait.analysis.hours.drift.naive import naive_alarm


def test_the_worked_series_is_over_in_week_8():
    # Weeks 5 to 8: (18 + 18 + 19 + 18) / 4 = 18.25, and a tenth over 16 is 17.6.
    hours = np.array([16, 17, 15, 16, 18, 18, 19, 18, 17, 19, 18, 20], dtype=float)

    assert naive_alarm(hours, 16) == 7


def test_nothing_is_over_before_the_eighth_week():
    assert naive_alarm(np.full(7, 40.0), 16) is None
    assert naive_alarm(np.full(9, 40.0), 16) == 7


def test_of_few_hours_half_an_hour_is_not_yet_over():
    assert naive_alarm(np.full(12, 1.5), 1) is None
    assert naive_alarm(np.full(12, 1.6), 1) == 7


def test_exactly_a_tenth_is_not_over():
    assert naive_alarm(np.full(12, 17.6), 16) is None
