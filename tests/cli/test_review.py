"""plait review: one answer, kept while the book stays the same."""

import json
from datetime import timedelta

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from tests.book.conftest import TODAY
from tests.cast import terms
from tests.tell_tales import english_in


@pytest.fixture
def book(nora, role_of):
    change_person(viewer=nora, capacity_minutes=40 * 60)
    role = role_of(nora, "Atlas")
    add_time(viewer=nora, role=role, on=TODAY, seconds=5400)
    return role


def test_it_speaks_dutch(plait, nora, book):
    change_person(viewer=nora, language="nl")

    page = plait("review", "--on", "2026-11-20").stdout

    assert "20 november 2026" in page
    assert english_in(page) == []


def test_the_language_of_one_review_can_be_chosen(plait, book):
    page = plait("review", "--on", "2026-11-20", "--language", "nl").stdout

    assert english_in(page) == []


def test_a_review_that_was_kept_says_and_prints_the_same(program, tmp_path):
    program("init", "--name", "Nora")
    words = ("review", "--on", "2026-11-20")

    first, second = program(*words, "--json"), program(*words, "--json")

    assert list((tmp_path / "home" / "kept").iterdir())
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["is_empty"] is True
    assert "Nothing here yet." in program(*words).stdout


def test_what_another_plait_kept_is_worked_out_anew(program, tmp_path):
    program("init", "--name", "Nora")
    first = program("review", "--on", "2026-11-20", "--json")
    [kept] = (tmp_path / "home" / "kept").iterdir()
    saved = json.loads(kept.read_text("utf-8"))
    del saved["answer"]["findings"]
    kept.write_text(json.dumps(saved), "utf-8")

    assert program("review", "--on", "2026-11-20", "--json").stdout == first.stdout


def test_five_findings_are_printed_and_all_of_them_on_request(plait, nora, role_of):
    for n in range(7):
        role = role_of(nora, f"Client {n}")
        for week in range(12):
            add_time(
                viewer=nora,
                role=role,
                on=TODAY - timedelta(weeks=week),
                seconds=(n + 1) * 3600,
            )
        agree(viewer=nora, role=role, terms=terms("0.2/week", since="2020-01-01"))
    short, full = plait("review").stdout, plait("review", "--all").stdout

    assert short.count("→") == 5
    assert "more, less pressing: plait review --all" in short
    assert full.count("→") > 5
    assert "less pressing" not in full
