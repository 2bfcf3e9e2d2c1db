"""Calendars that are followed: what comes in, what goes, what stays, and when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import (
    FollowedAlready,
    error_of,
    follow,
    forget,
    refresh,
)
from plait.book.imports.undo import undo_import
from plait.book.models import Batch, CalendarSource, Event, ImportedFile
from plait.book.operations.calendar_titles import keep_titles_of
from plait.book.queries import NotThere, load_portfolio, revision_of
from plait.formats.source import Unreadable
from plait.network.calendars.find import Found, find_calendars
from plait.network.calendars.refusals import NothingThere
from tests.book.conftest import NOW, TODAY
from tests.book.tables import told
from tests.formats.ics_samples import calendar, event
from tests.network.asking import HERE
from tests.servers.answering import Said
from tests.servers.radicale import PASSWORDS

LATER = NOW + timedelta(hours=2)
WEEKLY = ("DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "SUMMARY:Team")
RULE = "RRULE:FREQ=WEEKLY;COUNT=4"  # 2, 9, 16 and 23 November
SERIES = event(*WEEKLY, RULE, uid="team")
MOVED = event(
    "RECURRENCE-ID:20261109T090000Z",
    "DTSTART:20261110T130000Z",
    "DTEND:20261110T140000Z",
    uid="team",
)


def once(day: str, uid: str, *more: str) -> str:
    return event(f"DTSTART:202611{day}T080000Z", f"SUMMARY:{uid}", *more, uid=uid)


def days(viewer: Person) -> list[str]:
    """Return the days and hours on which the picture has something."""
    found = load_portfolio(viewer=viewer, on=TODAY).events
    return [str(at)[8:13] for at in found.starts_at.astype("datetime64[h]")]


@pytest.fixture
def follows(nora, server):
    """Let Nora follow a calendar that says something: `follows(*parts)`."""

    def follows(*parts: str, path: str = "/team.ics", viewer: Person = nora):
        says(server, *parts, path=path)
        found = Found("ics", path.strip("/"), server.at(path))
        told = follow(viewer=viewer, found=found, login=("", ""), network=HERE, now=NOW)
        return told.source

    return follows


def says(server, *parts: str, path: str = "/team.ics") -> None:
    server.by_path[path] = Said(200, calendar(*parts).encode())


def look(source: CalendarSource, now: datetime = LATER):
    return refresh(viewer=source.owner, source=source, network=HERE, now=now)


# What comes in


def test_what_a_calendar_holds_comes_in_as_an_import(follows, nora):
    follows(SERIES, MOVED)

    assert days(nora) == ["02T09", "10T13", "16T09", "23T09"]
    (file,) = ImportedFile.objects.filter(owner=nora)
    assert (file.format, file.n_new, file.batch.number) == ("ics", 4, 1)


def test_a_calendar_without_a_name_of_its_own_has_the_one_it_is_followed_by(
    follows, nora
):
    follows(SERIES)

    assert {e.calendar for e in Event.objects.filter(owner=nora)} == {"team.ics"}


def test_what_was_imported_from_a_file_is_known_when_it_is_fetched(
    follows, bring, nora
):
    bring(calendar(SERIES))

    follows(SERIES)

    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]
    assert list(ImportedFile.objects.values_list("n_new", flat=True)) == [4, 0]


def test_a_calendar_that_says_the_same_makes_no_import(follows, nora):
    source = follows(SERIES)
    before = told(nora)

    refreshed = look(source)

    assert (refreshed.batch, refreshed.n_new) == (None, 0)
    assert told(nora) == before
    assert Batch.objects.filter(owner=nora).count() == 1
    assert refreshed.source.checked_at == LATER


def test_looking_at_a_calendar_without_news_changes_nothing_that_was_worked_out(
    follows, nora
):
    source = follows(SERIES)
    before = revision_of(viewer=nora)

    look(source)

    assert revision_of(viewer=nora) == before


def test_what_is_new_comes_in_as_an_import_of_its_own(follows, server, nora):
    source = follows(SERIES)
    says(server, SERIES, once("26", "board"))

    refreshed = look(source)

    assert (refreshed.batch, refreshed.n_new) == (2, 1)
    assert days(nora)[-2:] == ["23T09", "26T08"]


def test_what_moved_takes_the_place_of_what_it_was(follows, server, nora):
    source = follows(SERIES)
    says(server, SERIES, MOVED)

    look(source)

    assert days(nora) == ["02T09", "10T13", "16T09", "23T09"]


def test_undoing_what_a_refresh_brought_leaves_what_came_before(follows, server, nora):
    source = follows(SERIES)
    before = told(nora)
    says(server, SERIES, MOVED, once("26", "board"))
    look(source)

    undo_import(viewer=nora, batch=Batch.objects.get(number=2), now=LATER)

    assert told(nora) == before


def test_events_that_cannot_be_taken_are_told_and_the_others_come(follows, server):
    source = follows(SERIES)
    broken = event("SUMMARY:No start", uid="broken")
    says(server, SERIES, broken, once("26", "board"))

    refreshed = look(source)

    assert refreshed.n_new == 1
    assert [problem.what for problem in refreshed.problems] == [
        "This event has no start"
    ]


def test_our_own_calendar_is_not_taken_for_appointments(follows, nora):
    follows(SERIES, once("26", "practice-20260105-mon-0900-1700@plait"))

    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]


# What goes


def test_what_is_still_to_come_and_no_longer_told_is_called_off(follows, server, nora):
    source = follows(SERIES, once("05", "past"), once("26", "board"))
    says(server, once("27", "other"))

    look(source)

    # It is the 20th: the past stays, as calendars often leave it out.
    assert days(nora) == ["02T09", "05T08", "09T09", "16T09", "27T08"]


def test_what_was_called_off_stands_again_when_it_is_told_again(follows, server, nora):
    source = follows(SERIES, once("26", "board"))
    says(server, SERIES)
    look(source)
    says(server, SERIES, once("26", "board"))

    refreshed = look(source)

    assert (refreshed.batch, refreshed.n_new) == (3, 0)
    assert days(nora)[-1] == "26T08"


def test_what_is_called_off_once_is_not_called_off_again(follows, server, nora):
    source = follows(SERIES, once("26", "board"))
    says(server, SERIES)
    look(source)
    says(server, "X-WR-CALDESC:another text\r\n", SERIES)

    assert look(source).batch is None


def test_undoing_a_calling_off_brings_it_back(follows, server, nora):
    source = follows(SERIES, once("26", "board"))
    says(server, SERIES)
    look(source)

    undo_import(viewer=nora, batch=Batch.objects.get(number=2), now=LATER)

    assert days(nora)[-1] == "26T08"


def test_a_whole_day_of_a_series_can_be_called_off(follows, server, nora):
    off = event("DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=DAILY;COUNT=3", uid="off")
    source = follows(SERIES, off)
    says(server, SERIES)

    look(source)

    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]


@pytest.mark.parametrize("uid", ["board\\, one;two", "a" * 300, "board: x", "börd"])
def test_an_event_of_any_name_can_be_called_off(follows, server, nora, uid):
    source = follows(SERIES, once("26", uid))
    says(server, SERIES)

    look(source)

    assert days(nora)[-1] == "23T09"


def test_what_another_calendar_tells_too_is_left_alone(follows, server, nora):
    source = follows(SERIES, once("26", "board"))
    follows(once("26", "board"), path="/private.ics")
    says(server, SERIES)

    look(source)

    assert days(nora)[-1] == "26T08"


def test_what_came_from_a_file_is_not_called_off_by_a_calendar(
    follows, server, bring, nora
):
    bring(calendar(once("26", "board")))
    source = follows(SERIES)
    says(server, SERIES, once("27", "other"))

    look(source)

    assert days(nora)[-2:] == ["26T08", "27T08"]


def test_events_without_names_are_known_again(follows, server, nora):
    nameless = "BEGIN:VEVENT\r\nDTSTART:20261126T090000Z\r\nEND:VEVENT\r\n"
    source = follows(SERIES, nameless)
    says(server, SERIES, nameless, once("27", "other"))

    look(source)

    assert days(nora)[-2:] == ["26T09", "27T08"]


# When all is read again


def test_repetitions_are_worked_out_further_once_a_month(follows, server, nora):
    server.by_path["/e.ics"] = lambda asked: Said(
        304 if asked.headers.get("If-None-Match") else 200,
        calendar(event(*WEEKLY, "RRULE:FREQ=WEEKLY", uid="e")).encode(),
        {"ETag": '"1"'},
    )
    found = Found("ics", "e", server.at("/e.ics"))
    source = follow(
        viewer=nora, found=found, login=("", ""), network=HERE, now=NOW
    ).source
    n_first = len(days(nora))

    assert look(source, NOW + timedelta(days=5)).batch is None
    further = look(source, datetime(2026, 12, 1, 9, tzinfo=UTC))

    # 400 days from 1 December and from 1 January: 31 days lie between, with 4 or 5
    # Mondays, here those from 10 January to 31 January 2028.
    assert date(2026, 12, 1) + timedelta(days=400) == date(2028, 1, 5)
    assert date(2027, 1, 1) + timedelta(days=400) == date(2028, 2, 5)
    assert further.n_new == 4
    assert len(days(nora)) == n_first + 4


def test_a_file_of_the_same_calendar_is_read_no_further(follows, bring, nora):
    bring(calendar(event(*WEEKLY, "RRULE:FREQ=WEEKLY", uid="e")))
    before = set(days(nora))

    follows(event(*WEEKLY, "RRULE:FREQ=WEEKLY", uid="e"))

    assert before <= set(days(nora))


# Trouble


def test_trouble_is_kept_with_the_calendar_until_a_look_succeeds(follows, server, nora):
    source = follows(SERIES)
    server.by_path["/team.ics"] = Said(404)

    refreshed = look(source)

    assert isinstance(refreshed.error, NothingThere)
    source.refresh_from_db()
    assert error_of(source)[1:] == (
        "There is no calendar at this address, or no longer",
        "127.0.0.1",
        "Copy the address from your calendar again.",
    )
    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]
    says(server, SERIES)
    look(source)
    source.refresh_from_db()
    assert error_of(source) is None


@pytest.mark.parametrize(
    "body", [b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n", b"<html>Sign in</html>"]
)
def test_a_calendar_that_is_cut_off_or_none_changes_nothing(
    follows, server, nora, body
):
    source = follows(SERIES, once("26", "board"))
    before = told(nora)
    server.by_path["/team.ics"] = Said(200, body)

    assert look(source).error is not None
    assert told(nora) == before


def test_a_calendar_that_cannot_be_read_at_first_is_not_followed(nora, server):
    server.by_path["/a.ics"] = Said(200, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    found = Found("ics", "a", server.at("/a.ics"))

    with pytest.raises(Unreadable) as refused:
        follow(viewer=nora, found=found, login=("", ""), network=HERE, now=NOW)

    assert refused.value.what == "This calendar breaks off before its end"
    assert not CalendarSource.objects.exists()
    assert not Batch.objects.exists()


def test_a_calendar_that_does_not_answer_at_first_is_not_followed(nora, server):
    found = Found("ics", "a", server.at("/a.ics"))

    with pytest.raises(NothingThere):
        follow(viewer=nora, found=found, login=("", ""), network=HERE, now=NOW)

    assert not CalendarSource.objects.exists()


def test_a_calendar_is_followed_once(follows):
    follows(SERIES)

    with pytest.raises(FollowedAlready) as refused:
        follows(SERIES)

    assert str(refused.value) == (
        "This calendar is followed already: team.ics. Refresh it, or remove it first."
    )
    assert CalendarSource.objects.count() == 1


def test_two_people_may_follow_the_same_calendar(follows, nora, omar):
    follows(SERIES)
    follows(SERIES, viewer=omar)

    assert days(nora) == days(omar)


def test_a_calendar_of_another_person_is_not_there(follows, omar, server):
    source = follows(SERIES)
    n_before = len(server.asked)

    with pytest.raises(NotThere):
        refresh(viewer=omar, source=source, network=HERE, now=LATER)

    assert len(server.asked) == n_before


# Following no longer


def test_a_calendar_forgotten_may_leave_what_it_told(follows, nora):
    source = follows(SERIES)
    before = told(nora)

    gone = forget(viewer=nora, source=source, keeps=True, now=LATER)

    assert gone == 0
    assert told(nora) == before
    assert not CalendarSource.objects.exists()


def test_a_calendar_forgotten_may_take_all_it_told_along(follows, server, bring, nora):
    bring(calendar(once("26", "board")))
    before = told(nora)
    source = follows(SERIES, once("27", "other"))
    says(server, SERIES, MOVED, once("26", "board"))
    look(source)

    forget(viewer=nora, source=source, keeps=False, now=LATER)

    assert told(nora) == before


def test_another_calendar_of_the_same_name_is_another_one(follows, server, nora):
    source = follows(SERIES)
    follows(once("26", "board"), path="/team.ics/")

    forget(viewer=nora, source=source, keeps=False, now=LATER)

    assert days(nora) == ["26T08"]


# CalDAV, with Radicale


@pytest.fixture
def work(radicale, request, nora):
    """Nora follows a calendar of Radicale's with a series and an appointment."""
    address = radicale.make(f"book-{abs(hash(request.node.name))}", "Work")
    radicale.put(address, "team.ics", calendar(SERIES))
    radicale.put(address, "odd-name.ics", calendar(once("05", "dentist")))
    login = ("nora", PASSWORDS["nora"])
    (found,) = find_calendars(address, HERE, *login)
    follow(viewer=nora, found=found, login=login, network=HERE, now=NOW)
    return CalendarSource.objects.get(owner=nora)


def test_a_calendar_of_a_server_comes_in_and_stays_as_it_is(work, nora):
    assert days(nora) == ["02T09", "05T08", "09T09", "16T09", "23T09"]
    assert {e.calendar for e in Event.objects.all()} == {"Work"}
    assert look(work).batch is None


def test_of_a_server_only_what_changed_is_read(work, radicale, nora):
    radicale.put(work.address, "team.ics", calendar(SERIES, MOVED))

    refreshed = look(work)

    assert refreshed.n_new == 1
    assert days(nora) == ["02T09", "05T08", "10T13", "16T09", "23T09"]


def test_what_is_deleted_on_a_server_is_called_off_past_or_not(work, radicale, nora):
    radicale.delete(work.address, "odd-name.ics")

    look(work)

    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]


def test_all_that_is_deleted_on_a_server_is_called_off(work, radicale, nora):
    radicale.delete(work.address, "odd-name.ics")
    radicale.delete(work.address, "team.ics")

    look(work)

    assert days(nora) == []
    assert look(work).batch is None


def test_a_server_that_forgot_where_it_was_tells_all_again(work, radicale, nora):
    radicale.delete(work.address, "odd-name.ics")
    radicale.put(work.address, "board.ics", calendar(once("26", "board")))
    radicale.forget_tokens()

    look(work)

    assert days(nora) == ["02T09", "09T09", "16T09", "23T09", "26T08"]


def test_a_server_that_sends_half_an_event_changes_nothing(nora, server):
    head = '<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
    one = "<response><href>/c/e.ics</href><propstat><prop>{}</prop><status>HTTP/1.1"
    end = " 200 OK</status></propstat></response><sync-token>{}</sync-token>"
    said = {"data": calendar(SERIES), "token": "urn:1"}

    def answer(asked):
        data = f"<C:calendar-data>{said['data']}</C:calendar-data>"
        inner = data if b"multiget" in asked.body else "<getetag>1</getetag>"
        text = head + one.format(inner) + end.format(said["token"]) + "</multistatus>"
        return Said(207, text.encode())

    server.by_path["/c/"] = answer
    found = Found("caldav", "c", server.at("/c/"))
    followed = follow(
        viewer=nora, found=found, login=("n", "p"), network=HERE, now=NOW
    ).source
    said |= {"data": calendar(SERIES, MOVED)[:-80], "token": "urn:2"}

    refreshed = look(followed)

    assert refreshed.error.what == "This calendar breaks off before its end"
    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]
    followed.refresh_from_db()
    assert followed.sync_token == "urn:1"  # so that it is asked for again


def test_an_empty_calendar_of_a_server_can_be_followed(radicale, nora):
    radicale.make("book-empty", "Empty")
    login = ("nora", PASSWORDS["nora"])
    found = Found("caldav", "Empty", f"{radicale.address}nora/book-empty/")

    told = follow(viewer=nora, found=found, login=login, network=HERE, now=NOW)

    assert (told.batch, told.source.error) == (None, "")


# Titles


def held_titles(viewer: Person) -> set[str]:
    return set(Event.objects.filter(owner=viewer).values_list("title", flat=True))


def test_a_followed_calendar_keeps_titles_only_if_it_was_asked_to(follows, nora):
    source = follows(SERIES)

    assert held_titles(nora) == {""}
    assert not source.keeps_titles


def test_titles_come_and_go_as_one_says_and_the_events_stay(follows, nora):
    source = follows(SERIES)

    keep_titles_of(viewer=nora, source=source, keeps=True)
    filled = look(source)
    with_titles = held_titles(nora)
    n = keep_titles_of(viewer=nora, source=source, keeps=False)

    assert (filled.n_new, with_titles) == (0, {"Team"})
    assert (n, held_titles(nora)) == (4, {""})
    assert days(nora) == ["02T09", "09T09", "16T09", "23T09"]


def test_two_followed_calendars_of_one_name_are_two_choices(follows, nora):
    named = "X-WR-CALNAME:Calendar\r\n"
    follows(named, once("03", "private"))
    work = follows(named, once("04", "work"), path="/work.ics")

    keep_titles_of(viewer=nora, source=work, keeps=True)
    look(work)

    assert held_titles(nora) == {"", "work"}
