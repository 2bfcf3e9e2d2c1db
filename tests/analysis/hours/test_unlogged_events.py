"""Which past events are proposed as time."""

from datetime import datetime

import pytest

from plait.analysis.hours.unlogged_events import unlogged_events
from tests.cast import Life

NOW = datetime(2026, 11, 20, 18, 0)


@pytest.fixture
def life() -> Life:
    return Life().role("Board", "8/month").role("Practice", "24/week")


def proposed(life: Life, answered=(), now=NOW) -> list[str]:
    portfolio = life.portfolio()
    events = portfolio.events
    found = unlogged_events(portfolio, answered, now)
    return [events.titles[events.title[i]] for i in found]


def test_a_meeting_of_a_role_that_nothing_was_logged_for_is_proposed(life):
    life.meets("Board", "2026-11-17T19:30", 2, title="Meeting")

    assert proposed(life) == ["Meeting"]


@pytest.mark.parametrize(
    "told",
    [
        {"start": "2026-11-20T17:30", "hours": 1},  # runs until 18:30, after now
        {"start": "2026-10-20T09:00", "hours": 1},  # more than four weeks ago
        {"start": "2026-11-17T00:00", "hours": 24, "is_all_day": True},
        {"start": "2026-11-17T09:00", "hours": 1, "is_busy": False},
        {"start": "2026-11-16T09:00", "hours": 25},
        {"start": "2026-11-17T09:00", "hours": 1, "role": ""},
    ],
    ids=["running", "old", "all day", "free", "days long", "no role"],
)
def test_an_event_that_may_be_no_time_of_a_role_is_not_proposed(life, told):
    life.meets(**{"role": "Board"} | told, title="Meeting")

    assert proposed(life) == []


def test_an_answered_event_is_not_proposed_again(life):
    life.meets("Board", "2026-11-17T19:30", 2, title="Meeting")  # its fingerprint is 1

    assert proposed(life, answered={1}) == []


@pytest.mark.parametrize(
    ("at", "hours", "found"),
    [("19:00", 2, []), ("19:00", 1.5, []), ("19:00", 1.25, ["Meeting"])],
    ids=["1.5 of 2 h", "1 of 2 h", "45 min of 2 h"],
)
def test_an_hour_by_the_clock_covers_an_event_from_half_on(life, at, hours, found):
    life.meets("Board", "2026-11-17T19:30", 2, title="Meeting")
    life.gives("Practice", hours, "2026-11-17", at=at)

    assert proposed(life) == found


def test_hours_without_a_clock_cover_the_roles_events_of_that_day_once(life):
    life.meets("Board", "2026-11-17T09:00", 1, title="First")
    life.meets("Board", "2026-11-17T14:00", 1, title="Second")
    life.gives("Board", 1.5, "2026-11-17")

    assert proposed(life) == ["Second"]  # 1.5 h hold the first hour, not both


def test_hours_of_another_role_or_day_cover_nothing(life):
    life.meets("Board", "2026-11-17T09:00", 1, title="Meeting")
    life.gives("Practice", 8, "2026-11-17").gives("Board", 8, "2026-11-16")

    assert proposed(life) == ["Meeting"]


def test_an_hour_shared_with_the_role_covers_too(life):
    life.meets("Board", "2026-11-17T09:00", 1, title="Meeting")
    life.gives("Practice", 1, "2026-11-17", also=["Board"])

    assert proposed(life) == []


def test_an_empty_calendar_proposes_nothing(life):
    assert proposed(life) == []
