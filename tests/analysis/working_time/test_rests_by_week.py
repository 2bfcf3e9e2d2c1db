"""Weekly rest in the week from Monday to Sunday, wherever it lies in it.

FR: Cass. soc. 13 November 2025, 24-10.733. UK: regulation 11(4) to (6). EU: C-306/16.
The Netherlands alone look at any seven days.
"""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from plait.analysis.working_time.rests import weekly_rest
from plait.analysis.working_time.verdicts import Verdict
from plait.reference.working_time.kinds import Alternative, WeeklyRest
from tests.analysis.working_time.stints import Stints
from tests.analysis.working_time.test_brute_force import (
    QUARTERS,
    WEEK,
    shifts,
    stretches,
    work,
)

ZONES = {"fr": "Europe/Paris", "uk": "Europe/London", "eu": "Europe/Brussels"}
RULES = [("fr", "FR-5b"), ("uk", "UK-7b"), ("eu", "EU-1c")]
OVER, WITHIN = Verdict.OVER, Verdict.WITHIN


def works_on(life: Stints, days: list[int], *, since: str = "2026-05-04") -> Stints:
    for number in days:
        on = date.fromisoformat(since) + timedelta(days=number)
        life.works("A", f"{on} 09:00", "17:00", minutes=60)
    return life


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_twelve_days_in_a_row_are_within_where_each_week_has_its_rest(code, rule):
    # Off on the first Monday and the second Sunday; on at Tuesday of the third week.
    life = works_on(Stints(ZONES[code]), [*range(1, 13), *range(15, 20)])

    assert life.judged(code).of(rule).verdict is WITHIN


def test_the_netherlands_look_at_any_seven_days():
    life = works_on(Stints(), [*range(1, 13), *range(15, 20)])

    assert life.judged("nl").of("NL-6").verdict is OVER


@pytest.mark.parametrize(("code", "rule"), [("fr", "FR-5b")])
def test_thirteen_days_in_a_row_leave_one_week_without(code, rule):
    life = works_on(Stints(ZONES[code]), [*range(1, 14), *range(16, 20)])

    found = life.judged(code).of(rule)

    assert found.verdict is OVER
    assert found.worst.period.start == date(2026, 5, 11)


def rest_from(start: str, end: str, zone: str = "Europe/Paris") -> Stints:
    """Work every day from 8 to 20 in the week of 4 May, but for one rest."""
    begin, until = (np.datetime64(one) for one in (start, end))
    life = Stints(zone)
    for number in range(7):
        day = np.datetime64("2026-05-04") + number
        for first, last in _left(day, begin, until):
            life.works("A", str(first).replace("T", " "), str(last)[-5:])
    return life


def _left(day, begin, until):
    first, last = (day + np.timedelta64(hour, "h") for hour in (8, 20))
    first, last = (one.astype("datetime64[m]") for one in (first, last))
    if first < begin:
        yield first, min(last, begin)
    if last > until:
        yield max(first, until), last


@pytest.mark.parametrize(
    ("until", "verdict"),
    [
        ("2026-05-08T07:59", OVER),
        ("2026-05-08T08:00", OVER),
        ("2026-05-08T11:00", None),
    ],
)
def test_less_than_twenty_four_hours_and_eleven_are_no_weekly_rest(until, verdict):
    # From Thursday 0:00 on 35 hours end on Friday at 11:00; the evening of Wednesday
    # is worked until midnight.
    life = rest_from("2026-05-07T00:00", until)
    life.works("A", "2026-05-06 20:00", "2026-05-07 00:00")

    found = life.judged("fr").of("FR-5b")

    assert (found.verdict is OVER) == (verdict is OVER)


@pytest.mark.parametrize(("minute", "is_over"), [("10:59", True), ("11:00", False)])
def test_one_minute_under_the_limit_is_under_it(minute, is_over):
    life = rest_from("2026-05-07T00:00", f"2026-05-08T{minute}")
    life.works("A", "2026-05-06 20:00", "2026-05-07 00:00")

    found = life.judged("fr").of("FR-5b")

    assert (found.verdict is OVER) == is_over
    assert found.worst.figure == pytest.approx(35 if not is_over else 35 - 1 / 60)


def test_the_daily_rest_may_go_on_into_the_next_week():
    # Six days a week: Saturday 17:00 to Monday 9:00 are 40 hours, 31 of them in the week.
    life = works_on(Stints("Europe/Paris"), [*range(6), *range(7, 13)])

    found = life.judged("fr").of("FR-5b")

    assert found.verdict is not OVER
    assert found.worst.figure == 40


def test_less_than_a_day_of_the_rest_in_the_week_is_none_in_it():
    # Sunday 0:30 to Tuesday 9:00: 23.5 hours in the first week, 33 in the second, which
    # is worked to its end.
    life = works_on(Stints("Europe/Paris"), [0, 1, 2, 3, 4])
    life.works("A", "2026-05-09 16:30", "2026-05-10 00:30")
    works_on(life, [8, 9, 10, 11, 12, 13])

    found = life.judged("fr").of("FR-5b")

    assert found.verdict is OVER
    assert found.times_over == 1
    assert found.worst.period.start == date(2026, 5, 4)
    assert found.worst.figure == 34.5  # 23.5 + 11


@pytest.mark.parametrize(
    ("start", "n_over"),
    # 24 + 24 and the daily 11 are 59 hours up to Tuesday 9:00: from Saturday 22:00 on.
    [("22:00", 0), ("22:01", 1)],
)
def test_one_rest_serves_two_weeks_if_it_is_long_enough_for_both(start, n_over):
    life = works_on(Stints("Europe/Paris"), [0, 1, 2, 3, 4])
    life.works("A", "2026-05-09 14:00", start)
    works_on(life, [8, 9, 10, 11, 12, 13])

    assert life.judged("fr").of("FR-5b").times_over == n_over


def test_a_week_not_over_may_still_have_its_rest():
    life = works_on(Stints("Europe/Paris"), list(range(6)))

    assert life.judged("fr", on="2026-05-09").of("FR-5b").verdict is not OVER


def test_the_night_the_clock_goes_forward_takes_an_hour_of_rest():
    # Saturday 28 March 2026 22:00 to Monday 9:00 by the clock are 35 hours; 34 passed.
    life = works_on(Stints("Europe/Paris"), [0, 1, 2, 3, 4], since="2026-03-23")
    life.works("A", "2026-03-28 14:00", "22:00")
    works_on(life, [7, 8, 9, 10, 11], since="2026-03-23")

    found = life.judged("fr").of("FR-5b")

    assert found.verdict is OVER
    assert found.worst.figure == 34


def test_an_evening_that_goes_on_after_sunday_midnight_is_work_of_both_weeks():
    # Off from Sunday 2:00: 22 hours of the week, and 11 more.
    life = works_on(Stints("Europe/Paris"), [0, 1, 2, 3, 4])
    life.works("A", "2026-05-09 18:00", "02:00")
    works_on(life, [7, 8, 9, 10, 11])

    found = life.judged("fr").of("FR-5b")

    assert found.worst.figure == 31  # Sunday 2:00 to Monday 9:00
    assert found.verdict is OVER


def test_in_the_uk_fourteen_days_begin_with_the_week_of_the_first_work():
    # A week without a day off, then one with two of 40 hours each: two rests in the 14
    # days. After a week with one rest, the week without falls into other 14 days.
    pair = [*range(7), 7, 8, 10, 11, 13]
    kept = works_on(Stints("Europe/London"), pair)
    later = [*range(6), *(7 + day for day in pair), 21, 22]
    split = works_on(Stints("Europe/London"), later)

    assert kept.judged("uk").of("UK-7b").verdict is not OVER
    assert split.judged("uk").of("UK-7b").verdict is OVER


def test_in_the_uk_one_rest_of_forty_eight_hours_does_for_fourteen_days():
    # Off on Thursday and Friday of the second week alone: Wednesday 17:00 to Saturday
    # 9:00 are 64 hours, 48 and 11 are 59.
    life = works_on(Stints("Europe/London"), [*range(10), 12, 13])

    found = life.judged("uk").of("UK-7b")

    assert found.verdict is not OVER


@pytest.mark.parametrize(("n_days", "is_over"), [(6, False), (7, True)])
def test_france_knows_no_seventh_day_of_work_in_a_week(n_days, is_over):
    life = Stints("Europe/Paris").weeks("A", [n_days * 4], days=n_days)

    assert (life.judged("fr").of("FR-5c").verdict is OVER) == is_over


def test_a_night_shift_is_a_day_of_work_once():
    life = Stints("Europe/Paris")
    for day in range(4, 10):  # Monday to Saturday night
        life.works("A", f"2026-05-{day:02} 22:00", "05:00")

    assert life.judged("fr").of("FR-5c").worst.figure == 6


@given(stretches)
@settings(max_examples=60, deadline=None)
def test_the_best_rest_of_every_week(told):
    how = WeeklyRest((Alternative(days=7, least=35),), by_week=True, outside=11)

    found = weekly_rest(how, work(told))

    assert found.figures.tolist() == _expected(told)


def _expected(told) -> list[float]:
    """Return the same by going through the weeks one by one, in quarters of an hour."""
    ages = 10**6
    counted = shifts(told)
    rests = [
        (-ages, counted[0][0]),
        *((a[1], b[0]) for a, b in pairwise(counted)),
        (counted[-1][1], ages),
    ]
    taken: dict[int, int] = {}
    best = []
    for week in range(counted[0][0] // WEEK, (counted[-1][1] - 1) // WEEK + 1):
        hours = {}
        for number, (begin, end) in enumerate(rests):
            inside = min(end, (week + 1) * WEEK) - max(begin, week * WEEK)
            if inside > 0:
                whole = end - begin - taken.get(number, 0)
                hours[number] = min(whole, inside + 11 * QUARTERS) / QUARTERS
        best.append(max(hours.values(), default=0.0))
        enough = [number for number, n in hours.items() if n >= 35]
        if enough == [max(hours)] and _is_short(*rests[enough[0]]):
            taken[enough[0]] = 24 * QUARTERS
    return best


def _is_short(begin: int, end: int) -> bool:
    """Return whether a rest is too short for two weeks."""
    return end - begin < 59 * QUARTERS
