"""Numbers and points as SVG attributes."""

import re

import pytest

from plait.web.charts.paths import band, coordinate, percent, smooth, straight


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (3.14159, "3.14"), (-0.001, "0"), (100, "100"), (-2.5, "-2.5")],
)
def test_a_number_is_written_with_a_point_and_without_needless_zeros(value, text):
    assert coordinate(value) == text


def test_a_share_of_nothing_is_nothing():
    assert percent(3, 0) == "0%"


def test_straight_lines_go_through_their_points():
    assert straight([(0, 1), (2, 3.5)]) == "M0 1L2 3.5"


def test_a_curve_between_two_points_is_the_line_between_them():
    # Slope 2 at both ends: the handles lie at a third and two thirds of the line.
    assert smooth([(0, 0), (3, 6)]) == "M0 0C1 2 2 4 3 6"


def test_a_curve_is_flat_at_a_peak_so_that_it_shows_no_more_than_was_given():
    heights = [float(y) for y in re.findall(r" (-?[\d.]+)", smooth(PEAK))]

    assert max(heights) == 10


def test_a_handle_that_mirrors_the_one_before_is_not_written_twice():
    # Slopes 1, 1, 1 over steps of 3: handles (1, 1), (2, 2), then (4, 4) mirrors (2, 2).
    assert smooth([(0, 0), (3, 3), (6, 6)]) == "M0 0C1 1 2 2 3 3S5 5 6 6"
    # A step of 6 after one of 3 mirrors nothing.
    assert smooth([(0, 0), (3, 3), (9, 9)]) == "M0 0C1 1 2 2 3 3C5 5 7 7 9 9"


def test_one_point_is_a_move_and_no_curve():
    assert smooth([(5, 5)]) == "M5 5"


def test_a_band_goes_out_along_its_upper_edge_and_back_along_its_lower_one():
    area = band([(0, 0), (3, 0)], [(0, 6), (3, 6)])

    assert area == "M0 0C1 0 2 0 3 0L3 6C2 6 1 6 0 6Z"


PEAK = [(0, 0), (1, 10), (2, 0), (3, 4)]
