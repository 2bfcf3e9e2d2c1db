"""On PostgreSQL every key of a record can begin with its owner, and go back."""

import os

import pytest
from django.db import IntegrityError, connection

from plait.book.models import HolidayChange, Organisation
from scripts.composite_keys import (
    Key,
    read_keys,
    statements,
    with_owners,
    without_owners,
)


@pytest.fixture
def postgresql(db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is one file: it has no cluster")
    if os.environ.get("PLAIT_TEST_KEYS"):
        pytest.skip("the owner is in every key already")


def _run(changes) -> None:
    with connection.cursor() as cursor:
        cursor.execute("\n".join(statements(changes)) or "SELECT 1")


def test_every_key_of_a_record_begins_with_its_owner_and_can_go_back(postgresql):
    before, owned = read_keys()

    _run(with_owners(before, owned))

    keys, _ = read_keys()
    within = [k for k in keys if k.table in owned]
    within = [k for k in within if k.kind != "f" or k.points_to in owned]
    assert len(within) > 100
    assert {k.name for k in within if "(owner_id" not in k.text} == set()
    assert list(with_owners(keys, owned)) == []
    _run(without_owners(keys))
    assert read_keys()[0] == before


def test_no_record_can_point_to_another_owners(postgresql, nora, omar):
    _run(with_owners(*read_keys()))
    theirs = Organisation.objects.create(owner=omar, name="Theirs")

    HolidayChange.objects.create(
        owner=nora, organisation=theirs, day="2026-12-24", is_free=True
    )

    with pytest.raises(IntegrityError):
        connection.check_constraints()


def test_a_comment_of_somebody_elses_is_no_way_back():
    key = Key("book_role", "role_keyed_once", "u", "UNIQUE (key)", "", "mine")

    assert list(without_owners([key])) == []
