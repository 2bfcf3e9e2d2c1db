"""On which days something recurs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.recurring import Recurrence, Rhythm

DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("rhythm", "first", "months"),
    [
        (Rhythm.MONTHS, date(2026, 1, 31), [(1, 31), (2, 28), (3, 31), (4, 30)]),
        (Rhythm.WEEKDAYS, date(2026, 1, 5), [(1, 5), (2, 2), (3, 2), (4, 6)]),
        (Rhythm.WEEKDAYS, date(2026, 1, 30), [(1, 30), (2, 27), (3, 27), (4, 24)]),
        (Rhythm.WEEKS, date(2026, 1, 5), [(1, 5), (1, 12), (1, 19), (1, 26)]),
    ],
)
def test_the_first_days(rhythm, first, months):
    days = Recurrence(first, rhythm).until(date(2026, 12, 31))

    assert [(day.month, day.day) for day in days[:4]] == months


def test_it_ends_and_leaves_days_out():
    when = Recurrence(
        date(2026, 3, 1),
        Rhythm.MONTHS,
        ends_on=date(2026, 6, 1),
        except_on=(date(2026, 4, 1),),
    )

    assert when.until(date(2026, 11, 30)) == (date(2026, 3, 1), date(2026, 5, 1))
    assert when.after(date(2026, 3, 1)) == date(2026, 5, 1)
    assert when.after(date(2026, 5, 1)) is None


@given(DAYS, st.sampled_from(Rhythm), st.integers(1, 60), st.integers(0, 4000))
def test_days_are_in_order_and_never_beyond(first, rhythm, every, length):
    on = first + timedelta(days=length)
    when = Recurrence(first, rhythm, every)
    days = when.until(on)

    assert days[0] == first
    assert list(days) == sorted(set(days))
    assert days[-1] <= on < (when.after(on) or on)
    assert all(when.has(day) for day in days[:3])


@pytest.mark.parametrize("rhythm", Rhythm)
def test_it_comes_until_calendars_end(rhythm):
    when = Recurrence(date(2026, 11, 30), rhythm, 60)

    assert not when.has(date.max)
    assert when.after(date.max) is None
