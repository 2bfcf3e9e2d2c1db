"""The worked examples, each with its derivation.

W2 and W11 do not exist; a figure at the limit keeps the rule, and is near.
"""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import MONDAY, Stints

KEPT = {Verdict.WITHIN, Verdict.NEAR}
LONDON, PARIS = "Europe/London", "Europe/Paris"


def three_stretches(timezone: str, other: str = "B") -> Stints:
    """W7: Monday 8-16 for A and 18-22 for B, Tuesday 8-16 for A.

    Monday comes to 8 + 4 = 12 hours; from 22:00 to 8:00 are 10 hours of rest.
    """
    life = Stints(timezone).works("A", "2026-11-02 08:00", "16:00")
    life.works(other, "2026-11-02 18:00", "22:00")
    return life.works("A", "2026-11-03 08:00", "16:00")


def test_w1_seventeen_weeks_with_overtime_are_kept_below_48():
    # 17 x 40 + 10 x 12 = 800 hours; 800 / 17 = 47.06.
    life = Stints(LONDON).weeks("A", [52] * 10 + [40] * 7)

    found = life.judged("uk").of("UK-1")

    assert found.verdict in KEPT
    assert found.worst.figure == pytest.approx(800 / 17)
    assert found.worst.figure == pytest.approx(47.06, abs=0.005)


def test_w3_two_jobs_break_the_mean_together_though_neither_does_alone():
    both = Stints(LONDON).weeks("A", [30] * 17).weeks("B", [19] * 17)
    alone = [Stints(LONDON).weeks(n, [h] * 17) for n, h in (("A", 30), ("B", 19))]

    found = both.judged("uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 49  # 30 + 19
    assert found.worst.organisations == ("A", "B")
    assert {life.verdicts("uk")["UK-1"] for life in alone} == {Verdict.WITHIN}


def test_w4_a_young_workers_day_is_summed_over_employers_and_never_averaged():
    # 4 + 5 = 9 > 8. The rest of a free week changes nothing.
    life = Stints(LONDON, born_on="2009-06-01")
    life.gives("A", "2026-11-02", 4).gives("B", "2026-11-02", 5)

    found = life.judged("uk")

    assert found.of("UK-9a").verdict is Verdict.OVER
    assert found.of("UK-9a").worst.figure == 9
    assert found.of("UK-9b").verdict is Verdict.WITHIN  # 9 of 40 a week
    assert found.of("UK-1").because is Because.AGE


def test_w5_four_weeks_break_their_mean_though_each_keeps_its_own_limit():
    # (60 + 60 + 60 + 41) / 4 = 55.25 > 55, each week at most 60.
    found = Stints().weeks("A", [60, 60, 60, 41]).judged("nl")

    assert found.of("NL-3").verdict is Verdict.OVER
    assert found.of("NL-3").worst.figure == 55.25
    assert found.of("NL-2").verdict in KEPT


@pytest.mark.parametrize(
    ("last", "verdicts"), [(48, KEPT), (48.5, {Verdict.OVER})], ids=["768", "768.5"]
)
def test_w6_sixteen_weeks_hold_768_hours_and_no_half_more(last, verdicts):
    # 16 x 48 = 768.
    found = Stints().weeks("A", [48] * 15 + [last]).judged("nl").of("NL-4")

    assert found.verdict in verdicts
    assert found.worst.figure == (15 * 48 + last) / 16


def test_w7_in_the_netherlands_two_jobs_on_a_day_are_one_shift():
    found = three_stretches("Europe/Amsterdam").judged("nl")

    assert found.of("NL-1").verdict in KEPT
    assert found.of("NL-1").worst.figure == 12
    assert found.of("NL-5").verdict is Verdict.OVER
    assert found.of("NL-5").worst.figure == 10
    assert found.of("NL-5").because is Because.EXCEPTION


def test_w7_the_weekly_exception_mends_it_where_it_is_claimed():
    found = three_stretches("Europe/Amsterdam").judged("nl", claimed={"NL-5"})

    assert found.of("NL-5").verdict in KEPT  # 10 of 8 hours


def test_w7_in_germany_both_the_day_and_the_rest_are_broken():
    found = three_stretches("Europe/Berlin").judged("de")

    assert found.of("DE-2a").verdict is Verdict.OVER
    assert found.of("DE-2a").worst.figure == 12
    assert found.of("DE-4c").verdict is Verdict.OVER
    assert found.of("DE-4c").because is None


def test_w7_in_france_both_the_day_and_the_rest_are_broken():
    found = three_stretches(PARIS).judged("fr")

    assert found.of("FR-1a").verdict is Verdict.OVER
    assert found.of("FR-1a").worst.figure == 12
    assert found.of("FR-5a").verdict is Verdict.OVER


def test_w7_in_the_uk_each_employer_keeps_the_rest_and_all_together_is_advice():
    # A: Monday 16:00 to Tuesday 8:00 are 16 hours.
    found = three_stretches(LONDON).judged("uk").of("UK-7a")

    assert found.verdict is Verdict.ADVISORY
    assert found.worst.figure == 10
    assert found.worst.organisations == ("A", "B")


def test_w7_under_the_directive_it_is_open_with_two_employers():
    found = three_stretches("Europe/Brussels").judged("eu").of("EU-1a")

    assert found.verdict is Verdict.OPEN


def test_w7_under_the_directive_two_contracts_with_one_employer_break_it():
    found = three_stretches("Europe/Brussels", other="A").judged("eu").of("EU-1a")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 10


@pytest.mark.parametrize(
    ("last", "verdicts"), [(48, KEPT), (49, {Verdict.OVER})], ids=["1152", "1153"]
)
def test_w8_twenty_four_weeks_of_six_days_of_eight_hours_are_just_kept(last, verdicts):
    # 24 x 6 x 8 = 1,152 hours.
    found = Stints("Europe/Berlin").weeks("A", [48] * 23 + [last], days=6).judged("de")

    assert found.of("DE-2b").verdict in verdicts
    assert found.of("DE-2b").worst.figure == pytest.approx((23 * 48 + last) / 24)


def test_w9_a_long_week_and_a_short_one_keep_the_mean_of_twelve():
    # (10 x 44 + 48 + 40) / 12 = 44.
    found = Stints(PARIS).weeks("A", [44] * 10 + [48, 40], days=6).judged("fr")

    assert found.of("FR-1c").verdict in KEPT
    assert found.of("FR-1c").worst.figure == 44
    assert found.of("FR-1b").verdict in KEPT


def test_w9_one_hour_more_breaks_the_mean():
    # (10 x 44 + 48 + 41) / 12 = 529 / 12 = 44.08.
    found = Stints(PARIS).weeks("A", [44] * 10 + [48, 41], days=6).judged("fr")

    assert found.of("FR-1c").verdict is Verdict.OVER
    assert found.of("FR-1c").worst.figure == pytest.approx(44.08, abs=0.005)


def test_w9_a_week_of_48_and_a_half_is_too_long_however_low_the_mean():
    found = Stints(PARIS).weeks("A", [20] * 11 + [48.5], days=6).judged("fr")

    assert found.of("FR-1b").verdict is Verdict.OVER
    assert found.of("FR-1c").verdict is Verdict.WITHIN


def test_w10_freelance_hours_break_no_law_and_are_noticed_all_the_same():
    # 44 counted; 44 + 15 = 59 for the body.
    life = Stints(PARIS).weeks("A", [44] * 12, days=6)
    life.weeks("Own", [15] * 12, days=6, counts_as="self-employed")

    found = life.judged("fr")

    assert not found.with_verdict(Verdict.OVER)
    assert found.of("FR-1c").worst.figure == 44
    assert found.guardrail.verdict is Verdict.NOTICE
    assert found.guardrail.latest.figure == 59


def works_days(life: Stints, first: date, n_days: int) -> Stints:
    """Work from 9 to 17 on so many days one after another."""
    for number in range(n_days):
        life.works("A", f"{first + timedelta(days=number)} 09:00", "17:00")
    return life


def test_w12_a_weekly_rest_that_straddles_two_weeks_counts_as_one():
    # Saturday 17:00 to Monday 9:00 are 40 hours, of which 31 lie in the first week.
    life = works_days(Stints(), MONDAY, 6)
    works_days(life, MONDAY + timedelta(days=7), 6)

    found = life.judged("nl").of("NL-6")

    assert found.verdict in KEPT
    assert found.worst.figure == 40


def test_w12_two_weeks_with_a_rest_each_may_still_hold_ten_days_without():
    # Off on Monday and Tuesday of one week and on Saturday and Sunday of the next:
    # each calendar week has its rest, and between lie ten days of work. From their
    # first morning the longest rest within 7 x 24 hours is a night of 16 hours; in
    # 14 days there is one of 64 (Friday 17:00 to Monday 9:00), of which the 72 take
    # all that lies in 14 x 24 hours: 64.
    life = works_days(Stints(), MONDAY + timedelta(days=2), 10)
    works_days(life, MONDAY + timedelta(days=14), 5)

    found = life.judged("nl").of("NL-6")

    assert found.verdict is Verdict.OVER
    assert (found.worst.figure, found.worst.limit) == (64, 72)
    assert found.worst.period.start == MONDAY + timedelta(days=2)
