"""Jobs on the command line: listed, run again, stopped; and the page that lists them."""

import json

from django.test import Client

from plait.book.job_kinds import CALENDAR_VISIT
from plait.jobs.operations import enqueue
from tests.jobs.conftest import NOW


def ask(nora, key="7", **more):
    return enqueue(owner=nora, kind=CALENDAR_VISIT, key=key, now=NOW, **more).pk


def test_jobs_are_listed_run_and_stopped_by_their_number(plait, nora):
    first, second = ask(nora), ask(nora, key="8")

    assert plait("jobs", "stop", str(first)).output == "Stopped.\n"
    assert plait("jobs", "stop", str(first)).output == "This job had ended.\n"
    assert plait("worker", "--once").output == "1 job was run.\n"
    listed = json.loads(plait("jobs", "--json").output)
    assert {one["job"]: one["stage"] for one in listed} == {
        first: "cancelled",
        second: "done",
    }
    again = json.loads(plait("jobs", "again", str(first), "--json").output)
    assert [one["stage"] for one in again] == ["done"]
    assert plait("jobs", "again", "999").exit_code == 2


def test_the_page_lists_what_waits_and_asks_again_only_while_something_runs(nora):
    client = Client()
    client.force_login(nora)
    ask(nora)

    waiting = client.get("/settings/jobs/")
    assert "Check a calendar" in waiting.text
    assert "Waiting for its turn" in waiting.text
    assert 'hx-trigger="load delay:2s"' in waiting.text
    client.post(f"/settings/jobs/{ask(nora)}/stop/")

    stopped = client.get("/settings/jobs/", headers={"HX-Request": "true"})
    assert "Stopped, " in stopped.text
    assert "hx-trigger" not in stopped.text
    assert "<html" not in stopped.text
