"""Which roles take more than was agreed: since when, how much, and whether still."""

from datetime import date

import numpy as np
import pytest

from plait.analysis.hours.balance import Verdict as Naive
from plait.analysis.hours.drift.drift import Verdict, drifts
from plait.analysis.hours.free_days import set_aside_weeks
from plait.analysis.series.weeks import weeks_of
from tests.cast import Life, terms


def drift_of(life, role="Atlas", **told):
    portfolio = life.portfolio()
    weeks = weeks_of(portfolio)
    found = drifts(portfolio, weeks, set_aside_weeks(portfolio, weeks), **told)
    index = [held.name for held in portfolio.roles].index(role)
    return next(one for one in found if one.role == index)


STEADY = [16.5, 15, 16, 17, 15.5, 16, 15, 16]
# 20 November 2026 is a Friday; the last full week began on 9 November.


def test_a_role_that_keeps_to_its_agreement_is_steady():
    found = drift_of(Life().role("Atlas", "16/week").gives_weekly("Atlas", STEADY * 4))

    assert found.verdict is Verdict.STEADY
    assert not found.is_over_now
    assert (found.since, found.over, found.alarm_on) == (None, None, None)


def test_a_step_of_four_hours_is_told_with_its_week_and_its_size():
    life = Life().role("Atlas", "16/week")
    life.gives_weekly("Atlas", STEADY * 3 + [20, 21, 19] * 3)
    found = drift_of(life)

    assert found.verdict is Verdict.DRIFTING
    # Nine weeks back from that of 9 November is that of 14 September.
    assert found.since == date(2026, 9, 14)
    assert date(2026, 10, 12) <= found.alarm_on <= date(2026, 11, 9)
    # (4 + 5 + 3) / 3 = 4 beyond 16.
    assert (found.over, found.given) == (4, 20)
    assert found.over_low < 4 < found.over_high
    assert found.naive is Naive.OVER


def test_a_drift_that_was_taken_back_is_past():
    life = Life().role("Atlas", "16/week")
    life.gives_weekly("Atlas", STEADY * 2 + [22] * 8 + STEADY)
    found = drift_of(life)

    assert found.verdict is Verdict.DRIFTED_AND_BACK
    assert not found.is_over_now
    # Eight steady weeks, the last that of 9 November: the drift ended 14 September.
    assert found.until == date(2026, 9, 14)
    assert found.over == 6


def test_one_taken_back_more_than_half_a_year_ago_is_not_told_any_more():
    life = Life().role("Atlas", "16/week")
    life.gives_weekly("Atlas", STEADY * 2 + [22] * 8 + STEADY * 4)

    assert drift_of(life).verdict is Verdict.STEADY


def test_fewer_than_eight_weeks_give_no_verdict_but_a_statistic():
    life = Life().role("Atlas", "16/week").gives_weekly("Atlas", [24] * 7)
    found = drift_of(life)

    assert found.verdict is Verdict.TOO_SHORT
    assert (found.n_weeks, found.weeks_needed) == (7, 8)
    assert found.statistic[-1] > found.threshold


def test_the_eighth_week_may_give_it():
    life = Life().role("Atlas", "16/week").gives_weekly("Atlas", [24] * 8)

    assert drift_of(life).verdict is Verdict.DRIFTING


def test_a_role_without_agreed_hours_has_nothing_to_drift_from():
    found = drift_of(Life().role("Atlas", terms()).gives_weekly("Atlas", [20] * 20))

    assert found.verdict is Verdict.NOT_AGREED
    assert found.agreed is None
    assert np.isnan(found.z).all()


def test_a_role_without_hours_is_too_short():
    life = Life().role("Atlas", "16/week").role("Wijk", "8/week")
    life.gives_weekly("Wijk", [8] * 20)

    assert drift_of(life).verdict is Verdict.TOO_SHORT
    assert drift_of(life).n_weeks == 0


def test_of_an_empty_book_nothing_is_told():
    assert drift_of(Life().role("Atlas", "16/week")).verdict is Verdict.TOO_SHORT


def test_weeks_of_other_roles_before_its_first_hours_do_not_count():
    life = Life().role("Atlas", "16/week").role("Wijk", "8/week")
    life.gives_weekly("Wijk", [8] * 40).gives_weekly("Atlas", [16] * 10)

    assert drift_of(life).n_weeks == 10


def test_new_hours_begin_the_watch_anew():
    before = terms("16/week", until="2026-08-31")
    life = Life().role("Atlas", before, terms("24/week", since="2026-08-31"))
    # Since Monday 31 August: eleven weeks up to that of 9 November.
    life.gives_weekly("Atlas", [16] * 20 + [24] * 11)

    assert drift_of(life).verdict is Verdict.STEADY
    assert drift_of(life).n_weeks == 11
    assert np.isnan(drift_of(life).statistic[:20]).all()


def test_new_pay_for_the_same_hours_does_not():
    before = terms("16/week", until="2026-08-31", pay="80 EUR/hour")
    after = terms("16/week", since="2026-08-31", pay="85 EUR/hour")
    life = Life().role("Atlas", before, after).gives_weekly("Atlas", [16] * 31)

    assert drift_of(life).n_weeks == 31


def test_a_promise_of_more_years_needs_more_to_speak_up():
    life = Life().role("Atlas", "16/week").gives_weekly("Atlas", STEADY * 3)

    # ln 52 and ln 260.
    assert drift_of(life, weeks_between=52).threshold == pytest.approx(3.951, abs=5e-4)
    assert drift_of(life, weeks_between=260).threshold == pytest.approx(5.561, abs=5e-4)


def drifting():
    """Ten weeks of drift, the first that of 7 September."""
    life = Life().role("Atlas", "16/week")
    return life.gives_weekly("Atlas", STEADY * 3 + [20, 21, 19, 20, 20] * 2)


def test_a_week_of_leave_leaves_the_statistic_as_it_was():
    away = drifting().is_away("2026-10-20", "2026-10-22")
    found = drift_of(away)
    # The week of 19 October is the fourth from the end.
    assert np.isnan(found.z[-4])
    assert found.statistic[-4] == found.statistic[-5]
    assert found.verdict is Verdict.DRIFTING


def test_leave_from_another_role_changes_nothing():
    away = drifting().role("Wijk", "8/week")
    away.is_away("2026-10-20", "2026-10-22", role="Wijk")

    assert drift_of(away).statistic == pytest.approx(
        drift_of(drifting()).statistic, nan_ok=True
    )


def test_leave_in_all_weeks_that_were_over_leaves_no_drift():
    away = drifting().is_away("2026-09-07", "2026-11-16")

    assert drift_of(away).verdict is Verdict.STEADY
    assert drift_of(away).n_weeks == 24


def test_an_entry_split_in_two_changes_nothing():
    whole = Life().role("Atlas", "16/week").gives_weekly("Atlas", STEADY * 3)
    split = Life().role("Atlas", "16/week").gives_weekly("Atlas", STEADY * 3)
    whole.gives("Atlas", 7, "2026-11-11")
    split.gives("Atlas", 3, "2026-11-11").gives("Atlas", 4, "2026-11-11")

    assert drift_of(split).statistic.tolist() == drift_of(whole).statistic.tolist()


def meetings(hours, months):
    """A board's day on the first Thursday of so many months up to October 2026."""
    life = Life().role("Board", "8/month", kind="board")
    for back, given in zip(range(months - 1, -1, -1), hours, strict=True):
        year, month = divmod(2026 * 12 + 9 - back, 12)
        day = date(year, month + 1, 1)
        day = day.replace(day=1 + (3 - day.weekday()) % 7)
        life.gives("Board", given, day)
    return life.gives("Board", 0.0, "2026-10-30")


def test_hours_by_the_month_that_come_in_lumps_are_steady():
    found = drift_of(meetings([8] * 24, 24), "Board")

    assert found.verdict is Verdict.STEADY
    assert found.statistic[-1] < 2


def test_a_board_that_meets_twice_as_long_drifts():
    found = drift_of(meetings([8] * 18 + [16] * 6, 24), "Board")

    assert found.verdict is Verdict.DRIFTING
    # From May 2026 on; the first Thursday is in the week of 4 May.
    assert found.since == date(2026, 5, 4)
    # Six days of 16 hours over 26 weeks: 96 / 26 = 3.69 a week; agreed are 8 x 12 /
    # 52.1775 = 1.84.
    assert found.over == pytest.approx(1.85, abs=5e-3)


def test_a_week_of_leave_in_the_month_does_not_lower_what_the_month_was_to_bring():
    life = meetings([8] * 24, 24)
    for month in range(1, 11):
        life.is_away(f"2026-{month:02}-17", f"2026-{month:02}-19")

    assert drift_of(life, "Board").verdict is Verdict.STEADY


@pytest.mark.parametrize(
    ("agreed", "needed"),
    [("36/month", 13), ("100/quarter", 26), ("400/year", 60)],
)
def test_hours_by_longer_stretches_need_more_weeks(agreed, needed):
    life = Life().role("Atlas", agreed).gives_weekly("Atlas", [8] * (needed - 1))

    assert drift_of(life).verdict is Verdict.TOO_SHORT
    assert drift_of(life).weeks_needed == needed


@pytest.mark.parametrize("agreed", ["36/month", "108/quarter", "432/year"])
def test_steady_weeks_are_steady_however_the_hours_are_counted(agreed):
    # 432 / 52.1775 = 8.28 a week.
    life = Life().role("Atlas", agreed).gives_weekly("Atlas", [8.28] * 104)

    assert drift_of(life).verdict is Verdict.STEADY


@pytest.mark.parametrize("agreed", ["36/month", "108/quarter", "432/year"])
def test_half_as_much_again_for_a_year_is_drift_however_they_are_counted(agreed):
    hours = [8.28] * 78 + [12.42] * 52
    found = drift_of(Life().role("Atlas", agreed).gives_weekly("Atlas", hours))

    assert found.verdict is Verdict.DRIFTING
    assert 3 < found.over < 5


def test_hours_in_total_drift_when_they_will_run_out_before_the_end():
    # 208 hours over the 52 weeks of 2026 (364 of 365 days): 4 a week.
    agreed = terms("208/total", since="2026-01-01", until="2027-01-01")
    even = Life().role("Atlas", agreed).gives_weekly("Atlas", [4] * 40)
    fast = Life().role("Atlas", agreed).gives_weekly("Atlas", [6] * 40)

    assert drift_of(even).verdict is Verdict.STEADY
    assert drift_of(fast).verdict is Verdict.DRIFTING


def test_every_role_held_is_told_in_the_order_of_the_balance():
    life = Life().role("Atlas", "16/week").role("Idea", kind="opportunity")
    life.role("Gone", "8/week", until="2026-01-01").role("Wijk", "8/week")
    portfolio = life.gives_weekly("Atlas", [16] * 10).portfolio()
    weeks = weeks_of(portfolio)

    found = drifts(portfolio, weeks, np.zeros((len(weeks), 4), dtype=bool))

    assert [one.role for one in found] == [0, 3]
