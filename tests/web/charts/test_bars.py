"""Meters, share bars and the days of a week."""

from datetime import date

import pytest

from plait.web.charts.bars import Slice, day_bars, meter, share_bar

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("value", "of", "inside", "over"),
    [
        (30, 40, "75%", "0%"),
        (40, 40, "100%", "0%"),
        (50, 40, "80%", "20%"),  # the bar is 50 long: 40 of 50 fit
        (5, 0, "0%", "100%"),
        (0, 0, "0%", "0%"),
    ],
)
def test_a_meter_shows_what_fits_and_what_is_over(value, of, inside, over):
    bar = meter(value, of)

    assert (bar.inside, bar.over) == (inside, over)


def test_a_share_bar_lays_its_slices_end_to_end():
    parts = share_bar([Slice("Practice", 1, 60), Slice("Training", 2, 40)])

    assert [(p.css, p.start, p.length) for p in parts] == [
        ("strand-1", "0%", "60%"),
        ("strand-2", "60%", "40%"),
    ]


def test_a_slice_of_nothing_is_left_out():
    parts = share_bar([Slice("Board", 4, 0), Slice("Practice", 1, 5)])

    assert [part.name for part in parts] == ["Practice"]


def test_no_slices_are_no_parts():
    assert share_bar([]) == ()


def test_a_day_stands_on_the_foot_with_its_first_role_lowest():
    (day,) = day_bars([(MONDAY, [Slice("A", 1, 6), Slice("B", 2, 2)])], today=MONDAY)

    # 8 hours fill the height: B from 0 to 25 % from the top, A from there to the foot.
    assert [(p.name, p.start, p.length) for p in day.parts] == [
        ("B", "0%", "25%"),
        ("A", "25%", "75%"),
    ]


def test_a_light_week_does_not_look_heavy():
    (day,) = day_bars([(MONDAY, [Slice("A", 1, 2)])], today=MONDAY)

    assert (day.parts[0].start, day.parts[0].length) == ("75%", "25%")


def test_a_day_knows_its_total_and_whether_it_is_today():
    (day,) = day_bars([(MONDAY, [])], today=date(2026, 11, 17))

    assert (day.total, day.is_today) == (0, False)
