"""No minute of the clock counts twice, whoever it was given to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.series.one_clock import load_seconds, seconds_once
from plait.analysis.series.weeks import load_of_week, weeks_of
from tests.cast import Life

NO_CLOCK = np.datetime64("NaT", "s")
HOUR = 3600


def once(*entries) -> list[float]:
    """Return hours of the clock for entries as (from, to, hours worked)."""
    starts, ends, worked = zip(*entries, strict=True)
    found = seconds_once(_instants(starts), _instants(ends), _seconds(worked))
    return (found / HOUR).round(6).tolist()


def _instants(hours) -> np.ndarray:
    return np.array(
        [NO_CLOCK if h is None else np.datetime64(round(h * HOUR), "s") for h in hours],
        dtype="datetime64[s]",
    )


def _seconds(hours) -> np.ndarray:
    return np.array([round(h * HOUR) for h in hours], dtype=np.int64)


def test_what_does_not_overlap_keeps_its_hours():
    assert once((9, 12, 3), (12, 13, 1), (14, 16, 1.5)) == [3, 1, 1.5]


def test_an_overlap_is_shared_evenly():
    # 9-13 and 12-15 fill 6 hours; the one from 12 to 13 is half of each.
    assert once((9, 13, 4), (12, 15, 3)) == [3.5, 2.5]


def test_three_at_one_time_fill_it_once():
    assert once((9, 12, 3), (9, 12, 3), (9, 12, 3)) == [1, 1, 1]


def test_hours_without_a_clock_add_up():
    assert once((None, None, 8), (9, 12, 3), (None, None, 8)) == [8, 3, 8]


def test_pauses_leave_room_for_what_overlaps():
    # Half of 9-13 was worked, so half of each minute is free for the other one's half.
    assert once((9, 13, 2), (9, 13, 2)) == [2, 2]
    # With three of them 1.5 is claimed of each minute: each gets two thirds.
    assert sum(once((9, 13, 2), (9, 13, 2), (9, 13, 2))) == pytest.approx(4)


def test_a_long_pause_elsewhere_makes_no_room():
    # 8-12 is full; the third is an hour spread over 10-14, half of it after 12.
    assert sum(once((8, 12, 4), (8, 12, 4), (10, 14, 1))) == pytest.approx(4.5)


def test_a_rounded_length_is_kept():
    assert once((9, 9.75, 1), (11, 12, 1)) == [1, 1]


@pytest.mark.parametrize("clock", [(9, 9), (12, 9)])
def test_a_clock_that_stands_still_is_none(clock):
    assert once((*clock, 2), (8, 12, 4)) == [2, 4]


times = st.integers(0, 60)
entries = st.lists(
    st.tuples(times, st.integers(1, 40), st.floats(0.1, 1)).map(
        lambda e: (e[0] / 4, (e[0] + e[1]) / 4, e[1] / 4 * e[2])
    ),
    min_size=1,
    max_size=12,
)
full = entries.map(lambda all_of: [(a, b, b - a) for a, b, _ in all_of])


@given(entries)
def test_the_clock_never_holds_more_than_the_entries_or_their_time(some):
    found = once(*some)

    assert all(0 <= f <= w + 1 / HOUR for f, (_, _, w) in zip(found, some, strict=True))
    assert sum(found) <= _covered(some) + len(some) / HOUR


@given(full)
def test_without_pauses_it_holds_all_that_is_covered(some):
    assert sum(once(*some)) == pytest.approx(_covered(some), abs=1e-4)


def _covered(some) -> float:
    """Return the hours of quarters that any entry covers."""
    quarters = {q for a, b, _ in some for q in range(round(a * 4), round(b * 4))}
    return len(quarters) / 4


@given(entries, st.data())
def test_splitting_an_entry_changes_no_sum(some, data):
    number = data.draw(st.integers(0, len(some) - 1))
    start, end, worked = some[number]
    if end - start < 0.5:
        return
    at = data.draw(st.integers(round(start * 4) + 1, round(end * 4) - 1)) / 4
    share = (at - start) / (end - start)
    parts = [(start, at, worked * share), (at, end, worked * (1 - share))]

    split = [*some[:number], *parts, *some[number + 1 :]]

    # Seconds are whole, so each part may lose half of one.
    assert sum(once(*split)) == pytest.approx(sum(once(*some)), abs=2 / HOUR)


@given(entries, st.randoms())
def test_the_order_of_entries_does_not_matter(some, chance):
    mixed = some.copy()
    chance.shuffle(mixed)

    assert sum(once(*mixed)) == pytest.approx(sum(once(*some)), abs=1e-4)


def two_roles(on="2026-11-23") -> Life:
    life = Life(on)
    life.role("Clinic")
    life.role("School")
    for day in range(16, 21):
        life.gives("Clinic", 4, f"2026-11-{day}", at="09:00")
        life.gives("School", 3, f"2026-11-{day}", at="12:00")
    return life


def test_a_week_of_two_roles_at_once_is_filled_once():
    weeks = weeks_of(two_roles().portfolio())

    # Each day 9-13 and 12-15: 4 and 3 hours of their roles, 6 of the clock.
    assert weeks.by_role.tolist() == [[20, 15]]
    assert weeks.load.tolist() == pytest.approx([30])


def test_the_days_of_this_week_are_filled_once():
    portfolio = two_roles("2026-11-20").portfolio()

    load = load_of_week(portfolio, portfolio.on)

    assert load.tolist() == pytest.approx([6, 6, 6, 6, 6, 0, 0])


def test_private_time_takes_no_clock_of_work():
    life = Life("2026-11-23")
    life.role("Clinic")
    life.gives("Clinic", 4, "2026-11-16", at="09:00")
    life.gives("", 4, "2026-11-16", at="09:00", status=2)

    assert load_seconds(life.portfolio().hours).tolist() == [4 * HOUR, 0]
