"""Lengths with their units, as trackers, tables and people write them."""

import pytest

from plait.formats.trackers.clock import decimal_mark, duration
from plait.formats.trackers.lengths import with_units
from plait.formats.trackers.stated import StatedLengths


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("18:25 min", 1105),
        ("1:05:30 h", 3930),
        ("1:30 uur", 5400),
        ("45 sec", 45),
        ("45s", 45),
        ("90 min", 5400),
        ("90'm", None),
        ("8 uur", 28_800),
        ("8u", 28_800),
        ("7,5 uur", 27_000),
        ("0.25 h", 900),
        ("1h30", 5400),
        ("1 u 30", 5400),
        ("1 uur en 30 minuten", 5400),
        ("1 hour, 5 minutes", 3900),
        ("2 Std. 15 Min.", 8100),
        ("1h 2m 3s", 3723),
        ("1 heure 30", 5400),
        ("PT1H30M", 5400),
        ("PT45S", 45),
        ("PT0.5H", 1800),
        ("P1DT2H", 93_600),
        ("pt20m", 1200),
        # Nothing of these says how long it was.
        ("P", None),
        ("PT", None),
        ("30m 1h", None),
        ("1h 2h", None),
        ("about an hour", None),
        ("-1h", None),
        ("3 pages", None),
        ("h", None),
        ("1:30", None),
        ("1.5", None),
        ("1h" + " " * 100, 3600),
        ("9" * 5000 + "h", None),
    ],
)
def test_a_length_that_names_its_units(text, seconds):
    assert with_units(text) == seconds


def test_a_units_own_length_needs_no_column():
    assert duration("18:25 min", decimal=",", unit=1) == 1105


def test_the_points_of_abbreviations_are_no_decimal_marks():
    assert decimal_mark(["1 Std. 30 Min.", "0,5"]) == ","


def test_a_column_knows_how_coarsely_it_is_rounded():
    # One decimal of an hour: half of six minutes either way.
    assert StatedLengths(["0.3", "1.0"]).beside_times("0.3") == (1080, 180)
    # Two decimals may be 18 seconds off; clocks hold whole minutes, so a minute.
    assert StatedLengths(["0.5", "0.33"]).beside_times("0.5") == (1800, 60)
    assert StatedLengths(["0:20"]).beside_times("0:20") == (1200, 60)
    assert StatedLengths(["0:20:10"]).beside_times("0:20:10") == (1210, 0)
    assert StatedLengths(["18:25 min"]).beside_times("18:25 min") == (1105, 0)
    assert StatedLengths(["?"]).beside_times("?") == (None, 0)
