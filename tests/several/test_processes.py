"""Two processes that serve and two that work share nothing but the database."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from plait.jobs.models import Worker
from tests.book.imports.test_killed import database_url


@pytest.fixture
def start(tmp_path):
    """Start a process of the server with a data folder of its own."""
    started = []

    def begin(name, *words):
        home = tmp_path / name
        home.mkdir(mode=0o700)
        environment = os.environ | {
            "PLAIT_HOME": str(home),
            "PLAIT_DATABASE_URL": database_url(),
            # What all machines of one server need to have in common.
            "PLAIT_SECRET_KEY": settings.SECRET_KEY,
            "PLAIT_SERVER": "community",
            "PLAIT_ADDRESS": "http://localhost",
            "PLAIT_WORKERS": "1",
        }
        one = subprocess.Popen(
            [sys.executable, "-m", "plait", *words],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(one)
        return one

    yield begin
    for one in started:
        one.kill()
        one.wait()


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, method, path, cookies="", body=None):
    asked = http.client.HTTPConnection("localhost", port, timeout=20)
    headers = {"Cookie": cookies}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    asked.request(method, path, body, headers)
    answer = asked.getresponse()
    return answer.status, answer.read().decode(), answer


def wait_for(is_so, seconds=40):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if is_so():
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


@pytest.mark.slow  # four programs have to start
@pytest.mark.django_db(transaction=True)
def test_who_signed_in_at_one_is_in_at_the_other_and_a_stop_loses_nothing(
    start, marit, sofie
):
    ports = [a_free_port(), a_free_port()]
    webs = [start(f"web{p}", "serve", "--port", str(p)) for p in ports]
    workers = [start(f"worker{n}", "worker") for n in range(2)]
    for port in ports:
        assert wait_for(lambda port=port: ask(port, "GET", "/ready/")[0] == 200)
    assert wait_for(lambda: Worker.objects.count() == 2)
    browser = Client()
    browser.force_login(marit)
    cookies = f"plait_session={browser.cookies['plait_session'].value}"

    # In at both; out at one is out at the other.
    assert [ask(port, "GET", "/settings/", cookies)[0] for port in ports] == [200, 200]
    browser.logout()
    assert [ask(port, "GET", "/settings/", cookies)[0] for port in ports] == [302, 302]

    # Guesses at both are counted together.
    wrong = "login=marit%40example.org&password=not-this-one"
    statuses = []
    for n in range(14):
        port = ports[n % 2]
        _, page, answer = ask(port, "GET", "/account/login/")
        token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
        csrf = answer.getheader("Set-Cookie").partition(";")[0]
        body = f"csrfmiddlewaretoken={token}&{wrong}"
        statuses.append(ask(port, "POST", "/account/login/", csrf, body)[1])
    assert any("Too many" in one for one in statuses[-4:])

    # One of each ends when told to, and the others go on.
    webs[0].terminate()
    workers[0].terminate()
    assert webs[0].wait(timeout=20) == 0
    assert workers[0].wait(timeout=20) == 0
    assert wait_for(lambda: Worker.objects.count() == 1)
    status, body, _ = ask(ports[1], "GET", "/ready/work/")
    assert (status, json.loads(body)) == (200, {"worker": "ok"})
    assert Worker.objects.get().seen_at <= datetime.now(UTC)
    connection.close()
