"""plait export on the command line: what it writes, refuses and leaves behind."""

import json
import os

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from tests.book.conftest import TODAY
from tests.tell_tales import english_in

NAMES = ["README.txt", "book.json", "events.csv", "payments.csv", "time.csv"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out" / "export"


@pytest.fixture
def book(nora, role_of):
    add_time(viewer=nora, role=role_of(nora), on=TODAY, seconds=60)
    return nora


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_makes_the_folder_and_says_what_is_in_it(plait, book, folder):
    answer = plait("export", folder)

    assert answer.exit_code == 0
    assert "time.csv 1" in answer.output
    assert names(folder) == NAMES


def test_it_answers_as_json(as_json, book, folder):
    rows = {"payments.csv": 0, "time.csv": 1, "events.csv": 0}

    assert as_json("export", folder) == {"folder": str(folder), "rows": rows}


def test_an_empty_book_is_five_files_too(plait, nora, folder):
    assert plait("export", folder).exit_code == 0
    assert names(folder) == NAMES


def test_an_export_imports_without_a_problem(plait, as_json, book, folder):
    plait("export", folder)

    told = as_json("import", folder)["files"]

    assert [(file["new"], file["problems"]) for file in told] == [(0, [])] * 5


def test_an_earlier_export_is_written_anew(plait, book, folder):
    plait("export", folder)
    before = (folder / "time.csv").read_bytes()
    add_time(viewer=book, role=book.role_set.get(), on=TODAY, seconds=90)

    assert plait("export", folder).exit_code == 0
    assert len((folder / "time.csv").read_bytes()) > len(before)
    assert names(folder) == NAMES


@pytest.mark.parametrize("name", ["notes.txt", "payments.csv", ".hidden", "book.json"])
def test_a_folder_with_something_else_is_refused_in_a_sentence(
    plait, book, folder, name
):
    folder.mkdir(parents=True)
    (folder / name).write_text("date,amount\n1,2\n")

    answer = plait("export", folder)

    assert answer.exit_code == 2
    assert "This folder holds something else already" in answer.stderr
    assert "Name a folder that is empty or not there yet." in answer.stderr
    assert names(folder) == [name]
    assert (folder / name).read_text() == "date,amount\n1,2\n"


def test_a_file_in_place_of_the_folder_is_refused(plait, book, folder):
    folder.parent.mkdir()
    folder.write_text("mine")

    answer = plait("export", folder)

    assert answer.exit_code == 2
    assert "This folder cannot be written" in answer.stderr
    assert folder.read_text() == "mine"


def test_what_a_kill_left_behind_is_cleared(plait, book, folder):
    plait("export", folder)
    (folder / ".payments.csv-a1b2.part").write_text("plait payments 1,book")

    assert plait("export", folder).exit_code == 0
    assert names(folder) == NAMES


def test_only_the_owner_can_read_the_files(plait, book, folder):
    plait("export", folder)

    if os.name == "posix":
        modes = {path.stat().st_mode & 0o077 for path in folder.iterdir()}
        assert modes == {0}


def test_the_readme_speaks_the_persons_language(plait, book, folder):
    book.language = "nl"
    book.save()

    plait("export", folder)

    assert (folder / "README.txt").read_text("utf-8").startswith("Plait: alles wat")


def test_the_history_of_imports_is_told(plait, bring, book, folder):
    bring("plait = 1\n")
    plait("export", folder)
    plait("import", folder)
    plait("export", folder)

    told = json.loads((folder / "book.json").read_text("utf-8"))["imports"]

    # The first import brought nothing and left no batch.
    assert [one["number"] for one in told] == [1]
    assert [file["name"] for file in told[0]["files"]] == NAMES


def test_role_list_prints_what_a_book_file_holds(plait, as_json, book, folder):
    plait("export", folder)

    roles = json.loads((folder / "book.json").read_text("utf-8"))["roles"]

    assert as_json("role", "list") == roles


def test_nobody_elses_records_are_written(plait, book, omar, role_of, folder):
    add_time(viewer=omar, role=role_of(omar, "Zon"), on=TODAY, seconds=61)

    answer = plait("export", folder, PLAIT_PERSON="nora")

    assert answer.exit_code == 0
    assert all("Zon" not in path.read_text("utf-8") for path in folder.iterdir())


def test_in_dutch_an_export_speaks_dutch(plait, nora, tmp_path):
    change_person(viewer=nora, language="nl")

    answer = plait("export", tmp_path / "mine")

    assert "Je boek staat in" in answer.output
    assert english_in(answer.output) == []
