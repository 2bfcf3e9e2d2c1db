"""Rows by the thousand, on either database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, transaction

from plait.book import bulk
from plait.book.models import Account, TimeEntry

TEXTS = ("client", "project", "task", "tags", "person")
COLUMNS = ("owner", "fingerprint", "status", "on", "seconds", *TEXTS)
# 14:30:00.25 two hours east of Greenwich is 12:30:00.25 there.
EAST = datetime(2025, 6, 1, 14, 30, 0, 250_000, tzinfo=timezone(timedelta(hours=2)))

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def entry(owner, fingerprint):
    """Return what every entry has, in the order of `COLUMNS`."""
    return (owner.pk, fingerprint, 0, "2025-06-01", 60, *[""] * len(TEXTS))


# A statement takes 500 rows: none, one short of two statements, exactly two, one more.
@pytest.mark.parametrize("n", [0, 999, 1_000, 1_001])
def test_every_row_comes_in_whatever_their_number(n, nora):
    rows = [(nora.pk, f"account {number}", "") for number in range(n)]

    bulk.insert(Account, ("owner", "identifier", "name"), rows)

    held = Account.objects.filter(owner=nora).order_by("pk")
    assert list(held.values_list("owner", "identifier", "name")) == rows


def test_a_row_keeps_quotation_marks_nothing_and_the_moment(nora):
    stored = bulk.stored_instants()
    rows = [
        (*entry(nora, 1), stored(EAST), 'it\'s "50 %s"\\\t\n'),
        (*entry(nora, 2), None, ""),
    ]

    bulk.insert(TimeEntry, (*COLUMNS, "started_at", "description"), rows)

    one, other = TimeEntry.objects.filter(owner=nora).order_by("fingerprint")
    assert one.description == 'it\'s "50 %s"\\\t\n'
    assert one.started_at == datetime(2025, 6, 1, 12, 30, 0, 250_000, tzinfo=UTC)
    assert other.started_at is None


@pytest.mark.parametrize(
    "moment",
    [
        "0001-01-01 00:00:00",
        "1969-12-31 23:59:59",
        "1969-12-31 23:59:59.250",  # three quarters of a second before 1970
        "1970-01-01 00:00:00",
        "2025-03-30 00:59:59",
        "2026-11-20 12:34:56.250",
        "9999-12-31 23:59:59",
    ],
)
def test_an_instant_is_read_as_the_whole_seconds_that_have_gone_by(moment, nora):
    told = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    row = (*entry(nora, 1), bulk.stored_instants()(told), "")
    bulk.insert(TimeEntry, (*COLUMNS, "started_at", "description"), [row])

    held = TimeEntry.objects.annotate(start=bulk.SecondNumber("started_at"))
    [read] = bulk.columns_of(held, "start")

    assert read == ((told - EPOCH) // timedelta(seconds=1),)


def test_of_an_instant_that_is_not_known_nothing_is_read(nora):
    row = (*entry(nora, 1), None, "")
    bulk.insert(TimeEntry, (*COLUMNS, "started_at", "description"), [row])

    held = TimeEntry.objects.annotate(start=bulk.SecondNumber("started_at"))

    assert bulk.columns_of(held, "start") == [(None,)]


def test_a_row_that_breaks_a_rule_of_the_table_is_refused_by_djangos_error(nora):
    twice = [(nora.pk, "the same", "")] * 2

    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Account, ("owner", "identifier", "name"), twice)

    assert not Account.objects.filter(owner=nora).exists()
