"""Night work: what a night shift is, and what it may be."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints

OVER = Verdict.OVER


def nights(n: int, start: str = "23:00", end: str = "07:00", **told) -> Stints:
    """Work so many nights one after another from Monday 5 January 2026 on."""
    return more_nights(Stints(**told), date(2026, 1, 5), n, start, end)


def more_nights(
    life: Stints, first: date, n: int, start: str = "23:00", end: str = "07:00"
) -> Stints:
    for number in range(n):
        life.works("A", f"{first + timedelta(days=number)} {start}", end)
    return life


def test_one_hour_after_midnight_makes_no_night_shift_and_more_does():
    until_one = nights(1, "17:00", "01:00").judged("nl").of("NL-8a")
    until_two = nights(1, "17:00", "02:00").judged("nl").of("NL-8a")

    assert until_one.because is Because.NOT_ARISEN
    assert until_two.worst.figure == 9


def test_in_the_spring_night_the_hour_that_is_skipped_is_not_worked():
    # 1:00 to 2:00 and 3:00 to 3:30 on 29 March 2026: an hour and a half.
    life = Stints().works("A", "2026-03-29 01:00", "2026-03-29 03:30")

    assert life.judged("nl").of("NL-8a").worst.figure == 1.5


@pytest.mark.parametrize(
    ("start", "verdict"),
    [("21:00", Verdict.NEAR), ("20:00", Verdict.NEAR), ("18:30", OVER)],
    ids=["10 h", "11 h, seldom, rested", "12½ h"],
)
def test_a_night_shift_has_ten_hours_and_seldom_twelve(start, verdict):
    assert nights(1, start).verdicts("nl")["NL-8a"] is verdict


def test_twelve_hours_six_times_in_two_weeks_are_once_too_often():
    # 19:00 to 7:00 are 12 hours with 12 hours of rest after each.
    assert nights(5, "19:00").judged("nl").of("NL-8a").verdict is Verdict.NEAR
    assert nights(6, "19:00").judged("nl").of("NL-8a").times_over == 1


def test_eleven_hours_of_night_need_twelve_of_rest():
    # 20:30 to 7:30 are 11 hours; the next work begins at 19:00, 11½ hours later.
    life = nights(1, "20:30", "07:30").works("A", "2026-01-06 19:00", "21:00")

    assert life.verdicts("nl")["NL-8a"] is OVER


def test_fourteen_hours_of_rest_follow_a_night_that_ends_after_two():
    late = nights(1, "20:00", "03:00").works("A", "2026-01-06 16:00", "20:00")
    early = nights(1, "20:00", "02:00").works("A", "2026-01-06 15:00", "20:00")

    found = late.judged("nl").of("NL-8c")
    assert found.verdict is OVER
    assert found.worst.figure == 13  # 3:00 to 16:00
    assert early.judged("nl").of("NL-8c").because is Because.NOT_ARISEN


def test_46_hours_follow_three_nights_in_a_row():
    # The third ends on Thursday 7:00; Saturday 5:00 would be 46 hours later.
    short = nights(3).works("A", "2026-01-09 12:00", "16:00")
    long = nights(3).works("A", "2026-01-10 05:30", "10:00")
    two = nights(2).works("A", "2026-01-08 12:00", "16:00")

    assert short.judged("nl").of("NL-8d").worst.figure == 29  # Thursday 7 to Friday 12
    assert short.verdicts("nl")["NL-8d"] is OVER
    assert long.verdicts("nl")["NL-8d"] is not OVER
    assert two.judged("nl").of("NL-8d").because is Because.NOT_ARISEN


def test_seven_nights_in_a_row_are_the_most():
    assert nights(7).verdicts("nl")["NL-8e"] is Verdict.WITHIN
    assert nights(8).judged("nl").of("NL-8e").worst.figure == 8
    assert nights(8).verdicts("nl")["NL-8e"] is OVER


def test_a_rest_of_46_hours_begins_the_count_of_nights_anew():
    life = more_nights(nights(5), date(2026, 1, 12), 5)

    assert life.judged("nl").of("NL-8e").worst.figure == 5


def test_36_night_shifts_in_16_weeks_are_the_most():
    # Four nights a week for nine weeks are 36; a tenth week brings one more.
    life = Stints()
    for week in range(9):
        more_nights(life, date(2026, 1, 5) + timedelta(weeks=week), 4)
    life.gives("A", "2026-04-24", 1, counts_as="voluntary")
    kept = life.judged("nl", on="2026-04-26").of("NL-8f")
    more_nights(life, date(2026, 3, 16), 1)
    broken = life.judged("nl", on="2026-04-26").of("NL-8f")

    assert (kept.verdict, kept.worst.figure) == (Verdict.NEAR, 36)
    assert (broken.verdict, broken.worst.figure) == (OVER, 37)


def test_with_16_nights_in_16_weeks_the_mean_is_40():
    # One night of 8 hours and 34 more hours a week: 42 > 40, though 42 < 48.
    life = Stints()
    for week in range(16):
        monday = date(2026, 1, 5) + timedelta(weeks=week)
        more_nights(life, monday, 1)
        for day in (2, 3):
            on = monday + timedelta(days=day)
            life.works("A", f"{on} 06:00", "23:00")

    found = life.judged("nl")

    assert found.of("NL-8b").verdict is OVER
    assert found.of("NL-8b").worst.figure == 42
    assert found.of("NL-4").verdict is Verdict.WITHIN


def test_a_uk_night_worker_is_held_to_eight_hours_a_day():
    # Five nights of 10 hours a week: 50 x 17 / (119 x 6 / 7) = 850 / 102 = 8.33.
    life = Stints("Europe/London")
    for week in range(17):
        more_nights(life, date(2026, 1, 5) + timedelta(weeks=week), 5, "21:00")

    found = life.judged("uk").of("UK-8")

    assert found.verdict is OVER
    assert found.worst.figure == pytest.approx(850 / 102)


def test_who_works_by_day_is_no_night_worker():
    life = Stints("Europe/London")
    for week in range(18):
        monday = date(2026, 1, 5) + timedelta(weeks=week)
        for day in range(5):
            life.works("A", f"{monday + timedelta(days=day)} 08:00", "18:00")
    life.works("A", "2026-01-10 22:00", "04:00")

    found = life.judged("uk").of("UK-8")

    assert found.verdict is Verdict.WITHIN
    assert found.because is Because.NOT_ARISEN


def test_thirteen_sundays_of_a_year_stay_free():
    # 40 Sundays worked leave 12 of 52; 39 leave 13.
    life = Stints()
    for week in range(39):
        life.gives("A", date(2026, 1, 11) + timedelta(weeks=week), 4)
    life.gives("A", "2027-01-02", 4)
    kept = life.judged("nl").of("NL-9")
    life.gives("A", "2026-10-11", 4)
    broken = life.judged("nl").of("NL-9")

    assert (kept.verdict, kept.worst.figure) == (Verdict.NEAR, 13)
    assert (broken.verdict, broken.worst.figure) == (OVER, 12)


def day_and_night(n_days: int, n_nights: int, gap: int = 0) -> Stints:
    """Work by day from Monday 5 January 2026 on, then by night, after so many days."""
    life = Stints()
    for number in range(n_days):
        day = date(2026, 1, 5) + timedelta(days=number)
        life.works("A", f"{day} 09:00", "17:00", minutes=30)
    return more_nights(life, date(2026, 1, 5 + n_days + gap), n_nights)


@pytest.mark.parametrize(
    ("life", "figure", "verdict"),
    [
        (day_and_night(3, 4), 7, Verdict.WITHIN),
        (day_and_night(4, 4), 8, OVER),
        (day_and_night(7, 1), 8, OVER),
        # A day off: from Thursday 17:00 to Saturday 23:00.
        (day_and_night(4, 4, gap=1), 4, Verdict.WITHIN),
    ],
    ids=["3 and 4", "4 and 4", "7 and 1", "a day off between"],
)
def test_seven_shifts_in_a_row_are_the_most_if_one_is_at_night(life, figure, verdict):
    found = life.judged("nl").of("NL-8e")

    assert (found.worst.figure, found.verdict) == (figure, verdict)


def test_eight_days_in_a_row_are_no_row_with_a_night_in_it():
    assert day_and_night(8, 0).judged("nl").of("NL-8e").because is Because.NOT_ARISEN


@pytest.mark.parametrize(
    ("n_times", "because", "claimed"),
    [(1, Because.EXCEPTION, Verdict.NEAR), (2, None, OVER)],
)
def test_once_in_seven_days_eight_hours_do_after_a_night(n_times, because, claimed):
    # 22:00 to 6:00, and on again at 14:00: 8 hours. The second time is three days later.
    life = Stints()
    for number in range(n_times):
        night = date(2026, 1, 5) + timedelta(days=3 * number)
        more_nights(life, night, 1, "22:00", "06:00")
        life.works("A", f"{night + timedelta(days=1)} 14:00", "18:00")

    found = life.judged("nl").of("NL-8c")

    assert (found.verdict, found.because) == (OVER, because)
    assert life.judged("nl", claimed={"NL-8c"}).of("NL-8c").verdict is claimed


def test_nights_that_end_by_two_do_not_count_for_the_36():
    # 37 nights: one ends at 2:00 exactly, which is not after it.
    life = Stints()
    for week in range(9):
        more_nights(life, date(2026, 1, 5) + timedelta(weeks=week), 4)
    more_nights(life, date(2026, 3, 16), 1, "18:00", "02:00")
    life.gives("A", "2026-04-24", 1)

    found = life.judged("nl", on="2026-04-26")

    assert found.of("NL-8f").worst.figure == 36
    more_nights(life, date(2026, 3, 18), 1, "18:00", "02:01")
    assert life.judged("nl", on="2026-04-26").of("NL-8f").worst.figure == 37


def german(nights_a_week: int, n_weeks: int = 4, end: str = "07:00", *, since=None):
    life = Stints("Europe/Berlin")
    for week in range(n_weeks):
        monday = (since or date(2026, 1, 12)) + timedelta(weeks=week)
        more_nights(life, monday, nights_a_week, "21:00", end)
    return life


@pytest.mark.parametrize(
    ("minutes", "verdict"),
    [(-1, Verdict.NEAR), (0, Verdict.NEAR), (1, OVER)],
    ids=["a minute under", "at the limit", "a minute over"],
)
def test_a_german_night_worker_has_eight_hours_a_working_day_over_four_weeks(
    minutes, verdict
):
    # 5 x 9.6 hours a week, 21:00 to 6:36: 192 hours in 24 working days are 8 a day.
    life = german(5, end="06:36")
    more_nights(life, date(2026, 1, 17), 1, "08:00", "09:00")
    life.rows[-1]["seconds"] = 3600
    life.rows[0]["seconds"] += minutes * 60 - 3600

    assert life.judged("de").of("DE-7").verdict is verdict


def test_a_public_holiday_off_is_no_day_of_a_german_night_worker():
    # From 4 May 2026 four weeks with Ascension and Whit Monday: 22 working days.
    found = german(5, since=date(2026, 5, 4), end="05:00").judged("de").of("DE-7")

    # Whit Monday night was worked, so 23: Ascension's, 14 May, too; none is off.
    assert found.worst.figure == pytest.approx(160 / 24)


def test_less_than_a_night_in_four_days_makes_no_german_night_worker():
    # One night of ten hours and four days of ten a week: 50 hours, by day a matter of
    # the 24 weeks. Forty-eight nights in the year make a night worker of the same life.
    life = Stints("Europe/Berlin")
    for week in range(49):
        monday = date(2026, 1, 5) + timedelta(weeks=week)
        for day in range(4):
            life.works("A", f"{monday + timedelta(days=day)} 08:00", "18:00")
        more_nights(life, monday + timedelta(days=5), 1, "21:00", "07:00")
        if week == 46:
            seldom = life.judged("de").of("DE-7")

    assert seldom.because is Because.NOT_ARISEN
    assert life.judged("de").of("DE-7").verdict is OVER


def test_two_hours_at_night_are_no_german_night_work_and_a_minute_more_is():
    two = Stints("Europe/Berlin").works("A", "2026-01-12 16:00", "2026-01-13 01:00")
    more = Stints("Europe/Berlin").works("A", "2026-01-12 16:00", "2026-01-13 01:01")

    assert two.judged("de").of("DE-7").because is Because.NOT_ARISEN
    assert more.judged("de").of("DE-7").because is Because.TOO_SHORT


def test_a_uk_night_worker_of_five_weeks_is_judged_by_those_five():
    life = Stints("Europe/London")
    for week in range(5):
        more_nights(life, date(2026, 1, 5) + timedelta(weeks=week), 5, "21:00")

    # 250 hours in 35 x 6 / 7 = 30 days.
    assert life.judged("uk").of("UK-8").worst.figure == pytest.approx(250 / 30)


@pytest.mark.parametrize(("year", "n_free"), [(2026, 14), (2026, 15)])
def test_fifteen_sundays_stay_free_in_germany(year, n_free):
    life = Stints("Europe/Berlin")
    for week in range(52 - n_free):
        life.gives("A", date(year, 1, 11) + timedelta(weeks=week), 4)
    life.gives("A", date(year + 1, 1, 2), 4)

    found = life.judged("de").of("DE-8")

    assert (found.verdict is OVER) == (n_free < 15)


def test_one_week_of_nights_in_three_makes_a_uk_night_worker():
    # Five shifts of 10 hours a week, every third week at night: 850 / 102 = 8.33.
    life = Stints("Europe/London")
    for week in range(17):
        monday = date(2026, 1, 5) + timedelta(weeks=week)
        start, end = ("21:00", "07:00") if week % 3 == 0 else ("08:00", "18:00")
        more_nights(life, monday, 5, start, end)

    assert life.judged("uk").of("UK-8").worst.figure == pytest.approx(850 / 102)
