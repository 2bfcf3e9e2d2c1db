"""Which days are free in which role, and how much of the week falls away."""

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.hours.free_days import (
    free_share,
    places_not_known,
    set_aside_weeks,
)
from plait.analysis.series.weeks import weeks_of
from plait.domain.roles import CountsAs
from tests.cast import Life, day, terms


def share(life: Life, monday: str, role: int = 0) -> float:
    found = free_share(life.portfolio(), np.array([monday], dtype="datetime64[D]"))
    return round(float(found[0, role]), 12)


def practice(agreed="24/week", *, kind="employment", blocks="", counts="employment"):
    agreed = terms(agreed, blocks=blocks, counts_as=CountsAs(counts))
    return Life(country="NL").role("Practice", agreed, kind=kind)


def test_without_blocks_a_day_off_is_a_fifth_of_the_week():
    # Wednesday 4 and Thursday 5 November 2026.
    life = practice().is_away("2026-11-04", "2026-11-06")

    assert share(life, "2026-11-02") == 0.4


def test_a_weekend_away_takes_nothing():
    life = practice().is_away("2026-11-07", "2026-11-09")

    assert share(life, "2026-11-02") == 0


def test_a_day_off_takes_out_that_weekdays_blocks():
    # Monday 8 hours, Tuesday 4 of 12: the Tuesday is a third.
    blocks = "mon 09:00-17:00, tue 09:00-13:00"
    tuesday = practice(blocks=blocks).is_away("2026-11-03", "2026-11-04")
    wednesday = practice(blocks=blocks).is_away("2026-11-04", "2026-11-05")

    assert share(tuesday, "2026-11-02") == round(1 / 3, 12)
    assert share(wednesday, "2026-11-02") == 0


def test_blocks_at_the_weekend_fall_away_with_it():
    life = practice(blocks="sat 10:00-14:00").is_away("2026-11-07", "2026-11-08")

    assert share(life, "2026-11-02") == 1


def test_a_week_away_is_the_whole_week():
    life = practice().is_away("2026-11-02", "2026-11-09")

    assert share(life, "2026-11-02") == 1
    assert share(life, "2026-10-26") == 0
    assert share(life, "2026-11-09") == 0


def test_absence_from_one_role_leaves_the_others():
    life = practice().role("Atlas", "8/week")
    life.is_away("2026-11-02", "2026-11-09", role="Atlas")

    assert share(life, "2026-11-02", role=0) == 0
    assert share(life, "2026-11-02", role=1) == 1


@pytest.mark.parametrize(
    ("counts", "kind", "falls_away"),
    [
        ("employment", "employment", 0.2),
        ("worker", "contract", 0.2),
        ("self-employed", "contract", 0),
        ("voluntary", "board", 0),
        ("employment", "study", 0),
    ],
)
def test_a_public_holiday_is_free_in_employment_only(counts, kind, falls_away):
    # King's Day, Monday 27 April 2026.
    assert share(practice(counts=counts, kind=kind), "2026-04-27") == falls_away


@pytest.mark.parametrize("counts", ["self-employed", "voluntary"])
def test_leave_is_free_in_every_role(counts):
    life = practice(counts=counts).is_away("2026-11-02", "2026-11-03", "sickness")

    assert share(life, "2026-11-02") == 0.2


def test_a_holiday_during_leave_counts_once():
    life = practice().is_away("2026-04-27", "2026-04-29")

    assert share(life, "2026-04-27") == 0.4


def test_holidays_are_those_of_the_organisations_country():
    # Monday 4 May 2026 is free in Britain; Ascension, 14 May, is not.
    life = practice()
    held = life.roles[0]
    place = type(held.organisation)("Practice House", country="GB")
    life.roles[0] = type(held)(
        **{f: getattr(held, f) for f in held.__slots__} | {"organisation": place}
    )

    assert share(life, "2026-05-04") == 0.2
    assert share(life, "2026-05-11") == 0


def test_the_persons_region_counts_in_their_own_country():
    agreed = terms("24/week", counts_as=CountsAs.EMPLOYMENT)
    life = Life(country="DE", region="BY").role("Praxis", agreed, kind="employment")

    # Epiphany, Tuesday 6 January 2026, is free in Bavaria.
    assert share(life, "2026-01-05") == 0.2


def test_without_a_country_there_are_no_holidays():
    life = Life().role("Practice", "24/week", kind="employment")

    assert share(life, "2026-04-27") == 0


def test_without_terms_a_role_counts_as_its_kind_usually_does():
    life = Life(country="NL")
    life.role("Practice", kind="employment").role("Board", kind="board")

    assert share(life, "2026-04-27", role=0) == 0.2
    assert share(life, "2026-04-27", role=1) == 0


def test_terms_that_change_in_a_week_count_by_the_hours_that_accrue():
    # Monday and Tuesday are a stretch of 2 days at 7 / 7 = 1 hour, all of it on the
    # Monday; Wednesday to Sunday are 5 at 14 / 7 = 2. Monday off: 2 of 2 + 10.
    life = Life().role(
        "Practice",
        terms("7/week", until="2026-11-04", blocks="mon 09:00-16:00"),
        terms("14/week", since="2026-11-04"),
    )

    assert share(life.is_away("2026-11-02", "2026-11-03"), "2026-11-02") == round(
        2 / 12, 12
    )


def test_weeks_need_be_neither_consecutive_nor_in_order():
    life = practice().is_away("2026-11-02", "2026-11-09")
    mondays = np.array(["2026-11-02", "2026-10-05"], dtype="datetime64[D]")

    assert free_share(life.portfolio(), mondays)[:, 0].tolist() == [1, 0]


def test_no_weeks_and_no_roles_are_no_trouble():
    none = np.array([], dtype="datetime64[D]")
    one = np.array(["2026-11-02"], dtype="datetime64[D]")

    assert free_share(practice().portfolio(), none).shape == (0, 1)
    assert free_share(Life().portfolio(), one).shape == (1, 0)


@pytest.mark.parametrize(
    ("told", "kind", "not_known"),
    [
        ({"country": "NL"}, "employment", ()),
        ({"country": ""}, "employment", ("",)),
        ({"country": "XX"}, "employment", ("XX",)),
        ({"country": "NL", "region": "Atlantis"}, "employment", ("NL Atlantis",)),
        ({"country": ""}, "contract", ()),  # has no public holidays anyway
    ],
)
def test_it_tells_where_public_holidays_are_not_known(told, kind, not_known):
    life = Life(**told).role("Practice", kind=kind)

    assert places_not_known(life.portfolio()) == not_known


def test_weeks_with_any_day_off_are_set_aside():
    life = practice().role("Atlas", "8/week").gives_weekly("Practice", 24, weeks=4)
    life.is_away("2026-11-04", "2026-11-05", role="Practice")
    portfolio = life.portfolio()

    # Weeks of 19 and 26 October, 2 and 9 November.
    aside = set_aside_weeks(portfolio, weeks_of(portfolio))

    assert aside.tolist() == [[False, False]] * 2 + [[True, False]] + [[False, False]]


blocks = st.sampled_from(
    ["", "mon 09:00-17:00", "tue 09:00-12:00, sun 10:00-18:00", "fri 22:00-06:00"]
)
spans = st.tuples(st.integers(0, 60), st.integers(1, 20))


@given(
    blocks,
    st.sampled_from(["24/week", "36/month", "100/quarter", "400/year", ""]),
    st.lists(spans, max_size=4),
    spans,
)
def test_another_absence_never_lessens_what_falls_away(where, agreed, away, more):
    first = np.datetime64("2026-02-02")
    mondays = np.arange(first, first + 84, 7)

    def shares(absences):
        life = practice(agreed, blocks=where)
        for start, n_days in absences:
            days = (first + start, first + start + n_days)
            life.is_away(*(day(d.item()) for d in days))
        return free_share(life.portfolio(), mondays)

    fewer, with_more = shares(away), shares([*away, more])

    assert (with_more >= fewer - 1e-12).all()
    assert ((with_more >= 0) & (with_more <= 1 + 1e-12)).all()


@given(blocks, st.sampled_from(["24/week", "36/month"]), st.lists(spans, max_size=3))
def test_a_week_is_the_same_whichever_others_are_asked_for(where, agreed, away):
    life = practice(agreed, blocks=where)
    first = np.datetime64("2026-02-02")
    mondays = np.arange(first, first + 84, 7)
    for start, n_days in away:
        life.is_away(*(day((first + d).item()) for d in (start, start + n_days)))
    portfolio = life.portfolio()

    alone = [free_share(portfolio, mondays[[i]])[0] for i in range(len(mondays))]

    assert np.allclose(free_share(portfolio, mondays), alone, rtol=0, atol=1e-12)


def test_ten_years_of_twelve_roles_take_milliseconds():
    life = practice()
    for number in range(11):
        life.role(f"Role {number}", terms("8/week"), kind="employment")
    for year in range(2017, 2027):
        life.is_away(f"{year}-07-06", f"{year}-07-27")
    portfolio = life.portfolio()
    mondays = np.arange(np.datetime64("2016-11-28"), np.datetime64("2026-11-16"), 7)
    free_share(portfolio, mondays)  # the holidays are kept from here on

    times = []
    for _ in range(5):
        start = perf_counter()
        free_share(portfolio, mondays)
        times.append(perf_counter() - start)

    # About 5 ms on two quiet cores; four times that on busy ones.
    assert min(times) < 0.04


def test_part_of_a_day_takes_its_hours_of_the_day():
    # 24 hours a week are 4.8 a day; 2.4 of Wednesday are half of a fifth.
    life = practice().is_away("2026-11-04", "2026-11-05", hours="2.4")

    assert share(life, "2026-11-02") == pytest.approx(0.1)


def test_part_of_a_day_takes_no_more_than_the_day_has():
    life = practice().is_away("2026-11-04", "2026-11-05", hours="9")

    assert share(life, "2026-11-02") == pytest.approx(0.2)


def test_part_of_a_day_without_work_takes_nothing():
    life = practice(blocks="mon 09:00-17:00, tue 09:00-17:00")
    life.is_away("2026-11-04", "2026-11-05", hours="4")

    assert share(life, "2026-11-02") == 0


def test_part_of_a_day_from_all_roles_is_shared_by_their_hours():
    # Wednesday has 6 hours of one role and 2 of the other: 3 and 1 of 4 fall away.
    life = Life().role("Practice", terms("6/week", blocks="wed 09:00-15:00"))
    life.role("Board", terms("2/week", blocks="wed 16:00-18:00"))
    life.is_away("2026-11-04", "2026-11-05", hours="4")

    assert [share(life, "2026-11-02", role) for role in (0, 1)] == [0.5, 0.5]


def test_a_day_that_is_off_as_a_whole_is_not_taken_twice():
    life = practice().is_away("2026-11-04", "2026-11-05")
    life.is_away("2026-11-04", "2026-11-05", "sickness", hours="4")

    assert share(life, "2026-11-02") == pytest.approx(0.2)


@given(st.floats(0.25, 20), st.floats(0.25, 20))
def test_two_parts_of_a_day_are_never_more_than_it(one, other):
    life = practice()
    for kind, hours in (("leave", one), ("sickness", other)):
        life.is_away("2026-11-04", "2026-11-05", kind, hours=f"{hours:.2f}")

    both = min(4.8, round(one, 2) + round(other, 2))

    assert share(life, "2026-11-02") == pytest.approx(both / 24)
