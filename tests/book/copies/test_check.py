"""A book that is damaged is named so, with the copy to put back, and not touched."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest

from plait.answers.records.check import check_answer
from plait.book.health.look import language_of_book, state_of_file
from plait.domain.book_state import FaultKind
from plait.wording.words import words_for
from tests.book.copies.files import OLDER, asked, spoil, tell, whose

IS_WINDOWS = sys.platform == "win32"
_NEWER = "INSERT INTO django_migrations (app, name, applied) VALUES ('book', '{}', '')"
_CHANGE = (
    "INSERT INTO book_change (owner_id, number, made_at, what, request, rows)"
    " SELECT owner_id, 900 + {}, made_at, '', 'r{}', '{}' FROM book_change LIMIT 1"
)


@pytest.fixture(autouse=True)
def _files_may_be_opened(django_db_blocker):
    """Let connections be made to the files of these tests."""
    with django_db_blocker.unblock():
        yield


def content(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def overwrite(file, at, *, size):
    with file.open("r+b") as raw:
        raw.seek(at)
        raw.write(os.urandom(size))


def truncate(file, to):
    with file.open("r+b") as raw:
        raw.truncate(to)


def spoil_table(file, table):
    """Overwrite the page that a table begins on."""
    size = asked(file, "PRAGMA page_size")[0]
    where = f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"
    overwrite(file, (asked(file, where)[0] - 1) * size, size=size)


def telling(*statements):
    return lambda file: tell(file, "PRAGMA foreign_keys=OFF", *statements)


DAMAGES = {
    "cut in half": (lambda f: truncate(f, f.stat().st_size // 2), FaultKind.NOT_WHOLE),
    "cut in a page": (lambda f: truncate(f, 5_000), FaultKind.NOT_WHOLE),
    "bad disk": (spoil, FaultKind.NOT_WHOLE),
    "one page": (lambda f: spoil_table(f, "book_payment"), FaultKind.NOT_WHOLE),
    "its header": (lambda f: overwrite(f, 0, size=100), FaultKind.NOT_A_DATABASE),
    "other text": (lambda f: f.write_text("date;amount\n"), FaultKind.NOT_A_DATABASE),
    "emptied": (lambda f: truncate(f, 0), FaultKind.EMPTY_FILE),
    "a table": (telling("DROP TABLE book_settlement"), FaultKind.TABLE_MISSING),
    "its migrations": (
        telling("DROP TABLE django_migrations"),
        FaultKind.TABLE_MISSING,
    ),
    "a column": (
        telling("ALTER TABLE book_payment RENAME COLUMN payer TO who"),
        FaultKind.COLUMN_MISSING,
    ),
    "a reference": (
        telling("UPDATE book_role SET organisation_id = 4711"),
        FaultKind.BROKEN_REFERENCE,
    ),
    "an organisation": (
        telling("DELETE FROM book_organisation"),
        FaultKind.BROKEN_REFERENCE,
    ),
    "a step": (
        telling("DELETE FROM django_migrations WHERE name = '0003_resilience'"),
        FaultKind.STEP_MISSING,
    ),
}
NO_DAMAGE = {
    "newer": (telling(_NEWER.format("9999_new")), FaultKind.NEWER),
    "unknown": (telling(_NEWER.format("0003_other")), FaultKind.UNKNOWN_STEP),
    "a day": (
        telling("UPDATE book_role SET started_on = '0001-01-01'"),
        FaultKind.BEYOND,
    ),
    "history": (telling(_CHANGE.format(1, 1, '[{"x": 1}]')), FaultKind.HISTORY),
    "history no list": (telling(_CHANGE.format(1, 1, "[3, 4]")), FaultKind.HISTORY),
}


@pytest.fixture
def held(book):
    """Nora's book in a folder of her own, with nothing beside it."""
    book.parent.chmod(0o700)
    assert content(book.parent).keys() == {book.name}
    return book


def kinds(state):
    return {fault.kind for fault in state.faults}


def test_a_whole_book_is_in_order_and_nothing_is_written(held):
    before = content(held.parent)

    state = state_of_file(held)

    assert (state.faults, state.n_people, state.n_steps_due) == ((), 1, 0)
    assert check_answer(state, words_for("en"), home="").is_in_order
    assert content(held.parent) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_book_is_named_and_not_touched(held, damage):
    spoilt, kind = DAMAGES[damage]
    spoilt(held)
    before = content(held.parent)

    state = state_of_file(held)

    assert kinds(state) == {kind}
    assert state.is_damaged
    assert content(held.parent) == before


@pytest.mark.parametrize("oddity", NO_DAMAGE)
def test_what_is_odd_is_named_without_putting_a_copy_back(held, oddity):
    spoilt, kind = NO_DAMAGE[oddity]
    spoilt(held)
    before = content(held.parent)

    state = state_of_file(held)
    answer = check_answer(state, words_for("nl"), home="")

    assert kinds(state) == {kind}
    assert (answer.restore, answer.is_in_order) == ("", False)
    assert content(held.parent) == before


def test_numbers_and_names_say_where_it_is(held):
    telling("UPDATE book_role SET organisation_id = 4711")(held)

    [finding] = check_answer(state_of_file(held), words_for("nl"), home="").findings

    assert finding.text == (
        "Gegevens verwijzen naar andere die er niet zijn: 1 rij van book_role, naar"
        " book_organisation."
    )


def test_the_newest_copy_that_is_whole_is_named(held, backup):
    copies = held.parent / "copies"
    copies.mkdir()
    for day, name in enumerate(("old", "whole", "damaged", "newer", "other"), 1):
        shutil.copyfile(backup, copies / f"{name}.sqlite3")
        if name == "damaged":
            spoil(copies / "damaged.sqlite3")
        if name == "newer":
            tell(copies / "newer.sqlite3", _NEWER.format("9999_new"))
        if name == "other":
            (copies / "other.sqlite3").write_text("no database")
        at = datetime(2026, 3, day, 12, tzinfo=UTC).timestamp()
        os.utime(copies / f"{name}.sqlite3", (at, at))
    overwrite(held, 0, size=100)

    answer = check_answer(state_of_file(held), words_for("en"), home="")

    assert answer.restore == (
        "Put back the newest whole copy, of 2 March 2026: plait restore"
        f" {copies / 'whole.sqlite3'}. The book as it is now is kept beside it."
    )


def test_without_a_copy_a_backup_is_asked_for(held):
    spoil(held)

    answer = check_answer(state_of_file(held), words_for("en"), home="")

    assert answer.restore_from is None
    assert answer.restore.startswith("No whole copy lies in its folder.")


def test_what_stands_in_the_log_is_looked_at_and_the_log_stays(held):
    with closing(sqlite3.connect(held)) as app:
        app.execute("PRAGMA foreign_keys=OFF")
        app.execute("UPDATE book_role SET organisation_id = 4711")
        app.commit()
        log = held.with_name(f"{held.name}-wal")
        before = (held.read_bytes(), log.read_bytes())

        assert kinds(state_of_file(held)) == {FaultKind.BROKEN_REFERENCE}
        assert (held.read_bytes(), log.read_bytes()) == before


def test_the_log_beside_an_emptied_file_stays(held):
    log = held.with_name(f"{held.name}-wal")
    log.write_bytes(b"all that was written last")
    truncate(held, 0)

    assert kinds(state_of_file(held)) == {FaultKind.EMPTY_FILE}
    assert language_of_book("") is None
    assert log.exists()


def test_a_change_that_was_broken_off_is_left_for_the_app_to_take_back(held, tmp_path):
    tell(held, "PRAGMA journal_mode=DELETE")
    cut = tmp_path / "cut" / held.name
    cut.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(held, isolation_level=None)) as app:
        app.execute("PRAGMA cache_size=1")  # writes to the file before the end
        app.execute("BEGIN IMMEDIATE")
        app.execute("UPDATE accounts_person SET name = 'Olga'")
        for n in range(200):
            app.execute(f"CREATE TABLE t{n} (x)")
        for end in ("", "-journal"):
            shutil.copyfile(f"{held}{end}", f"{cut}{end}")
    before = content(cut.parent)

    assert state_of_file(cut).faults == ()
    assert content(cut.parent) == before
    assert whose(cut) == "Nora"


@pytest.mark.skipif(IS_WINDOWS, reason="Windows has no such rights")
def test_a_book_that_others_may_open_is_named(held):
    held.chmod(0o644)
    assert state_of_file(held).faults == ()  # the folder lets nobody in
    held.parent.chmod(0o755)

    [finding] = check_answer(state_of_file(held), words_for("en"), home="").findings

    assert finding.text == (
        f"Others on this computer may open the book: {held} (rw-r--r--). Close it to"
        " them: chmod 600 on it and its copies."
    )


def test_an_older_book_is_in_order_and_stays_as_it_is(held):
    tell(held, *OLDER)
    before = content(held.parent)

    state = state_of_file(held)

    n_steps = sum("django_migrations" in statement for statement in OLDER)
    assert (state.faults, state.n_steps_due) == ((), n_steps)
    assert content(held.parent) == before
