"""A line kept as time of a role: whose roles, which instants, which habit of dates."""

from datetime import UTC, date, datetime

import pytest

from plait.book.models import Rule, TimeEntry
from plait.book.operations.lines import SeveralRoles, log_line, role_of_line
from plait.domain.records import RecordStatus
from plait.formats.quick_entry.one_line import NotUnderstood
from tests.book.conftest import NOW, TODAY

YESTERDAY = date(2026, 11, 19)


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Project lead", organisation="Zorggroep Atlas")


@pytest.fixture
def board(nora, role_of):
    return role_of(nora, "Board", organisation="Buurtvonk")


def test_a_line_becomes_an_entry_of_its_role(nora, atlas):
    entry = log_line(viewer=nora, text="2h atlas budget yesterday", today=TODAY)

    kept = TimeEntry.objects.get()
    assert kept == entry
    assert (kept.role, kept.on, kept.seconds) == (atlas, YESTERDAY, 7200)
    assert (kept.description, kept.status) == ("budget", RecordStatus.ASSIGNED)
    assert kept.started_at is None


def test_an_hour_for_two_roles_is_one_entry_shared(nora, atlas, board):
    entry = log_line(viewer=nora, text="1h atlas + board call", today=TODAY)

    assert entry.role == atlas
    assert [share.role for share in entry.shares.all()] == [board]
    assert TimeEntry.objects.count() == 1


def test_times_are_instants_where_the_person_lives(nora, atlas):
    # Amsterdam is an hour ahead of UTC in winter.
    entry = log_line(viewer=nora, text="13:00-14:30 atlas", today=TODAY)

    assert entry.started_at == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert entry.ended_at == datetime(2026, 11, 20, 13, 30, tzinfo=UTC)


def test_an_end_after_midnight_is_of_the_next_day(nora, atlas):
    entry = log_line(viewer=nora, text="22:00-02:00 atlas yesterday", today=TODAY)

    assert (entry.on, entry.seconds) == (YESTERDAY, 4 * 3600)
    assert entry.ended_at == datetime(2026, 11, 20, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("night", "hours"), [("2026-03-28", 7), ("2026-10-24", 9), ("2026-10-17", 8)]
)
def test_a_night_in_which_the_clock_is_changed_has_its_own_length(
    nora, atlas, night, hours
):
    # From ten to six, on the night that an hour is missing, or comes twice.
    entry = log_line(viewer=nora, text=f"22:00-06:00 atlas {night}", today=TODAY)

    assert entry.seconds == hours * 3600


def test_pauses_that_were_left_out_stay_left_out(nora, atlas):
    entry = log_line(viewer=nora, text="2h 13:00-16:00 atlas", today=TODAY)

    assert entry.seconds == 7200
    assert entry.ended_at == datetime(2026, 11, 20, 15, tzinfo=UTC)


def test_a_role_that_ended_gives_way_to_one_that_runs(nora, atlas, role_of):
    gone = {"organisation": "Zorggroep Atlas", "ended_on": date(2026, 6, 1)}
    role_of(nora, "Trainer", **gone)

    entry = log_line(viewer=nora, text="2h zorggroep budget", today=TODAY)

    assert entry.role == atlas


def test_a_role_that_ended_is_still_known_by_its_name(nora, atlas, role_of):
    trainer = role_of(nora, "Trainer", ended_on=date(2026, 11, 1))

    entry = log_line(viewer=nora, text="2h trainer 2026-10-30", today=TODAY)

    assert entry.role == trainer


def test_a_role_that_ended_years_ago_is_not_looked_for(nora, atlas, role_of):
    role_of(nora, "Trainer", ended_on=date(2022, 11, 1))

    with pytest.raises(NotUnderstood, match="names none of your roles"):
        log_line(viewer=nora, text="2h trainer", today=TODAY)


def test_a_project_that_was_confirmed_for_a_role_names_it(nora, atlas, board):
    Rule.objects.create(
        owner=nora, field="project", value="website", role=board, created_at=NOW
    )

    entry = log_line(viewer=nora, text="2h website bug", today=TODAY)

    assert (entry.role, entry.description) == (board, "bug")


@pytest.mark.parametrize(
    ("language", "country", "on"),
    [
        ("nl", "", date(2026, 4, 3)),
        ("en", "GB", date(2026, 4, 3)),
        ("en", "NL", date(2026, 4, 3)),
        ("en", "US", date(2026, 3, 4)),
    ],
)
def test_which_number_is_the_day_is_the_habit_of_where_one_lives(
    nora, atlas, language, country, on
):
    nora.language, nora.country = language, country

    assert log_line(viewer=nora, text="2h atlas 3/4", today=TODAY).on == on


def test_where_no_habit_is_known_the_date_is_asked_back(nora, atlas):
    nora.country = ""

    with pytest.raises(NotUnderstood, match="This date can be read two ways: 3/4"):
        log_line(viewer=nora, text="2h atlas 3/4", today=TODAY)


def test_the_roles_of_others_are_not_named(nora, omar, role_of):
    role_of(omar, "Atlas")

    with pytest.raises(NotUnderstood, match="names none of your roles"):
        log_line(viewer=nora, text="2h atlas", today=TODAY)
    assert not TimeEntry.objects.exists()


def test_a_line_that_is_not_understood_keeps_nothing(nora, atlas):
    with pytest.raises(NotUnderstood):
        log_line(viewer=nora, text="atlas budget", today=TODAY)

    assert not TimeEntry.objects.exists()


def test_a_timer_is_for_one_role_and_what_the_line_says_of_it(nora, atlas, board):
    told = role_of_line(viewer=nora, text="atlas budget review", today=TODAY)

    assert told == (atlas, "budget review")


def test_a_timer_for_two_roles_is_refused(nora, atlas, board):
    with pytest.raises(SeveralRoles, match="A timer runs for one role"):
        role_of_line(viewer=nora, text="atlas + board", today=TODAY)
