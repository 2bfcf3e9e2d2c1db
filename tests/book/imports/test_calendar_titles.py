"""Titles of events: kept where the person says so, gone at once where not."""

import pytest

from plait.book.imports.undo import undo_import
from plait.book.models import Batch, CalendarTitles, Change, Event, Role
from plait.book.operations.calendar_titles import keep_titles
from plait.book.operations.sorting import keep_rule, place_record, sort_again
from plait.book.queries.calendar_titles import calendars_of_files
from plait.domain.rules import RuleField
from tests.book.conftest import NOW
from tests.formats.ics_samples import calendar, event

NAME = "X-WR-CALNAME:Practice\r\n"
VISIT = event(
    "DTSTART:20261109T090000Z",
    "DTEND:20261109T100000Z",
    "SUMMARY:Mrs Jansen",
    "LOCATION:Ward 3",
    uid="visit",
)
FILE = calendar(NAME, VISIT)


def texts() -> list[tuple[str, str]]:
    return list(Event.objects.order_by("pk").values_list("title", "location"))


def test_times_come_in_and_titles_stay_out_unless_asked_for(bring):
    [file] = bring(FILE).files

    assert (file.n_new, file.untitled, file.titled) == (1, ["Practice"], [])
    assert texts() == [("", "")]


def test_a_preview_shows_no_title_that_would_not_be_kept(bring):
    [file] = bring(FILE, keep=False).files

    assert [(line.title, line.location) for line in file.first] == [("", "")]
    assert file.untitled == ["Practice"]


def test_titles_asked_for_are_kept_now_and_by_later_imports(bring, nora):
    later = event("DTSTART:20261110T090000Z", "SUMMARY:Mr Smit", uid="other")

    bring(FILE, titles=True)
    bring(calendar(NAME, VISIT, later))

    assert texts() == [("Mrs Jansen", "Ward 3"), ("Mr Smit", "")]
    assert [one.keeps_titles for one in calendars_of_files(viewer=nora)] == [True]


def test_another_calendar_is_another_choice(bring):
    bring(FILE, titles=True)

    bring(
        calendar(
            "X-WR-CALNAME:Board\r\n", event("DTSTART:20261110T090000Z", "SUMMARY:X")
        )
    )

    assert texts()[1] == ("", "")


def test_the_same_event_is_known_whether_titled_or_not(bring):
    bring(FILE)

    [again] = bring(FILE).files

    assert (again.n_new, again.n_known) == (0, 1)
    assert Event.objects.count() == 1


def test_titles_that_were_left_out_are_filled_in_once_they_are_wanted(bring, nora):
    bring(FILE)
    place_record(viewer=nora, record=Event.objects.get(), role=None)

    [file] = bring(FILE, titles=True).files

    assert (file.n_new, file.n_changed) == (0, 1)
    assert texts() == [("Mrs Jansen", "Ward 3")]
    assert Event.objects.get().status == 2  # private still


def test_titles_that_are_wanted_no_longer_go_at_once_and_the_event_stays(bring, nora):
    bring(FILE, titles=True)

    n = keep_titles(viewer=nora, name="Practice", keeps=False)
    [again] = bring(FILE).files

    assert n == 1
    assert texts() == [("", "")]
    assert (again.n_new, again.n_known) == (0, 1)


def test_the_history_holds_no_title_either(bring, nora):
    bring(FILE, titles=True)
    undo_import(viewer=nora, batch=Batch.objects.get(), now=NOW)
    bring(FILE, titles=True)

    keep_titles(viewer=nora, name="Practice", keeps=False)

    assert "Jansen" not in repr(list(Change.objects.values_list("rows", flat=True)))


def test_an_import_without_titles_takes_those_out_that_were_there(bring):
    bring(FILE, titles=True)

    bring(FILE, titles=False)

    assert texts() == [("", "")]
    assert not CalendarTitles.objects.get().is_kept


@pytest.fixture
def by_title(nora, role_of):
    """A rule that knows a meeting by its title."""
    role = role_of(nora)
    keep_rule(
        viewer=nora, field=RuleField.TITLE, value="Mrs Jansen", role=role, now=NOW
    )
    return role


def test_a_rule_on_titles_places_what_then_loses_its_title(bring, nora, by_title):
    bring(FILE)
    sort_again(nora)

    placed = Event.objects.get()
    assert (placed.role, placed.rule, placed.title) == (by_title, None, "")
    assert Role.objects.count() == 1
