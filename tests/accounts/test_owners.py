"""Everybody is an owner with their own key, and no two owners share one."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from plait.accounts.models import Owner, Person
from plait.accounts.operations import add_person, delete_person

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def test_somebody_new_is_an_owner_with_the_same_key(db):
    Owner.objects.create(kind="circle")

    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)

    assert Owner.objects.get(pk=nora.pk).kind == "person"
    assert set(Owner.objects.values_list("kind", flat=True)) == {"circle", "person"}


def test_who_is_deleted_owns_nothing_any_more(db):
    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)

    delete_person(viewer=nora)

    assert not Owner.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_people_from_before_become_owners_and_nobody_new_gets_their_key():
    executor = MigrationExecutor(connection)
    executor.migrate([("accounts", "0009_invitations_and_devices")])
    older = executor.loader.project_state(
        [("accounts", "0009_invitations_and_devices")]
    ).apps.get_model("accounts", "Person")
    older.objects.create(pk=7, sign_in_name="omar", name="Omar", created_at=NOW)

    try:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
        nora = add_person(sign_in_name="nora", name="Nora", now=NOW)

        assert nora.pk > 7
        assert set(Owner.objects.values_list("pk", flat=True)) == {7, nora.pk}
    finally:
        Person.objects.all().delete()
        Owner.objects.all().delete()
