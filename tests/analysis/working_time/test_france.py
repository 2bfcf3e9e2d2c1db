"""France: overtime of each employer, breaks from six hours on, and night workers."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import MONDAY, Stints

PARIS = "Europe/Paris"
OVER = Verdict.OVER


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(-1, Verdict.NEAR), (0, Verdict.NEAR), (1, OVER)]
)
def test_two_hundred_and_twenty_hours_of_overtime_a_year_to_the_minute(
    minutes, verdict
):
    # 44 weeks of 40 hours are 44 x 5 above 35.
    life = Stints(PARIS).weeks("A", [40] * 44)
    life.rows[0]["seconds"] += minutes * 60

    found = life.judged("fr").of("FR-4b")

    assert found.verdict is verdict
    assert found.worst.figure == pytest.approx(220 + minutes / 60)


def test_overtime_of_two_employers_is_not_added():
    # 35 and 20 hours a week: 20 above 35 together, none with either.
    life = Stints(PARIS).weeks("A", [35] * 44).weeks("B", [20] * 44)

    found = life.judged("fr").of("FR-4b")

    assert found.verdict is Verdict.WITHIN
    assert found.because is Because.NOT_ARISEN


def test_a_short_week_makes_up_for_no_long_one():
    life = Stints(PARIS).weeks("A", [45, 25] * 10)

    assert life.judged("fr").of("FR-4b").worst.figure == 100


def test_each_calendar_year_begins_anew_and_a_week_is_of_the_year_it_ends_in():
    # From Monday 28 December 2026 on a week of 2027.
    life = Stints(PARIS).weeks("A", [40] * 4, since=date(2026, 12, 14))

    found = life.judged("fr").of("FR-4b")

    assert found.worst.figure == found.latest.figure == 10
    assert found.latest.period.start == date(2027, 1, 1)


def test_leave_is_no_overtime():
    life = Stints(PARIS).weeks("A", [36], days=4).is_away("A", "2026-01-09", 9)

    assert life.judged("fr").of("FR-4b").worst.figure == 1


@pytest.mark.parametrize(
    ("end", "minutes", "is_over"),
    [
        ("14:59", 0, False),
        ("15:00", 0, True),
        ("15:20", 20, False),
        ("15:19", 19, True),
    ],
    ids=["a minute under", "at six hours", "with its break", "a minute short"],
)
def test_a_break_is_due_at_six_hours(end, minutes, is_over):
    life = Stints(PARIS).works("A", "2026-01-05 09:00", end, minutes)

    assert (life.judged("fr").of("FR-6").verdict is OVER) == is_over


def nights(per_week: int, n_weeks: int, start: str, end: str) -> Stints:
    life = Stints(PARIS)
    for week in range(n_weeks):
        for number in range(per_week):
            day = MONDAY + timedelta(weeks=week, days=number)
            life.works("A", f"{day} {start}", end)
    return life


@pytest.mark.parametrize(
    ("end", "is_over"), [("05:59", False), ("06:00", False), ("06:01", True)]
)
def test_a_night_worker_has_eight_hours_a_night(end, is_over):
    found = nights(2, 1, "22:00", end).judged("fr").of("FR-7a")

    assert (found.verdict is OVER) == is_over


def test_one_night_a_week_makes_no_night_worker():
    assert nights(1, 3, "20:00", "06:00").judged("fr").of("FR-7a").because is (
        Because.NOT_ARISEN
    )


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(-1, Verdict.NEAR), (0, Verdict.NEAR), (1, OVER)]
)
def test_a_night_worker_has_forty_hours_a_week_over_twelve_weeks(minutes, verdict):
    life = nights(5, 12, "22:00", "06:00")
    life.rows[0]["seconds"] += minutes * 60
    life.rows[0]["ends_at"] += timedelta(minutes=max(minutes, 0))

    assert life.judged("fr").of("FR-7b").verdict is verdict


def test_leave_does_not_lower_the_mean_of_a_night_worker():
    life = nights(5, 11, "22:00", "06:00")
    for day in range(5):
        life.is_away("A", MONDAY + timedelta(weeks=11, days=day))

    assert life.judged("fr").of("FR-7b").worst.figure == pytest.approx(40)
