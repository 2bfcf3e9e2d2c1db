"""Means over weeks that roll: which weeks, what leave does, what an opt-out does."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from plait.domain.period import Period
from tests.analysis.working_time.stints import MONDAY, Stints

LONDON = "Europe/London"


def monday(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def works_weeks(life: Stints, hours: list[float], since: int = 0, **told) -> Stints:
    return life.weeks("A", hours, since=monday(since), **told)


def test_any_17_weeks_are_judged_and_not_only_the_last():
    # 17 x 50 = 850 in the first 17 weeks; with the idle ones after it is far less.
    found = works_weeks(Stints(LONDON), [50] * 17 + [10] * 20).judged("uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 50
    assert found.worst.period == Period(monday(0), monday(17))
    # The latest: 17 of the 20 idle weeks.
    assert found.latest.figure == 10
    assert found.latest.period == Period(monday(20), monday(37))


def test_the_uk_weeks_may_begin_on_any_day():
    # Sixteen weeks of 48, and around them 72 hours from a Wednesday to the Tuesday
    # after: (16 x 48 + 72) / 17 = 49.4, while no 17 calendar weeks pass
    # (16 x 48 + 36) / 17 = 47.3.
    life = works_weeks(Stints(LONDON), [48] * 16, since=1)
    for day in ("2026-01-07", "2026-01-08", "2026-01-09"):
        life.gives("A", day, 12)  # in the week before
    life.gives("A", monday(17), 18).gives("A", monday(17) + timedelta(days=1), 18)

    found = life.judged("uk").of("UK-1")

    assert found.worst.figure == pytest.approx((16 * 48 + 36 + 36) / 17)
    assert found.worst.period.start == date(2026, 1, 7)


def test_who_began_five_weeks_ago_is_judged_in_the_uk_by_those_five():
    found = works_weeks(Stints(LONDON), [50] * 5).judged("uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 50


def test_a_week_that_has_only_begun_counts_as_a_whole_one():
    # 16 hours by Tuesday are 16 a week so far, not 16 x 7 / 2 = 56.
    life = Stints(LONDON).gives("A", monday(0), 8).gives("A", "2026-01-06", 8)

    found = life.judged("uk", on="2026-01-06").of("UK-1")

    assert found.verdict is Verdict.WITHIN
    assert found.worst.figure == 16


def test_elsewhere_fewer_weeks_are_too_few_to_judge_and_the_mean_so_far_is_told():
    found = works_weeks(Stints(), [50] * 5).judged("nl").of("NL-4")

    assert found.verdict is Verdict.NOT_COVERED
    assert found.because is Because.TOO_SHORT
    assert found.worst.figure == 50


def test_unless_the_hours_fill_the_whole_window_already():
    # 14 x 56 = 784 > 16 x 48 = 768: the two weeks to come cannot mend it.
    found = works_weeks(Stints(), [56] * 14).judged("nl").of("NL-4")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 784 / 16


def test_near_begins_a_tenth_below_the_limit():
    # 90 % of 60 is 54.
    assert works_weeks(Stints(), [54]).verdicts("nl")["NL-2"] is Verdict.WITHIN
    assert works_weeks(Stints(), [54.1]).verdicts("nl")["NL-2"] is Verdict.NEAR
    assert works_weeks(Stints(), [60]).verdicts("nl")["NL-2"] is Verdict.NEAR
    assert works_weeks(Stints(), [60.1]).verdicts("nl")["NL-2"] is Verdict.OVER


def test_an_hour_after_sunday_midnight_belongs_to_the_new_week():
    # Sunday 20:00 to Monday 4:00: four hours in each week.
    life = works_weeks(Stints(), [58]).works("A", "2026-01-11 20:00", "04:00")

    found = life.judged("nl").of("NL-2")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 62


def test_two_entries_of_the_same_hour_count_once():
    life = Stints().works("A", "2026-01-05 09:00", "17:00")
    life.works("B", "2026-01-05 13:00", "19:00")  # 9:00 to 19:00 are 10 hours

    assert life.judged("nl").of("NL-2").worst.figure == 10


def test_one_entry_for_two_organisations_counts_once_for_the_person():
    life = (
        Stints()
        .gives("A", "2026-01-05", 6, entry=7)
        .gives("B", "2026-01-05", 6, entry=7)
    )

    assert life.judged("nl").of("NL-2").worst.figure == 6


def test_a_break_is_no_work_wherever_it_lies():
    life = Stints().works("A", "2026-01-05 09:00", "17:00", minutes=45)

    assert life.judged("nl").of("NL-2").worst.figure == 7.25


def test_nothing_after_the_date_is_told_by_a_mean_of_days():
    found = works_weeks(Stints(LONDON), [40] * 20).judged("uk", on="2026-05-06")

    # The last 17 weeks that are over on Wednesday 6 May 2026.
    assert found.of("UK-1").latest.period.end == date(2026, 5, 7)


def leaves(life: Stints, week: int, hours: float = 8) -> Stints:
    """Be away from Monday to Friday, 8 hours due on each."""
    for day in range(5):
        life.is_away("A", monday(week) + timedelta(days=day), hours)
    return life


def test_in_the_uk_days_of_leave_are_replaced_by_the_days_worked_after():
    # 17 weeks, 16 worked at 40, one of leave; then 45 a week. A = 16 x 40 = 640,
    # B = the next five days worked = 45; (640 + 45) / 17 = 40.29.
    life = works_weeks(Stints(LONDON), [40] * 8)
    leaves(works_weeks(life, [40] * 8 + [45], since=9), 8)

    found = life.judged("uk", on=(monday(18) - timedelta(days=1)).isoformat())
    first = found.of("UK-1")

    assert first.worst.figure == pytest.approx((640 + 45) / 17)


def test_until_those_days_have_come_the_mean_may_still_rise():
    life = leaves(works_weeks(Stints(LONDON), [40] * 16), 16)

    found = life.judged("uk").of("UK-1")

    assert found.worst.is_provisional
    assert found.worst.figure == pytest.approx(640 / 17)


def test_in_the_netherlands_hours_of_leave_count_as_worked():
    # Three weeks of 60 and one of leave with 41 hours due: 221 / 4 = 55.25.
    life = leaves(works_weeks(Stints(), [60] * 3), 3, hours=41 / 5)

    found = life.judged("nl")

    assert found.of("NL-3").verdict is Verdict.OVER
    assert found.of("NL-3").worst.figure == 55.25
    # The week itself holds no work.
    assert found.of("NL-2").latest.figure == 0


def test_the_same_leave_makes_the_difference_between_two_laws():
    # Fifteen weeks of 50 and one of leave: counted as worked (15 x 50 + 40) / 16 =
    # 49.4; the UK would look at the days worked after it.
    life = leaves(works_weeks(Stints(), [50] * 15), 15)

    found = life.judged("nl").of("NL-4")

    assert found.worst.figure == pytest.approx((15 * 50 + 40) / 16)


@pytest.mark.parametrize(
    ("code", "rule", "n_weeks"), [("de", "DE-2b", 24), ("fr", "FR-1c", 12)]
)
def test_where_leave_is_neutral_the_weeks_are_as_much_shorter(code, rule, n_weeks):
    life = leaves(works_weeks(Stints(), [40] * (n_weeks - 1)), n_weeks - 1)

    found = life.judged(code).of(rule)

    assert found.worst.figure == 40


def test_a_window_that_is_mostly_leave_says_nothing():
    # Two weeks of 48 hours and ten of leave would come to 48.
    life = works_weeks(Stints("Europe/Paris"), [48] * 2)
    for week in range(2, 12):
        leaves(life, week)

    found = life.judged("fr").of("FR-1c")

    assert found.verdict is Verdict.NOT_COVERED
    assert found.because is Because.TOO_SHORT


def test_who_has_opted_out_everywhere_has_no_mean_to_keep():
    found = works_weeks(Stints(LONDON), [60] * 20, has_opted_out=True).judged("uk")

    assert found.of("UK-1").verdict is Verdict.NOT_COVERED
    assert found.of("UK-1").because is Because.OPTED_OUT


def test_an_opt_out_is_one_for_each_employer():
    # A's opt-out leaves B's limit, and B's limit looks at both jobs.
    life = works_weeks(Stints(LONDON), [30] * 17, has_opted_out=True)
    life.weeks("B", [19] * 17)

    found = life.judged("uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 49


def test_an_opt_out_removes_no_rest():
    life = Stints(LONDON)
    life.works("A", "2026-11-02 08:00", "22:00", has_opted_out=True)
    life.works("A", "2026-11-03 06:00", "14:00", has_opted_out=True)

    found = life.judged("uk")

    assert found.of("UK-1").because is Because.OPTED_OUT
    assert found.of("UK-7a").verdict is Verdict.OVER  # 22:00 to 6:00 are 8 hours
    assert found.of("UK-7a").worst.figure == 8


def test_weeks_before_an_opt_out_are_still_judged():
    life = works_weeks(Stints(LONDON), [50] * 17)
    works_weeks(life, [60] * 17, since=17, has_opted_out=True)

    found = life.judged("uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.period == Period(monday(0), monday(17))
    assert found.worst.figure == 50


def test_the_netherlands_know_no_opt_out():
    found = works_weeks(Stints(), [50] * 16, has_opted_out=True).judged("nl")

    assert found.of("NL-4").verdict is Verdict.OVER


def test_only_the_days_since_are_judged_and_their_windows_reach_back():
    # A window of 16 weeks that ends in the judged days began before them.
    life = works_weeks(Stints(), [50] * 16 + [10] * 20)

    found = life.judged("nl", since=monday(20)).of("NL-4")

    # The first one that ends after the 20th Monday: 12 weeks of 50, 4 of 10, less
    # one more each week: (11 x 50 + 5 x 10) / 16 = 37.5.
    assert found.worst.figure == 37.5
    assert found.worst.period == Period(monday(5), monday(21))


def test_where_leave_is_neutral_half_a_day_of_it_is_half_a_day():
    # Eleven weeks of 40; in the twelfth 4 of Friday's 8 hours are leave: 36 hours in
    # 4.5 of 5 days are 40 a week.
    life = works_weeks(Stints("Europe/Paris"), [40] * 11)
    for day, hours in enumerate([8, 8, 8, 8, 4]):
        life.gives("A", monday(11) + timedelta(days=day), hours)
    life.is_away("A", monday(11) + timedelta(days=4), 4)

    assert life.judged("fr").of("FR-1c").worst.figure == pytest.approx(40)
