"""Files put aside: whose they are, how long they stay, and what can go wrong."""

import io
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plait.book.models import Payment
from plait.book.queries import NotThere
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from plait.web import clock
from plait.web.staging import (
    NoRoomToWait,
    clear_old,
    display_name,
    stage,
    staged_upload,
    waiting_uploads,
)
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

    assert clear_old(now=NOW) == 2

    assert [one.folder.exists() for one in (*made, fresh)] == [False, False, True]
    fresh.drop()


def test_what_was_left_lying_is_removed_once_a_day(at, staged_of):
    at.choose({"monzo.csv": MONZO})
    staged = staged_of()
    long_ago = (NOW - timedelta(days=2)).timestamp()
    os.utime(staged.folder, (long_ago, long_ago))

    at.client.get(reverse("import"))
    assert staged.folder.exists()
    Job.objects.create(kind="retention", not_before=NOW, created_at=NOW)
    work_off_due(clock=clock.now)

    assert not staged.folder.exists()


def test_what_waits_of_one_person_has_a_limit(as_nora, nora, charlie, settings):
    settings.WAITING_QUOTA_BYTES = 1_000_000
    first, second = (
        [SimpleUploadedFile(f"{n}.csv", b"a" * 600_000)] for n in ("march", "april")
    )
    held = stage(viewer=nora, uploads=first, now=NOW)

    page = as_nora.post(reverse("import"), {"files": second})

    assert page.status_code == 413
    assert (
        "Your files that wait to be imported have no more room here: 1.2 / 1.0 MB."
        in words(page)
    )
    assert f'href="{reverse("import_preview", args=[held.token])}"' in page.text
    assert [one.folder for one in waiting_uploads(viewer=nora)] == [held.folder]
    theirs = stage(viewer=charlie, uploads=second, now=NOW)
    for one in (held, theirs):
        one.drop()
    assert "march.csv" not in as_nora.get(reverse("import")).text


def test_uploads_sent_at_one_moment_stay_within_the_limit(nora, settings):
    settings.WAITING_QUOTA_BYTES = 1_000
    together = Barrier(6)

    def send(number: int) -> None:
        upload = SimpleUploadedFile(f"{number}.csv", b"a" * 300)
        together.wait(timeout=10)
        with suppress(NoRoomToWait):
            stage(viewer=nora, uploads=[upload], now=NOW)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(send, range(6)))

    left = waiting_uploads(viewer=nora)
    assert len(left) <= 3
    assert len(list(settings.PLAIT_HOME.glob(f"staging/{nora.pk}/*"))) == len(left)
    for one in left:
        one.drop()


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
    assert display_name(given) == shown


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
