from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.formats.trackers.stretch import elapsed, not_too_long, stretch
from plait.formats.values import BadValue

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# The clock goes forward at 01:00 UTC on 31 March and back on 27 October.
AROUND_A_CHANGE = st.sampled_from(
    [datetime(2024, 3, 31, 1, tzinfo=UTC), datetime(2024, 10, 27, 1, tzinfo=UTC)]
)
MINUTES = st.integers(-300, 300)


def on_the_wall(instant):
    """What a tracker writes of an instant: which of a doubled hour is lost."""
    return instant.astimezone(AMSTERDAM).replace(fold=0)


@given(AROUND_A_CHANGE, MINUTES, st.integers(1, 720))
def test_the_stated_duration_tells_which_of_a_doubled_hour_was_meant(
    change, before, took
):
    start = change + timedelta(minutes=before)
    end = start + timedelta(minutes=took)

    found = stretch(on_the_wall(start), on_the_wall(end), took * 60)

    assert found.seconds == elapsed(found.start, found.end) == took * 60


@given(AROUND_A_CHANGE, MINUTES, st.integers(0, 1440))
def test_without_a_stated_duration_times_by_the_clock_never_give_less_than_nothing(
    change, before, took
):
    start = change + timedelta(minutes=before)
    end = start + timedelta(minutes=took)

    found = stretch(on_the_wall(start), on_the_wall(end), None)

    # The doubled hour may be taken for the other one, hence an hour either way.
    assert found.seconds >= 0
    assert abs(found.seconds - took * 60) in (0, 3600)


@pytest.mark.parametrize(
    ("stated", "rounded_by", "seconds"),
    [
        (None, 0, 3600),
        (3570, 0, 3570),
        (3570, 60, 3600),
        (3600 - 61, 60, 3539),
        (1800, 0, 1800),
        (7200, 0, 7200),
        (30 * 3600, 0, 3600),
    ],
)
def test_the_stated_duration_of_nine_to_ten(stated, rounded_by, seconds):
    nine = datetime(2024, 3, 4, 9, tzinfo=AMSTERDAM)

    found = stretch(nine, nine.replace(hour=10), stated, rounded_by)

    assert found == (seconds, nine, nine.replace(hour=10))


def test_an_end_before_the_start_is_refused_whatever_is_stated():
    nine = datetime(2024, 3, 4, 9, tzinfo=AMSTERDAM)

    with pytest.raises(BadValue, match="ends before it starts: 2024-03-04 09:00:00"):
        stretch(nine, nine - timedelta(seconds=30), 10)


def test_a_day_is_the_most_that_a_duration_alone_may_hold():
    assert not_too_long(86_400) == 86_400
    with pytest.raises(BadValue, match=r"longer than a day: 24:00"):
        not_too_long(86_401)
