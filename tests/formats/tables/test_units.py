import pytest

from plait.formats.tables import table


def seconds(source, options):
    mapping = table.describe(source).proposal()
    return [line.seconds for line in table.first_lines(source, mapping, options)]


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Duration (min)", "45", 2700),
        ("Duur (minuten)", "45", 2700),
        ("Minutes", "45", 2700),
        ("Duration (sec)", "45", 45),
        ("duration_ms", "45000", 45),
        ("Time spent (s)", "90", 90),
        ("Duration (h)", "0.75", 2700),
        ("Duration (hh:mm)", "0:45", 2700),
        ("Duration (min)", "18:25", 1105),  # 18 x 60 + 25
        ("Duration", "1h 30m", 5400),
        ("Uren", "1,5", 5400),
    ],
)
def test_a_heading_may_name_the_unit(a_file, options, heading, cell, expected):
    source = a_file(f"Date;Project;{heading}\n2026-05-04;Board;{cell}\n")

    assert seconds(source, options) == [expected]


def test_more_than_a_day_has_hours_are_minutes(a_file, options):
    source = a_file("Date,Project,Duration\n2026-05-04,Board,45\n2026-05-05,Board,20\n")

    assert table.describe(source).unit == ("min", "No day has as many hours")
    assert seconds(source, options) == [2700, 1200]


def test_times_of_day_with_points_are_no_decimals(a_file, options):
    source = a_file("project;date;start;stop\nBoard;2026-05-04;08.37;11.06\n")

    assert seconds(source, options) == [8940]  # 2 h 29 min


def test_columns_that_a_person_chose_are_nothing_else(a_file, options):
    source = a_file("job;on;a;b\nBoard;2026-05-04;08.37;11.06\n")
    shape = table.describe(source, "time")

    chosen = shape.corrected({"date": 1, "start": 2, "end": 3})

    [line] = table.first_lines(source, chosen.proposal(), options)
    assert line.seconds == 8940
