"""Files are read by a child that may stall, burst or die; the book never notices."""

import os
import pickle
import sys
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plait.book.imports import batches, child
from plait.book.imports.child import Cancelled
from plait.book.models import Payment, Role
from plait.formats.reading.frames import Lines, unpack
from tests.book.statements import Paid, camt, mt940

GOOD = camt([Paid(2, "10.00")])
# What the child does before it reads a file that says so.
CHILD = """
import os, signal, sys, time
from plait.formats.reading import files, worker
recognised = files.format_of
def format_of(source, options):
    text = source.head_text
    if "STALL" in text: time.sleep(60)
    if "BURST" in text: bytearray(3_000_000_000)
    if "CRASH" in text: os.abort()
    if "CHATTY" in text: print("never mind me", flush=True)
    if "ENDLESS" in text:
        while True: pass
    if "SECRET" in text:
        open(source.path.parent / "seen", "w").write(repr(sorted(os.environ)))
    return recognised(source, options)
files.format_of = format_of
worker.main()
"""


@pytest.fixture(autouse=True)
def apart(settings):
    settings.READS_APART = True


@pytest.fixture
def odd_child(monkeypatch):
    monkeypatch.setattr(child, "_COMMAND", (sys.executable, "-P", "-c", CHILD))
    monkeypatch.setattr(child, "_SECONDS", 4.0)


def test_what_the_child_reads_comes_in(bring):
    report = bring(GOOD, mt940([Paid(3, "5.00")])).files

    assert [one.n_new for one in report] == [1, 1]


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("STALL", "takes longer"),
        ("ENDLESS", "takes longer"),
        ("BURST", "more memory"),
        ("CRASH", "stopped in the middle"),
    ],
)
def test_a_file_that_breaks_the_child_costs_only_itself(bring, odd_child, word, what):
    before, bad, after = bring(GOOD, word, mt940([Paid(3, "5.00")])).files

    assert [before.n_new, bad.n_new, after.n_new] == [1, 0, 1]
    assert what in bad.problems[0].what
    assert Payment.objects.count() == 2


def test_what_a_library_prints_comes_between_nothing(bring, odd_child):
    chatty = camt([Paid(4, "7.00")]).replace("<MsgId>1", "<MsgId>CHATTY")

    assert bring(chatty).files[0].n_new == 1


def test_the_child_knows_no_setting_of_ours(bring, odd_child, tmp_path, monkeypatch):
    monkeypatch.setenv("PLAIT_DATABASE_URL", "postgresql://secret")

    bring("SECRET")

    assert "PLAIT" not in (tmp_path / "seen").read_text()


def test_a_reading_is_called_off_at_once(bring, odd_child):
    begun = time.monotonic()

    with pytest.raises(Cancelled):
        bring("STALL", is_cancelled=lambda: time.monotonic() > begun + 0.5)

    assert not Payment.objects.exists()


class Evil:
    def __reduce__(self):
        return os.system, ("true",)


def test_records_name_nothing_but_our_own_vocabulary():
    frame = Lines("records", 1, pickle.dumps([Evil()]))

    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        unpack(frame)


def test_a_preview_writes_nothing_and_locks_nothing(bring):
    with CaptureQueriesContext(connection) as asked:
        report = bring(GOOD, keep=False).files[0]

    assert report.n_new == 1
    # PostgreSQL reads long answers through a cursor that it declares.
    assert {query["sql"].split()[0] for query in asked} <= {"SELECT", "DECLARE"}


def test_an_import_is_planned_anew_if_the_book_moved_meanwhile(
    bring, role_of, nora, monkeypatch
):
    plan = batches.make_plan
    moved = []

    def moving(**asked):
        made = plan(**asked)
        if not moved:
            moved.append(role_of(nora, "Atlas"))
            bring(GOOD)
        return made

    monkeypatch.setattr(batches, "make_plan", moving)

    report = bring(camt([Paid(2, "10.00"), Paid(3, "11.00")])).files[0]

    assert (report.n_new, report.n_known) == (1, 1)
    assert Payment.objects.count() == 2
    assert Role.objects.count() == 1
