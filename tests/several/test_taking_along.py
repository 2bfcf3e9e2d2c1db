"""An export on a server holds everything of its person, in open files, of them alone."""

import io
import json
import re
import zipfile

import pytest
from django.test import Client

from plait.accounts.leaving.tables import STAY, pointing_to_people
from plait.accounts.models import Person
from plait.accounts.taking_along import (
    IN_BOOK_FILES,
    LEFT_OUT,
    LEFT_OUT_FIELDS,
    tables_of,
)
from plait.book.operations.roles import add_role
from plait.jobs.worker import work_off_due
from plait.web import clock, taking_along
from tests.roles import new_role
from tests.several.a_row_of_each import fill

WORD = {"login": "marit@example.org", "password": "Marit has a long one"}
SECRET = re.compile(r"secret|token|hash|sealed|password|salt|lease|private")
# Fields whose names sound so, and that are no secrets.
NONE = {("Fallback", "token"), ("StoredFile", "sha256")}


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PLAIT_HOME = tmp_path


def signed_in() -> Client:
    client = Client()
    client.post("/account/login/", WORD)
    return client


def account_in(answer) -> dict:
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as held:
        [name] = [one for one in held.namelist() if one.endswith("/account.json")]
        return json.loads(held.read(name))


def test_every_table_is_taken_along_or_has_a_reason_why_not(marit, sofie):
    role = add_role(viewer=marit, role=new_role("Atlas", organisation="Atlas"))
    fill(marit, role)

    held = {name: list(rows) for name, rows in tables_of(viewer=marit)}

    kinds = {one.kind.__name__ for one in pointing_to_people()} | {"Person"}
    stays = IN_BOOK_FILES | set(LEFT_OUT) | {one.__name__ for one in STAY}
    assert set(held) == kinds - stays
    empty = {name for name, rows in held.items() if not rows}
    assert empty <= {"Invitation"}
    assert held["Person"][0]["name"] == "Marit"
    assert "Sofie" not in json.dumps(held)
    names = [
        (table, field) for table, rows in held.items() if rows for field in rows[0]
    ]
    assert [one for one in names if SECRET.search(one[1]) and one not in NONE] == []
    known = {kind for kind, _ in LEFT_OUT_FIELDS} | set(LEFT_OUT)
    assert known <= kinds | {one.__name__ for one in STAY}


def test_a_large_one_is_made_by_a_job_and_is_its_persons_alone(
    transactional_db, marit, sofie, monkeypatch, tmp_path
):
    monkeypatch.setattr(taking_along, "_MOST_ROWS", -1)
    client = signed_in()
    assert client.post("/settings/export/file/").status_code == 404

    client.post("/settings/export/now/")
    assert "being put together" in client.get("/settings/export/").text
    work_off_due(clock=clock.now)

    assert "Your files are ready" in client.get("/settings/export/").text
    held = account_in(client.post("/settings/export/file/"))
    assert held["Person"][0]["name"] == "Marit"
    [file] = (tmp_path / "exports" / str(marit.pk)).glob("*")
    assert file.stat().st_mode & 0o077 == 0
    other = Client()
    other.force_login(sofie)
    assert other.post("/settings/export/file/").status_code in {302, 401, 404}
    taking_along.clear_of(owner=marit.pk)
    assert not file.exists()
    assert Person.objects.filter(pk=marit.pk).exists()
