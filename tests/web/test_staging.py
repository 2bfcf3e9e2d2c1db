"""Files put aside: whose they are, how long they stay, and what can go wrong."""

import io
import os
import stat
import threading
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.urls import reverse

from plait.book.models import Batch, Payment
from plait.book.queries import NotThere
from plait.web import reading
from plait.web.staging import Staged, shown_name, stage, staged_upload, sweep
from tests.book.tables import records

from .conftest import NOW
from .files import MONZO
from .importing import Importing, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(as_nora):
    return Importing(as_nora)


@pytest.fixture
def staged_of(at, nora):
    """The upload that a person at the pages is looking at."""
    return lambda: staged_upload(viewer=nora, token=at.token)


@pytest.fixture
def held(monkeypatch):
    """Hold every reading until it is let go: `held.set()`."""
    gate, real = threading.Event(), reading.import_files

    def slowly(**told):
        told["progress"]("monzo.csv", 0.4, 12_000)
        assert gate.wait(20)
        told["progress"]("monzo.csv", 0.9, 30_000)
        return real(**told)

    monkeypatch.setattr(reading, "import_files", slowly)
    monkeypatch.setattr(reading, "_AT_ONCE", 0.05)
    yield gate
    gate.set()
    wait_for_readings()


@pytest.fixture
def failing(monkeypatch):
    """Let every reading fail in the middle: `failing(ValueError("a"))`."""

    def failing(error):
        def broken(**told):
            raise error

        monkeypatch.setattr(reading, "import_files", broken)

    return failing


def wait_for_readings():
    for thread in threading.enumerate():
        if thread.name != "MainThread" and "_read" in thread.name:
            thread.join(20)


def stop_server(staged: Staged) -> None:
    """Leave an upload as a server does that is killed while it reads."""
    told = staged.told("run")
    staged.file(f"outcome-{told['run']}").unlink()
    long_ago = NOW.timestamp() - 60
    os.utime(staged.file(f"progress-{told['run']}"), (long_ago, long_ago))


def test_files_lie_where_only_their_owner_can_reach_them(nora):
    upload = SimpleUploadedFile("a.csv", b"a")

    staged = stage(viewer=nora, uploads=[upload], now=NOW)

    assert staged.folder.is_relative_to(settings.PLAIT_HOME)
    assert stat.S_IMODE(staged.folder.stat().st_mode) == 0o700
    staged.drop()


def test_an_upload_is_its_owners_alone(nora, charlie):
    staged = stage(viewer=nora, uploads=[SimpleUploadedFile("a", b"a")], now=NOW)

    with pytest.raises(NotThere):
        staged_upload(viewer=charlie, token=staged.token)

    staged.drop()


@pytest.mark.parametrize("token", ["", ".", "..", "../1", "0" * 31, "0" * 33, "é" * 32])
def test_no_token_leads_out_of_the_folder(nora, token):
    with pytest.raises(NotThere):
        staged_upload(viewer=nora, token=token)


def test_what_lay_for_a_day_is_removed_for_everybody(nora, charlie):
    made = [
        stage(viewer=who, uploads=[SimpleUploadedFile("a", b"a")], now=NOW)
        for who in (nora, charlie)
    ]
    fresh = stage(viewer=nora, uploads=[SimpleUploadedFile("a", b"a")], now=NOW)
    long_ago = (NOW - timedelta(days=1, seconds=1)).timestamp()
    for one in made:
        os.utime(one.folder, (long_ago, long_ago))

    sweep(NOW)

    assert [one.folder.exists() for one in (*made, fresh)] == [False, False, True]
    fresh.drop()


def test_opening_the_import_page_removes_what_was_left_lying(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    staged = staged_of()
    long_ago = (NOW - timedelta(days=2)).timestamp()
    os.utime(staged.folder, (long_ago, long_ago))

    at.client.get(reverse("import"))

    assert not staged.folder.exists()


def test_a_full_disk_leaves_no_half_upload(nora, monkeypatch):
    class Full(io.BytesIO):
        def read(self, *size):  # noqa: ARG002  # a full disk reads nothing
            raise OSError(28, "No space left on device")

    upload = SimpleUploadedFile("a.csv", b"a")
    upload.file = Full()
    before = sorted(settings.PLAIT_HOME.glob("staging/*/*"))

    with pytest.raises(OSError, match="No space left"):
        stage(viewer=nora, uploads=[upload], now=NOW)

    assert sorted(settings.PLAIT_HOME.glob("staging/*/*")) == before


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("statement.csv", "statement.csv"),
        ("Überweisungen März.csv", "Überweisungen März.csv"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("C:\\Users\\nora\\a.csv", "a.csv"),
        ("<script>alert(1)</script>.csv", "script>.csv"),
        ("a\u202efdp.exe", "a?fdp.exe"),
        ("a\x1b[31mred.csv", "a?[31mred.csv"),
        ("two\nlines\x00.csv", "two?lines?.csv"),
        ("", "?"),
        ("/", "?"),
        ("n" * 300 + ".csv", "n" * 100 + "…" + "n" * 15 + ".csv"),
    ],
)
def test_a_name_is_shown_without_folders_and_hidden_letters(given, shown):
    assert shown_name(given) == shown


def test_leaving_an_upload_removes_it(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    staged = staged_of()

    answer = at.post("import_cancel")

    assert answer["Location"] == reverse("import")
    assert not staged.folder.exists()
    assert not Payment.objects.exists()


def test_an_upload_that_came_in_is_removed(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    staged = staged_of()

    at.confirm()

    assert not staged.folder.exists()


@pytest.mark.parametrize("name", ["import_preview", "import_done"])
def test_going_back_to_what_came_in_says_where_it_is(at, name):
    at.choose({"monzo.csv": MONZO})
    at.confirm()

    page = at.get(name)

    assert page.status_code == 404
    assert "These files are no longer waiting here." in words(page)
    assert f'href="{reverse("imports")}"' in page.text


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
    assert staged_of().said == {}


def test_a_long_reading_shows_how_far_it_is_without_scripts(at, held):
    at.choose_without_waiting({"monzo.csv": MONZO})

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


def test_pages_answer_while_an_import_runs(at, held, monkeypatch):
    held.set()
    at.choose({"monzo.csv": MONZO})
    wait_for_readings()
    held.clear()
    at.post("import_confirm")

    statuses = [at.client.get(url).status_code for url in ("/", "/inbox/", "/import/")]

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
    first = staged_of().told("run")["run"]
    at.post("import_say", {"dates": "day-first"})
    staged_of().tell(f"outcome-{first}", {"trouble": "stopped"})

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

    assert "Another import is being written; look again in a moment." in page


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


def test_after_a_restart_before_the_word_the_preview_still_stands(at, monkeypatch):
    at.choose({"monzo.csv": MONZO})
    monkeypatch.setattr(reading, "_running", set())  # a new process knows of none

    page = at.get("import_preview")

    assert "3 new lines would come in." in words(page)
    assert "3 new lines came in." in words(at.confirm())


def test_after_a_kill_while_looking_the_page_says_so_and_can_look_again(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    stop_server(staged_of())

    page = words(at.get("import_preview"))
    again = words(at.say())

    assert "Plait was stopped in the middle; look at them again." in page
    assert "3 new lines would come in." in again


@pytest.mark.parametrize("is_in", [True, False])
def test_after_a_kill_while_importing_the_page_finds_out_what_came_in(
    at, staged_of, nora, is_in
):
    at.choose({"monzo.csv": MONZO})
    staged = staged_of()
    if is_in:
        staged.confirm()
        reading.bring_in(staged, nora)
        wait_for_readings()
    else:
        staged.confirm()
        staged.tell("run", {**staged.told("run"), "is_kept": True})
    stop_server(staged)

    page = words(at.waited(at.url("import_done")))

    assert "Plait was stopped while it brought these files in." in page
    known = "All of this is in your book already."
    new = "3 new lines would come in."
    assert (known in page, new in page) == (is_in, not is_in)


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
