"""Calendars behind an address: fetched, unchanged, refused, or no calendars at all."""

import codecs

import pytest

from plait.network.calendars.fetch_result import Marks
from plait.network.calendars.ics_address import NoCalendar, fetch
from plait.network.calendars.refusals import NothingThere, ServerRefusal, TurnedAway
from plait.network.http_client import Login
from tests.formats.ics_samples import calendar, event
from tests.network.asking import HERE
from tests.servers.answering import Said

TEAM = calendar(event("DTSTART:20261102T090000Z", uid="team")).encode()
SEEN = "Sun, 01 Nov 2026 08:00:00 GMT"


def test_a_calendar_comes_with_the_marks_to_ask_by_next_time(server):
    server.by_path["/a.ics"] = Said(200, TEAM, {"ETag": '"1"', "Last-Modified": SEEN})

    taken = fetch(server.at("/a.ics"), Marks(), HERE)

    assert taken.parts == [TEAM]
    assert taken.marks[:2] == ('"1"', SEEN)
    assert (taken.is_whole, taken.is_exact) == (True, False)


def test_what_has_not_changed_does_not_come_again(server):
    def only_news(asked):
        is_known = asked.headers.get("If-None-Match") == '"1"'
        return Said(304) if is_known else Said(200, TEAM, {"ETag": '"1"'})

    server.by_path["/a.ics"] = only_news
    first = fetch(server.at("/a.ics"), Marks(), HERE)

    assert fetch(server.at("/a.ics"), first.marks, HERE) is None
    assert fetch(server.at("/a.ics"), Marks(), HERE) == first


def test_a_server_without_marks_is_known_by_what_it_says(server):
    def stamped(minute: int, hour: int = 9) -> Said:
        lines = f"DTSTAMP:20261120T09{minute:02}00Z", f"DTSTART:20261102T{hour:02}0000Z"
        return Said(200, calendar(event(*lines)).encode())

    server.by_path["/a.ics"] = stamped(minute=1)
    marks = fetch(server.at("/a.ics"), Marks(), HERE).marks
    server.by_path["/a.ics"] = stamped(minute=2)

    assert fetch(server.at("/a.ics"), marks, HERE) is None
    server.by_path["/a.ics"] = stamped(minute=2, hour=10)
    assert fetch(server.at("/a.ics"), marks, HERE) is not None


def test_the_day_of_the_last_change_is_said_where_it_is_known(server):
    server.by_path["/a.ics"] = Said(304)

    assert fetch(server.at("/a.ics"), Marks(modified=SEEN), HERE) is None
    assert server.asked[0].headers["If-Modified-Since"] == SEEN
    assert "If-None-Match" not in server.asked[0].headers


@pytest.mark.parametrize("etag", ['"' + "x" * 600 + '"', '"caf\xe9"'])
def test_a_mark_that_cannot_be_said_again_is_forgotten(server, etag):
    server.by_path["/a.ics"] = Said(200, TEAM, {"ETag": etag})

    assert fetch(server.at("/a.ics"), Marks(), HERE).marks.etag == ""


@pytest.mark.parametrize(
    "body",
    [
        codecs.BOM_UTF8 + TEAM,
        TEAM.decode().encode("utf-16"),
        b"\r\n\r\n" + TEAM,
        b"begin:vcalendar\r\nEND:VCALENDAR\r\n",
    ],
)
def test_calendars_are_known_by_how_they_begin(server, body):
    server.by_path["/a.ics"] = Said(200, body, {"Content-Type": "text/plain"})

    assert fetch(server.at("/a.ics"), Marks(), HERE).parts == [body]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            b"<!doctype html><html><title>Sign in</title></html>",
            (
                "This is the address of a web page, not of a calendar: 127.0.0.1. Look for"
                " “secret address in iCal format” or “publish” there."
            ),
        ),
        (
            b'{"error": "gone"}',
            (
                "What this address gives is not a calendar: 127.0.0.1. Copy the address"
                " that your calendar shows for sharing."
            ),
        ),
        (
            b"",
            (
                "What this address gives is not a calendar: 127.0.0.1. Copy the address"
                " that your calendar shows for sharing."
            ),
        ),
    ],
)
def test_what_is_no_calendar_is_refused(server, body, told):
    server.by_path["/a.ics"] = Said(200, body, {"Content-Type": "text/calendar"})

    with pytest.raises(NoCalendar) as refused:
        fetch(server.at("/a.ics"), Marks(), HERE)

    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("status", "kind", "told"),
    [
        (
            401,
            TurnedAway,
            (
                "This calendar asks who you are: 127.0.0.1. Give the user and the password,"
                " or the secret address for sharing."
            ),
        ),
        (
            403,
            TurnedAway,
            (
                "This server lets nobody in with this user and password: 127.0.0.1. Check"
                " both; many services want a password made for one app."
            ),
        ),
        (
            404,
            NothingThere,
            (
                "There is no calendar at this address, or no longer: 127.0.0.1. Copy the"
                " address from your calendar again."
            ),
        ),
        (
            429,
            ServerRefusal,
            "This server was asked too often: 127.0.0.1. Wait for an hour.",
        ),
        (
            500,
            ServerRefusal,
            "This server cannot answer just now: 127.0.0.1, 500. Try again later.",
        ),
        (
            405,
            ServerRefusal,
            (
                "This server does not answer this question: 127.0.0.1, 405. Check whether"
                " the address is that of a calendar."
            ),
        ),
    ],
)
def test_a_refusal_is_told_in_words(server, status, kind, told):
    server.by_path["/a.ics"] = Said(status, TEAM)

    with pytest.raises(kind) as refused:
        fetch(server.at("/a.ics"), Marks(), HERE)

    assert str(refused.value) == told


def test_an_unchanged_that_nobody_asked_for_is_no_answer(server):
    server.by_path["/a.ics"] = Said(304)

    with pytest.raises(ServerRefusal):
        fetch(server.at("/a.ics"), Marks(), HERE)


def test_a_wrong_password_is_told_as_one(server):
    server.by_path["/a.ics"] = Said(401)

    with pytest.raises(TurnedAway) as refused:
        fetch(server.at("/a.ics"), Marks(), HERE, Login("nora", "x", "127.0.0.1"))

    assert "with this user and password" in str(refused.value)
