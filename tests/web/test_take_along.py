"""Taking the book along from the settings page."""

import io
import sqlite3
import zipfile
from datetime import UTC, datetime

import pytest

from plait.accounts.operations import add_person

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def marit(client):
    person = add_person(sign_in_name="marit", name="Marit", now=NOW)
    client.force_login(person)
    return person


def body(answer):
    return b"".join(answer.streaming_content)


def test_an_export_is_a_zip_of_open_files(client, marit):
    answer = client.get("/settings/export/")

    names = zipfile.ZipFile(io.BytesIO(body(answer))).namelist()
    assert {name.rsplit("/")[-1] for name in names} >= {"book.json", "README.txt"}


def test_a_backup_is_the_database_of_the_one_person(client, marit, settings, tmp_path):
    answer = client.get("/settings/backup/")
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        assert answer.status_code == 404
        return

    file = tmp_path / "copy.sqlite3"
    file.write_bytes(body(answer))
    with sqlite3.connect(file) as copy:
        names = copy.execute("select name from accounts_person").fetchall()
    copy.close()
    assert names == [("Marit",)]


def test_no_backup_where_several_people_keep_a_book(client, marit):
    add_person(sign_in_name="charlie", name="Charlie", now=NOW)

    assert client.get("/settings/backup/").status_code == 404
    assert b"settings/backup" not in client.get("/settings/").content
