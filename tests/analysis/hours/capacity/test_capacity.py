"""The weeks ahead: what there is to give, what will be asked, how sure that is."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.hours.capacity.capacity import Basis, Capacity, WeekAhead, capacity
from plait.analysis.hours.capacity.naive import NAIVE, Method
from plait.analysis.series.weeks import weeks_of
from plait.domain.availability import OverheadKind
from tests.cast import Life, terms

# Hours beside what is agreed are believed to within a few minutes, not whole.
NEAR = 0.05


def ahead(life: Life, **told: int) -> Capacity:
    portfolio = life.portfolio()
    return capacity(portfolio, weeks_of(portfolio), **told)


def first(life: Life) -> WeekAhead:
    return ahead(life).weeks[0]


def steady(weeks: int = 60, hours: float = 20) -> Life:
    """Return a life with one role that gives the same hours each week."""
    life = Life(capacity=40).role("Atlas", "20/week")
    return life.gives_weekly("Atlas", hours, weeks=weeks)


def noisy(weeks: int = 120, spread: float = 3, **told: float) -> Life:
    """Return a life with two roles whose hours vary by chance around what is agreed."""
    rng = np.random.default_rng(11)
    life = Life(capacity=told.get("capacity", 32)).role("Atlas", "20/week")
    life.role("Board", "8/week")
    for name, usual in (("Atlas", 20), ("Board", 8)):
        hours = np.maximum(usual + rng.normal(0, spread, weeks), 0).round(2)
        life.gives_weekly(name, hours.tolist())
    return life


# ------------------------------------------------------------------ which weeks


def test_the_weeks_ahead_are_the_next_twelve_full_ones():
    # The date is Friday 20 November 2026, in a week that has begun.
    weeks = ahead(steady()).weeks

    assert [week.monday for week in weeks[:2]] == [
        date(2026, 11, 23),
        date(2026, 11, 30),
    ]
    assert len(weeks) == 12


def test_a_week_that_begins_on_the_date_is_ahead_as_a_whole():
    life = Life(on="2026-11-23", capacity=40).role("Atlas", "20/week")

    assert first(life).monday == date(2026, 11, 23)


def test_as_many_weeks_are_told_as_were_asked_for():
    assert len(ahead(steady(), n_weeks=3).weeks) == 3


@pytest.mark.parametrize("n_weeks", [0, 41])
def test_no_forecast_is_made_of_no_week_or_of_most_of_a_year(n_weeks):
    with pytest.raises(ValueError, match="Look 1 to 40 weeks ahead"):
        ahead(steady(), n_weeks=n_weeks)


# ------------------------------------------------------- with too little to go by


def test_without_hours_on_file_the_agreements_stand_alone_and_no_range_is_told():
    life = Life(capacity=40).role("Atlas", "20/week").role("Board", "36/month")

    found = ahead(life)

    assert found.basis is Basis.TOO_SHORT
    assert found.method is Method.AGREED
    assert found.test is None
    # 36 hours a month are 36 x 12 / 52.1775 = 8.28 a week.
    assert round(found.weeks[0].load, 2) == 28.28
    assert (found.weeks[0].low, found.weeks[0].p_overfull) == (None, None)


@pytest.mark.parametrize(("n", "basis"), [(7, Basis.TOO_SHORT), (8, Basis.PAST)])
def test_a_forecast_from_the_past_takes_eight_weeks(n, basis):
    assert ahead(steady(weeks=n)).basis is basis


def test_hours_that_stopped_long_ago_say_nothing_of_the_weeks_ahead():
    life = Life(capacity=40).role("Atlas", "20/week")
    life.gives_weekly("Atlas", 30, weeks=40, until="2026-08-14")

    found = ahead(life)

    assert found.basis is Basis.TOO_OLD
    assert found.weeks[0].load == 20


def test_a_person_without_roles_has_all_their_hours():
    found = ahead(Life(capacity=40))

    assert [week.free for week in found.weeks] == [40] * 12


def test_without_hours_to_give_nothing_is_said_of_overfull_weeks():
    life = Life().role("Atlas", "20/week").gives_weekly("Atlas", 20, weeks=60)

    week = first(life)

    assert (week.supply, week.free, week.p_overfull) == (None, None, None)
    assert week.low is not None


# ---------------------------------------------------------------- what is asked


def test_steady_hours_go_on():
    found = ahead(steady(hours=23))

    assert [week.load for week in found.weeks] == pytest.approx([23] * 12, abs=NEAR)
    assert found.test.error < 0.1


def test_an_hour_that_serves_two_roles_is_load_once_and_counts_for_both():
    life = Life(capacity=40).role("Atlas", "20/week").role("Study", "5/week")
    life.gives_weekly("Atlas", 20, weeks=60)
    for n in range(60):
        friday = np.datetime64("2026-11-13") - 7 * n
        life.gives("Study", 5, friday.astype(date), also=["Atlas"])

    week = first(life)

    assert week.by_role == pytest.approx((25, 5), abs=NEAR)
    assert week.load == pytest.approx(25, abs=NEAR)


def test_a_role_that_ends_asks_nothing_from_then_on():
    life = Life(capacity=40).role("Atlas", "20/week", until="2026-12-07")
    life.gives_weekly("Atlas", 20, weeks=60)

    assert [week.load for week in ahead(life).weeks[:3]] == pytest.approx([20, 20, 0])


def test_a_role_whose_terms_end_asks_nothing_from_then_on():
    life = Life(capacity=40).role("Atlas", terms("20/week", until="2026-12-09"))
    life.gives_weekly("Atlas", 20, weeks=60)

    # Of the week of 7 December Monday and Tuesday are left: 2 / 5 of 20.
    assert [week.load for week in ahead(life).weeks[:4]] == pytest.approx(
        [20, 20, 8, 0]
    )


def test_a_role_that_went_on_after_its_terms_goes_on():
    life = Life(capacity=40).role("Atlas", terms("20/week", until="2026-08-01"))
    life.gives_weekly("Atlas", 20, weeks=60)

    assert first(life).load == pytest.approx(20)


def test_hours_agreed_anew_change_the_forecast_by_as_much():
    life = Life(capacity=40).role(
        "Atlas",
        terms("20/week", until="2026-12-07"),
        terms("12/week", since="2026-12-07"),
    )
    life.gives_weekly("Atlas", 23, weeks=60)

    # 3 hours beyond what is agreed stay 3 hours beyond: 12 + 3 = 15.
    assert [week.load for week in ahead(life).weeks[:3]] == pytest.approx(
        [23, 23, 15], abs=NEAR
    )


def test_a_role_that_begins_asks_what_was_agreed():
    life = steady().role(
        "Board", terms("6/week", since="2026-12-07"), since="2026-12-07"
    )

    loads = [week.load for week in ahead(life).weeks[:3]]

    assert loads == pytest.approx([20, 20, 26])


def test_a_role_without_any_hours_on_file_asks_what_was_agreed():
    week = first(steady().role("Board", "6/week"))

    assert week.by_role == pytest.approx((20, 6))
    assert week.load == pytest.approx(26)


def test_an_opportunity_asks_nothing_yet():
    life = steady().role("Maybe", "16/week", kind="opportunity")

    assert first(life).load == pytest.approx(20)


def test_open_hours_are_load_of_no_role():
    life = steady()
    for n in range(60):
        friday = (np.datetime64("2026-11-13") - 7 * n).astype(date)
        life.gives("", 2, friday)

    week = first(life)

    assert week.load == pytest.approx(22, abs=NEAR)
    assert week.by_role == pytest.approx((20,))


# -------------------------------------------------------------- days off, calendar


def test_leave_ahead_lowers_what_is_asked_and_what_there_is_to_give():
    week = first(steady().is_away("2026-11-23", "2026-11-25"))

    # Monday and Tuesday off: 3 / 5 of 20, and of 40.
    assert week.load == pytest.approx(12)
    assert week.supply == pytest.approx(24)


def test_leave_from_one_role_lowers_that_role_alone():
    week = first(noisy(spread=0).is_away("2026-11-23", "2026-11-28", role="Atlas"))

    assert week.by_role == pytest.approx((0, 8))
    assert week.supply == 32


@pytest.mark.parametrize("is_told", [True, False])
def test_weeks_away_in_the_past_do_not_lower_the_weeks_ahead(is_told):
    hours = [20] * 50 + [0, 0] + [20] * 4
    life = Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", hours)
    if is_told:
        life.is_away("2026-10-05", "2026-10-19")

    assert first(life).load == pytest.approx(20)


def test_a_training_in_the_calendar_makes_its_week_fuller():
    life = steady().meets("Atlas", "2026-11-30T09:00", 32, title="Training of two days")

    weeks = ahead(life).weeks

    # Two days count eight hours each, and nothing like it was there before.
    assert [week.load for week in weeks[:3]] == pytest.approx([20, 36, 20])
    assert weeks[1].in_calendar == 16


def test_a_role_asks_at_least_what_the_calendar_holds_for_it():
    life = Life(capacity=40).role("Board").meets("Board", "2026-11-24T18:00", 3)

    assert first(life).load == 3


def test_a_week_without_its_weekly_meeting_is_known_to_be_emptier():
    life = Life(capacity=40).role("Board", "4/week").gives_weekly("Board", 4, weeks=60)
    mondays = np.arange("2025-09-22", "2027-04-05", 7, dtype="datetime64[D]")
    skipped = np.datetime64("2026-11-30")
    for monday in mondays[mondays != skipped].tolist():
        life.meets("Board", f"{monday}T18:00", 3, title="Weekly meeting")

    loads = [week.load for week in ahead(life).weeks[:3]]

    assert loads == pytest.approx([4, 1, 4], abs=NEAR)


def test_overheads_are_load_and_told_by_kind():
    week = first(steady().spends("travel", "3", "Atlas").spends("rest", "5"))

    assert week.overheads == {OverheadKind.TRAVEL: 3, OverheadKind.REST: 5}
    assert week.load == pytest.approx(28)
    assert week.agreed == pytest.approx(28)


# ----------------------------------------------------------------- how sure it is


def test_the_range_holds_the_forecast_and_most_of_what_would_come():
    found = ahead(noisy(weeks=200))

    for week in found.weeks:
        assert week.low <= week.load <= week.high
    # Errors of two roles with a spread of 3 have 3 x sqrt(2) = 4.24; the middle
    # 80 % of them lie within 1.28 x 4.24 = 5.4 to either side, 10.9 in all.
    widths = [week.high - week.low for week in found.weeks]
    assert 8 < np.mean(widths) < 16


def test_a_range_held_about_as_often_as_it_promised():
    test = ahead(noisy(weeks=200)).test

    assert test.n_origins == 52
    assert 0.7 < test.coverage < 0.95


def test_every_week_ahead_has_its_own_record():
    # Of 52 origins all have seen the first week come, and 41 the twelfth.
    test = ahead(noisy(weeks=200)).test

    assert len(test.coverage_ahead) == len(test.error_ahead) == 12
    assert test.n_forecasts == sum(range(41, 53))


def test_the_naive_methods_stand_beside_the_one_that_was_shipped():
    test = ahead(noisy(weeks=200)).test

    assert set(NAIVE) < set(test.errors)
    assert test.error <= 1.15 * min(test.errors[one] for one in NAIVE)


def test_a_role_that_repeats_its_year_is_forecast_by_its_season():
    year = 10 * np.sin(np.arange(208) * 2 * np.pi / 52)
    life = Life(capacity=40).role("Atlas", "20/week")
    life.gives_weekly("Atlas", (20 + year).round(2).tolist())

    found = ahead(life)

    assert found.test.error < found.test.errors[Method.AGREED] / 4


@pytest.mark.parametrize(
    ("capacity", "least", "most"), [(60, 0, 0.05), (28, 0.3, 0.7), (10, 0.95, 1)]
)
def test_the_chance_of_an_overfull_week_goes_by_what_there_is_to_give(
    capacity, least, most
):
    # About 28 hours are asked.
    week = first(noisy(capacity=capacity))

    assert least <= week.p_overfull <= most


def test_a_chance_is_never_none_and_never_sure():
    # Hours have never differed at all; that does not say they never will.
    week = first(steady(weeks=110))

    assert 0 < week.p_overfull < 0.05


def test_sickness_is_not_known_ahead_in_the_past():
    # A week ill among steady ones is an error of the forecasts that could not know.
    hours = [20.0] * 60
    hours[-10] = 0
    life = Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", hours)
    ill = ahead(life.is_away("2026-09-07", "2026-09-14", "sickness"))
    life.absences.clear()
    away = ahead(life.is_away("2026-09-07", "2026-09-14", "leave"))

    assert away.test.error < 0.1
    assert ill.test.error > away.test.error


# ----------------------------------------------------------------- what must hold


@settings(max_examples=15, deadline=None)
@given(factor=st.sampled_from([0.25, 0.5, 2.0, 4.0]))
def test_scaling_every_hour_scales_the_forecast(factor):
    def life(times: float) -> Life:
        rng = np.random.default_rng(5)
        found = Life(capacity=40 * times).role("Atlas", f"{20 * times}/week")
        hours = (20 + rng.normal(0, 3, 90)).round(1) * times
        return found.gives_weekly("Atlas", hours.tolist())

    ones, scaled = first(life(1)), first(life(factor))

    assert scaled.load == pytest.approx(ones.load * factor, abs=1e-3)
    assert scaled.p_overfull == pytest.approx(ones.p_overfull)


def test_an_entry_in_two_parts_changes_nothing():
    whole = (
        Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", 20, weeks=60)
    )
    parts = (
        Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", 12, weeks=60)
    )

    assert ahead(parts.gives_weekly("Atlas", 8, weeks=60)) == ahead(whole)
