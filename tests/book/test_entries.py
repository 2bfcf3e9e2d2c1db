"""Time entries of every origin are corrected, and an import leaves it so."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.book.imports.undo_change import undo_change
from plait.book.models import Change, OtherFingerprint, TimeEntry, TimeShare
from plait.book.operations import entries as correct
from plait.book.operations.records import BadHours, add_time
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.tables import records as rows

HOUR = 3600
NINE = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)  # nine in Amsterdam


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora)


@pytest.fixture
def entry(nora, atlas) -> TimeEntry:
    """Two hours from nine, added by hand."""
    return add_time(
        viewer=nora,
        role=atlas,
        on=TODAY,
        seconds=2 * HOUR,
        description="budget",
        starts_at=NINE,
        ends_at=NINE + timedelta(hours=2),
    )


@pytest.fixture
def imported(nora, bring) -> TimeEntry:
    bring(SAMPLES / "toggl-2023-2024.csv")
    return TimeEntry.objects.order_by("pk").first()


def undo_last(viewer) -> None:
    last = Change.objects.filter(owner=viewer).order_by("number").last()
    undo_change(viewer=viewer, change=last, now=NOW)


def test_times_say_the_day_and_the_length(nora, entry):
    started_at = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)

    correct.change_entry(
        viewer=nora,
        entry=entry,
        started_at=started_at,
        ended_at=started_at + timedelta(hours=3),
    )

    entry.refresh_from_db()
    assert (entry.on, entry.seconds) == (date(2026, 11, 18), 3 * HOUR)
    assert entry.edited == ""  # no file will say it again


def test_another_day_takes_the_times_along(nora, entry):
    correct.change_entry(viewer=nora, entry=entry, on=date(2026, 7, 1))

    entry.refresh_from_db()
    assert entry.started_at == datetime(2026, 7, 1, 7, tzinfo=UTC)  # nine, in summer
    assert entry.ended_at - entry.started_at == timedelta(hours=2)


def test_another_length_moves_the_end(nora, entry):
    correct.change_entry(viewer=nora, entry=entry, seconds=HOUR)

    entry.refresh_from_db()
    assert entry.ended_at == NINE + timedelta(hours=1)


def test_no_day_takes_more_than_it_has(nora, entry):
    before = rows()

    with pytest.raises(BadHours):
        correct.change_entry(viewer=nora, entry=entry, seconds=25 * HOUR)
    with pytest.raises(BadHours):
        correct.change_entry(viewer=nora, entry=entry, ended_at=NINE)

    assert rows() == before


def test_what_is_set_by_hand_is_noted_of_an_imported_entry(nora, atlas, imported):
    correct.change_entry(
        viewer=nora, entry=imported, role=atlas, description=" board meeting "
    )

    imported.refresh_from_db()
    assert imported.edited == "description,role"
    assert imported.description == "board meeting"
    assert (imported.role, imported.rule, imported.status) == (atlas, None, 1)

    undo_last(nora)
    imported.refresh_from_db()
    assert (imported.edited, imported.role) == ("", None)


def test_moving_makes_private_where_no_role_is_named(nora, imported):
    assert correct.move_entries(viewer=nora, entries=[imported], role=None) == 1

    imported.refresh_from_db()
    assert (imported.role, imported.status) == (None, 2)


def test_split_times_follow_on(nora, entry, role_of):
    board = role_of(nora, "Board")
    before = rows()

    rest = correct.split_entry(
        viewer=nora, entry=entry, seconds=HOUR // 2, role=board, description="chair"
    )

    entry.refresh_from_db()
    assert (entry.seconds, rest.seconds) == (HOUR * 3 // 2, HOUR // 2)
    assert entry.ended_at == rest.started_at == NINE + timedelta(hours=1.5)
    assert (rest.role, rest.description) == (board, "chair")
    undo_last(nora)
    assert rows() == before


def test_a_shared_entry_stays_shared_in_both_parts(nora, atlas, role_of):
    board = role_of(nora, "Board")
    whole = add_time(viewer=nora, role=atlas, on=TODAY, seconds=HOUR, also_for=[board])

    correct.split_entry(viewer=nora, entry=whole, seconds=600)

    assert TimeShare.objects.filter(role=board).count() == 2


def test_a_part_as_long_as_the_whole_is_no_part(nora, entry):
    with pytest.raises(correct.CannotSplit):
        correct.split_entry(viewer=nora, entry=entry, seconds=2 * HOUR)


def test_joined_they_are_one_again(nora, entry):
    rest = correct.split_entry(
        viewer=nora, entry=entry, seconds=HOUR, description="chair"
    )
    before = rows()

    joined = correct.join_entries(viewer=nora, entries=[rest, entry])

    assert TimeEntry.objects.count() == 1
    assert (joined.pk, joined.seconds) == (entry.pk, 2 * HOUR)
    assert joined.description == "budget; chair"
    assert joined.ended_at == NINE + timedelta(hours=2)
    undo_last(nora)
    assert rows() == before


def test_entries_of_different_days_or_one_alone_are_not_joined(nora, entry, atlas):
    other = add_time(viewer=nora, role=atlas, on=date(2026, 11, 19), seconds=60)

    with pytest.raises(correct.CannotJoin, match="one day and one role"):
        correct.join_entries(viewer=nora, entries=[entry, other])
    with pytest.raises(correct.CannotJoin, match="two entries"):
        correct.join_entries(viewer=nora, entries=[entry, entry])


def test_removed_it_does_not_come_again_with_its_file(nora, imported, bring):
    n = TimeEntry.objects.count()
    correct.remove_entries(viewer=nora, entries=[imported])

    report = bring(SAMPLES / "toggl-2023-2024.csv")

    assert report.files[0].n_new == 0
    assert TimeEntry.objects.count() == n - 1


def test_the_removal_undone_it_is_there_and_known_as_before(nora, imported, bring):
    before = rows()
    correct.remove_entries(viewer=nora, entries=[imported])
    undo_last(nora)

    assert rows() == before
    assert bring(SAMPLES / "toggl-2023-2024.csv").files[0].n_new == 0


def test_joined_ones_are_still_known_to_their_file(nora, bring):
    bring(SAMPLES / "toggl-2023-2024.csv")
    first = TimeEntry.objects.order_by("on", "pk").first()
    correct.move_entries(
        viewer=nora, entries=list(TimeEntry.objects.filter(on=first.on)), role=None
    )
    same = list(TimeEntry.objects.filter(on=first.on))
    n = TimeEntry.objects.count()
    joined = correct.join_entries(viewer=nora, entries=same)

    assert bring(SAMPLES / "toggl-2023-2024.csv").files[0].n_new == 0
    assert TimeEntry.objects.count() == n - len(same) + 1
    assert {one.record for one in OtherFingerprint.objects.all()} == {joined.pk}
