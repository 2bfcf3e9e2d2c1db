"""Young workers: their own rules, up to the day they turn eighteen."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints

LONDON = "Europe/London"
SEVENTEEN = "2009-06-01"


def test_forty_hours_a_week_are_not_averaged():
    # 41 and 20 hours: a mean of 30.5, and one week too long.
    life = Stints(LONDON, born_on=SEVENTEEN).weeks("A", [41 - 1, 20], days=6)
    life.gives("B", "2026-01-11", 1)

    found = life.judged("uk").of("UK-9b")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 41
    assert found.times_over == 1


def test_an_opt_out_does_not_help_a_young_worker():
    life = Stints(LONDON, born_on=SEVENTEEN).weeks(
        "A", [41], days=6, has_opted_out=True
    )

    assert life.verdicts("uk")["UK-9b"] is Verdict.OVER


def test_the_rest_of_a_young_worker_is_twelve_hours_and_two_days():
    # 20:30 to 8:00 are 11½ hours.
    life = Stints(LONDON, born_on=SEVENTEEN).works("A", "2026-11-02 16:00", "20:30")
    life.works("A", "2026-11-03 08:00", "12:00")

    found = life.judged("uk")

    assert found.of("UK-9c").verdict is Verdict.OVER
    assert found.of("UK-9c").worst.figure == 11.5
    assert found.of("UK-7a").because is Because.AGE


def test_six_days_leave_a_young_worker_no_48_hours():
    life = Stints(LONDON, born_on=SEVENTEEN)
    for day in (*range(6), *range(7, 13)):
        on = date(2026, 11, 2) + timedelta(days=day)
        life.works("A", f"{on} 09:00", "12:00")

    found = life.judged("uk").of("UK-9d")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 45  # Saturday 12:00 to Monday 9:00


def test_a_break_of_30_minutes_comes_after_four_and_a_half_hours():
    short = Stints(LONDON, born_on=SEVENTEEN).works("A", "2026-11-02 09:00", "13:30")
    long = Stints(LONDON, born_on=SEVENTEEN).works("A", "2026-11-02 09:00", "13:45")

    assert short.verdicts("uk")["UK-9e"] is Verdict.WITHIN
    assert long.verdicts("uk")["UK-9e"] is Verdict.OVER


def test_the_dutch_limits_of_sixteen_and_seventeen():
    # Five shifts of 9½ hours: 9½ > 9, 47½ > 45, and four such weeks are 190 > 160.
    life = Stints(born_on=SEVENTEEN)
    for week in range(4):
        for day in range(5):
            on = date(2026, 11, 2) + timedelta(weeks=week, days=day)
            life.works("A", f"{on} 08:00", "17:30")

    found = life.judged("nl")

    assert [found.of(f"NL-13{part}").verdict for part in "abc"] == [Verdict.OVER] * 3
    assert found.of("NL-13a").worst.figure == 9.5
    assert found.of("NL-13c").worst.figure == 47.5
    assert found.of("NL-1").because is Because.AGE


def test_from_the_eighteenth_birthday_on_the_rules_of_adults_hold():
    # Born on 4 November 2008: nine hours on the 3rd are too many, on the 4th not.
    before = Stints(LONDON, born_on="2008-11-04").gives("A", "2026-11-03", 9)
    after = Stints(LONDON, born_on="2008-11-04").gives("A", "2026-11-04", 9)

    assert before.verdicts("uk")["UK-9a"] is Verdict.OVER
    assert after.judged("uk").of("UK-9a").because is Because.AGE
    assert after.verdicts("uk")["UK-1"] is Verdict.WITHIN


def test_who_was_born_on_leap_day_turns_eighteen_on_the_first_of_march():
    life = Stints(LONDON, born_on="2008-02-29").gives("A", "2026-02-28", 9)

    assert life.verdicts("uk")["UK-9a"] is Verdict.OVER


def test_a_child_is_not_covered():
    found = (
        Stints(LONDON, born_on="2013-01-01").gives("A", "2026-11-03", 9).judged("uk")
    )

    assert found.of("UK-9a").because is Because.AGE
    assert found.of("UK-1").because is Because.AGE


@pytest.mark.parametrize("code", ["de", "fr"])
def test_where_the_rules_of_the_young_are_not_in_the_pack_nothing_is_judged(code):
    found = Stints(born_on=SEVENTEEN).weeks("A", [60] * 30).judged(code)

    assert {v.because for v in found.verdicts if not v.rule.is_info_only} == {
        Because.AGE
    }


def test_who_does_not_tell_their_age_is_taken_for_an_adult():
    found = Stints(LONDON).gives("A", "2026-11-03", 9).judged("uk")

    assert not found.is_age_known
    assert found.of("UK-9a").because is Because.AGE
    assert found.of("UK-1").verdict is Verdict.WITHIN


DUTCH_17 = "2009-06-01"


@pytest.mark.parametrize(
    ("end", "minutes", "is_over"),
    [
        ("13:30", 0, False),
        ("13:31", 0, True),
        ("14:01", 30, False),
        ("14:00", 29, True),
    ],
    ids=["at 4½ hours", "a minute more", "with its break", "a minute short"],
)
def test_a_dutch_young_worker_has_a_break_after_four_and_a_half_hours(
    end, minutes, is_over
):
    life = Stints(born_on=DUTCH_17).works("A", "2026-11-02 09:00", end, minutes)

    assert (life.verdicts("nl")["NL-13e"] is Verdict.OVER) == is_over


def test_fourteen_days_are_no_way_out_for_a_dutch_young_worker():
    # Ten days of work, then 112 hours off: an adult has 72 hours in 14 days.
    young, adult = Stints(born_on=DUTCH_17), Stints(born_on="2000-01-01")
    for life in (young, adult):
        for number in (*range(10), 14, 15):
            day = date(2026, 11, 2) + timedelta(days=number)
            life.works("A", f"{day} 09:00", "17:00", minutes=30)

    assert young.verdicts("nl")["NL-13f"] is Verdict.OVER
    assert adult.verdicts("nl")["NL-6"] is not Verdict.OVER


@pytest.mark.parametrize(
    ("start", "end", "is_over"),
    [
        ("18:00", "23:00", False),
        ("18:00", "23:01", True),
        ("06:00", "09:00", False),
        ("05:59", "09:00", True),
    ],
)
def test_no_dutch_young_worker_works_between_eleven_and_six(start, end, is_over):
    life = Stints(born_on=DUTCH_17).works("A", f"2026-11-02 {start}", end)

    assert (life.verdicts("nl")["NL-13g"] is Verdict.OVER) == is_over


def test_a_young_worker_in_the_uk_may_be_off_on_sunday_and_monday():
    # Saturday 18:00 to Tuesday 9:00 are 63 hours, 30 of them in one week.
    life = Stints(LONDON, born_on=SEVENTEEN)
    for day in (1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16):
        on = date(2026, 11, 2) + timedelta(days=day)
        life.works("A", f"{on} 12:00", "18:00")

    assert life.verdicts("uk")["UK-9d"] is Verdict.WITHIN


@pytest.mark.parametrize(("end", "is_over"), [("23:00", False), ("23:01", True)])
def test_no_young_worker_in_the_uk_works_after_eleven(end, is_over):
    life = Stints(LONDON, born_on=SEVENTEEN).works("A", "2026-11-02 18:00", end)

    assert (life.verdicts("uk")["UK-9f"] is Verdict.OVER) == is_over
