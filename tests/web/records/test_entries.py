"""A time entry opened from the list of records, and corrected on its page."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.models import TimeEntry
from plait.book.operations.records import add_time
from tests.web.conftest import TODAY
from tests.web.importing import words


@pytest.fixture
def entry(nora, role_of) -> TimeEntry:
    role_of(nora, "Board")
    return add_time(
        viewer=nora,
        role=role_of(nora),
        on=TODAY,
        seconds=7200,
        description="Budget",
        starts_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        ends_at=datetime(2026, 11, 20, 10, tzinfo=UTC),
    )


SENT = {"role": "atlas", "on": "2026-11-20", "length": "2:00", "description": "Budget"}
SENT |= {"start": "09:00", "end": "11:00"}


@pytest.fixture
def send(as_nora, entry):
    def send(**changes):
        return as_nora.post(f"/records/time/{entry.pk}/", SENT | changes, follow=True)

    return send


def test_the_list_of_records_opens_it(as_nora, entry):
    listed = as_nora.get(reverse("records") + "?kind=time")
    page = as_nora.get(f"/records/time/{entry.pk}/")

    assert f"/records/?kind=time&amp;edit={entry.pk}#row-{entry.pk}" in listed.text
    assert "Friday 20 November 2026 · 09:00–11:00 · 2 h" in words(page)
    assert "Added by hand." in words(page)
    assert "Hours added" in words(page)
    assert 'value="09:00"' in page.text


def test_what_is_saved_as_it_was_changes_nothing(send, entry):
    page = send()

    assert "/undo/" not in page.text.split("What has changed")[0]


def test_role_length_and_text_are_changed(send, entry):
    page = send(role="board", length="1.5", description="Chair")

    entry.refresh_from_db()
    assert (entry.role.key, entry.seconds) == ("board", 5400)
    assert entry.description == "Chair"
    assert entry.ended_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert "Saved." in words(page)
    assert "/undo/" in page.text


def test_times_say_the_length(send, entry):
    send(start="22:00", end="01:00")

    entry.refresh_from_db()
    assert entry.seconds == 3 * 3600


def test_what_cannot_be_is_said_at_its_field(send, entry):
    page = send(end="")
    assert "Fill in both times, or neither." in words(page)
    page = send(length="25")
    assert "A day has 24 hours." in words(page)
    assert TimeEntry.objects.get().seconds == 7200


def test_it_is_split_and_joined_again(as_nora, entry):
    first = f"/records/time/{entry.pk}/"
    sent = {"length": "0:30", "role": "atlas", "description": "Chair"}
    page = as_nora.post(f"{first}split/", sent, follow=True)

    rest = TimeEntry.objects.exclude(pk=entry.pk).get()
    assert page.redirect_chain == [(f"/records/time/{rest.pk}/", 302)]
    assert (rest.seconds, rest.description) == (1800, "Chair")
    assert "Join it with others of that day" in words(page)

    page = as_nora.post(
        f"/records/time/{rest.pk}/join/", {"entry": entry.pk}, follow=True
    )
    assert "These are one entry now." in words(page)
    assert TimeEntry.objects.get().seconds == 7200


def test_a_part_as_long_as_the_whole_is_refused(as_nora, entry):
    sent = {"length": "2:00", "role": "atlas"}
    page = as_nora.post(f"/records/time/{entry.pk}/split/", sent)

    assert page.status_code == 422
    assert "shorter than the whole" in words(page)


def test_it_is_removed_and_undone(as_nora, entry):
    page = as_nora.post(f"/records/time/{entry.pk}/remove/", follow=True)

    assert "Removed." in words(page)
    assert not TimeEntry.objects.exists()
    number = page.text.split('action="/history/')[1].split("/")[0]
    as_nora.post(f"/history/{number}/undo/")
    assert TimeEntry.objects.get() == entry


def test_it_speaks_dutch(as_nora, nora, entry):
    change_person(viewer=nora, language="nl")

    page = words(as_nora.get(f"/records/time/{entry.pk}/"))

    assert "Met de hand toegevoegd." in page
    assert "In tweeën splitsen" in page
