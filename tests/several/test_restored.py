"""A backup from before is put back: who left since is removed again, at once."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta

import pytest
from django.conf import settings as conf
from django.db import connection
from django.test import Client

from plait.accounts.leaving.after_restore import leave_again
from plait.accounts.leaving.asking import ask_to_leave, take_back
from plait.accounts.leaving.noted import Happened, LastWords, add_note
from plait.accounts.leaving.removal import remove_person
from plait.accounts.models import Owner, Person
from plait.book.models import Role
from plait.book.operations.roles import add_role
from tests.roles import new_role
from tests.several.conftest import NOW

LATER = NOW + timedelta(days=8)


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PLAIT_HOME = tmp_path
    settings.WHO_LEFT_FILE = tmp_path / "who-left"


@pytest.fixture
def kept_copy(transactional_db):
    """Copy the database as it is now; `put_back()` makes it the database again."""
    if connection.vendor != "postgresql":
        pytest.skip("a database in a file is put back by plait restore")
    name = connection.settings_dict["NAME"]

    def run(*statements: str) -> None:
        connection.close()
        with connection._nodb_cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def keep():
        run(f'CREATE DATABASE "{name}_kept" TEMPLATE "{name}" STRATEGY FILE_COPY')

    def put_back():
        run(
            f'DROP DATABASE "{name}"',
            f'ALTER DATABASE "{name}_kept" RENAME TO "{name}"',
        )

    yield keep, put_back
    run(f'DROP DATABASE IF EXISTS "{name}_kept"')


def test_who_left_is_removed_again_and_a_week_goes_on(kept_copy, marit, sofie):
    keep, put_back = kept_copy
    omar = Person(sign_in_name="omar", name="Omar", created_at=NOW)
    omar.save()
    add_role(viewer=marit, role=new_role("Atlas", organisation="Atlas"))
    keep()
    ask_to_leave(viewer=marit, now=NOW)
    remove_person(pk=marit.pk, now=LATER)
    due = ask_to_leave(viewer=omar, now=LATER)
    put_back()
    assert Role.objects.exists()
    assert Person.objects.filter(pk=marit.pk, leaves_at=None).exists()

    assert leave_again(now=LATER) == 2

    assert not Role.objects.exists()
    assert not Owner.objects.filter(pk=marit.pk, audit_links=None).exists()
    assert set(Person.objects.values_list("pk", "leaves_at")) == {
        (sofie.pk, None),
        (omar.pk, due),
    }
    answer = Client().post(
        "/account/login/",
        {"login": "marit@example.org", "password": "Marit has a long one"},
    )
    assert answer.status_code == 200


def test_somebody_new_with_the_key_of_one_who_left_stays(marit, sofie):
    ask_to_leave(viewer=marit, now=NOW)
    remove_person(pk=marit.pk, now=LATER)
    anna = Person(
        pk=marit.pk, sign_in_name="anna", name="Anna", created_at=NOW + timedelta(1)
    )
    Owner.objects.get_or_create(pk=marit.pk)
    anna.save(force_insert=True)

    assert leave_again(now=LATER) == 0

    assert Person.objects.filter(pk=anna.pk, is_active=True, leaves_at=None).exists()


def test_who_stayed_stays(marit, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ask_to_leave(viewer=marit, now=NOW)
    take_back(viewer=Person.objects.get(), now=NOW + timedelta(hours=1))

    assert leave_again(now=LATER) == 0
    assert Person.objects.get().leaves_at is None


def test_half_a_line_of_a_power_cut_counts_for_nothing(marit):
    conf.WHO_LEFT_FILE.write_text("# what\n2026-12-01T09:00:00+00:00 removed 9f")
    joined_at, happened = marit.created_at, Happened.REMOVED

    add_note(owner=marit.pk, joined_at=joined_at, happened=happened, now=NOW)

    assert LastWords().of(marit.pk, joined_at).happened is Happened.REMOVED
    assert len(conf.WHO_LEFT_FILE.read_text().splitlines()) == 3


MARIT = """
import django; django.setup()
from datetime import UTC, datetime, timedelta
from plait.accounts.models import Person
from plait.accounts.leaving.asking import ask_to_leave
from plait.accounts.leaving.removal import remove_person
from plait.book.updating import bring_up_to_date
now = datetime(2026, 12, 1, tzinfo=UTC)
bring_up_to_date(now)
"""
JOINS = "Person(sign_in_name='marit', name='Marit', created_at=now).save()"
LEAVES = """
marit = Person.objects.get()
ask_to_leave(viewer=marit, now=now)
remove_person(pk=marit.pk, now=now + timedelta(days=8))
"""


@pytest.mark.slow
def test_plait_restore_removes_them_from_a_file(tmp_path):
    home, backup = tmp_path / "home", tmp_path / "b.sqlite3"
    settings = {
        "PLAIT_HOME": str(home),
        "PLAIT_SERVER": "community",
        "PLAIT_ADDRESS": "http://localhost",
        "DJANGO_SETTINGS_MODULE": "plait.server.settings",
    }

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            env={**os.environ, **settings},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    run("-c", MARIT + JOINS)
    run("-m", "plait", "backup", str(backup))
    run("-c", MARIT + LEAVES)
    said = run("-m", "plait", "restore", str(backup))

    assert "removed again: 1" in said
    with closing(sqlite3.connect(home / "book.sqlite3")) as database:
        assert database.execute("SELECT name FROM accounts_person").fetchall() == []
