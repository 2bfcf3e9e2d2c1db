"""plait history, undo and redo: what changed, and the way back."""

import pytest

from plait.accounts.operations import change_person
from plait.book.models import TimeEntry
from plait.book.operations.records import add_time
from tests.book.conftest import TODAY
from tests.book.statements import Paid, camt
from tests.tell_tales import english_in


@pytest.fixture
def book(nora, role_of):
    role = role_of(nora, "Atlas")
    add_time(viewer=nora, role=role, on=TODAY, seconds=5400, description="Plan")
    return role


def test_changes_are_listed_newest_first(plait, book):
    page = plait("history").stdout

    assert "2 changes" in page
    assert "Hours added: 20 November 2026 · 1.5 hours · Plan · Atlas" in page
    assert page.index("Hours added") < page.index("Role added")


def test_the_last_change_is_undone_and_redone(plait, book):
    said = plait("undo").stdout

    assert said == (
        "Undone: Hours added: 20 November 2026 · 1.5 hours · Plan · Atlas (1 record).\n"
    )
    assert not TimeEntry.objects.exists()
    assert "undone" in plait("history").stdout
    assert "Done again: Hours added" in plait("redo").stdout
    assert TimeEntry.objects.exists()


def test_undone_one_by_one_until_nothing_is_left(plait, book):
    assert plait("undo").exit_code == 0
    assert "Undone: Role added" in plait("undo").stdout

    answer = plait("undo")
    assert answer.exit_code == 2
    assert answer.stderr.startswith("There is nothing to undo.")
    # In the order in which they were made.
    assert "Role added" in plait("redo").stdout
    assert "Hours added" in plait("redo").stdout
    assert plait("redo").stderr.startswith("There is nothing to redo.")


def test_a_later_change_is_named(plait, book):
    answer = plait("undo", "--change", "1")

    assert answer.exit_code == 2
    assert "Something that a later change added belongs to it: 2 (" in answer.stderr


def test_a_number_alone_is_an_imports(plait, book, bring):
    bring(camt([Paid(2, "10.00")]))

    assert "Import 1: given-0" in plait("history").stdout
    assert plait("undo", "1").stdout == "Import 1 is undone: 1 line removed.\n"
    assert "Import its files again." in plait("redo", "--change", "3").stderr


def test_scripts_get_the_same(as_json, book):
    first = as_json("history")["changes"][0]

    assert (first["number"], first["what"], first["can_undo"]) == (2, "add_time", True)
    assert first["things"][0]["hours"] == 1.5
    assert as_json("undo") == {"change": 2, "records": 1}
    assert as_json("redo") == {"change": 2, "records": 1}


def test_it_speaks_dutch(plait, book, nora):
    change_person(viewer=nora, language="nl")

    page = plait("history").stdout + plait("undo").stdout + plait("redo").stdout

    assert "Uren toegevoegd" in page
    assert not english_in(page)
