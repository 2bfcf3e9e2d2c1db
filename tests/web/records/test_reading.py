"""Uploads read as jobs: once, seen from outside, and cut off in the middle."""

import os
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.urls import reverse

from plait.book.models import Batch, Payment
from plait.jobs import carrier
from plait.jobs.models import LIVE, RUNNING, Job
from plait.jobs.waking import no_longer
from plait.jobs.worker import work_off_due
from plait.web import clock, reading
from plait.web.staging import Staged, staged_upload
from tests.book.tables import records
from tests.web.conftest import NOW
from tests.web.files import MONZO
from tests.web.importing import Importing, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(as_nora):
    return Importing(as_nora)


@pytest.fixture
def staged_of(at, nora):
    """The upload that a person at the pages is looking at."""
    return lambda: staged_upload(viewer=nora, token=at.token)


@pytest.fixture
def held(monkeypatch, jobs_at_once):
    """Let threads read, and hold every reading until it is let go: `held.set()`."""
    gate, read, write = threading.Event(), reading.read_files, reading.bring_in_files

    def read_slowly(**told):
        told["on_progress"]("monzo.csv", 0.4, 12_000)
        assert gate.wait(20)
        told["on_progress"]("monzo.csv", 0.9, 30_000)
        return read(**told)

    def write_slowly(**told):
        assert gate.wait(20)
        return write(**told)

    monkeypatch.setattr(reading, "read_files", read_slowly)
    monkeypatch.setattr(reading, "bring_in_files", write_slowly)
    monkeypatch.setattr(reading, "_AT_ONCE", 0.05)
    no_longer(jobs_at_once)
    carrier.carry_here(clock.now)
    yield gate
    gate.set()
    wait_for_readings()
    carrier.stop_here()


@pytest.fixture
def failing(monkeypatch):
    """Let every reading fail in the middle: `failing(ValueError("a"))`."""

    def failing(error):
        def broken(**told):
            raise error

        monkeypatch.setattr(reading, "read_files", broken)
        monkeypatch.setattr(reading, "bring_in_files", broken)

    return failing


def wait_for_readings():
    until = time.monotonic() + 20
    while Job.objects.filter(state__in=LIVE, attempts__gt=0).exists():
        assert time.monotonic() < until
        time.sleep(0.02)


def begun():
    """Wait until a reading is in hand."""
    until = time.monotonic() + 20
    while not Job.objects.filter(n_done=40).exists():
        assert time.monotonic() < until
        time.sleep(0.02)


def stop_server(staged: Staged) -> None:
    """Leave an upload as a server does that is killed while it reads."""
    number = staged.read("run")["job"]
    staged.file(f"outcome-{number}").unlink(missing_ok=True)
    long_ago = NOW - timedelta(minutes=1)
    running = {"state": RUNNING, "lease": "of a dead one", "heartbeat_at": long_ago}
    Job.objects.filter(pk=number).update(**running)


def test_confirming_twice_imports_once(at, held):
    held.set()
    at.choose({"monzo.csv": MONZO})
    wait_for_readings()
    held.clear()

    first, second = at.post("import_confirm"), at.post("import_confirm")
    held.set()
    page = at.waited(second["Location"])

    assert first["Location"] == second["Location"] == at.url("import_done")
    assert "3 new lines came in." in words(page)
    assert Batch.objects.count() == 1


def test_nothing_is_said_to_have_come_in_before_it_was_confirmed(at):
    at.choose({"monzo.csv": MONZO})

    answer = at.get("import_done")

    assert answer["Location"] == at.url("import_preview")
    assert not Payment.objects.exists()


def test_what_was_found_before_is_no_answer_to_what_was_confirmed(at, staged_of):
    """Between a double click's first half and the thread it starts."""
    at.choose({"monzo.csv": MONZO})
    staged_of().confirm()

    page = at.get("import_done")

    assert page.status_code == 200
    assert "Reading your files." in words(page)


def test_what_comes_in_can_neither_be_left_nor_read_differently(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    staged_of().confirm()

    at.post("import_cancel")
    at.post("import_say", {"dates": "day-first"})

    assert staged_of().is_confirmed
    assert staged_of().options == {}


def test_a_long_reading_shows_how_far_it_is_without_scripts(at, held):
    at.choose_without_waiting({"monzo.csv": MONZO})
    begun()

    page = at.get("import_preview")

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.text
    assert 'value="40" max="100"' in page.text
    assert "monzo.csv · 12,000 lines" in words(page)


def test_a_long_reading_tells_htmx_how_far_it_is_and_then_where_to_go(at, held):
    at.choose_without_waiting({"monzo.csv": MONZO})
    url, htmx = at.url("import_preview"), {"HX-Request": "true"}

    part = at.client.get(url, headers=htmx)
    held.set()
    wait_for_readings()
    after = at.client.get(url, headers=htmx)

    assert "<html" not in part.text
    assert f'hx-get="{url}"' in part.text
    assert 'hx-trigger="load delay:1s"' in part.text
    assert after["HX-Redirect"] == url


def test_an_import_that_ends_tells_htmx_where_to_go(at):
    at.choose({"monzo.csv": MONZO})
    at.post("import_confirm")
    wait_for_readings()

    after = at.client.get(at.url("import_done"), headers={"HX-Request": "true"})

    assert after["HX-Redirect"] == reverse("inbox")


PAGES = ("/roles/", "/inbox/", "/import/")


def test_pages_answer_while_an_import_runs(at, held, monkeypatch):
    held.set()
    at.choose({"monzo.csv": MONZO})
    wait_for_readings()
    held.clear()
    at.post("import_confirm")

    statuses = [at.client.get(url).status_code for url in PAGES]

    assert statuses == [200, 200, 200]


def test_leaving_while_it_is_read_stops_the_reading_quietly(at, held, staged_of):
    at.choose_without_waiting({"monzo.csv": MONZO})
    staged = staged_of()

    at.post("import_cancel")
    held.set()
    wait_for_readings()

    assert not staged.folder.exists()
    assert not Payment.objects.exists()


def test_a_reading_that_was_overtaken_does_not_answer(at, held, staged_of):
    at.choose_without_waiting({"monzo.csv": MONZO})
    first = staged_of().read("run")["job"]
    at.post("import_say", {"dates": "day-first"})
    staged_of().write(f"outcome-{first}", {"trouble": "stopped"})

    page = at.get("import_preview")

    assert "Reading your files." in words(page)


def test_a_reading_that_fails_says_so_and_leaves_the_book_alone(at, failing, caplog):
    before = records()
    failing(ValueError("inner workings"))

    page = at.choose({"monzo.csv": MONZO})

    assert "Something went wrong in Plait itself; please try again." in words(page)
    assert "inner workings" not in page.text
    assert "inner workings" in caplog.text
    assert "Import this" not in words(page)
    assert records() == before


def test_an_import_that_fails_says_so_and_can_be_tried_again(at, failing, monkeypatch):
    at.choose({"monzo.csv": MONZO})
    failing(ValueError("inner workings"))
    stopped = words(at.confirm())
    monkeypatch.undo()

    at.say()
    again = words(at.confirm())

    assert "The import stopped; your book is as it was." in stopped
    assert "3 new lines came in." in again


def test_a_book_that_another_import_holds_is_said_in_words(at, failing):
    failing(OperationalError("database is locked"))

    page = words(at.choose({"monzo.csv": MONZO}))

    assert "Another import is running; try again in a moment." in page


def test_a_preview_waits_for_the_import_that_runs(at, as_charlie, nora, charlie):
    """Both in threads at the same time, on one database."""
    other = Importing(as_charlie)
    at.choose({"monzo.csv": MONZO})
    other.choose({"monzo.csv": MONZO})

    at.post("import_confirm")
    other.post("import_say", {"dates": "day-first"})
    mine = words(at.waited(at.url("import_done")))
    theirs = words(other.waited(other.url("import_preview")))

    assert "3 new lines came in." in mine
    assert "3 new lines would come in." in theirs
    assert set(Payment.objects.values_list("owner", flat=True)) == {nora.pk}


def test_after_a_kill_while_looking_it_is_looked_at_again_by_itself(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    stop_server(staged_of())

    meanwhile = words(at.get("import_preview"))
    work_off_due(clock=clock.now)
    page = words(at.get("import_preview"))

    assert "Reading your files." in meanwhile
    assert "3 new lines would come in." in page


def test_after_a_kill_while_importing_it_comes_in_by_itself_and_once(
    at, staged_of, jobs_at_once
):
    at.choose({"monzo.csv": MONZO})
    no_longer(jobs_at_once)
    at.post("import_confirm")
    stop_server(staged_of())

    meanwhile = words(at.client.get(at.url("import_done"), follow=True))
    work_off_due(clock=clock.now)
    page = words(at.waited(at.url("import_done")))

    assert "Reading your files." in meanwhile
    assert "3 new lines came in." in page
    assert (Batch.objects.count(), Payment.objects.count()) == (1, 3)


def test_what_stops_its_program_each_time_is_said_and_can_be_tried_again(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    stop_server(staged_of())
    Job.objects.filter(pk=staged_of().read("run")["job"]).update(attempts=3)
    work_off_due(clock=clock.now)

    page = words(at.get("import_preview"))

    assert "Plait was stopped halfway; read them again." in page
    assert "3 new lines would come in." in words(at.say())


def test_after_a_kill_between_the_word_and_the_thread_it_can_be_said_again(
    at, staged_of
):
    at.choose({"monzo.csv": MONZO})
    staged_of().confirm()
    long_ago = NOW.timestamp() - 60
    os.utime(staged_of().confirmed, (long_ago, long_ago))

    page = words(at.waited(at.url("import_done")))

    assert "3 new lines would come in." in page
    assert "3 new lines came in." in words(at.confirm())
