"""A server's log: one line of JSON, and nothing of anybody in it."""

import io
import json
import logging
import sys

import pytest
from django.db import IntegrityError
from django.test import Client

from plait.accounts.operations import add_person
from plait.server.json_lines import JsonLines, page_of
from tests.web.conftest import NOW


@pytest.fixture
def as_nora(db):
    client = Client()
    client.force_login(add_person(sign_in_name="nora", name="Nora", now=NOW))
    return client


@pytest.fixture
def lines():
    """All lines that are logged from here on, read again."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def test_of_a_page_its_pattern_is_written_and_not_whose_role_it_is(as_nora, lines):
    as_nora.get("/roles/kwartelkoning/")
    as_nora.put("/roles/new/")
    as_nora.get("/kwartelkoning/nowhere/")

    found = lines()

    assert [one["page"] for one in found] == [
        "/roles/<slug:key>/",
        "/roles/new/",
        "/[hidden]",
    ]
    assert [one["status"] for one in found] == [404, 405, 404]
    assert found[0]["message"] == "Not Found: /roles/<slug:key>/"
    assert "kwartelkoning" not in json.dumps(found)


def test_of_a_fault_its_kinds_and_lines_are_written_and_not_what_was_typed(
    as_nora, lines, monkeypatch
):
    def refused(*args, **kwargs):
        cause = ValueError("nora@example.org earns 4,200")
        raise IntegrityError("Key (email)=(nora@example.org) exists") from cause

    monkeypatch.setattr("plait.web.views.roles.roles.render", refused)
    as_nora.raise_request_exception = False
    as_nora.get("/roles/")

    [line] = [one for one in lines() if one["level"] == "error"]
    assert line["fault"] == "IntegrityError from ValueError"
    assert any(one.endswith("refused") for one in line["where"])
    assert "nora@" not in json.dumps(line)
    assert "4,200" not in json.dumps(line)


def test_addresses_and_secrets_in_any_librarys_words_are_hidden(lines):
    secret = "qihWUtu2OirYdxLSP6om3tKQGN0fMF8LI02xvViUsPA"
    log = logging.getLogger("waitress")

    log.error("Exception while serving %s", f"/roles/kwartelkoning/?q={secret}")
    log.error("550 no such user <nora@example.org>, token %s", secret)

    assert [one["message"] for one in lines()] == [
        "Exception while serving /roles/<slug:key>/",
        "550 no such user <[hidden]>, token [hidden]",
    ]


def test_a_line_without_end_is_cut_soon(lines):
    endless = f"{'a' * 3_000_000}@b{'/c' * 100_000}"

    logging.getLogger("x").error(endless)

    assert len(lines()[0]["message"]) == 2000


def test_what_ends_the_program_is_a_line_too(lines, monkeypatch):
    from plait.server.json_lines import log_what_ends_the_program

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    log_what_ends_the_program()
    fault = RuntimeError("nora@example.org")

    sys.excepthook(RuntimeError, fault, None)

    assert lines()[0]["fault"] == "RuntimeError"
    assert "nora" not in json.dumps(lines())


def test_requests_are_written_without_who_asks(db, settings, lines):
    logging.getLogger("plait.requests").setLevel(logging.INFO)
    settings.MIDDLEWARE = [
        "plait.server.json_lines.RequestLines",
        *settings.MIDDLEWARE,
    ]

    Client(REMOTE_ADDR="203.0.113.7").get("/roles/kwartelkoning/?q=1")

    [line] = lines()
    assert line.keys() == {
        *("at", "level", "from", "message", "method", "page", "status", "ms")
    }
    assert (line["page"], line["status"]) == ("/roles/<slug:key>/", 302)


def test_an_address_that_is_none_is_not_repeated():
    assert page_of("/sign-in/abc/?next=/") == "/sign-in/<str:token>/"
    assert page_of("no address") == "/[hidden]"
