"""Agreed, actual and free hours, and what may be concluded from them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.hours.balance import (
    Balance,
    RoleHours,
    Verdict,
    balance,
    same_hours_since,
)
from plait.domain.roles import CountsAs
from tests.cast import Life, day, terms


def of(life: Life) -> Balance:
    return balance(life.portfolio())


def one_role(agreed, given, **told) -> RoleHours:
    """Return the hours of one role with weekly hours up to the last full week."""
    life = Life(on="2026-11-20").role("Atlas", *([agreed] if agreed else []))
    return of(life.gives_weekly("Atlas", given, **told)).roles[0]


def test_actual_is_the_mean_of_the_last_four_full_weeks():
    # Of 8 8 8 8 12 13 13 14 the last four are (12 + 13 + 13 + 14) / 4 = 13.
    atlas = one_role("8/week", [8, 8, 8, 8, 12, 13, 13, 14])

    assert atlas.actual == 13
    assert atlas.over == 5
    assert atlas.n_weeks == 4
    assert atlas.verdict is Verdict.OVER


@pytest.mark.parametrize(
    ("per", "weeks", "window"),
    [
        ("8/week", 60, 4),
        ("36/month", 60, 13),
        ("100/quarter", 60, 26),
        ("400/year", 60, 52),
        ("", 60, 4),
        ("8/week", 3, 3),  # no more than there are
        ("400/year", 20, 20),
    ],
)
def test_the_mean_is_taken_over_as_long_as_hours_come_in_lumps(per, weeks, window):
    assert one_role(per, 8, weeks=weeks).n_weeks == window


def test_hours_in_total_are_set_against_all_weeks_of_their_terms():
    # 120 hours from Monday 3 August 2026 to 28 December: 147 days are 21 weeks,
    # 120 x 7 / 147 = 5.71 a week. To 15 November that are 15 weeks.
    total = terms("120/total", since="2026-08-03", until="2026-12-28")

    atlas = one_role(total, 6, weeks=40)

    assert round(atlas.agreed, 2) == 5.71
    assert atlas.n_weeks == 15
    assert atlas.verdict is Verdict.WITHIN


@pytest.mark.parametrize(
    ("hours", "verdict"),
    [
        # 24 a week may vary by a tenth: 21.6 to 26.4.
        (26.4, Verdict.WITHIN),
        (26.5, Verdict.OVER),
        (21.6, Verdict.WITHIN),
        (21.5, Verdict.UNDER),
        (24, Verdict.WITHIN),
    ],
)
def test_a_role_may_differ_by_a_tenth(hours, verdict):
    assert one_role("24/week", hours, weeks=8).verdict is verdict


@pytest.mark.parametrize(
    ("hours", "verdict"),
    [
        # A tenth of 2 hours is 12 minutes; half an hour is the least that counts.
        (2.5, Verdict.WITHIN),
        (2.55, Verdict.OVER),
        (1.5, Verdict.WITHIN),
        (1.45, Verdict.UNDER),
    ],
)
def test_half_an_hour_is_nothing_however_little_was_agreed(hours, verdict):
    assert one_role("2/week", hours, weeks=8).verdict is verdict


@given(st.integers(1, 240), st.integers(4, 60))
def test_the_edge_of_the_tolerance_is_within_however_the_hours_fall(quarters, weeks):
    agreed = quarters / 4
    edge = agreed + max(agreed / 10, 0.5)

    # To the second, as trackers tell it: rounded down, it never passes the edge.
    atlas = one_role(f"{agreed}/week", int(edge * 3600) / 3600, weeks=max(8, weeks))

    assert atlas.verdict is Verdict.WITHIN


@pytest.mark.parametrize(
    ("agreed", "needed"),
    [("8/week", 8), ("36/month", 13), ("100/quarter", 26), ("400/year", 52)],
)
def test_there_is_no_verdict_before_there_are_weeks_enough(agreed, needed):
    too_few = one_role(agreed, 30, weeks=needed - 1)
    enough = one_role(agreed, 30, weeks=needed)

    assert too_few.verdict is Verdict.TOO_SHORT
    assert too_few.weeks_of_data == needed - 1
    assert enough.verdict is Verdict.OVER
    assert enough.weeks_needed == needed


def test_weeks_before_a_roles_first_hours_do_not_count_for_it():
    life = Life().role("Practice", "24/week").role("Atlas", "8/week")
    life.gives_weekly("Practice", 24, weeks=30).gives_weekly("Atlas", 12, weeks=5)

    practice, atlas = of(life).roles

    assert practice.verdict is Verdict.WITHIN
    assert (atlas.weeks_of_data, atlas.verdict) == (5, Verdict.TOO_SHORT)


def test_hours_are_set_against_the_terms_that_held_when_they_were_given():
    # 16 hours were agreed until 5 October; the six weeks since say nothing yet.
    life = Life(on="2026-11-20").role(
        "Atlas",
        terms("16/week", since="2025-01-01", until="2026-10-05"),
        terms("8/week", since="2026-10-05"),
    )

    atlas = of(life.gives_weekly("Atlas", [16] * 24 + [8] * 6)).roles[0]

    assert atlas.weeks_of_data == 6
    assert atlas.verdict is Verdict.TOO_SHORT
    assert atlas.actual == 8


def test_eight_weeks_into_new_terms_there_is_a_verdict():
    # 21 September to 15 November are 8 weeks.
    life = Life(on="2026-11-20").role(
        "Atlas",
        terms("8/week", since="2025-01-01", until="2026-09-21"),
        terms("16/week", since="2026-09-21"),
    )

    atlas = of(life.gives_weekly("Atlas", 8, weeks=30)).roles[0]

    assert (atlas.weeks_of_data, atlas.verdict) == (8, Verdict.UNDER)


def test_under_terms_that_began_this_week_the_hours_before_are_still_shown():
    life = Life(on="2026-11-20").role(
        "Atlas",
        terms("8/week", since="2025-01-01", until="2026-11-16"),
        terms("16/week", since="2026-11-16"),
    )

    atlas = of(life.gives_weekly("Atlas", 9, weeks=30)).roles[0]

    assert (atlas.agreed, atlas.actual) == (16, 9)
    assert (atlas.weeks_of_data, atlas.verdict) == (0, Verdict.TOO_SHORT)


def test_new_pay_for_the_same_hours_does_not_begin_anew():
    life = Life(on="2026-11-20").role(
        "Atlas",
        terms("8/week", since="2024-03-01", until="2026-01-01", pay="80 EUR/hour"),
        terms("8/week", since="2026-01-01", until="2026-11-01", pay="85 EUR/hour"),
        terms("8/week", since="2026-11-01", pay="90 EUR/hour"),
    )

    atlas = of(life.gives_weekly("Atlas", 12, weeks=30)).roles[0]

    assert same_hours_since(life.roles[0], life.on) == day("2024-03-01")
    assert atlas.verdict is Verdict.OVER


def test_a_break_between_terms_begins_anew():
    atlas = Life().role(
        "Atlas",
        terms("8/week", since="2024-03-01", until="2025-01-01"),
        terms("8/week", since="2026-01-01"),
    )

    assert same_hours_since(atlas.roles[0], atlas.on) == day("2026-01-01")


def test_the_same_hours_in_total_agreed_again_begin_anew():
    atlas = Life().role(
        "Atlas",
        terms("60/total", since="2026-01-01", until="2026-07-01"),
        terms("60/total", since="2026-07-01", until="2027-01-01"),
    )

    assert same_hours_since(atlas.roles[0], atlas.on) == day("2026-07-01")


def test_without_terms_hours_are_told_and_not_judged():
    atlas = one_role("", 12, weeks=30)

    assert (atlas.agreed, atlas.actual) == (None, 12)
    assert atlas.over == 0
    assert atlas.verdict is Verdict.NOT_AGREED


def test_terms_that_agreed_no_hours_are_not_judged_either():
    atlas = one_role(terms(pay="960 EUR/day"), 12, weeks=30)

    assert atlas.verdict is Verdict.NOT_AGREED


def test_a_role_without_any_hours_has_none_rather_than_nought():
    life = Life().role("Atlas", "8/week").role("Board", "2/week")

    board = of(life.gives_weekly("Atlas", 8, weeks=30)).roles[1]

    assert (board.agreed, board.actual, board.n_weeks) == (2, None, 0)
    assert board.verdict is Verdict.NO_HOURS


def test_all_roles_together_count_shared_hours_once():
    # Ten hours that serve both roles, 24 for one of them: a load of 34 a week.
    life = Life(capacity=40).role("Practice", "24/week").role("Board", "8/week")
    life.gives_weekly("Practice", 24, weeks=8)
    for back in range(8):
        on = day("2026-11-12") - timedelta(weeks=back)
        life.gives("Practice", 10, on, also=["Board"])

    found = of(life)

    assert found.actual == 34
    assert found.agreed == 32
    assert found.free == 6  # 40 - 34
    assert [role.actual for role in found.roles] == [34, 10]


def test_open_hours_fill_the_week_too():
    life = Life(capacity=40).role("Practice", "24/week")
    life.gives_weekly("Practice", 24, weeks=8).gives_weekly("", 20, weeks=8)

    assert of(life).free == -4  # 40 - 44


def test_without_hours_what_was_agreed_is_taken_from_the_capacity():
    found = of(Life(capacity=40).role("Practice", "24/week").role("Board", "4/week"))

    assert (found.actual, found.free, found.n_weeks) == (None, 12, 0)


def test_without_a_capacity_nothing_is_free_or_too_much():
    found = of(Life().role("Practice", "24/week").gives_weekly("Practice", 24, weeks=8))

    assert found.free is None


def test_roles_that_ended_are_not_counted_as_agreed():
    life = Life(on="2026-11-20").role("Old", "24/week", until="2026-11-20")

    assert of(life.role("New", "16/week", since="2026-11-20")).agreed == 16


def test_nothing_is_agreed_in_an_opportunity_yet():
    life = Life().role("Atlas", "16/week")

    assert of(life.role("Perhaps", "8/week", kind="opportunity")).agreed == 16


def test_eight_weeks_are_enough_to_speak_of_the_week_as_a_whole():
    seven = Life().role("Atlas").gives_weekly("Atlas", 8, weeks=7)
    eight = Life().role("Atlas").gives_weekly("Atlas", 8, weeks=8)

    assert of(seven).is_too_short
    assert not of(eight).is_too_short


def test_weeks_with_days_off_are_left_out_of_the_mean():
    # 24 hours in all weeks but that of 2 November, with four days of leave and 5 hours.
    life = Life(on="2026-11-20").role("Practice", "24/week")
    life.gives_weekly("Practice", [*[24] * 10, 5, 24])
    away = of(life.is_away("2026-11-02", "2026-11-06"))

    practice = away.roles[0]

    # (24 + 24 + 24 + 24) / 4; with the week of leave it were (3 x 24 + 5) / 4 = 19.25.
    assert practice.actual == 24
    assert practice.verdict is Verdict.WITHIN
    # Of twelve weeks, numbered from nought, the eleventh is set aside.
    assert practice.weeks_used == (7, 8, 9, 11)
    assert practice.weeks_of_data == 11
    assert (away.actual, away.weeks_used) == (24, (7, 8, 9, 11))


def test_weeks_with_a_public_holiday_are_left_out_in_employment():
    # King's Day is Monday 27 April 2026. The last full week is that of 4 May.
    employed = terms("24/week", counts_as=CountsAs.EMPLOYMENT)
    free = terms("8/week", counts_as=CountsAs.SELF_EMPLOYED)
    life = Life(on="2026-05-15", country="NL")
    life.role("Practice", employed, kind="employment").role("Atlas", free)
    life.gives_weekly("Practice", [*[24] * 9, 19, 24])
    life.gives_weekly("Atlas", [*[8] * 9, 4, 8])

    practice, atlas = of(life).roles

    assert practice.actual == 24
    assert atlas.actual == 7  # (8 + 8 + 4 + 8) / 4


def test_away_from_one_role_the_week_as_a_whole_still_counts():
    life = Life(on="2026-11-20").role("Practice", "24/week").role("Atlas", "8/week")
    life.gives_weekly("Practice", 24, weeks=12).gives_weekly("Atlas", [*[8] * 11, 0])
    life.is_away("2026-11-09", "2026-11-16", role="Atlas")

    found = of(life)

    assert found.roles[1].actual == 8
    assert found.actual == 30  # (32 + 32 + 32 + 24) / 4


def test_where_every_week_has_days_off_they_are_told_and_not_judged():
    life = Life(on="2026-11-20").role("Practice", "24/week")
    life.gives_weekly("Practice", 6, weeks=10).is_away("2026-08-01", "2026-12-01")

    found = of(life)

    assert (found.roles[0].actual, found.actual) == (6, 6)
    assert found.roles[0].verdict is Verdict.TOO_SHORT
    assert found.is_too_short


@given(st.lists(st.integers(0, 40), min_size=8, max_size=20), st.integers(0, 7))
def test_a_week_of_leave_counts_like_a_week_that_never_was(hours, back):
    life = Life(on="2026-11-20").role("Atlas", "20/week")
    life.gives_weekly("Atlas", [20, *hours, 20])
    off = day("2026-11-02") - timedelta(weeks=back)
    place = len(hours) - back
    without = [20, *hours, 20]
    del without[place]

    away = of(life.is_away(off, off + timedelta(days=7))).roles[0]

    assert away.actual == pytest.approx(one_role("20/week", without).actual)


def test_an_empty_portfolio_has_an_empty_balance():
    assert of(Life()) == Balance((), 0, None, None, 0, 0)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20), st.integers(1, 40))
def test_more_hours_in_the_last_week_never_lower_a_verdict(given_hours, more):
    order = [Verdict.UNDER, Verdict.WITHIN, Verdict.OVER]
    weeks = [20] * 8 + given_hours + [1]  # the last week has some
    fuller = [*weeks[:-1], 1 + more]

    one, other = one_role("20/week", weeks), one_role("20/week", fuller)

    assert order.index(other.verdict) >= order.index(one.verdict)
    # One week of the four that the mean is taken over.
    assert other.actual - one.actual == pytest.approx(more / 4)
