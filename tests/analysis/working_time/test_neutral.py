"""Where leave is neutral, by the days that the person works, and German holidays."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.segments import Worker
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import MONDAY, Stints

PARIS, BERLIN = "Europe/Paris", "Europe/Berlin"


def on(week: int, day: int) -> date:
    return MONDAY + timedelta(weeks=week, days=day)


def two_jobs(weeks: range, *, away: range = range(0)) -> Stints:
    """Have a job of five days of 7 hours, and one of 6 on Saturdays; 41 hours."""
    life = Stints(PARIS)
    for week in weeks:
        for day in range(6):
            organisation, hours = ("B", 6) if day == 5 else ("A", 7)
            if week in away:
                life.is_away(organisation, on(week, day), hours)
            else:
                life.gives(organisation, on(week, day), hours)
    return life


def test_two_weeks_off_six_days_a_week_are_two_weeks():
    # 10 weeks of 41 in 12 - 2 x 6/6; with five days a week they would be 41.91.
    life = two_jobs(range(12), away=range(5, 7))

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(41)


def test_a_week_off_from_one_job_of_two_leaves_the_other_days_of_it():
    # 11 weeks of 41, and a Saturday of 6 hours in a sixth of a week.
    life = two_jobs(range(11))
    for day in range(5):
        life.is_away("A", on(11, day), 7)
    life.gives("B", on(11, 5), 6)

    found = life.judged("fr").of("FR-1c").worst.figure

    assert found == pytest.approx((11 * 41 + 6) / (11 + 1 / 6))


@pytest.mark.parametrize(("hours", "verdict"), [(44, "near"), (44.04, "over")])
def test_four_days_a_week_off_are_a_week(hours, verdict):
    life = Stints(PARIS).weeks("A", [hours] * 11, days=4)
    for day in range(4):
        life.is_away("A", on(11, day), hours / 4)

    found = life.judged("fr").of("FR-1c")

    assert found.worst.figure == pytest.approx(hours)
    assert found.verdict == verdict


def test_one_day_off_of_four_is_a_quarter_of_the_week():
    # 11 weeks of 40 and three days of 10: 470 / 11.75 = 40.
    life = Stints(PARIS).weeks("A", [40] * 11, days=4)
    life.weeks("A", [30], since=on(11, 0), days=3).is_away("A", on(11, 3), 10)

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(40)


def test_leave_noted_for_the_weekend_too_is_still_one_week():
    life = Stints(PARIS).weeks("A", [42] * 11)
    for day in range(7):
        life.is_away("A", on(11, day), 6)

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(42)


def test_changing_days_are_as_many_a_week_as_they_usually_are():
    # Four days of 10 hours, another four each week; a week off notes four days.
    life = Stints(PARIS)
    for week in range(11):
        for day in range(4):
            life.gives("A", on(week, (week + 2 * day) % 7), 10)
    for day in range(4):
        life.is_away("A", on(11, day), 10)

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(40)


# Germany. From Monday 4 May 2026 24 weeks hold three public holidays:
# Ascension on 14 May, Whit Monday on 25 May, and 3 October, a Saturday.
SPRING = date(2026, 5, 4)
WHOLE = {date(2026, 5, 14), date(2026, 5, 25)}


def weekdays(life: Stints, hours: float, off: set[date] = WHOLE, n_weeks: int = 24):
    for number in range(n_weeks * 7):
        day = SPRING + timedelta(days=number)
        if day.weekday() < 5 and day not in off:
            life.gives("A", day, hours)
    return life


def test_a_public_holiday_off_makes_up_for_nothing():
    # 118 days of 9.6 hours are 1,132.8; 144 - 3 working days are 141, so 8.034 a day
    # and 48.20 a week. As days off among 24 weeks they would have come to 47.2.
    found = weekdays(Stints(BERLIN), 9.6).judged("de").of("DE-2b")

    assert found.worst.figure == pytest.approx(118 * 9.6 / 141 * 6)
    assert found.verdict is Verdict.OVER


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(-1, Verdict.NEAR), (0, Verdict.NEAR), (1, Verdict.OVER)]
)
def test_the_mean_of_working_days_to_the_minute(minutes, verdict):
    # 141 days of 8 hours are 1,128: 118 days of 9 hours and one of 66 more in pieces.
    life = weekdays(Stints(BERLIN), 9)
    for number in range(11):
        life.gives("B", SPRING + timedelta(days=5 + 7 * number), 6)
    life.gives("B", SPRING + timedelta(days=5 + 7 * 12), minutes / 60 + 0.5)
    life.rows[0]["seconds"] -= 1800

    assert life.judged("de").of("DE-2b").verdict is verdict


def test_a_public_holiday_that_was_worked_is_a_working_day():
    # The day off in its place takes its part: 142 working days, with 3 October.
    life = weekdays(Stints(BERLIN), 9.6, WHOLE - {date(2026, 5, 14)})

    found = life.judged("de").of("DE-2b").worst.figure

    assert found == pytest.approx(119 * 9.6 / 142 * 6)


def test_the_region_has_holidays_of_its_own():
    # Corpus Christi on 4 June and the Assumption on Saturday 15 August in the Saarland.
    life = weekdays(Stints(BERLIN), 9.6, WHOLE | {date(2026, 6, 4)})
    everywhere = life.judged("de").of("DE-2b").worst.figure
    life.worker = Worker(BERLIN, country="DE", region="SL")

    assert everywhere == pytest.approx(117 * 9.6 / 141 * 6)
    assert life.judged("de").of("DE-2b").worst.figure == pytest.approx(
        117 * 9.6 / 139 * 6
    )


def test_a_week_off_with_a_public_holiday_in_it_is_a_week():
    # Off from 11 to 15 May, Ascension among them: 24 weeks less that one, less the two
    # holidays of the others.
    off = {date(2026, 5, day) for day in range(11, 16)}
    life = weekdays(Stints(BERLIN), 9.6, WHOLE | off)
    for day in sorted(off - WHOLE):
        life.is_away("A", day, 9.6)

    found = life.judged("de").of("DE-2b").worst.figure

    assert found == pytest.approx(114 * 9.6 / (23 * 6 - 2) * 6)


def test_other_countries_know_no_holidays_in_the_mean():
    life = weekdays(Stints(PARIS), 8, n_weeks=12)

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(58 * 8 / 12)
