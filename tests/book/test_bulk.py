"""Rows by the thousand, on either database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, transaction

from plait.book import bulk
from plait.book.models import Account, TimeEntry

TEXTS = ("client", "project", "task", "tags", "person")
COLUMNS = ("owner", "fingerprint", "standing", "on", "seconds", *TEXTS)
# 14:30:00.25 two hours east of Greenwich is 12:30:00.25 there.
EAST = datetime(2025, 6, 1, 14, 30, 0, 250_000, tzinfo=timezone(timedelta(hours=2)))


def entry(owner, mark):
    """Return what every entry has, in the order of `COLUMNS`."""
    return (owner.pk, mark, 0, "2025-06-01", 60, *[""] * len(TEXTS))


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


def test_a_row_that_breaks_a_rule_of_the_table_is_refused_by_djangos_error(nora):
    twice = [(nora.pk, "the same", "")] * 2

    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Account, ("owner", "identifier", "name"), twice)

    assert not Account.objects.filter(owner=nora).exists()
