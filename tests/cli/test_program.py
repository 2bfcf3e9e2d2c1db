"""The program as it is started: its data folder, its trouble, its terminal."""

import json
import os
import sys

import pytest

from tests.book.conftest import SAMPLES
from tests.book.statements import Paid, camt, ing

RED = "\x1b[31m"


@pytest.fixture
def begun(program):
    program("init", "--name", "Nora")
    return program


def test_the_data_folder_is_the_one_that_the_environment_names(begun, tmp_path):
    assert (tmp_path / "home" / "book.sqlite3").is_file()


def test_two_data_folders_are_two_books(begun, write, tmp_path):
    other = {"PLAIT_HOME": str(tmp_path / "other")}
    begun("import", write("march.xml", camt([Paid(2, "10.00")])))
    begun("init", "--name", "Omar", **other)

    told = [
        json.loads(begun("imports", "--json", **where).stdout) for where in ({}, other)
    ]

    assert [len(one) for one in told] == [1, 0]


def test_nothing_is_written_outside_the_data_folder(begun, environment, tmp_path):
    elsewhere = tmp_path / "person"
    elsewhere.mkdir()

    begun("import", SAMPLES / "monzo-2026.csv", HOME=str(elsewhere))
    begun("review", HOME=str(elsewhere))

    assert list(elsewhere.iterdir()) == []


def test_files_become_a_review_that_is_told_from_their_data(begun):
    begun("role", "add", "Flat", "--organisation", "Flat 4", "--kind", "venture")
    begun("import", SAMPLES / "monzo-2026.csv")
    begun("assign", "payer", "Harewood & Pike Lettings", "flat")

    told = begun("review", "--on", "2026-11-20", "--json")

    assert told.returncode == 0
    assert json.loads(told.stdout)["on"] == "2026-11-20"


@pytest.mark.parametrize("folder", ["/dev/null/below", os.devnull])
def test_a_data_folder_that_cannot_be_is_told_as_such(program, folder):
    answer = program("imports", PLAIT_HOME=folder)

    assert answer.returncode == 2
    assert answer.stderr.startswith("The data folder cannot be used: ")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["imports", "review", "import"])
def test_a_book_that_is_no_book_is_told_as_such(program, tmp_path, command):
    home = tmp_path / "home"
    home.mkdir()
    (home / "book.sqlite3").write_text("This was a book once. " * 1_000)
    words = [SAMPLES / "monzo-2026.csv"] if command == "import" else []

    answer = program(command, *words)

    assert answer.returncode == 2
    assert answer.stderr.startswith("The book's file is damaged: ")
    assert "Traceback" not in answer.stderr


@pytest.mark.slow  # a program waits 20 seconds for its turn
def test_a_book_that_is_being_changed_is_waited_for_and_then_told_as_such(
    begun, write, tmp_path
):
    import sqlite3

    held = sqlite3.connect(tmp_path / "home" / "book.sqlite3", isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    try:
        answer = begun("import", write("march.xml", camt([Paid(2, "10.00")])))
    finally:
        held.close()

    assert answer.returncode == 2
    assert answer.stderr.startswith("Something else is changing this book: ")


def test_two_programs_that_start_at_once_make_one_database(program):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as threads:
        both = list(threads.map(lambda words: program(*words), [("role", "list")] * 2))

    assert ["no book here yet" in one.stderr for one in both] == [True, True], both
    assert program("init", "--name", "Nora").returncode == 0


def test_a_bad_setting_is_told_as_such(program):
    answer = program("imports", PLAIT_DATABASE_URL="mysql://nora@localhost/book")

    assert answer.returncode == 2
    assert "PLAIT_DATABASE_URL does not name a PostgreSQL database" in answer.stderr


def test_what_is_printed_into_a_pipe_is_utf_8(begun, write):
    paid = [Paid(2, "10.00", payer="Café ☕ 日本")]
    begun("import", write("march.csv", ing(paid)))

    plain = begun("inbox", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert plain.returncode == 0
    assert "Café ☕ 日本" in plain.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminal")
def test_in_a_terminal_a_bar_shows_how_far_an_import_is_and_no_name_commands_it(
    begun, environment, write
):
    import pty
    import subprocess

    rows = (Paid(n % 28 + 1, f"{n}.00", text=f"Invoice {n}") for n in range(20_000))
    path = write(f"march{RED}[bold].csv", ing(rows))
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "plait", "import", str(path)]
    with subprocess.Popen(
        words,
        env=environment | {"TERM": "xterm", "COLUMNS": "120"},
        stdout=theirs,
        stderr=theirs,
    ) as started:
        os.close(theirs)
        shown = _all_of(ours)

    assert started.returncode == 0
    assert "100 %" in shown
    assert "march[31m[bold].csv" in shown
    assert RED + "[bold]" not in shown


def _all_of(terminal: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # the other end is closed
            part = b""
        if not part:
            os.close(terminal)
            return b"".join(parts).decode(errors="replace")
        parts.append(part)
