"""Errors and confirmations in the language of whoever reads them."""

from datetime import UTC, datetime

import pytest

from plait.accounts.operations import change_person
from plait.cli import run
from tests.tell_tales import english_in


@pytest.fixture
def dutch(plait, nora, role_of):
    role_of(nora, "Projectleider", organisation="Zorggroep Atlas")
    change_person(viewer=nora, language="nl")
    return plait


def test_an_error_is_in_the_persons_language(dutch, as_json):
    answer = dutch("undo", "99")

    assert answer.exit_code == 2
    assert english_in(answer.stderr) == []
    assert english_in(as_json("undo", "99")["error"]["what"]) == []
    assert "99" in answer.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("stress", "--floor", "much"),
        ("stress", "--keep"),
        ("obligations", "--set-aside", "much"),
        ("takeon", "--new", "A", "--or", "--new", "B", "--keep"),
    ],
    ids=" ".join,
)
def test_an_option_that_cannot_be_is_refused_in_the_persons_language(dutch, words):
    answer = dutch(*words)

    assert (answer.exit_code, english_in(answer.stderr)) == (2, [])


def test_before_it_is_known_who_reads_it_an_error_is_in_english(dutch):
    dutch("undo", "99")

    answer = dutch("log", "2h board \x1b[31mred")

    assert "This contains characters that cannot be stored" in answer.stderr


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("log", "2u projectleider overleg 20-11-2026"), "2 u voor Projectleider"),
        (("start", "projectleider"), "De timer voor Projectleider bij Zorggroep Atlas"),
        (("start",), "Er loopt geen timer."),
        (
            ("assign", "payer", "Kring", "projectleider"),
            "Kring hoort bij Projectleider",
        ),
        (("assign", "payer", "Kring", "--private"), "Kring is privé"),
        (("inbox",), "Alles hoort bij een rol of is privé."),
        (("rules",), "Nog geen regels"),
        (("imports",), "Nog geen imports"),
        (("mapping",), "Nog geen indelingen"),
        (("calendars",), "Je volgt geen agenda."),
        (("calendars", "feed"), "Je agenda heeft geen adres."),
    ],
    ids=" ".join,
)
def test_what_a_command_answers_is_dutch(dutch, command, shown):
    page = dutch(*command).output

    assert shown in page
    assert english_in(page) == []


def test_an_import_its_inbox_and_its_undoing_are_dutch(dutch, write):
    file = write("uren.timeclock", "i 2026-03-02 09:00 Budget\no 2026-03-02 10:00\n")

    pages = [
        dutch("import", file),
        dutch("inbox"),
        dutch("imports"),
        dutch("undo", "1"),
    ]

    assert "Import 1: 1 nieuwe bestandsregel" in pages[0].output
    assert english_in("".join(page.output for page in pages)) == []


def test_imports_are_listed_with_the_time_where_the_person_lives(
    plait, nora, write, monkeypatch
):
    # Half past nine in the evening in UTC is half past ten in Amsterdam.
    at = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)
    monkeypatch.setattr(run, "now", lambda: at)
    plait("import", write("a.timeclock", "i 2026-03-02 09:00 x\no 2026-03-02 10:00\n"))

    assert "2026-11-21 22:30" in plait("imports").output
