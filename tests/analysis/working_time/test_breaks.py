"""Breaks in a shift: told, or the gap between two stretches."""

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints

OVER, WITHIN = Verdict.OVER, Verdict.WITHIN


def one_day(
    start: str, end: str, minutes: float, timezone="Europe/Amsterdam"
) -> Stints:
    return Stints(timezone).works("A", f"2026-11-02 {start}", end, minutes)


@pytest.mark.parametrize(
    ("start", "end", "minutes", "verdict"),
    [
        ("09:00", "14:30", 0, WITHIN),  # 5½ hours need none
        ("09:00", "14:31", 0, OVER),
        ("09:00", "17:00", 29, OVER),
        ("09:00", "17:00", 30, WITHIN),
        ("08:00", "18:30", 30, WITHIN),  # 10 hours of work
        ("08:00", "18:45", 30, OVER),  # 10¼ need 45 minutes
        ("08:00", "19:00", 45, WITHIN),
    ],
)
def test_the_netherlands_ask_for_30_minutes_and_later_45(start, end, minutes, verdict):
    assert one_day(start, end, minutes).verdicts("nl")["NL-7"] is verdict


@pytest.mark.parametrize(
    ("start", "end", "minutes", "verdict"),
    [
        ("09:00", "15:00", 0, WITHIN),  # 6 hours
        ("09:00", "15:10", 0, OVER),
        ("08:00", "17:30", 30, WITHIN),  # 9 hours of work
        ("08:00", "17:45", 30, OVER),  # 9¼ need 45 minutes
    ],
)
def test_germany_asks_for_30_minutes_and_later_45(start, end, minutes, verdict):
    life = one_day(start, end, minutes, "Europe/Berlin")

    assert life.verdicts("de")["DE-4a"] is verdict


def test_the_gap_between_two_stretches_is_a_break():
    life = one_day("09:00", "13:00", 0).works("B", "2026-11-02 13:30", "17:30")

    found = life.judged("nl").of("NL-7")

    assert found.verdict is WITHIN
    assert found.worst.figure == 30


def test_two_quarters_of_an_hour_do_and_three_times_ten_minutes_do_not():
    quarters = one_day("09:00", "12:00", 0).works("A", "2026-11-02 12:15", "15:00")
    quarters.works("A", "2026-11-02 15:15", "17:00")
    tens = one_day("09:00", "11:00", 0).works("A", "2026-11-02 11:10", "13:00")
    tens.works("A", "2026-11-02 13:10", "15:00").works("A", "2026-11-02 15:10", "17:00")

    assert quarters.verdicts("nl")["NL-7"] is WITHIN
    assert tens.verdicts("nl")["NL-7"] is OVER


def test_in_germany_six_hours_are_the_most_without_leaving_off():
    # 7 hours, then half an hour, then 1: 30 minutes are enough, 7 hours too long.
    life = one_day("08:00", "15:00", 0, "Europe/Berlin")
    life.works("A", "2026-11-02 15:30", "16:30")

    found = life.judged("de")

    assert found.of("DE-4a").verdict is WITHIN
    assert found.of("DE-4b").verdict is OVER
    assert found.of("DE-4b").worst.figure == 7


def test_work_for_two_employers_without_a_pause_is_unbroken():
    life = one_day("08:00", "12:00", 0, "Europe/Berlin")
    life.works("B", "2026-11-02 12:00", "15:00")

    assert life.judged("de").of("DE-4b").worst.figure == 7


def test_in_the_uk_each_employer_owes_its_own_break():
    # 4 + 4 hours without a pause: nobody's day is longer than 6.
    life = one_day("08:00", "12:00", 0, "Europe/London")
    life.works("B", "2026-11-02 12:00", "16:00")

    assert life.verdicts("uk")["UK-7c"] is Verdict.ADVISORY


def test_where_breaks_are_not_told_a_long_entry_may_hide_one():
    life = Stints().works("A", "2026-11-02 09:00", "17:00", knows_break=False)

    found = life.judged("nl").of("NL-7")

    assert found.verdict is Verdict.NOT_COVERED
    assert found.because is Because.NO_BREAKS


def test_a_gap_that_is_long_enough_is_enough_though_no_break_is_told():
    life = Stints().works("A", "2026-11-02 09:00", "12:30", knows_break=False)
    life.works("A", "2026-11-02 13:00", "17:00", knows_break=False)

    assert life.verdicts("nl")["NL-7"] is WITHIN


def test_days_that_are_short_enough_need_no_break():
    found = one_day("09:00", "12:00", 0).judged("nl").of("NL-7")

    assert found.verdict is WITHIN
    assert found.because is Because.NOT_ARISEN
