"""Health and readiness: what watches a server learns enough, and nothing of anybody."""

import threading
import time
from datetime import UTC, datetime

import pytest
from django.conf import settings as conf
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from plait.jobs.models import Worker
from plait.jobs.worker import work_off
from plait.server import health

PATHS = ("/health/", "/ready/", "/ready/work/")


@pytest.fixture
def look(monkeypatch):
    """Ask as something does that knows no host name and no cookie."""
    monkeypatch.setattr(health, "_COUNTS_FOR_S", -1.0)
    client = Client()

    def ask(path):
        answer = client.get(path, HTTP_HOST="10.1.2.3:8321")
        return answer.status_code, answer.json()

    return ask


def test_a_server_that_is_well_says_so(db, look):
    assert look("/health/") == (200, {"status": "ok"})
    assert look("/ready/") == (200, {"database": "ok", "tables": "ok"})


def test_alive_asks_nothing_and_ready_asks_once(db, django_assert_num_queries):
    client = Client()

    with django_assert_num_queries(0):
        client.get("/health/")
    client.get("/ready/")
    with django_assert_num_queries(0):  # what was found counts for a second
        answers = [client.get("/ready/") for _ in range(50)]
    assert not [one for one in answers if one.cookies]


def test_it_is_not_led_to_https_and_refuses_what_is_no_question(look, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert look("/health/")[0] == 200
    assert Client().post("/health/").status_code == 405


def test_a_database_that_is_away_or_behind_is_not_ready(db, look, monkeypatch):
    recorder = MigrationRecorder(connection)
    recorder.record_applied("book", "9999_of_a_newer_plait")
    assert look("/ready/") == (503, {"database": "ok", "tables": "newer"})
    recorder.record_unapplied("book", "9999_of_a_newer_plait")

    recorder.record_unapplied("jobs", "0002_workers")
    assert look("/ready/") == (503, {"database": "ok", "tables": "behind"})
    recorder.record_applied("jobs", "0002_workers")
    assert look("/ready/")[0] == 200

    def away(self):
        raise OperationalError("connection refused by db.internal for user plait")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", away)
    monkeypatch.setattr(connection, "close", lambda: None)
    assert look("/ready/") == (503, {"database": "away"})
    assert look("/health/")[0] == 200  # starting it anew would not help


@pytest.mark.django_db(transaction=True)
def test_a_worker_says_that_it_is_there_and_takes_it_back(look, settings):
    settings.HAS_WORKERS = True
    assert look("/ready/work/") == (503, {"worker": "none"})
    stopping = threading.Event()

    def work():
        work_off(clock=lambda: datetime.now(UTC), is_stopping=stopping)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    for _ in range(100):
        if look("/ready/work/")[0] == 200:
            break
        time.sleep(0.05)
    assert look("/ready/work/") == (200, {"worker": "ok"})
    stopping.set()
    worker.join(timeout=10)

    assert not Worker.objects.exists()
    assert look("/ready/work/")[0] == 503


def test_who_asks_for_health_is_answered_before_the_session_is_looked_at():
    first = conf.MIDDLEWARE.index("plait.server.health.Health")

    assert first < conf.MIDDLEWARE.index(
        "django.contrib.sessions.middleware.SessionMiddleware"
    )
