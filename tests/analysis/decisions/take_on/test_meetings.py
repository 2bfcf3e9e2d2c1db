"""What agreed days of a new or changed role meet."""

from datetime import UTC, date, datetime

from tests.analysis.decisions.take_on.asking import (
    answer,
    changed,
    new,
)
from tests.cast import Life, terms


def test_agreed_days_meet_those_of_another_role():
    life = Life().role("Practice", terms("8/week", blocks="fri 09:00-17:00"))

    met = answer(life, new("Course", "6/week", blocks="fri 13:00-19:00")).meetings

    assert [(one.role, one.title, one.minutes) for one in met] == [(0, "", 240)]
    # 9:00 in Amsterdam in winter is 8:00 UTC; twelve Fridays from 27 November.
    assert met[0].starts_at == datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert (met[0].count, met[0].last_at.date()) == (12, date(2027, 2, 12))


def test_agreed_days_meet_another_roles_event():
    life = Life().role("Board", "8/month")
    life.meets("Board", "2026-12-04T13:00", 2, title="Board meeting")

    met = answer(life, new("Course", "6/week", blocks="fri 09:00-15:00")).meetings

    # 14:00 to 16:00 in Amsterdam: the last hour of the block is met.
    assert [(one.role, one.title, one.minutes) for one in met] == [
        (0, "Board meeting", 60)
    ]


def test_an_event_of_no_role_is_met_too():
    life = Life().meets("", "2026-12-04T09:00", 1, title="Dentist")

    met = answer(life, new("Course", "6/week", blocks="fri 09:00-15:00")).meetings

    assert [(one.role, one.title) for one in met] == [(None, "Dentist")]


def test_what_meets_already_is_not_told_of_a_change():
    life = Life().role("Practice", terms("8/week", blocks="fri 09:00-17:00"))
    life.role("Board", "8/month").meets("Board", "2026-12-04T10:00", 2, title="Board")
    life.meets("Board", "2026-12-03T10:00", 1, title="Chair call")
    life.meets("Practice", "2026-12-04T10:30", 1, title="Team")

    added = changed(
        life, "Practice", "12/week", blocks="thu 09:00-13:00, fri 09:00-17:00"
    )

    assert [one.title for one in answer(life, added).meetings] == ["Chair call"]


def test_nothing_is_met_on_days_off():
    life = Life().role("Board", "8/month")
    life.meets("Board", "2026-12-04T10:00", 2, title="Board meeting")
    life.is_away("2026-12-04", "2026-12-05")

    variant = new("Course", "6/week", blocks="fri 09:00-15:00")
    assert answer(life, variant).meetings == ()
