"""plait entry: a time entry shown and corrected."""

from datetime import UTC, datetime

import pytest

from plait.accounts.operations import change_person
from plait.book.models import TimeEntry
from plait.book.operations.records import add_time
from tests.book.conftest import SAMPLES, TODAY
from tests.tell_tales import english_in


@pytest.fixture
def entry(nora, role_of) -> TimeEntry:
    role_of(nora, "Board")
    role = role_of(nora)
    return add_time(
        viewer=nora, role=role, on=TODAY, seconds=7200, description="Budget"
    )


def test_it_shows_what_is_known_of_an_entry(plait, entry):
    page = plait("entry", "show", entry.pk).stdout

    assert "20 November 2026  2 h" in page
    assert "Description  Budget" in page
    assert "Added by hand." in page
    assert "Hours added" in page


def test_it_changes_what_an_option_names(plait, entry):
    words = ("--role", "board", "--start", "22:00", "--end", "1:00")
    plait("entry", "change", entry.pk, *words)

    entry.refresh_from_db()
    assert (entry.role.key, entry.seconds) == ("board", 3 * 3600)
    assert entry.ended_at == datetime(2026, 11, 21, 0, tzinfo=UTC)
    assert entry.description == "Budget"


def test_what_is_set_of_an_imported_one_is_named(plait, bring):
    bring(SAMPLES / "toggl-2023-2024.csv")
    number = TimeEntry.objects.first().pk

    page = plait("entry", "change", number, "--length", "45m", "--tags", "x").stdout

    assert "Came in with import 1." in page
    assert "Set by hand, and kept at an import:" in page


def test_it_splits_joins_moves_and_deletes(plait, as_json, entry):
    rest = as_json("entry", "split", entry.pk, "30m")["record"]["id"]
    assert as_json("entry", "move", entry.pk, rest, "--role", "board") == {"entries": 2}
    joined = as_json("entry", "join", entry.pk, rest)
    assert joined["record"]["hours"] == 2
    assert joined["record"]["role"] == "board"
    assert as_json("entry", "delete", entry.pk) == {"entries": 1}
    assert plait("undo").exit_code == 0
    assert TimeEntry.objects.get() == entry


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("show", "999"), "There is no record of that number: 999."),
        (("change", "{}"), "It is not said what is to change"),
        (("change", "{}", "--length", "long"), "This is not a length of time: long."),
        (("split", "{}", "3h"), "shorter than the whole"),
    ],
)
def test_what_cannot_be_is_refused(plait, entry, given, said):
    answer = plait("entry", *(word.format(entry.pk) for word in given))

    assert answer.exit_code == 2
    assert said in answer.stderr


def test_it_speaks_dutch(plait, entry, nora):
    change_person(viewer=nora, language="nl")

    page = plait("entry", "show", entry.pk).stdout

    assert "Beschrijving  Budget" in page
    assert not english_in(page)
