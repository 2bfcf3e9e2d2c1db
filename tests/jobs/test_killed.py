"""Workers that are killed: the work happens again, and counts once."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from plait.accounts.operations import add_person
from plait.jobs.models import DONE, Job
from plait.jobs.operations import enqueue
from tests.book.imports.test_killed import KILL, database_url

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("a_worker.py")


@pytest.fixture
def workers():
    """Start workers on the tests' database: `workers()`; what is left is killed."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "plait.server.settings",
        "PLAIT_DATABASE_URL": database_url(),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    started = []

    def start():
        name = str(connection.settings_dict["NAME"])
        worker = subprocess.Popen(
            [sys.executable, str(PROGRAM), name],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.kill()
        worker.wait()
        worker.stdout.close()


@pytest.mark.parametrize(
    ("n_kills", "n_jobs"), [(2, 40), pytest.param(30, 400, marks=pytest.mark.slow)]
)
def test_a_worker_killed_anywhere_does_everything_once(
    transactional_db, workers, n_kills, n_jobs
):
    nora = add_person(sign_in_name="nora", travel_minutes=0, now=datetime.now(UTC))
    for n in range(n_jobs):
        enqueue(
            owner=nora,
            kind="counted",
            key=str(n),
            arguments={"seconds": 0.1},
            now=datetime.now(UTC),
        )

    survivor = workers()
    for _ in range(n_kills):
        victim = workers()
        assert victim.stdout.readline() == "ready\n"
        time.sleep(random.random() * 0.5)  # noqa: S311  # left to chance
        assert victim.poll() is None
        os.kill(victim.pid, KILL)
        victim.wait()
    wait_until_done(n_jobs, seconds=20 + n_jobs * 0.3)

    nora.refresh_from_db()
    assert nora.travel_minutes == n_jobs
    counted = Job.objects.filter(kind="counted")  # the server has some of its own
    assert set(counted.values_list("state", flat=True)) == {DONE}
    assert survivor.poll() is None


def wait_until_done(n_jobs, seconds):
    until = time.monotonic() + seconds
    counted = Job.objects.filter(kind="counted")
    while counted.filter(state=DONE).count() < n_jobs:
        assert time.monotonic() < until, counted.exclude(state=DONE).values()
        time.sleep(0.05)
