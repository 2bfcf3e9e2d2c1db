"""Every operation is named in the journal and has a sentence; none writes past it."""

import re
from pathlib import Path

import pytest

import plait
from plait.book.models import recording
from plait.book.operations.records import add_time
from plait.domain.changes import ListedChange
from plait.wording.records.history import what_text
from plait.wording.words import words_for
from tests.book.conftest import NOW, TODAY

OPERATIONS = Path(plait.__file__).parent / "book" / "operations"
# These write nothing that can be undone: a secret address, or the undoing itself.
UNNAMED = {"feed.py", "journal.py", "writing.py"}
NAMED = sorted(
    {
        name
        for file in OPERATIONS.glob("*.py")
        for name in re.findall(r'what="(\w+)"', file.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_operation_has_a_sentence_in_the_history(name, language):
    change = ListedChange(1, NOW, name, None, (), None, ())

    assert what_text(words_for(language), change) not in {"Change", "Wijziging"}


def test_every_operation_opens_the_book_under_its_name():
    unnamed = [
        f"{file.name}: {line}"
        for file in sorted(OPERATIONS.glob("*.py"))
        if file.name not in UNNAMED
        for line in re.findall(r"with book_of\([^\n]*\)", file.read_text("utf-8"))
        if "what=" not in line
    ]

    assert unnamed == []


def test_a_row_written_outside_of_a_change_is_noticed(nora, role_of, monkeypatch):
    role = role_of(nora)
    noticed = []
    monkeypatch.setattr(recording, "on_unrecorded", lambda: noticed.append(1))

    entry = add_time(viewer=nora, role=role, on=TODAY, seconds=60)
    assert noticed == []
    entry.save()
    assert noticed
