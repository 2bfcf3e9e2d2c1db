import pytest

from plait.server import environment
from plait.server.environment import BadSetting


def test_a_book_in_one_file_gets_a_folder_even_where_the_key_is_given(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("PLAIT_SECRET_KEY", "given")
    folder = tmp_path / "new"

    environment.secret_key(folder)
    environment.database(folder)

    assert folder.is_dir()


def test_a_key_is_made_once_and_kept(tmp_path):
    first = environment.secret_key(tmp_path)

    assert environment.secret_key(tmp_path) == first
    assert len(first) >= 50


def test_a_key_file_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAIT_SECRET_KEY_FILE", str(tmp_path / "none"))

    with pytest.raises(BadSetting, match="PLAIT_SECRET_KEY_FILE does not name a file"):
        environment.secret_key(tmp_path)


def test_a_database_that_is_not_postgresql_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAIT_DATABASE_URL", "mysql://me@db/plait")

    with pytest.raises(BadSetting) as refused:
        environment.database(tmp_path)

    assert str(refused.value) == (
        "PLAIT_DATABASE_URL does not name a PostgreSQL database: mysql."
        " Write postgresql://user:password@host:5432/name, or leave it empty."
    )


def test_a_password_with_marks_of_an_address_is_read(tmp_path, monkeypatch):
    address = "postgresql://plait:p%40ss%2Fword@db.example:6543/books"
    monkeypatch.setenv("PLAIT_DATABASE_URL", address)

    found = environment.database(tmp_path)

    assert found["PASSWORD"] == "p@ss/word"
    assert (found["HOST"], found["PORT"], found["NAME"]) == (
        "db.example",
        "6543",
        "books",
    )


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("Yes", True), ("", False), ("off", False)]
)
def test_a_flag_is_read(written, meant, monkeypatch):
    monkeypatch.setenv("PLAIT_HTTPS", written)

    assert environment.flag("PLAIT_HTTPS") is meant


def test_a_flag_that_is_neither_yes_nor_no_is_refused(monkeypatch):
    monkeypatch.setenv("PLAIT_HTTPS", "perhaps")

    with pytest.raises(BadSetting, match="PLAIT_HTTPS is neither yes nor no"):
        environment.flag("PLAIT_HTTPS")
