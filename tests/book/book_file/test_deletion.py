"""Deleting everything leaves nothing of a person, and all of everybody else."""

import pytest

from plait.accounts.models import Person
from plait.accounts.operations import make_link
from plait.book.operations.deletion import delete_everything, owned_tables
from tests.book.book_file.life import live
from tests.book.conftest import NOW


def rows_of(person: Person) -> dict[str, int]:
    """Return how many rows of each table with an owner are the person's."""
    return {
        kind._meta.label: kind._base_manager.filter(owner=person.pk).count()
        for kind in owned_tables()
    }


@pytest.fixture
def filled(nora, omar, bring_in):
    for person in (nora, omar):
        live(person, bring_in)
        make_link(person=person, now=NOW)
    return nora


def test_no_table_with_an_owner_holds_a_row_afterwards(filled, omar):
    before, others = rows_of(filled), rows_of(omar)

    delete_everything(viewer=filled)

    assert sum(n > 0 for n in before.values()) > 20
    assert set(rows_of(filled).values()) == {0}
    assert not Person.objects.filter(sign_in_name="nora").exists()
    assert rows_of(omar) == others
