"""Rest after a shift and long rests, by the time that went by."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints


def test_the_rest_must_lie_within_24_hours_of_the_start():
    # 8:00 to 22:00 is a span of 14 hours; of the 24 there are 10 left, though the
    # next work begins 34 hours later.
    life = Stints().works("A", "2026-11-02 08:00", "12:00")
    life.works("A", "2026-11-02 17:00", "22:00").works("A", "2026-11-04 08:00", "12:00")

    assert life.judged("nl").of("NL-5").worst.figure == 10


def test_in_germany_it_is_the_rest_after_the_days_work():
    life = Stints("Europe/Berlin").works("A", "2026-11-02 08:00", "12:00")
    life.works("A", "2026-11-02 17:00", "22:00").works("A", "2026-11-04 08:00", "12:00")

    assert life.judged("de").of("DE-4c").worst.figure == 34


@pytest.mark.parametrize(
    ("until", "verdict"),
    [
        ("19:30", Verdict.WITHIN),  # 12.5 hours; near begins below 12.1
        ("20:00", Verdict.NEAR),
        ("21:00", Verdict.NEAR),  # 11 hours just do
        ("21:01", Verdict.OVER),
    ],
)
def test_eleven_hours_are_enough_and_a_minute_less_is_not(until, verdict):
    life = Stints().works("A", "2026-11-02 12:00", until)
    life.works("A", "2026-11-03 08:00", "12:00")

    assert life.verdicts("nl")["NL-5"] is verdict


def test_the_night_on_which_clocks_go_forward_is_an_hour_shorter():
    # Saturday 28 March 2026 22:00 to Sunday 9:00: eleven hours by the clock, ten
    # that went by.
    life = Stints().works("A", "2026-03-28 14:00", "22:00")
    life.works("A", "2026-03-29 09:00", "12:00")

    found = life.judged("nl").of("NL-5")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 10


def test_the_night_on_which_clocks_go_back_is_an_hour_longer():
    # Saturday 24 October 2026 22:00 to Sunday 8:00: ten by the clock, eleven in all.
    life = Stints().works("A", "2026-10-24 14:00", "22:00")
    life.works("A", "2026-10-25 08:00", "12:00")

    found = life.judged("nl").of("NL-5")

    assert found.verdict is Verdict.NEAR
    assert found.worst.figure == 11


def test_work_through_the_spring_night_is_an_hour_less():
    life = Stints().works("A", "2026-03-28 22:00", "2026-03-29 07:00")

    assert life.judged("nl").of("NL-1").worst.figure == 8


def test_a_second_short_rest_within_seven_days_is_no_exception():
    life = Stints()
    for day in ("2026-11-02", "2026-11-04"):
        life.works("A", f"{day} 12:00", "22:00")
    for day in ("2026-11-03", "2026-11-05"):
        life.works("A", f"{day} 08:00", "12:00")

    found = life.judged("nl", claimed={"NL-5"}).of("NL-5")

    assert found.verdict is Verdict.OVER
    assert found.times_over == 1
    assert found.worst.period.start == date(2026, 11, 4)


def test_a_rest_below_eight_hours_ends_no_shift_and_is_no_exception():
    # 8-18 and 1-7: 16 hours of work, with 7 of pause between.
    life = Stints().works("A", "2026-11-02 08:00", "18:00")
    life.works("A", "2026-11-03 01:00", "07:00")

    found = life.judged("nl")

    assert found.of("NL-1").worst.figure == 16
    assert found.of("NL-5").because is None


def works_daily(life: Stints, first: str, n_days: int) -> Stints:
    for number in range(n_days):
        day = date.fromisoformat(first) + timedelta(days=number)
        life.works("A", f"{day} 09:00", "17:00")
    return life


def test_a_usual_week_has_its_weekly_rest():
    # Friday 17:00 to Monday 9:00 are 64 hours, cut by nothing.
    life = Stints()
    for monday in ("2026-11-02", "2026-11-09", "2026-11-16"):
        works_daily(life, monday, 5)

    found = life.judged("nl").of("NL-6")

    assert found.verdict is Verdict.WITHIN
    assert found.worst.figure == 64


def test_thirteen_days_of_work_leave_no_weekly_rest():
    found = (
        works_daily(Stints("Europe/Paris"), "2026-11-02", 13).judged("fr").of("FR-5b")
    )

    assert found.verdict is Verdict.OVER
    # Monday up to 9:00, before which nothing is known, and the 11 of the daily rest.
    assert found.worst.figure == 20


def test_seventy_two_hours_in_fourteen_days_do_where_thirty_six_in_seven_do_not():
    # Ten days of work, then off from Wednesday 11 November 17:00 to Monday 16
    # November 9:00: 112 hours, and no 36 within seven days of the first morning.
    life = works_daily(Stints(), "2026-11-02", 10)
    works_daily(life, "2026-11-16", 5)

    found = life.judged("nl").of("NL-6")

    assert found.verdict is not Verdict.OVER
    assert found.times_over == 0


def test_the_uk_takes_two_rests_in_fourteen_days_for_one_in_seven():
    # Nine days of work, one off (40 hours), one of work, one off, then work again:
    # two rests of 40 hours within 14 days, none within the first seven.
    life = works_daily(Stints("Europe/London"), "2026-11-02", 9)
    works_daily(life, "2026-11-12", 1)
    works_daily(life, "2026-11-14", 5)

    found = life.judged("uk").of("UK-7b")

    assert found.verdict is not Verdict.OVER


def test_after_the_last_work_nothing_is_known_to_break_the_rest():
    found = works_daily(Stints(), "2026-11-02", 6).judged("nl").of("NL-6")

    assert found.verdict is not Verdict.OVER


def test_rest_cannot_be_judged_without_clock_times():
    found = Stints().gives("A", "2026-11-02", 8).judged("nl")

    assert found.of("NL-5").verdict is Verdict.NOT_COVERED
    assert found.of("NL-5").because is Because.NO_CLOCK
    assert found.of("NL-2").verdict is Verdict.WITHIN


def test_with_some_clock_times_a_breach_is_told_and_nothing_is_cleared():
    kept = Stints().gives("A", "2026-11-05", 3).works("A", "2026-11-02 09:00", "17:00")
    broken = (
        Stints().gives("A", "2026-11-05", 3).works("A", "2026-11-02 12:00", "23:00")
    )
    broken.works("A", "2026-11-03 08:00", "12:00")

    assert kept.judged("nl").of("NL-5").because is Because.SOME_CLOCK
    assert broken.judged("nl").of("NL-5").verdict is Verdict.OVER
