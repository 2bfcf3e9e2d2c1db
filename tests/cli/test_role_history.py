"""plait role merge, split, key and archive; plait organisation."""

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Organisation, Role
from tests.tell_tales import english_in


@pytest.fixture
def book(nora, role_of):
    role_of(nora, "Board")
    return role_of(nora)


def test_roles_are_merged_split_and_renamed(plait, as_json, book):
    assert plait("role", "key", "atlas", "south").stdout == (
        "Saved: Atlas (south). Undo it with: plait undo\n"
    )
    words = ("--on", "2024-01-01", "--name", "South", "--organisation", "Elsewhere")
    split = as_json("role", "split", "south", *words)
    assert split == {"key": "south-2", "name": "South"}
    assert as_json("role", "merge", "south-2", "south")["key"] == "south"
    assert Role.objects.get(key="south").ended_on is None


def test_archived_it_is_listed_only_with_all(plait, as_json, book):
    plait("role", "archive", "atlas")

    assert [one["key"] for one in as_json("role", "list")] == ["board"]
    assert len(as_json("role", "list", "--all")) == 2
    plait("role", "archive", "atlas", "--show")
    assert len(as_json("role", "list")) == 2


def test_organisations_are_listed_renamed_and_joined(plait, as_json, book):
    plait("organisation", "rename", "atlas house", "Atlas")
    assert as_json("organisation", "list")[0] == {"name": "Atlas", "roles": ["Atlas"]}
    assert (
        "already: Atlas"
        in plait("organisation", "rename", "Board House", "Atlas").stderr
    )
    plait("organisation", "join", "Board House", "Atlas")
    assert Organisation.objects.count() == 1
    assert (
        "no organisation of that name: Nobody"
        in plait("organisation", "rename", "Nobody", "B").stderr
    )


def test_they_speak_dutch(plait, book, nora):
    change_person(viewer=nora, language="nl")

    page = plait("organisation", "list").stdout
    page += plait("role", "archive", "atlas").stdout

    assert "Organisatie" in page
    assert not english_in(page)
