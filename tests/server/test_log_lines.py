"""No secret of an address reaches a log, by any method and with any status."""

import io
import logging

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from plait.accounts.operations import add_person, make_link
from plait.book.operations.feed import make_feed, make_reminder_feed
from plait.server.log_lines import WithoutSecrets, without_secrets
from tests.web.conftest import NOW

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "TRACE")
TOKEN = "qihWUtu2OirYdxLSP6om3tKQGN0fMF8LI02xvViUsPA"  # nobody's


@pytest.fixture
def log():
    """All that is logged from here on, as the server's own handler writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutSecrets())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_the_servers_log_is_written_without_secrets():
    named = {one.get("formatter") for one in settings.LOGGING["handlers"].values()}

    assert {settings.LOGGING["formatters"][name]["()"] for name in named} <= {
        "plait.server.log_lines.WithoutSecrets",
        "plait.server.json_lines.JsonLines",
    }


@pytest.mark.parametrize("fault", [None, "database is locked", "no such table"])
def test_no_way_of_asking_writes_a_secret_down(db, log, monkeypatch, fault):
    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)
    secrets = [
        make_feed(viewer=nora, now=NOW),
        make_reminder_feed(viewer=nora, now=NOW),
        make_link(person=nora, now=NOW),
    ]
    paths = ("/calendar/{}.ics", "/calendar/reminders/{}.ics", "/sign-in/{}/")
    if fault:

        def refused(**asked):
            raise OperationalError(fault)

        monkeypatch.setattr("plait.web.views.account.sign_in.use_link", refused)
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)

    for path, secret in zip(paths, secrets, strict=True):
        for method in METHODS:
            browser.generic(method, path.format(secret), HTTP_REFERER=path)
            browser.generic(method, f"/nowhere/{secret}?next=/sign-in/{secret}/")

    assert "/sign-in/[hidden]" in log.getvalue()
    assert not [one for one in secrets if one[:12] in log.getvalue()]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (f"GET /sign-in/{TOKEN}x/?next=/", "GET /sign-in/[hidden]?next=/"),
        (f"cookie plait_session={TOKEN[:32]};", "cookie plait_session=[hidden];"),
        (f"referer http://a/sign-in/{TOKEN}", "referer http://a/sign-in/[hidden]"),
        (f'File "/a/b.py", token "{TOKEN}"', 'File "/a/b.py", token "[hidden]"'),
    ],
)
def test_what_lets_somebody_in_is_hidden_wherever_it_stands(line, written):
    assert without_secrets(line) == written
