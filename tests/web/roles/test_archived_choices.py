"""An archived role is in no list to choose from, and stays where it was chosen."""

import pytest
from django.urls import reverse

from plait.book.operations.records import add_time
from plait.book.operations.role_history import archive_role
from tests.web.conftest import TODAY


@pytest.fixture
def entry(nora, role_of):
    role_of(nora, "Board")
    atlas = role_of(nora, "Atlas")
    entry = add_time(viewer=nora, role=atlas, on=TODAY, seconds=3600)
    archive_role(viewer=nora, role=atlas, is_archived=True)
    return entry


@pytest.mark.parametrize("page", ["take_on", "time_off", "fall_back"])
def test_no_form_offers_it(as_nora, entry, page):
    html = as_nora.get(reverse(page)).text

    assert 'value="board"' in html
    assert 'value="atlas"' not in html


def test_an_organisation_of_archived_roles_alone_is_not_offered(as_nora, entry):
    html = as_nora.get(reverse("time_off")).text

    assert 'value="Board House"' in html
    assert 'value="Atlas House"' not in html


def test_the_log_offers_no_timer_for_it_and_no_row_where_it_has_no_hours(
    as_nora, entry
):
    html = as_nora.get(reverse("log"), {"week": "2026-01-05"}).text

    assert "Board" in html
    assert 'value="atlas"' not in html


def test_what_it_was_chosen_for_keeps_it(as_nora, entry):
    html = as_nora.get(reverse("entry", args=[entry.pk])).text

    assert '<option value="atlas" selected' in html
