"""The threads of a process that serves: woken by what is asked for, closed cleanly."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from plait.accounts.operations import add_person
from plait.jobs import carrier
from plait.jobs.models import DONE, WAITING, Job
from plait.jobs.operations import enqueue
from tests.jobs.conftest import NOW


def now():
    return datetime.now(UTC)


@pytest.fixture
def carried(transactional_db):
    carrier.carry_here(now)
    yield
    carrier.stop_here()


def test_what_is_asked_for_is_done_at_once_and_nobody_looks_for_more(
    carried, monkeypatch
):
    nora = add_person(sign_in_name="nora", travel_minutes=0, now=NOW)
    rounds = []
    look = carrier.next_due
    monkeypatch.setattr(
        carrier, "next_due", lambda **k: (rounds.append(1), look(**k))[1]
    )

    soon = now() + timedelta(seconds=0.4)
    enqueue(owner=nora, kind="counted", key="soon", now=now(), not_before=soon)
    enqueue(owner=nora, kind="counted", key="now", now=now())
    wait_for(lambda: Job.objects.filter(state=DONE).count() == 2)

    last = Job.objects.get(key="soon")
    assert last.started_at >= soon
    n_rounds = len(rounds)
    time.sleep(0.3)
    assert len(rounds) == n_rounds <= 8
    carrier.stop_here()
    assert not [t for t in threading.enumerate() if "_carry" in t.name]
    enqueue(owner=nora, kind="counted", key="later", now=now())
    assert Job.objects.get(key="later").state == WAITING


def wait_for(is_so, seconds=10):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
