"""Whole numbers out of either database as arrays."""

import numpy as np
import pytest

from plait.book import bulk
from plait.book.models import TimeEntry
from plait.book.queries.arrays import NONE, numbers_of

TEXTS = ("client", "project", "task", "tags", "person", "description")
COLUMNS = ("owner", "status", *TEXTS, "on", "fingerprint", "seconds", "started_at")
MOST = 2**63 - 1


def keep(owner, *rows):
    """Keep entries told as day, fingerprint, seconds, and when they began."""
    usual = (owner.pk, 0, *[""] * len(TEXTS))
    bulk.insert(TimeEntry, COLUMNS, [(*usual, *row) for row in rows])


def read(*names):
    held = TimeEntry.objects.annotate(
        day=bulk.DayNumber("on"), start=bulk.SecondNumber("started_at")
    )
    return [column.tolist() for column in numbers_of(held, *names)]


@pytest.mark.parametrize("fingerprint", [0, 1, MOST, -MOST])
def test_a_number_comes_out_whole_however_large(fingerprint, nora):
    keep(nora, ("1970-01-02", fingerprint, 60, None))

    assert read("day", "seconds", "fingerprint") == [[1], [60], [fingerprint]]


def test_what_is_not_there_is_none_and_as_an_instant_not_a_time(nora):
    keep(nora, ("1970-01-01", 1, 60, None), ("1970-01-01", 2, 60, "1970-01-01 00:01"))

    starts = read("day", "fingerprint", "start")[-1]

    assert starts == [NONE, 60]
    assert np.isnat(np.array(starts).astype("datetime64[s]")).tolist() == [True, False]


def test_rows_come_in_the_order_of_the_first_two_columns(nora):
    keep(
        nora,
        ("1970-01-03", 1, 30, None),
        ("1970-01-02", 3, 20, None),
        ("1970-01-02", 2, 10, None),
    )

    assert read("day", "fingerprint", "seconds") == [[1, 1, 2], [2, 3, 1], [10, 20, 30]]


def test_no_rows_give_empty_columns(nora):
    assert read("day", "seconds") == [[], []]
