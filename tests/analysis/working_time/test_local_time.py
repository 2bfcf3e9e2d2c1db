"""Columns of local times agree with what Python says of each."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.working_time.local_time import local_time

ZONES = [
    "Europe/Amsterdam",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Africa/Casablanca",  # a month of its own in Ramadan
    "Asia/Kolkata",
    "UTC",
]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
seconds = st.integers(
    int(datetime(2024, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2027, 1, 1, tzinfo=UTC).timestamp()),
)


@pytest.mark.parametrize("name", ZONES)
@given(told=st.lists(seconds, min_size=1, max_size=20))
def test_what_the_clock_shows(name, told):
    found = local_time(name, 2024, 2026).local(np.array(told))

    shown = [
        datetime.fromtimestamp(s, ZoneInfo(name)).replace(tzinfo=UTC) for s in told
    ]
    assert found.tolist() == [int(s.timestamp()) for s in shown]


@pytest.mark.parametrize("name", ZONES)
@given(told=st.lists(seconds, min_size=1, max_size=20))
def test_when_the_clock_shows_it(name, told):
    found = local_time(name, 2024, 2026).utc(np.array(told))

    naive = [EPOCH + timedelta(seconds=s) for s in told]
    expected = [shown.replace(tzinfo=ZoneInfo(name)).timestamp() for shown in naive]
    assert found.tolist() == expected


def test_the_hour_that_comes_twice_is_the_first():
    # 2:30 on 25 October 2026 in Amsterdam is 0:30 UTC, and again 1:30.
    shown = np.array([int(datetime(2026, 10, 25, 2, 30, tzinfo=UTC).timestamp())])

    found = local_time("Europe/Amsterdam", 2026, 2026).utc(shown)

    assert datetime.fromtimestamp(found[0], UTC).hour == 0
