"""The page that puts a role in order: merge, split, rename, archive."""

from datetime import date

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Organisation, Role
from plait.book.operations.records import add_time
from tests.web.conftest import TODAY
from tests.web.importing import words


@pytest.fixture
def atlas(nora, role_of):
    role_of(nora, "Board")
    role = role_of(nora)
    add_time(viewer=nora, role=role, on=TODAY, seconds=3600)
    return role


@pytest.fixture
def send(as_nora, atlas):
    def send(verb, **sent):
        return as_nora.post(f"/roles/atlas/{verb}/", sent, follow=True)

    return send


def test_it_is_merged_and_that_can_be_undone(send, as_nora):
    page = send("merge", into="board")

    assert page.redirect_chain == [("/roles/board/", 302)]
    assert "Everything of Atlas is now of Board." in words(page)
    assert [role.key for role in Role.objects.all()] == ["board"]
    number = page.text.split('action="/history/')[1].split("/")[0]
    as_nora.post(f"/history/{number}/undo/")
    assert Role.objects.count() == 2


def test_it_is_split_from_a_day(send):
    sent = {"on": "2026-01-01", "name": "Atlas South", "organisation": "Atlas House"}
    page = send("split", **sent)

    assert page.redirect_chain == [("/roles/atlas-south/", 302)]
    assert Role.objects.get(key="atlas").ended_on == date(2026, 1, 1)


def test_a_day_outside_it_is_refused(send):
    page = send("split", on="2019-01-01", name="B", organisation="C")

    assert page.status_code == 422
    assert "The role does not run on that day" in words(page)


def test_another_key(send):
    assert send("key", key="south").redirect_chain == [("/roles/south/", 302)]


def test_a_key_that_is_taken_is_refused(send):
    assert "There is a role of this key already: board" in words(
        send("key", key="board")
    )


def test_its_organisation_is_renamed_or_joined(send):
    send("organisation", name="Zorggroep Atlas")
    assert Organisation.objects.filter(name="Zorggroep Atlas").exists()
    send("organisation", name="Board House")
    assert [one.name for one in Organisation.objects.all()] == ["Board House"]


def test_archived_it_is_listed_apart_and_shown_again(send, as_nora):
    page = send("archive")

    assert "Atlas is archived." in words(page)
    assert 'href="/roles/atlas/"' in page.text.split('id="archived-title"')[1]
    assert "Show it in lists again" in words(as_nora.get("/roles/atlas/tidy/"))
    assert "Atlas is back." in words(send("archive"))


def test_it_speaks_dutch(as_nora, nora, atlas):
    change_person(viewer=nora, language="nl")

    page = words(as_nora.get("/roles/atlas/tidy/"))

    assert "Samenvoegen met een andere" in page
    assert "Archiveren" in page
