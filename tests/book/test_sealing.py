"""Passwords of calendars: sealed in the book, with a key that is not in it."""

import stat
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from plait.book.models import CalendarSource
from plait.book.sealing import CannotUnseal, seal, unseal
from plait.server.environment import BadSetting, password_key

MIGRATION = "plait.book.migrations.0034_sealed_passwords"
MINE = {"owner": 1, "address": "https://cal.example.org/mine"}


def test_what_is_sealed_is_opened_again_and_shows_nothing():
    stored = seal("wäde:2", **MINE)

    assert unseal(stored, **MINE) == "wäde:2"
    assert "wäde" not in stored
    assert seal("wäde:2", **MINE) != stored
    assert (seal("", **MINE), unseal("", **MINE)) == ("", "")


@pytest.mark.parametrize(
    "stored",
    ["s1:", "s1:AAAA", "plain text", "s1:€", seal("geheim", **MINE)[:-4] + "AAA="],
)
def test_what_was_changed_is_not_opened(stored):
    with pytest.raises(CannotUnseal):
        unseal(stored, **MINE)


@pytest.mark.parametrize("other", [{"owner": 2}, {"address": "https://evil.example/"}])
def test_what_is_sealed_is_worth_nothing_beside_another_address(other):
    with pytest.raises(CannotUnseal):
        unseal(seal("geheim", **MINE), **(MINE | other))


def test_without_its_key_a_password_is_lost_and_it_says_so(settings):
    stored = seal("geheim", **MINE)
    settings.PASSWORD_KEY = lambda: b"k" * 32

    with pytest.raises(CannotUnseal, match="its key is missing"):
        unseal(stored, **MINE)


def test_the_key_is_made_once_for_its_owner_alone(tmp_path):
    first = password_key(tmp_path)

    assert password_key(tmp_path) == first
    assert len(first) == 32
    assert stat.S_IMODE((tmp_path / "password.key").stat().st_mode) == 0o600


def test_a_key_that_is_given_goes_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAIT_PASSWORD_KEY", "given and long enough, 32 letters")
    given = password_key(tmp_path)
    monkeypatch.setenv("PLAIT_PASSWORD_KEY", "short")

    assert len(given) == 32
    assert not (tmp_path / "password.key").exists()
    with pytest.raises(BadSetting, match="PLAIT_PASSWORD_KEY is too short: 5 letters"):
        password_key(tmp_path)


def test_passwords_from_before_are_sealed(nora):
    kept = CalendarSource.objects.create(
        owner=nora, kind="caldav", address=MINE["address"], password="geheim"
    )

    import_module(MIGRATION).seal_them(apps, SimpleNamespace(connection=connection))

    kept.refresh_from_db()
    stored = kept.password
    assert "geheim" not in stored
    assert unseal(stored, owner=nora.pk, address=kept.address) == "geheim"
