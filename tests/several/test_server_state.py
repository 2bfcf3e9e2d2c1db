"""What a steward reads of the server: numbers, quickly, and of nobody's content."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plait.accounts.models import Owner, Person
from plait.accounts.stewardship import NoSteward
from plait.book.models import StoredFile
from plait.book.queries.server_state import LAST_BACKUP, server_state
from plait.cli.main import main
from plait.jobs.kinds import all_kinds
from plait.jobs.models import FAILED, Job
from plait.wording.records.server_state import kind_text
from plait.wording.words import words_for
from tests.several.conftest import NOW


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PLAIT_HOME = tmp_path
    settings.WHO_LEFT_FILE = tmp_path / "who-left"


def many(n: int) -> None:
    owners = Owner.objects.bulk_create([Owner() for _ in range(n)])
    password = make_password(None)
    Person.objects.bulk_create(
        Person(
            pk=one.pk,
            sign_in_name=f"p{one.pk}",
            name=f"Person {one.pk}",
            created_at=NOW,
            password=password,
        )
        for one in owners
    )


def test_the_page_counts_and_shows_nothing_of_anybody(marit, sofie, client, tmp_path):
    Job.objects.create(
        owner=marit,
        kind="calendar",
        key="1",
        state=FAILED,
        created_at=NOW,
        not_before=NOW,
        arguments={"about": "Geheim"},
        error='["Geheim", "", ""]',
    )
    Job.objects.create(
        owner=marit,
        kind="import",
        created_at=NOW,
        not_before=NOW,
        arguments={"about": "geheim.csv"},
    )
    StoredFile.objects.create(owner=marit, sha256="00", size=5_000_000, content=b"a")
    (tmp_path / "staging" / str(marit.pk)).mkdir(parents=True)
    (tmp_path / "staging" / str(marit.pk) / "file-0").write_bytes(b"a" * 1000)
    client.force_login(sofie)
    assert "No backup is known of." in client.get("/server/state/").text
    (tmp_path / LAST_BACKUP).touch()

    page = client.get("/server/state/").text
    state = server_state(viewer=sofie, now=NOW + timedelta(minutes=1))

    assert "geheim" not in page.lower()
    assert "Last backup:" in page
    assert "4.8" in page  # 5,000,000 bytes
    assert {one.kind: (one.n_waiting, one.n_failed) for one in state.jobs} == {
        "calendar": (0, 1),
        "import": (1, 0),
    }
    assert [(one.name, one.uploads_bytes) for one in state.largest] == [("Marit", 1000)]
    assert state.versions.tables[0].startswith("accounts 00")


def test_nobody_else_reads_it(marit, client):
    client.force_login(marit)

    assert client.get("/server/state/").status_code == 404
    with pytest.raises(NoSteward):
        server_state(viewer=marit, now=NOW)


def test_a_thousand_people_are_paged_and_found_by_name(sofie, client):
    client.force_login(sofie)
    client.get("/server/")
    with CaptureQueriesContext(connection) as few:
        client.get("/server/")
    many(1_000)
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/server/").text

    assert len(queries) == len(few)
    assert page.count("/server/suspend/") == 50
    assert "Page 1 of 21" in page
    found = client.get("/server/", {"named": "sof"}).text
    assert "you, who look after this server" in found
    assert client.get("/server/", {"page": "900", "named": ""}).status_code == 200
    assert client.get("/server/", {"named": "\0%_"}).status_code == 200


def test_commands_do_the_same(marit, sofie, monkeypatch):
    monkeypatch.setattr("plait.cli.run.prepare_database", lambda: None)

    def plait(*words: str) -> object:
        done = CliRunner().invoke(main, [*words, "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    assert {one["name"] for one in plait("people")} == {"Marit", "Sofie"}
    assert plait("server")["n_people"] == 2
    plait("people", "suspend", str(marit.pk))
    assert not Person.objects.get(pk=marit.pk).is_active
    plait("people", "let-in", str(marit.pk))
    plait("people", "delete", str(marit.pk), "--because", "Moved away.")
    assert Person.objects.get(pk=marit.pk).leaves_because == "Moved away."
    plait("people", "keep", str(marit.pk))
    plait("people", "steward", str(marit.pk))
    assert Person.objects.get(pk=marit.pk).is_steward
    shown = CliRunner().invoke(main, ["server"]).output
    assert "People: 2" in shown


def test_every_kind_of_job_has_words():
    kinds = {kind.name for kind in all_kinds()}

    assert {name for name in kinds if kind_text(words_for("en"), name) == name} == set()
