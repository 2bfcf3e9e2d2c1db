"""Hours that the calendar holds for a role in a week."""

import numpy as np
import pytest

from plait.analysis.hours.event_hours import event_hours
from tests.cast import Life

MONDAYS = np.array(["2026-11-23", "2026-11-30"], dtype="datetime64[D]")


def held(life: Life) -> tuple[list[float], list[float]]:
    """Return hours of the one role by week: of series told whole, and of others."""
    told = life.portfolio()
    found = event_hours(told.events, len(told.roles), MONDAYS)
    return found.series[:, 0].tolist(), found.single[:, 0].tolist()


def test_an_event_counts_in_the_week_of_its_day():
    life = Life().role("Board").meets("Board", "2026-11-24T18:30", 2.5)

    assert held(life) == ([0, 0], [2.5, 0])


def test_a_series_that_goes_on_after_the_weeks_is_told_whole():
    life = Life().role("Board")
    for day in ("2026-11-24", "2026-12-08"):
        life.meets("Board", f"{day}T18:30", 2, title="Board meeting")

    assert held(life) == ([2, 0], [0, 0])


@pytest.mark.parametrize(
    "told", [{"is_all_day": True}, {"is_busy": False}], ids=["whole day", "not busy"]
)
def test_events_that_take_no_hours_count_none(told):
    life = Life().role("Board").meets("Board", "2026-11-24T00:00", 24, **told)

    assert held(life) == ([0, 0], [0, 0])


def test_an_event_of_no_role_counts_for_none():
    assert held(Life().role("Board").meets("", "2026-11-24T10:00", 1))[1] == [0, 0]


def test_an_event_over_days_counts_eight_hours_for_each():
    # From Monday 9:00 to Tuesday 17:00 are 32 hours, on two days.
    life = Life().role("Training").meets("Training", "2026-11-23T09:00", 32)

    assert held(life)[1] == [16, 0]


def test_an_empty_calendar_holds_nothing():
    assert held(Life().role("Board")) == ([0, 0], [0, 0])
