"""What changed in a calendar, asked of Radicale, and of servers that know less."""

import pytest

from plait.network.calendars import caldav
from plait.network.calendars.fetch_result import Marks
from plait.network.calendars.refusals import NothingThere, ServerRefusal, TurnedAway
from plait.network.http_client import Login
from tests.formats.ics_samples import calendar, event
from tests.network.asking import HERE
from tests.servers.answering import Said
from tests.servers.radicale import PASSWORDS

NORA = Login("nora", PASSWORDS["nora"], "127.0.0.1")
DENTIST = event("DTSTART:20261110T130000Z", "SUMMARY:Dentist", uid="dentist")
WEEKLY = ("DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "SUMMARY:Team")
SERIES = event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=4", uid="team")
MOVED = event("RECURRENCE-ID:20261109T090000Z", "DTSTART:20261110T150000Z", uid="team")


@pytest.fixture
def work(radicale, request):
    """A calendar of Nora's with a series and an appointment."""
    address = radicale.make(f"work-{abs(hash(request.node.name))}", "Work")
    radicale.put(address, "team.ics", calendar(SERIES))
    radicale.put(address, "other-name.ics", calendar(DENTIST))
    return address


def ask(address: str, marks: Marks = Marks()):  # noqa: B008  # nothing changes it
    return caldav.changes(address, marks, HERE, NORA)


def uids(taken) -> list[str]:
    lines = b"\n".join(taken.parts).decode().splitlines()
    return sorted(line.removeprefix("UID:") for line in lines if line[:4] == "UID:")


def test_the_first_time_all_of_the_calendar_comes(work):
    taken = ask(work)

    assert uids(taken) == ["dentist", "team"]
    assert (taken.is_whole, taken.is_exact) == (True, True)
    assert taken.marks.sync_token


def test_where_nothing_changed_nothing_comes(work):
    assert ask(work, ask(work).marks) is None


def test_later_only_what_is_new_or_changed_comes(work, radicale):
    before = ask(work)
    radicale.put(work, "team.ics", calendar(SERIES, MOVED))
    radicale.put(work, "board.ics", calendar(event(*WEEKLY, uid="board")))

    taken = ask(work, before.marks)

    # The series comes whole, with the meeting that was moved within it.
    assert uids(taken) == ["board", "team", "team"]
    assert not taken.is_whole
    assert taken.marks != before.marks
    assert ask(work, taken.marks) is None


def test_something_deleted_leads_to_all_being_read(work, radicale):
    before = ask(work)
    radicale.delete(work, "other-name.ics")

    taken = ask(work, before.marks)

    assert uids(taken) == ["team"]
    assert taken.is_exact
    assert ask(work, taken.marks) is None


def test_a_token_that_the_server_has_forgotten_leads_to_all_being_read(work, radicale):
    before = ask(work)
    radicale.put(work, "board.ics", calendar(event(*WEEKLY, uid="board")))
    radicale.forget_tokens()

    taken = ask(work, before.marks)

    assert uids(taken) == ["board", "dentist", "team"]
    assert taken.is_exact


def test_a_token_of_another_server_leads_to_all_being_read(work):
    assert uids(ask(work, Marks(sync_token="urn:another:7"))) == ["dentist", "team"]


def test_an_empty_calendar_is_read_as_empty(radicale):
    address = radicale.make("empty-one", "Empty")

    taken = ask(address)

    assert taken.parts == []
    assert taken.is_exact


def test_more_than_a_handful_comes_in_several_questions(radicale):
    address = radicale.make("many", "Many")
    events = (event(*WEEKLY, uid=f"event-{n:03}") for n in range(230))
    radicale.ask("PUT", "/nora/many/", calendar(*events).encode(), "nora")

    assert len(uids(ask(address))) == 230


def test_a_wrong_password_is_told(work):
    with pytest.raises(TurnedAway) as refused:
        caldav.changes(work, Marks(), HERE, Login("nora", "wrong", "127.0.0.1"))

    assert str(refused.value) == (
        "This server lets nobody in with this user and password: 127.0.0.1. Check both;"
        " many services want a password made for one app."
    )


def test_a_calendar_that_was_removed_is_told(radicale):
    address = radicale.make("short-lived", "Short")
    marks = ask(address).marks
    radicale.delete(address, "")

    with pytest.raises(NothingThere):
        ask(address, marks)


# Servers that know less than Radicale

HEAD = '<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'


def listing(**etags: str) -> bytes:
    inner = "".join(
        f"<response><href>/cal/{name}.ics</href><propstat><prop><getetag>{etag}"
        "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>"
        for name, etag in etags.items()
    )
    return f"{HEAD}{inner}</multistatus>".encode()


def holding(**events: str) -> bytes:
    inner = "".join(
        f"<response><href>/cal/{name}.ics</href><propstat><prop><C:calendar-data>"
        f"{calendar(text)}</C:calendar-data></prop><status>HTTP/1.1 200 OK</status>"
        "</propstat></response>"
        for name, text in events.items()
    )
    return f"{HEAD}{inner}</multistatus>".encode()


@pytest.fixture
def older(server):
    """A server that has no sync-collection; `older.lists` is what it has."""

    def answer(asked):
        if b"sync-collection" in asked.body:
            return Said(server.unable)
        if b"calendar-query" in asked.body:
            return Said(207, listing(**server.lists))
        return Said(207, holding(team=SERIES, dentist=DENTIST))

    server.unable, server.lists = 501, {"team": '"1"', "dentist": '"1"'}
    server.by_path["/cal/"] = answer
    return server


@pytest.mark.parametrize("unable", [400, 403, 405, 415, 501])
def test_a_server_without_sync_is_asked_for_a_list(older, unable):
    older.unable = unable

    taken = ask(older.at("/cal/"))

    assert uids(taken) == ["dentist", "team"]
    assert taken.is_exact
    assert taken.marks.sync_token == ""


def test_where_its_list_is_as_it_was_nothing_is_fetched(older):
    marks = ask(older.at("/cal/")).marks
    n_before = len(older.asked)

    assert ask(older.at("/cal/"), marks) is None
    assert not any(b"multiget" in a.body for a in older.asked[n_before:])


@pytest.mark.parametrize("lists", [{"team": '"2"', "dentist": '"1"'}, {"team": '"1"'}])
def test_where_its_list_is_another_all_is_read(older, lists):
    marks = ask(older.at("/cal/")).marks
    older.lists = lists

    assert ask(older.at("/cal/"), marks).is_whole


def test_changes_that_come_in_pages_are_read_to_the_last(server):
    def page(asked):
        if b"multiget" in asked.body:
            n = asked.body.count(b"<D:href>")
            return Said(207, holding(**{f"e{i}": DENTIST for i in range(n)}))
        last = b">urn:2<" in asked.body
        rest = (
            ""
            if last
            else (
                "<response><href>/cal/</href>"
                "<status>HTTP/1.1 507 Insufficient Storage</status></response>"
            )
        )
        token = "urn:3" if last else "urn:2"
        told = listing(**{"b" if last else "a": "1"}).decode()
        end = f"{rest}<sync-token>{token}</sync-token></multistatus>"
        return Said(207, told.replace("</multistatus>", end).encode())

    server.by_path["/cal/"] = page

    taken = ask(server.at("/cal/"), Marks(sync_token="urn:1"))

    assert taken.marks.sync_token == "urn:3"
    assert len(taken.parts) == 2


def test_a_server_that_never_comes_to_its_last_page_is_left_in_the_end(server):
    endless = (
        "<response><href>/cal/</href><status>HTTP/1.1 507 Insufficient Storage"
        "</status></response><sync-token>urn:again</sync-token></multistatus>"
    )
    said = listing().decode().replace("</multistatus>", endless)
    server.by_path["/cal/"] = Said(207, said.encode())

    with pytest.raises(ServerRefusal) as left:
        ask(server.at("/cal/"), Marks(sync_token="urn:1"))

    assert str(left.value) == (
        "This server does not come to the end of what changed: 127.0.0.1. Try again"
        " later; if it goes on, share the calendar as ICS."
    )


def test_a_list_that_is_cut_off_is_not_taken_for_all_there_is(older):
    cut = (
        "<response><href>/cal/</href><status>HTTP/1.1 507 Insufficient Storage"
        "</status></response></multistatus>"
    )
    said = listing(team='"1"').decode().replace("</multistatus>", cut).encode()
    older.by_path["/cal/"] = lambda asked: Said(
        501 if b"sync-collection" in asked.body else 207, said
    )

    with pytest.raises(ServerRefusal):
        ask(older.at("/cal/"))


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_in_trouble_keeps_its_marks(older, status):
    older.unable = status

    with pytest.raises(ServerRefusal):
        ask(older.at("/cal/"), Marks(sync_token="urn:1"))
