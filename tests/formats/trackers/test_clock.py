from datetime import date, time

import pytest

from plait.formats.source import Unreadable
from plait.formats.trackers.clock import (
    day,
    day_order,
    decimal_mark,
    duration,
    time_of_day,
)
from plait.formats.values import BadValue

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("cell", "is_day_first", "expected"),
    [
        ("2024-03-04", True, date(2024, 3, 4)),
        ("2024/3/4", False, date(2024, 3, 4)),
        (" 04.03.2024 ", True, date(2024, 3, 4)),
        ("03/04/24", False, date(2024, 3, 4)),
        ("1970-01-01", True, date(1970, 1, 1)),
        ("2027-03-03", True, date(2027, 3, 3)),
    ],
)
def test_a_date_is_read_in_the_order_of_its_column(cell, is_day_first, expected):
    assert day(cell, TODAY, is_day_first=is_day_first) == expected


@pytest.mark.parametrize(
    "cell",
    ["0202-03-04", "1969-12-31", "2027-03-04", "04-03/2024", "2024-13-01", "", "4/3"],
)
def test_what_is_no_day_of_work_is_refused(cell):
    with pytest.raises(BadValue):
        day(cell, TODAY)


def test_a_column_without_dates_has_any_order(options):
    assert day_order(["", "soon", "2024-03-04"], options)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("9:05", time(9, 5)),
        ("23:59:59", time(23, 59, 59)),
        ("09.05", time(9, 5)),
        ("12:00 AM", time(0)),
        ("12:00 p.m.", time(12)),
        ("1:05:09\u202fPM", time(13, 5, 9)),
    ],
)
def test_both_kinds_of_clock_are_read(cell, expected):
    assert time_of_day(cell, None) == expected


@pytest.mark.parametrize("cell", ["24:00", "25:61", "13:00 PM", "0:00 AM", "900", ""])
def test_what_no_clock_shows_is_refused(cell):
    with pytest.raises(BadValue, match="This is not a time of the day"):
        time_of_day(cell, None)


@pytest.mark.parametrize(
    ("hours", "amounts", "mark"),
    [
        (["1,5", "2"], [], ","),
        (["1.5"], [], "."),
        (["1,500"], ["2.000,0"], ","),
        (["1.500"], ["1,234,567"], "."),
        (["8"], ["1,250"], "."),
        (["1,250"], [], ","),
        (["0,125"], [], ","),
        (["1234,500"], [], ","),
        (["-1,5"], [], ","),
        ([""], [], "."),
    ],
)
def test_the_decimal_mark_is_told_by_all_numbers(hours, amounts, mark):
    assert decimal_mark(hours, amounts) == mark


def test_two_decimal_marks_in_one_column_are_not_guessed():
    with pytest.raises(Unreadable, match=r"written in two ways: 1,5, 2\.25"):
        decimal_mark(["1,5", "2.25"])


@pytest.mark.parametrize("cell", ["9" * 5000, "9" * 5000 + ":00", "1e99", "-0:30", "x"])
def test_what_is_no_duration_is_refused(cell):
    with pytest.raises(BadValue):
        duration(cell)
