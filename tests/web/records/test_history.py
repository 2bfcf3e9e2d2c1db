"""The history page, and the way back in the message after a change."""

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.models import TimeEntry
from plait.book.operations.records import add_time
from plait.domain.changes import NOT_UNDONE
from tests.web.conftest import TODAY
from tests.web.importing import words


@pytest.fixture
def logged(nora, as_nora, role_of):
    role_of(nora)
    sent = {"line": "2h @atlas budget"}
    return as_nora.post(reverse("log_line"), sent, follow=True)


def test_the_message_after_a_change_undoes_it(as_nora, logged):
    assert 'action="/history/2/undo/"' in logged.text

    page = as_nora.post(
        "/history/2/undo/", {"next": "/log/?week=2026-11-16"}, follow=True
    )

    assert page.redirect_chain == [("/log/?week=2026-11-16", 302)]
    assert "Undone: Hours added" in words(page)
    assert not TimeEntry.objects.exists()
    assert 'action="/history/2/redo/"' in page.text


def test_undone_it_is_done_again_from_the_message(as_nora, logged):
    as_nora.post("/history/2/undo/")

    page = as_nora.post("/history/2/redo/", follow=True)

    assert page.redirect_chain == [("/history/", 302)]
    assert "Done again: Hours added" in words(page)
    assert TimeEntry.objects.exists()


def test_a_message_of_no_change_offers_nothing(as_nora, nora, role_of):
    role_of(nora)

    page = as_nora.post(reverse("log_week"), {"week": "2026-11-16"}, follow=True)

    assert "Nothing changed." in words(page)
    assert "/undo/" not in page.text


def test_the_way_back_leads_to_no_other_site(as_nora, logged):
    page = as_nora.post("/history/2/undo/", {"next": "https://example.org/"})

    assert page["Location"] == "/history/"


def test_the_line_stays_in_lists_for_ten_minutes(as_nora, logged, friday_morning):
    friday_morning.shift(9 * 60)
    soon = as_nora.get("/records/?kind=time")
    friday_morning.shift(61)
    late = as_nora.get("/records/?kind=time")

    assert 'action="/history/2/undo/"' in soon.text
    assert "Undo within 1 minute, later in the history" in words(soon)
    assert "/undo/" not in late.text
    assert 'action="/history/2/undo/"' in as_nora.get("/history/").text


def test_what_has_left_the_book_is_not_undone_and_says_what_to_do(
    as_nora, logged, monkeypatch
):
    monkeypatch.setitem(NOT_UNDONE, "add_time", "Withdraw it instead.")

    page = as_nora.post("/history/2/undo/", follow=True)

    assert "This has left your book and cannot be undone: 2." in words(page)
    assert "Withdraw it instead." in words(as_nora.get("/history/"))
    assert 'action="/history/2/undo/"' not in page.text
    assert TimeEntry.objects.exists()


def test_changes_are_listed_by_day_with_their_way_back(as_nora, nora, life_of):
    life_of(nora)

    page = as_nora.get(reverse("history"))

    assert "7 changes" in words(page)
    assert "Friday 20 November 2026" in words(page)
    assert page.text.count("/undo/") == 7


def test_a_later_change_in_the_way_is_named(as_nora, nora, role_of):
    role = role_of(nora)
    add_time(viewer=nora, role=role, on=TODAY, seconds=60)

    page = as_nora.post("/history/1/undo/", follow=True)

    assert "Something that a later change added belongs to it: 2" in words(page)


def test_a_long_history_has_pages(as_nora, nora, role_of):
    role = role_of(nora)
    for _n in range(50):
        add_time(viewer=nora, role=role, on=TODAY, seconds=60)

    page = as_nora.get(reverse("history"))
    older = as_nora.get("/history/?page=2")

    assert 'href="/history/?page=2" rel="next"' in page.text
    assert "Role added" in words(older)


def test_it_speaks_dutch(as_nora, nora, role_of):
    role_of(nora)
    change_person(viewer=nora, language="nl")

    page = words(as_nora.get(reverse("history")))

    assert "1 wijziging" in page
    assert "Rol toegevoegd" in page
