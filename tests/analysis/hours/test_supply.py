"""What there is to give in a week, and what goes off beside the roles."""

import numpy as np
import pytest

from plait.analysis.floats import Floats
from plait.analysis.hours.supply import away_share, overhead_hours, supply
from plait.domain.availability import OverheadKind
from plait.domain.columns import Days
from tests.cast import Life

# Monday to Sunday, 23 to 29 November 2026, and the week after.
MONDAYS = np.array(["2026-11-23", "2026-11-30"], dtype="datetime64[D]")


def available(life: Life, mondays: Days) -> Floats:
    told = life.portfolio()
    return supply(told.person.capacity, told.seasons, told.absences, mondays)


def given(life: Life) -> list[float]:
    return available(life, MONDAYS).round(6).tolist()


def test_every_week_has_the_hours_that_the_person_told():
    assert given(Life(capacity=40)) == [40, 40]


def test_a_person_who_told_nothing_has_no_known_hours():
    assert np.isnan(given(Life())).all()


def test_a_season_counts_for_the_working_days_it_covers():
    # From Wednesday 25 November: two days at 40 / 5 and three at 20 / 5 are 16 + 12.
    life = Life(capacity=40).has_season("2026-11-25", "2026-12-07", "20")

    assert given(life) == [28, 20]


def test_a_season_says_what_a_silent_person_has_to_give():
    life = Life().has_season("2026-11-30", "2026-12-07", "20")

    first, second = given(life)

    assert np.isnan(first)
    assert second == 20


def test_of_two_seasons_the_later_one_holds():
    life = Life(capacity=40).has_season("2026-11-02", "2026-12-31", "10")

    assert given(life.has_season("2026-11-30", "2026-12-07", "32")) == [10, 32]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-23", "2026-11-26", 16),  # Monday to Wednesday: 2 of 5 days are left
        ("2026-11-28", "2026-11-30", 40),  # a weekend
        ("2026-11-16", "2026-11-24", 32),  # its last day is the Monday
        ("2026-11-01", "2026-12-31", 0),
    ],
)
def test_a_working_day_away_from_all_roles_takes_a_fifth(start, end, hours):
    assert given(Life(capacity=40).is_away(start, end))[0] == hours


def test_days_that_two_absences_hold_are_taken_once():
    life = Life(capacity=40).is_away("2026-11-23", "2026-11-25")

    assert given(life.is_away("2026-11-24", "2026-11-26", "sickness"))[0] == 16


def test_being_away_from_one_role_leaves_the_hours_to_the_others():
    life = (
        Life(capacity=40)
        .role("Atlas")
        .is_away("2026-11-23", "2026-11-28", role="Atlas")
    )

    assert given(life)[0] == 40
    assert away_share(life.portfolio().absences, MONDAYS)[0] == 0


def test_public_holidays_take_nothing_from_what_there_is_to_give():
    # 25 December 2026 is a Friday.
    life = Life(capacity=40, country="NL")
    week = np.array(["2026-12-21"], dtype="datetime64[D]")

    assert available(life, week).tolist() == [40]


def spent(life: Life, there: float = 1.0) -> dict[OverheadKind, list[float]]:
    portfolio = life.portfolio()
    shares = np.full((2, len(portfolio.roles)), there)
    told = overhead_hours(portfolio.overheads, portfolio.absences, MONDAYS, shares)
    return {kind: hours.round(6).tolist() for kind, hours in told.items()}


def test_overheads_of_a_kind_add_up():
    life = Life().role("Atlas").spends("travel", "3", "Atlas").spends("travel", "1")

    assert spent(life.spends("rest", "5")) == {
        OverheadKind.TRAVEL: [4, 4],
        OverheadKind.REST: [5, 5],
    }


def test_what_a_role_brings_with_it_falls_away_with_the_role():
    life = Life().role("Atlas").spends("travel", "4", "Atlas").spends("admin", "2")

    assert spent(life, there=0.25) == {
        OverheadKind.TRAVEL: [1, 1],
        OverheadKind.ADMIN: [2, 2],
    }


def test_overheads_of_no_role_rest_while_the_person_is_away():
    life = Life().spends("admin", "5").is_away("2026-11-23", "2026-11-25")

    assert spent(life) == {OverheadKind.ADMIN: [3, 5]}


@pytest.mark.parametrize(("hours", "left"), [("3", 37), ("8", 32), ("12", 32)])
def test_part_of_a_day_away_takes_its_hours(hours, left):
    life = Life(capacity=40).is_away("2026-11-25", "2026-11-26", hours=hours)

    assert given(life) == [left, 40]
