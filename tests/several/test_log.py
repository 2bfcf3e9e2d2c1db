"""No address of a server leaves a secret or a name in its log, whatever is asked."""

import io
import json
import logging
import re

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client

from plait.accounts.invitations import invite, token_of
from plait.book.operations.feed import make_feed, make_reminder_feed
from plait.book.operations.roles import add_role
from plait.server.json_lines import JsonLines
from plait.web import clock
from tests.roles import new_role
from tests.several.test_closed import addresses

METHODS = ("GET", "POST", "PUT", "PROPFIND")
# Stands for whatever somebody typed or is called.
NAME = "kwartelkoning"
MAIL = "kwartelkoning@example.org"


@pytest.fixture
def log():
    """All that the server's handler writes from here on, at any level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.fixture
def secrets(marit, sofie):
    """What lets somebody in, or names somebody, by where it would stand."""
    now = clock.now()
    add_role(viewer=marit, role=new_role(NAME, organisation=NAME))
    invitation = invite(viewer=sofie, email=MAIL, language="en", now=now)
    return [
        make_feed(viewer=marit, now=now),
        make_reminder_feed(viewer=marit, now=now),
        token_of(invitation),
        NAME,
        MAIL,
    ]


def refused(*args, **kwargs):
    raise IntegrityError(f"Key (email)=({MAIL}) exists, in {NAME}") from (
        OperationalError(f"could not connect as {NAME}")
    )


@pytest.mark.parametrize("faulty", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_no_address_by_any_method_leaves_a_secret_or_a_name(
    secrets, marit, log, monkeypatch, faulty
):
    visitors = [Client(raise_request_exception=False) for _ in range(2)]
    visitors[1].force_login(marit)
    cookie = visitors[1].cookies["plait_session"].value
    if faulty:
        monkeypatch.setattr("plait.web.middleware.TakesTurns.__call__", refused)
    asked = {re.sub(r"(?<=/)(x|1)(?=[/.]|$)", "{}", one) for _, one in addresses()}

    for n, path in enumerate(sorted(asked)):
        secret = secrets[n % len(secrets)]
        filled = path.replace("{}", secret)
        method = METHODS[n % len(METHODS)]
        for visitor in visitors:
            visitor.generic(
                method,
                f"{filled}?q={secret}&email={MAIL}",
                f"name={secret}",
                content_type="application/x-www-form-urlencoded",
                HTTP_REFERER=f"http://testserver{filled}",
                HTTP_USER_AGENT=NAME,
            )
        visitors[0].generic("GET", f"/{secret}/nowhere/{secret}?next={filled}")

    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert len(lines) > len(asked)
    for secret in (*secrets, cookie):
        assert secret.casefold() not in log.getvalue().casefold()
    assert {line["fault"] for line in lines if "fault" in line} == (
        {"IntegrityError from OperationalError"} if faulty else set()
    )
