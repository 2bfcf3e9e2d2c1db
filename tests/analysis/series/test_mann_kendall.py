"""The Mann-Kendall score, counted by hand on small series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.series.mann_kendall import kendall


def score(series) -> float:
    return kendall(np.array(series, dtype=float))


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        # 4 x 3 / 2 = 6 pairs, all rising: S = 6, one toward zero 5.
        # Variance 4 x 3 x 13 / 18 = 8.6667; 5 / sqrt(8.6667) = 1.6984.
        ([1, 2, 3, 4], 1.6984),
        ([4, 3, 2, 1], -1.6984),
        # Pairs: 1-1 level, 5 rising: S = 5, so 4. One tie of 2: 2 x 1 x 9 = 18.
        # Variance (156 - 18) / 18 = 7.6667; 4 / sqrt(7.6667) = 1.4446.
        ([1, 1, 2, 3], 1.4446),
        # Pairs of 1 3 2 4: five rise, 3-2 falls: S = 4, so 3; 3 / 2.9439 = 1.0190.
        ([1, 3, 2, 4], 1.0190),
        # Two ties of 2: 4 rising pairs of 6: S = 4, so 3.
        # Variance (156 - 2 x 18) / 18 = 6.6667; 3 / sqrt(6.6667) = 1.1619.
        ([1, 1, 2, 2], 1.1619),
        # 0 0 0 5 0 5: of 15 pairs 3 + 1 = 4 rise from a nought to the first 5 and
        # to the last (0-0-0-0 to 5: 4 in all), 3 to the first, 1 falls: S = 7 - 1 = 6.
        # Ties of 4 and 2: 4 x 3 x 13 + 2 x 1 x 9 = 174; 6 x 5 x 17 = 510;
        # variance (510 - 174) / 18 = 18.6667; 5 / sqrt(18.6667) = 1.1573.
        ([0, 0, 0, 5, 0, 5], 1.1573),
        # Twelve rising months: S = 66, so 65; variance 12 x 11 x 29 / 18 = 212.667;
        # 65 / 14.5831 = 4.4572.
        (range(12), 4.4572),
    ],
)
def test_a_series_has_the_score_counted_by_hand(series, expected):
    assert round(score(series), 4) == expected


@pytest.mark.parametrize("series", [[], [7], [7, 7, 7, 7], [1, 2, 2, 1]])
def test_what_neither_rises_nor_falls_scores_nothing(series):
    assert score(series) == 0


series_of_months = st.lists(st.integers(0, 9), min_size=2, max_size=14)


@given(series_of_months)
def test_told_backwards_a_series_has_the_opposite_score(series):
    assert score(series[::-1]) == pytest.approx(-score(series))


@given(series_of_months, st.integers(1, 1000), st.integers(-50, 50))
def test_only_the_order_of_amounts_counts(series, factor, moved):
    assert score([factor * x + moved for x in series]) == score(series)
