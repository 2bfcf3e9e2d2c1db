"""Logging by hand: entries, the week's grid, the timer, events taken as time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.book import queries
from plait.book.models import Event, EventAnswer, TimeEntry, TimeShare
from plait.book.operations import log, records
from plait.book.operations.sorting import keep_rule
from plait.book.operations.week import Cell, set_days
from plait.domain.rules import RuleField
from tests.book.conftest import NOW, SAMPLES, TODAY

HOUR = 3600
YESTERDAY = TODAY - timedelta(days=1)
MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def fill(viewer, role, hours, on=TODAY):
    cell = Cell(role, on, int(hours * HOUR))
    return set_days(viewer=viewer, cells=[cell])


def hours_of(viewer, on=TODAY):
    return sorted(
        TimeEntry.objects.filter(owner=viewer, on=on).values_list("seconds", flat=True)
    )


def test_the_last_entry_by_hand_can_be_taken_back(nora, role_of):
    role = role_of(nora)
    records.add_time(viewer=nora, role=role, on=TODAY, seconds=HOUR)
    records.add_time(viewer=nora, role=role, on=TODAY, seconds=2 * HOUR)

    records.remove_time(viewer=nora, entry=queries.last_logged(viewer=nora))

    assert hours_of(nora) == [HOUR]


def test_hours_of_a_file_are_not_taken_back_by_hand(nora, bring):
    bring(SAMPLES / "solidtime-2026.csv")
    entry = TimeEntry.objects.filter(owner=nora).first()

    with pytest.raises(records.Imported, match="Undo that import"):
        records.remove_time(viewer=nora, entry=entry)


def test_a_cell_of_the_week_holds_what_was_written_last(nora, role_of):
    role = role_of(nora)

    for hours in (2, 3, 1.5):
        fill(nora, role, hours)

    assert hours_of(nora) == [1.5 * HOUR]


def test_a_cell_of_the_week_is_emptied_with_zero(nora, role_of):
    role = role_of(nora)
    fill(nora, role, 1)

    fill(nora, role, 0)

    assert hours_of(nora) == []


def test_a_cell_adds_only_what_the_clock_has_not_told(nora, role_of):
    role = role_of(nora)
    records.add_time(
        viewer=nora,
        role=role,
        on=TODAY,
        seconds=HOUR,
        starts_at=MORNING,
        ends_at=MORNING + timedelta(hours=1),
    )

    fill(nora, role, 3)

    assert hours_of(nora) == [HOUR, 2 * HOUR]  # 1 h by the clock and 2 by hand are 3


def test_a_cell_cannot_say_less_than_the_clock(nora, role_of):
    role = role_of(nora)
    records.add_time(
        viewer=nora,
        role=role,
        on=TODAY,
        seconds=2 * HOUR,
        starts_at=MORNING,
        ends_at=MORNING + timedelta(hours=2),
    )

    with pytest.raises(records.Imported, match="2 h"):
        fill(nora, role, 1)

    assert hours_of(nora) == [2 * HOUR]


def test_a_week_is_written_whole_or_not_at_all(nora, role_of):
    role = role_of(nora)
    wrong = Cell(role, TODAY, 25 * HOUR)

    with pytest.raises(records.BadHours, match="25 h"):
        set_days(viewer=nora, cells=[Cell(role, YESTERDAY, HOUR), wrong])

    assert hours_of(nora, YESTERDAY) == []


def test_a_week_tells_how_many_days_it_changed(nora, role_of):
    role = role_of(nora)
    fill(nora, role, 2)
    cells = [Cell(role, TODAY, 2 * HOUR), Cell(role, YESTERDAY, HOUR)]

    assert set_days(viewer=nora, cells=cells) == 1  # today held its 2 h already


def test_a_cell_leaves_an_hour_shared_with_another_role_alone(nora, role_of):
    role, other = role_of(nora), role_of(nora, "Board")
    records.add_time(viewer=nora, role=role, on=TODAY, seconds=HOUR, also_for=[other])

    fill(nora, role, 2)

    assert hours_of(nora) == [HOUR, HOUR]
    assert TimeShare.objects.filter(owner=nora).count() == 1


def test_a_timer_keeps_its_time_on_the_day_it_was_started(nora, role_of):
    # 23:30 UTC on the 20th is 00:30 on the 21st in Amsterdam.
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    log.start_timer(viewer=nora, role=role_of(nora), at=late, description="Budget")

    entry = log.stop_timer(viewer=nora, at=late + timedelta(minutes=45))

    assert (entry.on, entry.seconds) == (date(2026, 11, 21), 45 * 60)
    assert entry.description == "Budget"
    assert queries.timer_of(viewer=nora) is None


def test_a_second_timer_is_refused_and_the_first_runs_on(nora, role_of):
    log.start_timer(viewer=nora, role=role_of(nora, "Practice"), at=MORNING)

    with pytest.raises(log.TimerRuns, match="Practice"):
        log.start_timer(viewer=nora, role=role_of(nora, "Board"), at=MORNING)

    assert queries.timer_of(viewer=nora).role.name == "Practice"


def test_a_timer_that_ran_for_two_days_asks_when_it_ended(nora, role_of):
    log.start_timer(viewer=nora, role=role_of(nora), at=MORNING)

    with pytest.raises(log.TimerTooLong, match="2026-11-20 09:00"):
        log.stop_timer(viewer=nora, at=MORNING + timedelta(days=2))

    assert queries.timer_of(viewer=nora) is not None  # nothing is lost by it


def test_a_timer_can_be_dropped(nora, role_of):
    log.start_timer(viewer=nora, role=role_of(nora), at=MORNING)

    log.drop_timer(viewer=nora)

    assert hours_of(nora) == []
    with pytest.raises(log.NoTimer):
        log.stop_timer(viewer=nora, at=MORNING)


@pytest.fixture
def meeting(nora, bring, role_of) -> Event:
    """A team meeting of three quarters of an hour, in a calendar that has a role."""
    role = role_of(nora)
    keep_rule(
        viewer=nora,
        field=RuleField.CALENDAR,
        value="Praktijk De Linde",
        role=role,
        now=NOW,
    )
    bring(SAMPLES / "agenda-praktijk.ics", titles=True)
    return Event.objects.filter(owner=nora, title="Teamoverleg").earliest("starts_at")


def test_an_event_is_taken_as_time_once(nora, meeting):
    fingerprints = [meeting.fingerprint]

    (entry,) = log.take_events_as_time(viewer=nora, fingerprints=fingerprints)
    again = log.take_events_as_time(viewer=nora, fingerprints=fingerprints)

    assert (entry.seconds, entry.role) == (45 * 60, meeting.role)
    assert again == []
    assert queries.answered_events(viewer=nora) == {meeting.fingerprint}


def test_an_event_is_asked_again_when_its_entry_was_removed(nora, meeting):
    (entry,) = log.take_events_as_time(viewer=nora, fingerprints=[meeting.fingerprint])

    records.remove_time(viewer=nora, entry=entry)

    assert queries.answered_events(viewer=nora) == frozenset()


def test_an_event_that_was_no_time_is_not_asked_again(nora, meeting):
    n = log.leave_events(viewer=nora, fingerprints=[meeting.fingerprint])

    assert n == 1
    assert EventAnswer.objects.get(owner=nora).entry is None
    assert (
        log.take_events_as_time(viewer=nora, fingerprints=[meeting.fingerprint]) == []
    )


def test_another_persons_events_are_nobodys(omar, meeting):
    assert (
        log.take_events_as_time(viewer=omar, fingerprints=[meeting.fingerprint]) == []
    )
    assert log.leave_events(viewer=omar, fingerprints=[meeting.fingerprint]) == 0
