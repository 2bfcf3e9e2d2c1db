"""Vectorised windows, shifts and rests agree with counting quarter by quarter."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.working_time.averages import mean, most_per_shift
from plait.analysis.working_time.rests import daily_rest, weekly_rest
from plait.analysis.working_time.runs import free_sundays
from plait.analysis.working_time.span import span_of
from plait.analysis.working_time.work import Work, work_of
from plait.reference.working_time.kinds import (
    Alternative,
    DailyRest,
    FreeSundays,
    Mean,
    MostPerShift,
    Rolls,
    WeeklyRest,
)
from plait.reference.working_time.night_kinds import Nights
from tests.analysis.working_time.stints import Stints

QUARTERS = 4
DAY = 24 * QUARTERS
WEEK = 7 * DAY
N_WEEKS = 6
MONDAY = datetime(2026, 1, 5, tzinfo=UTC)
REST = 8 * QUARTERS  # a gap that ends a shift

stretches = st.lists(
    st.tuples(
        st.integers(0, N_WEEKS * WEEK - 1),
        st.integers(1, 15 * QUARTERS),
        st.sampled_from("AB"),
    ),
    min_size=1,
    max_size=60,
)


def stints(told) -> Stints:
    life = Stints("UTC")
    for begin, length, organisation in told:
        start, end = (
            (MONDAY + timedelta(minutes=15 * q)).strftime("%Y-%m-%d %H:%M")
            for q in (begin, begin + length)
        )
        life.works(organisation, start, end)
    return life


def work(told) -> Work:
    life = stints(told)
    segments = life.segments()
    on = MONDAY.date() + timedelta(weeks=N_WEEKS + 1)
    span = span_of(segments, life.worker, since=None, on=on)
    return work_of(segments.in_order(), span, 8)


def occupied(told) -> set[int]:
    return {q for begin, length, _ in told for q in range(begin, begin + length)}


def first_week(told) -> int:
    return min(begin for begin, _, _ in told) // WEEK


def shifts(told) -> list[tuple[int, int, int]]:
    """Return begin, end and quarters worked of each shift."""
    found: list[list[int]] = []
    for quarter in sorted(occupied(told)):
        if found and quarter - found[-1][1] < REST:
            found[-1][1], found[-1][2] = quarter + 1, found[-1][2] + 1
        else:
            found.append([quarter, quarter + 1, 1])
    return [tuple(one) for one in found]


def rests_within(told, begin: int, n_days: int) -> list[float]:
    """Return the hours of every stretch free of work in days from a quarter on."""
    busy, found = occupied(told), [0]
    for quarter in range(begin, begin + n_days * DAY):
        if quarter in busy:
            found.append(0)
        else:
            found[-1] += 1
    return [n / QUARTERS for n in found]


@given(stretches, st.integers(1, N_WEEKS), st.sampled_from(Rolls))
@settings(max_examples=60, deadline=None)
def test_the_mean_of_every_window(told, weeks, rolls):
    made = work(told)
    found = mean(Mean(limit=48, weeks=weeks, rolls=rolls), made)

    busy, step = occupied(told), DAY if rolls is Rolls.BY_DAY else WEEK
    # Weeks from the Monday of the first work, days from its own.
    end = first_week(told) * WEEK + made.span.n_days * DAY
    begin = first_week(told) * WEEK
    if rolls is Rolls.BY_DAY:
        begin = min(busy) // DAY * DAY
    expected = [
        sum(q in busy for q in range(start, start + weeks * WEEK)) / QUARTERS / weeks
        for start in range(begin, end - weeks * WEEK + 1, step)
    ]
    if expected:
        np.testing.assert_allclose(found.figures, expected, atol=1e-8)
    else:
        assert len(found) <= 1


@given(stretches)
@settings(max_examples=60, deadline=None)
def test_every_shift_and_the_rest_after_it(told):
    made = work(told)

    longest = most_per_shift(MostPerShift(limit=12), made)
    rest = daily_rest(DailyRest(limit=11, within=24), made)

    counted = shifts(told)
    nexts = [*(begin for begin, _, _ in counted[1:]), 10**9]
    assert longest.figures.tolist() == [n / QUARTERS for _, _, n in counted]
    assert rest.figures.tolist() == [
        min(after - end, DAY - (end - begin)) / QUARTERS
        for (begin, end, _), after in zip(counted, nexts, strict=True)
    ]


@given(stretches, st.integers(3, 14), st.sampled_from([24, 32, 36]))
@settings(max_examples=60, deadline=None)
def test_the_longest_rest_of_any_days_that_begin_with_work(told, days, least):
    how = WeeklyRest((Alternative(days=days, least=least),))

    found = weekly_rest(how, work(told))

    expected = [max(rests_within(told, begin, days)) for begin, _, _ in shifts(told)]
    # A gap of less than 8 hours may be a pause within a shift, and no rest.
    pairs = list(zip(found.figures.tolist(), expected, strict=True))
    assert [one for one, hours in pairs if hours >= 8] == [
        hours for _, hours in pairs if hours >= 8
    ]
    assert all(one < 8 for one, hours in pairs if hours < 8)


@given(stretches)
@settings(max_examples=60, deadline=None)
def test_rest_in_long_enough_pieces(told):
    how = WeeklyRest((Alternative(days=14, least=32, hours=72),))

    found = weekly_rest(how, work(told))

    expected = [
        sum(hours for hours in rests_within(told, begin, 14) if hours >= 32)
        for begin, _, _ in shifts(told)
    ]
    assert found.figures.tolist() == expected


@given(stretches)
@settings(max_examples=60, deadline=None)
def test_the_hours_of_the_night(told):
    made = work(told)

    found = made.hours_by_night(Nights(starts=23, ends=6))

    expected = np.zeros(made.span.n_days + 1)
    first = first_week(told) * WEEK
    for quarter in occupied(told):
        day, hour = divmod(quarter - first, DAY)
        if hour >= 23 * QUARTERS or hour < 6 * QUARTERS:
            # The night after a day is that day's; index -1 is the one before all.
            expected[day if hour >= 23 * QUARTERS else day - 1] += 1 / QUARTERS
    np.testing.assert_allclose(found, expected[: made.span.n_days], atol=1e-9)


@given(stretches, st.data())
@settings(max_examples=40, deadline=None)
def test_an_entry_split_in_two_changes_nothing(told, data):
    number = data.draw(st.integers(0, len(told) - 1))
    begin, length, organisation = told[number]
    cut = data.draw(st.integers(0, length))
    halves = [(begin, cut, organisation), (begin + cut, length - cut, organisation)]
    split = [*told[:number], *told[number + 1 :], *(h for h in halves if h[1])]

    whole, parted = (stints(rows).judged("nl") for rows in (told, split))

    figures = [
        [(v.rule.id, v.verdict, v.worst and v.worst.figure) for v in report.verdicts]
        for report in (whole, parted)
    ]
    assert figures[0] == figures[1]


@given(stretches, st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_the_same_work_some_weeks_later_has_the_same_figures(told, weeks):
    later = [(begin + weeks * WEEK, *rest) for begin, *rest in told]

    reports = [stints(rows).judged("nl") for rows in (told, later)]

    figures = [
        [(v.rule.id, v.verdict, v.worst and v.worst.figure) for v in report.verdicts]
        for report in reports
    ]
    assert figures[0] == figures[1]


@given(st.sets(st.integers(0, 59)), st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_the_free_sundays_of_every_window(worked, weeks):
    life = Stints("UTC").gives("A", "2026-01-05", 1).gives("A", "2027-02-27", 1)
    sundays = [date(2026, 1, 11) + timedelta(weeks=n) for n in worked]
    for sunday in sorted(sundays):
        life.gives("A", sunday, 4)
    span = span_of(life.segments(), life.worker, since=None, on=date(2027, 2, 28))

    found = free_sundays(
        FreeSundays(limit=0, weeks=weeks), work_of(life.segments().in_order(), span, 8)
    )

    if worked:
        assert found.figures.tolist() == [
            sum(week not in worked for week in range(start, start + weeks))
            for start in range(60 - weeks + 1)
        ]
    else:
        assert not len(found)
