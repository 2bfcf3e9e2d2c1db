"""The statistic behind drift: the worked series, the slopes, and what holds always."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plait.analysis.hours.drift.cusum import chart
from plait.analysis.hours.drift.run_length import threshold_for

# Agreed 16 hours, spread 2: by hand, z - .5 is 0 0 -1 -.5 .5 .5 1 .5 0 1 .5 1.5.
WORKED = np.array([16, 17, 15, 16, 18, 18, 19, 18, 17, 19, 18, 20], dtype=float)
TWO_YEARS = threshold_for(104)

hours_of_weeks = st.lists(st.integers(0, 40), min_size=8, max_size=60).map(
    lambda hours: np.array(hours, dtype=float)
)


def alarm(found):
    return found.episodes[0].alarm if found.episodes else None


def test_the_worked_series_gives_the_statistic_worked_out_by_hand():
    found = chart(WORKED, 16, threshold=4, spread=2)

    assert found.statistic.tolist() == [0, 0, 0, 0, 0.5, 1, 2, 2.5, 2.5, 3.5, 4, 5.5]


@pytest.mark.parametrize(("threshold", "week"), [(2.26, 8), (4, 12)])
def test_it_alarms_above_the_threshold_and_not_at_it(threshold, week):
    # At threshold 4 week 11 stands at exactly 4.0 and says nothing.
    found = chart(WORKED, 16, threshold=threshold, spread=2)

    assert alarm(found) == week - 1


def test_the_drift_began_in_the_week_after_the_statistic_was_last_0():
    found = chart(WORKED, 16, threshold=4, spread=2)

    assert found.episodes[0].since == 4
    # Weeks 5 to 12 are over by 2 2 3 2 1 3 2 4: 19 / 8.
    assert found.size(found.episodes[0]).over == 19 / 8


def test_where_the_spread_is_learned_the_worked_series_alarms_in_week_10():
    assert alarm(chart(WORKED, 16, threshold=TWO_YEARS)) == 9


@pytest.mark.parametrize(
    ("slope", "years", "weeks"),
    [
        (0.05, 1, 12.6),
        (0.05, 2, 15.0),
        (0.05, 5, 17.6),
        (0.02, 1, 19.5),
        (0.02, 2, 24.5),
        (0.02, 5, 30.2),
    ],
)
def test_a_slope_is_found_after_as_many_weeks_as_simulated(slope, years, weeks):
    n, longest = 40_000, 150
    threshold = threshold_for(52 * years)
    rng = np.random.default_rng(20261120)
    s, found = np.zeros(n), np.full(n, longest)
    for week in range(1, longest + 1):
        s = np.maximum(0, s + rng.standard_normal(n) + slope * week - 0.5)
        found[(s > threshold) & (found == longest)] = week

    error = np.hypot(found.std() / np.sqrt(n), 0.06)
    assert abs(found.mean() - weeks) < 4 * error


def test_one_wild_week_alone_never_raises_the_alarm():
    steady = 16 + np.array([0.0, 1, -1, 0.5, -0.5] * 8)
    for week in range(len(steady)):
        wild = steady.copy()
        wild[week] = 90

        assert alarm(chart(wild, 16, threshold=TWO_YEARS)) is None


def test_nor_do_two_wild_weeks_together():
    wild = np.append(np.full(20, 16.0), [90, 90, 16, 16])

    assert alarm(chart(wild, 16, threshold=TWO_YEARS)) is None


def test_an_empty_week_does_not_wipe_a_drift_out():
    hours = np.append(np.tile([17.0, 15.0], 10), np.full(10, 22.0))
    with_gap = np.insert(hours, 22, 0.0)

    assert alarm(chart(hours, 16, threshold=TWO_YEARS)) == 22
    assert alarm(chart(with_gap, 16, threshold=TWO_YEARS)) <= 26


def test_a_drift_taken_back_is_over_and_done():
    hours = np.concatenate([np.tile([17.0, 15.0], 10), [21.0] * 10, [16.0, 15.0] * 10])
    found = chart(hours, 16, threshold=TWO_YEARS)

    [episode] = found.episodes
    assert (episode.since, episode.until) == (20, 29)
    assert found.size(episode).over == 5
    assert found.statistic[-1] == 0


def test_no_alarm_is_raised_before_the_eighth_week():
    found = chart(np.full(12, 40.0), 16, threshold=TWO_YEARS)

    assert alarm(found) == 7
    assert found.episodes[0].since == 0


def test_weeks_without_agreed_hours_are_passed_over():
    hours = np.append(np.full(5, 30.0), WORKED)
    agreed = np.append(np.full(5, np.nan), np.full(12, 16.0))
    found = chart(hours, agreed, threshold=4, spread=2)

    assert alarm(found) == 5 + 11
    assert np.isnan(found.z[:5]).all()


def test_of_no_weeks_nothing_is_said():
    found = chart(np.zeros(0), 16, threshold=TWO_YEARS)

    assert found.episodes == ()
    assert len(found.statistic) == 0


@given(hours_of_weeks, st.integers(1, 20), st.sampled_from([None, 3.0]))
def test_a_series_shifted_in_time_has_its_alarm_shifted(hours, n_before, spread):
    # Weeks before that nothing was agreed for leave only their place behind.
    later = np.append(np.full(n_before, 7.0), hours)
    agreed = np.append(np.full(n_before, np.nan), np.full(len(hours), 16.0))

    here = chart(hours, 16, threshold=TWO_YEARS, spread=spread)
    there = chart(later, agreed, threshold=TWO_YEARS, spread=spread)

    assert there.statistic[n_before:].tolist() == here.statistic.tolist()
    assert [e.alarm - n_before for e in there.episodes] == [
        e.alarm for e in here.episodes
    ]


@given(hours_of_weeks, st.integers(1, 20))
def test_weeks_at_the_agreed_hours_before_it_shift_a_known_spread_s_alarm(hours, n):
    later = np.append(np.full(n, 16.0), hours)

    here = alarm(chart(hours, 16, threshold=TWO_YEARS, spread=3))
    there = alarm(chart(later, 16, threshold=TWO_YEARS, spread=3))

    assert there == (None if here is None else here + n)


@given(hours_of_weeks, st.integers(1, 400), st.sampled_from([None, 3.0]))
@example(np.array([0.0, 25, 10, 27, 0, 0, 0, 0]), 3, 3.0)  # S comes back to just 0
def test_hours_and_agreement_scaled_together_change_nothing(hours, percent, spread):
    factor = percent / 100
    scaled = None if spread is None else spread * factor

    here = chart(hours, 16, threshold=TWO_YEARS, spread=spread)
    there = chart(hours * factor, 16 * factor, threshold=TWO_YEARS, spread=scaled)

    assert there.statistic == pytest.approx(here.statistic, abs=1e-9)
    assert there.episodes == here.episodes


@given(hours_of_weeks, st.data(), st.sampled_from([None, 3.0]))
def test_leave_put_in_creates_no_alarm_and_shifts_the_others(hours, data, spread):
    places = st.lists(st.integers(0, len(hours)), max_size=12)
    put_in = sorted(data.draw(places, label="leave before week"))
    with_leave = np.insert(hours, put_in, data.draw(st.integers(0, 60)))
    is_leave = np.insert(np.zeros(len(hours), dtype=bool), put_in, values=True)
    moved = np.flatnonzero(~is_leave)

    here = chart(hours, 16, threshold=TWO_YEARS, spread=spread)
    there = chart(
        with_leave, 16, threshold=TWO_YEARS, spread=spread, set_aside=is_leave
    )

    assert there.statistic[moved].tolist() == here.statistic.tolist()
    assert [e.alarm for e in there.episodes] == [moved[e.alarm] for e in here.episodes]
    assert [e.since for e in there.episodes] == [moved[e.since] for e in here.episodes]


@given(hours_of_weeks, st.data())
def test_weeks_that_pushed_up_told_to_be_leave_create_no_alarm(hours, data):
    # z - .5 > 0 is hours > 16 + .5 x 3.
    up = np.flatnonzero(hours > 17.5).tolist()
    marked = data.draw(st.sets(st.sampled_from(up)) if up else st.just(set()))
    is_leave = np.isin(np.arange(len(hours)), list(marked))

    without = chart(hours, 16, threshold=TWO_YEARS, spread=3)
    with_leave = chart(hours, 16, threshold=TWO_YEARS, spread=3, set_aside=is_leave)

    assert (with_leave.statistic <= without.statistic).all()
    assert alarm(without) is not None or alarm(with_leave) is None


@given(hours_of_weeks, st.data())
def test_no_alarm_begins_in_a_week_set_aside(hours, data):
    flags = st.lists(st.booleans(), min_size=len(hours), max_size=len(hours))
    is_leave = np.array(data.draw(flags))
    found = chart(hours, 10, threshold=TWO_YEARS, set_aside=is_leave)

    for episode in found.episodes:
        assert not is_leave[episode.alarm]
        assert not is_leave[episode.since]
