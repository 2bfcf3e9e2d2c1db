"""Sparklines and drift lines."""

import pytest

from plait.web.charts.lines import drift, sparkline


def test_a_sparkline_runs_from_its_lowest_at_the_foot_to_its_highest_on_top():
    line = sparkline([10, 20])

    # 8 of 100 are left free above and below for the thickness of the line.
    assert line.d.startswith("M0 92")
    assert (line.last.x, line.last.y) == ("100%", "8%")


def test_level_values_are_a_line_in_the_middle():
    assert sparkline([5, 5, 5]).last.y == "50%"


@pytest.mark.parametrize("values", [[], [3]])
def test_one_value_makes_no_line(values):
    assert sparkline(values) is None
    assert drift(values, values) is None


def test_hours_and_agreement_stand_on_one_scale_that_begins_at_zero():
    shape = drift([8, 16], [8, 8])

    # 16 is the highest: 92 - 84 = 8; 8 stands half as high: 92 - 42 = 50.
    assert shape.last.y == "8%"
    assert shape.agreed == "M0 50L100 50"


def test_an_agreement_that_changed_is_drawn_as_it_was_each_week():
    shape = drift([8, 8, 16], [8, 16, 16])

    assert shape.agreed == "M0 50L50 8L100 8"


def test_the_week_that_hours_left_is_marked_and_the_excess_filled_from_there():
    shape = drift([8, 8, 16], [8, 8, 8], left_at=1)

    assert (shape.left.x, shape.left.y) == ("50%", "50%")
    assert shape.excess.startswith("M50 50")


def test_hours_back_under_the_agreement_are_no_excess():
    shape = drift([8, 16, 4], [8, 8, 8], left_at=1)

    assert shape.excess.endswith("Z")
    assert "100 71" not in shape.excess


def test_hours_as_agreed_have_neither_mark_nor_excess():
    shape = drift([8, 8], [8, 8])

    assert (shape.left, shape.excess) == (None, "")


def test_hours_that_left_in_the_last_week_are_marked_without_an_area():
    assert drift([8, 16], [8, 8], left_at=1).excess == ""
