"""A calendar told anew: moved, shortened or cancelled, it takes the place of itself."""

import pytest

from plait.book.imports.undo import undo_import
from plait.book.models import Batch, Event
from plait.book.queries import load_portfolio
from tests.book.conftest import NOW, TODAY
from tests.book.tables import told, whole
from tests.formats.ics_samples import calendar, event

WEEKLY = ("DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "SUMMARY:Team")
RULE = "RRULE:FREQ=WEEKLY;COUNT=4"  # 2, 9, 16 and 23 November
SERIES = calendar(event(*WEEKLY, RULE, uid="team"))
CANCEL = "METHOD:CANCEL\r\n"


def on_second(*more: str) -> str:
    """One meeting of the series told on its own: the one of 9 November."""
    return event("RECURRENCE-ID:20261109T090000Z", "SUMMARY:Team", *more, uid="team")


MOVED = on_second("DTSTART:20261110T130000Z", "DTEND:20261110T140000Z")
CALLED_OFF = on_second("DTSTART:20261109T090000Z", "STATUS:CANCELLED")


def days(viewer) -> list[str]:
    """Return the days and hours on which the picture has something."""
    found = load_portfolio(viewer=viewer, on=TODAY).events
    return [str(at)[8:13] for at in found.starts_at.astype("datetime64[h]")]


@pytest.fixture
def undo(nora):
    def undo(number: int) -> int:
        batch = Batch.objects.get(owner=nora, number=number)
        return undo_import(viewer=nora, batch=batch, now=NOW).n_removed

    return undo


AT_FIRST = ["02T09", "09T09", "16T09", "23T09"]

# What the calendar may say later, and on which days and hours it then stands.
LATER = {
    "moved whole": (
        calendar(event("DTSTART:20261103T090000Z", RULE, uid="team")),
        ["03T09", "10T09", "17T09", "24T09"],
    ),
    "shortened": (
        calendar(event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=2", uid="team")),
        ["02T09", "09T09"],
    ),
    "one left out": (
        calendar(event(*WEEKLY, RULE, "EXDATE:20261109T090000Z", uid="team")),
        ["02T09", "16T09", "23T09"],
    ),
    "one cancelled within its series": (
        calendar(event(*WEEKLY, RULE, uid="team"), CALLED_OFF),
        ["02T09", "16T09", "23T09"],
    ),
    "one moved within its series": (
        calendar(event(*WEEKLY, RULE, uid="team"), MOVED),
        ["02T09", "10T13", "16T09", "23T09"],
    ),
    "one moved, sent on its own": (
        calendar(MOVED),
        ["02T09", "10T13", "16T09", "23T09"],
    ),
    "one cancelled, sent on its own": (
        calendar(CANCEL, on_second("DTSTART:20261109T090000Z")),
        ["02T09", "16T09", "23T09"],
    ),
    "cancelled whole": (
        calendar(event(*WEEKLY, RULE, "STATUS:CANCELLED", uid="team")),
        [],
    ),
    "cancelled whole by its method": (
        calendar(CANCEL, event(*WEEKLY, RULE, uid="team")),
        [],
    ),
    "another series": (
        calendar(event("DTSTART:20261130T080000Z", uid="other")),
        [*AT_FIRST, "30T08"],
    ),
    "told again as it is": (SERIES, AT_FIRST),
}


@pytest.mark.parametrize(("later", "then"), LATER.values(), ids=LATER.keys())
def test_a_series_told_anew_takes_the_place_of_what_it_was(bring, nora, later, then):
    bring(SERIES)

    bring(later)

    assert days(nora) == then


@pytest.mark.parametrize(("later", "then"), LATER.values(), ids=LATER.keys())
def test_undoing_the_later_telling_brings_the_earlier_one_back(
    bring, nora, undo, later, then
):
    bring(SERIES)
    before = told(nora)
    bring(later)

    undo(2)

    assert days(nora) == AT_FIRST
    assert told(nora) == before


@pytest.mark.parametrize("case", LATER.keys())
def test_undoing_the_earlier_telling_leaves_what_the_later_one_tells(
    bring, nora, omar, undo, case
):
    later, _ = LATER[case]
    bring(later, viewer=omar)
    bring(SERIES)
    bring(later)

    undo(1)

    assert told(nora) == told(omar)


def test_a_call_that_was_cancelled_and_told_again_stands_again(bring, nora):
    bring(SERIES)
    bring(LATER["cancelled whole"][0])

    bring(SERIES)

    assert days(nora) == AT_FIRST


def test_undoing_the_middle_one_of_three_tellings_leaves_the_last(bring, nora, undo):
    bring(SERIES)
    bring(LATER["shortened"][0])
    bring(LATER["one left out"][0])

    undo(2)

    assert days(nora) == LATER["one left out"][1]


def test_undoing_the_last_of_three_tellings_leaves_the_middle_one(bring, nora, undo):
    bring(SERIES)
    bring(LATER["shortened"][0])
    bring(SERIES)

    undo(3)

    assert days(nora) == LATER["shortened"][1]


def test_of_two_files_in_one_import_the_last_holds_also_after_an_undo(
    bring, nora, undo
):
    bring(LATER["shortened"][0], LATER["one left out"][0])
    bring(SERIES)

    undo(2)

    assert days(nora) == LATER["one left out"][1]


def test_a_series_that_another_file_tells_is_left_alone(bring, nora):
    bring(SERIES)

    bring(calendar(event("DTSTART:20261130T080000Z", uid="other")))

    assert not Event.objects.exclude(superseded_by=None).exists()


def test_a_cancellation_of_what_the_book_never_held_writes_nothing(bring):
    before = whole()

    report = bring(LATER["cancelled whole"][0])

    assert report.batch is None
    assert whole() == before


def test_a_cancellation_counts_as_a_line_that_the_book_knew(bring):
    bring(SERIES)

    report = bring(LATER["cancelled whole"][0]).files[0]

    assert (report.n_read, report.n_new, report.n_known) == (1, 0, 1)


def test_a_broken_event_leaves_its_series_as_it_was(bring, nora):
    bring(SERIES)

    bring(calendar(event("SUMMARY:Team", uid="team")))  # without a start

    assert days(nora) == AT_FIRST


def test_an_event_that_no_longer_takes_time_is_told_anew(bring, nora):
    bring(calendar(event(*WEEKLY, uid="one")))

    bring(calendar(event(*WEEKLY, "TRANSP:TRANSPARENT", uid="one")))

    assert load_portfolio(viewer=nora, on=TODAY).events.is_busy.tolist() == [False]


def test_two_people_keep_the_same_calendar_each_for_themselves(bring, nora, omar):
    bring(SERIES)
    bring(SERIES, viewer=omar)

    bring(LATER["cancelled whole"][0])

    assert (days(nora), days(omar)) == ([], AT_FIRST)
