"""All settings looked at together: each fault said with what to do, before the start."""

import json
import subprocess
import sys

import pytest

from plait.server import checks

GOOD = {
    "PLAIT_SERVER": "community",
    "PLAIT_ADDRESS": "https://plait.example.org",
    "PLAIT_ALLOWED_HOSTS": "plait.example.org",
    "PLAIT_HTTPS": "1",
    "PLAIT_MAIL": "smtp://plait:secret@mail.example.org:587",
    "PLAIT_MAIL_FROM": "plait@example.org",
    "PLAIT_DATABASE_URL": "postgresql://plait@127.0.0.1:1/nowhere",
}


def plait(tmp_path, *words, **settings):
    environment = {"PLAIT_HOME": str(tmp_path), "PATH": "", **GOOD, **settings}
    return subprocess.run(
        [sys.executable, "-m", "plait", *words],
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def test_good_settings_are_said_to_be_in_order_without_asking_the_database(tmp_path):
    asked = plait(tmp_path, "check", "--settings")

    assert (asked.returncode, asked.stdout) == (0, "The settings are in order.\n")


def test_what_cannot_be_served_with_is_refused_at_the_start(tmp_path):
    asked = plait(tmp_path, "serve", PLAIT_ALLOWED_HOSTS="plait.example.com")

    assert asked.returncode == 2
    assert asked.stderr == (
        "PLAIT_ADDRESS names a host that PLAIT_ALLOWED_HOSTS does not: no page would"
        " answer: plait.example.org. Write the same name into both.\n"
    )


def test_a_mistyped_name_is_mentioned_with_the_one_that_was_meant(tmp_path):
    asked = plait(tmp_path, "check", "--settings", "--json", PLAIT_ALOWED_HOSTS="x")

    found = json.loads(asked.stdout)
    assert found["settings"] == []
    assert "PLAIT_ALOWED_HOSTS (→ PLAIT_ALLOWED_HOSTS)" in found["advice"][0]


@pytest.fixture
def a_server(settings, tmp_path):
    settings.PLAIT_HOME = tmp_path
    settings.SERVER = "community"
    settings.SERVER_ADDRESS = "https://plait.example.org"
    settings.ALLOWED_HOSTS = ["plait.example.org"]
    settings.IS_HTTPS = True
    settings.SECRET_KEY = "k" * 50
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "plait@example.org"
    return settings


def test_a_server_as_it_should_be_has_no_fault(a_server):
    assert checks.faults() == []


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        (
            "SERVER_ADDRESS",
            "http://plait.example.org",
            "Passwords and books would travel",
        ),
        ("IS_HTTPS", False, "Passwords and books would travel"),
        ("ALLOWED_HOSTS", [".example.com"], "PLAIT_ADDRESS names a host"),
        ("SECRET_KEY", "short", "PLAIT_SECRET_KEY is too short"),
        ("DEBUG", True, "PLAIT_DEBUG shows the source"),
        ("PLAIT_HOME", "/nowhere/at/all", "PLAIT_HOME is no folder"),
    ],
)
def test_each_fault_is_found(a_server, name, value, what):
    setattr(a_server, name, value)

    assert [fault.what.startswith(what) for fault in checks.faults()] == [True]


def test_on_ones_own_machine_a_name_may_do_without_https(a_server):
    a_server.SERVER_ADDRESS, a_server.IS_HTTPS = "http://localhost:8321", False
    a_server.ALLOWED_HOSTS = ["localhost"]

    assert checks.faults() == []


def test_a_key_that_others_can_read_is_found(a_server, tmp_path):
    tmp_path.joinpath("secret.key").write_text("k")
    tmp_path.joinpath("secret.key").chmod(0o644)

    [fault] = checks.faults()

    assert fault.fix == "Close it to them: chmod 600."


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        (
            "EMAIL_BACKEND",
            "django.core.mail.backends.filebased.EmailBackend",
            "Mail is",
        ),
        ("DEFAULT_FROM_EMAIL", "plait@localhost", "Mail comes from"),
        ("ALLOWED_HOSTS", ["*"], "PLAIT_ALLOWED_HOSTS answers to every name"),
        ("FETCHES_PRIVATE", True, "PLAIT_FETCH_PRIVATE lets everybody"),
    ],
)
def test_what_works_and_is_rarely_meant_is_advice(a_server, name, value, what):
    a_server.EMAIL_FILE_PATH = "mail"
    setattr(a_server, name, value)

    assert [a for a in checks.advice() if a.what.startswith(what)]


def test_every_setting_has_a_heading_and_is_known():
    with open("docs/reference/settings.md", encoding="utf-8") as page:  # noqa: PTH123  # one line
        headings = {line[3:].strip() for line in page if line.startswith("## PLAIT_")}

    assert headings == checks.KNOWN
