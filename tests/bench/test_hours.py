"""The analyses of hours that are measured answer for every role, week and rule."""

import json

import pytest

from bench import life
from bench.hours import hours
from bench.hours import in_process as hours_asked
from plait.formats.quick_entry.week_text import blocks_of
from tests.cast import Life, terms


def a_life():
    """Two roles over two years: one drifts, both have leave and public holidays."""
    told = Life("2025-12-31", capacity=40, country="NL")
    told.role("Linde", terms("16/week", blocks="mon 09:00-17:00, tue 09:00-17:00"))
    told.role("Kompas", "8/week")
    told.is_away("2025-07-21", "2025-08-11")
    told.gives_weekly("Linde", 16, weeks=104)
    told.gives_weekly("Kompas", [8] * 80 + [12] * 24)
    return told.portfolio()


def test_each_analysis_answers_and_is_timed():
    laps = hours_asked.ask(a_life())

    # Two roles, the usual twelve weeks, more than a dozen Dutch rules.
    assert [laps["drift"][1], laps["capacity"][1]] == [2, 12]
    assert laps["working time"][1] > 12
    assert all(seconds > 0 for seconds, _ in laps.values())


def measured(*, drift_ms):
    """Return the part with a cold lap and three warm ones, drift as told."""
    cold = {"drift": [0.09, 12], "capacity": [0.02, 12], "working time": [0.03, 21]}
    warm = [{**cold, "drift": [ms / 1000, 12]} for ms in drift_ms]
    part = hours.Hours(book=None)
    part.read(json.dumps({"cold": cold, "warm": warm}).encode())
    return part


def test_what_is_to_be_reached_is_the_middle_of_all_three_together():
    # 20 and 30 ms for the other two: 60, 70 and 160 ms together.
    [target] = measured(drift_ms=[10, 110, 20]).targets()

    assert (target.measured, target.is_reached) == ("70 ms", True)


def test_more_than_a_tenth_of_a_second_falls_short():
    [target] = measured(drift_ms=[50, 51, 52]).targets()

    assert (target.measured, target.is_reached) == ("101 ms", False)


def test_the_table_tells_the_first_time_apart():
    lines = list(measured(drift_ms=[10, 110, 20]).lines())

    together = next(line for line in lines if line.startswith("| together"))
    # 90 + 20 + 30 the first time; then 60, 70 and 160.
    assert together.split("|")[3:6] == [" 140      ", " 70       ", " 60–160 "]


@pytest.mark.parametrize("role", [r for r in life.ROLES if r.days], ids=lambda r: r.key)
def test_agreed_days_hold_the_agreed_hours(role):
    seconds = sum(block.seconds for block in blocks_of(role.days))

    assert f"{seconds // 3600}/week" == role.terms[0]


def test_every_year_of_the_life_has_leave_and_is_ill_once():
    kinds = [kind for kind, _ in life.away()]

    # Eleven years, with the one that begins on the day of the review.
    assert (kinds.count("leave"), kinds.count("sickness")) == (33, 11)
