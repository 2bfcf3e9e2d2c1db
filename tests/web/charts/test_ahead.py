"""Columns of the weeks ahead, and bars on one scale."""

from datetime import date, timedelta

from plait.web.charts.against import against
from plait.web.charts.ahead import Ahead, columns

MONDAY = date(2026, 11, 23)


def test_a_week_beyond_what_there_is_to_give_is_split_there():
    # The highest, a range up to 60, is 100 / 1.04 of the height: 60 of 62.4.
    (week,) = columns([Ahead(MONDAY, 50, 40, 45, 60, is_full=True)])

    assert (week.inside, week.over) == ("64.1%", "16.03%")  # 40 and 10 of 62.4
    assert week.supply_y == "35.9%"  # 100 less 64.1
    assert (week.low_y, week.high_y) == ("27.88%", "3.85%")


def test_the_hours_asked_stand_above_the_column_and_its_range():
    beyond, flat = columns([Ahead(MONDAY, 50.4, 40, 45, 60), Ahead(MONDAY, 0, 40)])

    assert (beyond.label, beyond.label_y) == ("50", beyond.high_y)
    assert flat.label == ""


def test_no_line_runs_through_the_hours_asked():
    # 0.14 of 52 is 7.28 hours: lines at 42 and 48 are near enough, one at 50 is not.
    near, far = columns([Ahead(MONDAY, 40, 42, before=48), Ahead(MONDAY, 40, 50)])

    assert near.label_y == near.before_y
    assert far.label_y == far.inside_y


def test_a_week_that_fits_has_nothing_over():
    (week,) = columns([Ahead(MONDAY, 30, 40)])

    assert (week.over, week.low_y) == ("", "")


def test_without_hours_to_give_all_is_inside():
    (week,) = columns([Ahead(MONDAY, 30, None)])

    assert (week.over, week.supply_y) == ("", "")


def test_a_load_to_set_it_against_is_a_line_and_may_be_the_highest():
    # 50 without it is the highest: 50 of 52 is 96.15 %, so the line lies 3.85 % down.
    (week,) = columns([Ahead(MONDAY, 30, 40, before=50)])

    assert (week.before_y, week.inside) == ("3.85%", "57.69%")


def test_each_month_begins_once():
    weeks = [Ahead(MONDAY + timedelta(weeks=n), 1, 1) for n in range(4)]

    # 23 and 30 November, 7 and 14 December.
    assert [w.begins_month for w in columns(weeks)] == [True, False, True, False]


def test_a_month_of_one_week_at_the_start_is_not_named():
    # 30 November, and three weeks of December: the names would run into each other.
    weeks = [Ahead(MONDAY + timedelta(weeks=n), 1, 1) for n in range(1, 5)]

    assert [w.begins_month for w in columns(weeks)] == [False, True, False, False]


def test_weeks_without_any_hours_are_drawn_flat():
    (week,) = columns([Ahead(MONDAY, 0, 0)])

    assert (week.inside, week.over) == ("0%", "")


def test_bars_share_one_scale_and_mark_what_was_agreed():
    # The longest is 20: 13 of 8 agreed are 40 % inside, 25 % over, the tick at 40 %.
    over, whole, unagreed = against([(13, 8), (20, 20), (5, None)])

    assert (over.inside, over.over, over.tick) == ("40%", "25%", "40%")
    assert (whole.inside, whole.over, whole.tick) == ("100%", "", "100%")
    assert (unagreed.inside, unagreed.over, unagreed.tick) == ("25%", "", "")


def test_no_bars_at_all_are_none():
    assert against([]) == ()
    assert against([(None, None)])[0].inside == "0%"
