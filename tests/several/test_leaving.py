"""Deleting one's account: out at once, a week to come back, then nothing is left."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from allauth.account.models import EmailAddress
from click.testing import CliRunner
from django.conf import settings as conf
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client

from plait.accounts.leaving import removal
from plait.accounts.leaving.asking import ask_to_leave
from plait.accounts.leaving.removal import due_people, remove_person
from plait.accounts.leaving.tables import STAY, pointing_to_people
from plait.accounts.models import AuditEntry, AuditLink, Invitation, Owner, Person
from plait.book.models import CalendarFeed
from plait.book.operations.feed import make_feed
from plait.book.operations.roles import add_role
from plait.cli.main import main
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from tests.roles import new_role
from tests.several.a_row_of_each import fill
from tests.several.conftest import NOW

LATER = NOW + timedelta(days=7, minutes=1)
WORD = {"login": "marit@example.org", "password": "Marit has a long one"}


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PLAIT_HOME = tmp_path
    settings.WHO_LEFT_FILE = tmp_path / "who-left"


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def signed_in(**word) -> Client:
    client = Client()
    client.post("/account/login/", WORD | word)
    return client


def ask(client: Client) -> None:
    answer = client.post("/settings/delete/", {"confirmation": "delete"})
    assert "Your account is deleted on" in answer.text


def test_the_command_begins_the_same_week(marit, monkeypatch):
    monkeypatch.setenv("PLAIT_PERSON", marit.sign_in_name)

    told = CliRunner().invoke(main, ["delete-everything", "--yes"])

    marit.refresh_from_db()
    assert (told.exit_code, "Your account is deleted on" in told.output) == (0, True)
    assert marit.leaves_at is not None


def tables_with_people() -> set[str]:
    """Ask the database itself which tables point to people or owners."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            held = connection.introspection.get_constraints(cursor, table)
            to = {one["foreign_key"][0] for one in held.values() if one["foreign_key"]}
            if to & {"accounts_person", "accounts_owner"}:
                found.add(table)
    return found


def test_every_table_that_points_to_people_is_emptied_of_one(marit, sofie):
    role = add_role(viewer=marit, role=new_role("Atlas", organisation="Atlas"))
    number, tables = marit.pk, fill(marit, role)
    Client().force_login(marit)
    known = {one.kind for one in pointing_to_people()} | {*STAY, Person}
    assert {one._meta.db_table for one in known} >= tables_with_people()
    assert {one.__name__ for one in tables} >= {
        one.__name__ for one in known - {Person}
    }
    every = {kind.__name__: kind._base_manager.count() for kind in tables}
    assert 0 not in every.values()
    others = Person.objects.filter(pk=sofie.pk).values().get()
    ask_to_leave(viewer=marit, now=NOW)

    assert remove_person(pk=number, now=LATER)

    left = {kind.__name__: kind._base_manager.count() for kind in tables}
    assert {name for name, n in left.items() if n} <= {
        "AuditLink",
        "AuditHead",
        "EmailAddress",
    }
    assert EmailAddress.objects.get().user_id == sofie.pk
    assert not Job.objects.filter(kind="invitation-mail").exists()
    assert not Invitation.objects.exists()
    assert not Session.objects.exists()
    assert not AuditEntry.objects.exists()
    assert not Person.objects.filter(pk=number).exists()
    assert Owner.objects.filter(pk=number).exists() == AuditLink.objects.exists()
    assert Person.objects.filter(pk=sofie.pk).values().get() == others


def test_asking_ends_sessions_and_feeds_and_leaves_one_page_open(marit, tuesday):
    here, there = signed_in(), signed_in()
    make_feed(viewer=marit, now=NOW)

    ask(here)

    assert there.get("/roles/").status_code == 302
    assert not CalendarFeed.objects.exists()
    again = signed_in()
    assert again.get("/").url == "/leaving/"
    assert again.post("/log/line/", {"line": "2h"}).url == "/leaving/"
    assert "removed on 8 December" in again.get("/leaving/").text
    assert again.get("/settings/export/").status_code == 200

    again.post("/leaving/stay/")

    assert again.get("/roles/").status_code == 200
    assert Person.objects.get(pk=marit.pk).leaves_at is None
    assert due_people(now=LATER) == []


def test_after_the_week_nobody_comes_back(marit, tuesday):
    ask(signed_in())
    inside = signed_in()
    tuesday.move_to(LATER)

    assert inside.post("/leaving/stay/").url == "/sign-in/"
    assert signed_in().get("/leaving/").status_code == 302
    assert Person.objects.get(pk=marit.pk).leaves_at is not None


@pytest.mark.django_db(transaction=True)
def test_the_mail_says_until_when_and_the_job_removes(marit, tuesday):
    ask_to_leave(viewer=marit, now=NOW)
    work_off_due(clock=lambda: NOW)
    assert "8 December" in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["marit@example.org"]

    removal_job = "removal"
    Job.objects.create(kind=removal_job, not_before=NOW, created_at=NOW)
    work_off_due(clock=lambda: LATER)

    assert not Person.objects.exists()
    assert not Job.objects.exclude(kind=removal_job).exists()
    file = Path(conf.WHO_LEFT_FILE)
    assert "marit" not in file.read_text().lower()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("stop_after", [0, 1, 4])
def test_a_removal_that_is_stopped_anywhere_goes_on(marit, monkeypatch, stop_after):
    add_role(viewer=marit, role=new_role("Atlas", organisation="Atlas"))
    ask_to_leave(viewer=marit, now=NOW)
    steps, step = iter(range(1_000)), removal._step

    def killed(*args, **options):
        if next(steps) >= stop_after:
            raise KeyboardInterrupt
        return step(*args, **options)

    monkeypatch.setattr(removal, "_step", killed)
    with pytest.raises(KeyboardInterrupt):
        remove_person(pk=marit.pk, now=LATER)
    assert not Person.objects.get(pk=marit.pk).is_active
    monkeypatch.setattr(removal, "_step", step)

    assert remove_person(pk=marit.pk, now=LATER)

    assert not Person.objects.exists()
    lines = [
        x for x in Path(conf.WHO_LEFT_FILE).read_text().splitlines() if " removed " in x
    ]
    assert len(lines) == 1


def test_the_last_steward_hands_over_first(marit, sofie, client):
    client.force_login(sofie)

    answer = client.post("/settings/delete/", {"confirmation": "delete"})

    assert answer.status_code == 409
    assert "Nobody else looks after this server" in answer.text
    assert Person.objects.get(pk=sofie.pk).leaves_at is None


def test_a_steward_deletes_with_a_reason_that_the_person_reads(marit, sofie, client):
    client.force_login(sofie)
    url = f"/server/delete/{marit.pk}/"
    assert "This field is required" in client.post(url, {"because": " "}).text

    client.post(url, {"because": "You left the circle."})

    inside = signed_in()
    assert "You left the circle." in inside.get("/leaving/").text
    assert inside.post("/leaving/stay/").url == "/leaving/"
    assert Person.objects.get(pk=marit.pk).leaves_at == NOW + timedelta(days=7)
    client.post(f"/server/keep/{marit.pk}/")
    assert inside.get("/roles/").status_code == 200


def test_nobody_but_a_steward_deletes_another(marit, sofie, client):
    client.force_login(marit)

    assert client.get(f"/server/delete/{sofie.pk}/").status_code == 404
    answer = client.post(f"/server/delete/{sofie.pk}/", {"because": "x"})
    assert answer.status_code == 404
    assert client.post(f"/server/keep/{sofie.pk}/").status_code == 404
    assert Person.objects.get(pk=sofie.pk).leaves_at is None
