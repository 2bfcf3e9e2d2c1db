"""From an address to the calendars that can be followed."""

import pytest

from plait.network.calendars.find import Found, NoCalendars, find_calendars
from plait.network.calendars.ics_address import NoCalendar
from plait.network.calendars.refusals import NothingThere, ServerRefusal, TurnedAway
from tests.formats.ics_samples import calendar, event
from tests.network.asking import HERE
from tests.servers.answering import Said
from tests.servers.radicale import PASSWORDS

TEAM = event("DTSTART:20261102T090000Z", uid="team")


@pytest.fixture(scope="module")
def lenas(radicale):
    """Lena's calendars: two with events, and a list of tasks."""
    radicale.make("private", "Privé & gezin", "lena")
    radicale.make("work", "Work", "lena")
    radicale.make("tasks", "Tasks", "lena", kind="VTODO")
    return radicale


def find(address: str, user: str = "lena"):
    return find_calendars(address, HERE, user, PASSWORDS[user])


@pytest.mark.parametrize("path", ["", "lena/", "lena", ".well-known/caldav"])
def test_from_any_place_of_the_server_all_calendars_with_events_are_found(lenas, path):
    found = find(lenas.address + path)

    assert sorted(found) == [
        Found("caldav", "Privé & gezin", f"{lenas.address}lena/private/"),
        Found("caldav", "Work", f"{lenas.address}lena/work/"),
    ]


def test_the_address_of_one_calendar_finds_that_one(lenas):
    found = find(f"{lenas.address}lena/work/")

    assert found == [Found("caldav", "Work", f"{lenas.address}lena/work/")]


def test_a_wrong_password_is_told(lenas):
    with pytest.raises(TurnedAway):
        find_calendars(lenas.address, HERE, "lena", "wrong")


def test_without_a_user_the_server_asks_who_it_is(lenas):
    with pytest.raises(TurnedAway) as refused:
        find_calendars(f"{lenas.address}lena/work/", HERE)

    assert refused.value.what == "This calendar asks who you are"


def test_a_user_without_calendars_is_told(radicale):
    with pytest.raises(NoCalendars) as none:
        find(radicale.address, "empty")

    assert str(none.value) == (
        "There are no calendars with events for this user: 127.0.0.1. Check the user;"
        " or give the address of one calendar."
    )


@pytest.mark.parametrize(
    ("path", "named", "name"),
    [
        ("/team.ics", "X-WR-CALNAME:Team\\, both\r\n", "Team, both"),
        ("/our%20team.ics", "", "our team"),
        ("/private-7f3a/basic.ics", "", "127.0.0.1"),
        ("/", "", "127.0.0.1"),
    ],
)
def test_behind_an_address_of_ics_there_is_one_calendar(server, path, named, name):
    server.by_path[path] = Said(200, calendar(named, TEAM).encode())

    found = find_calendars(server.at(path), HERE)

    assert found == [Found("ics", name, server.at(path))]


def test_an_address_of_ics_may_ask_for_a_password(server):
    def closed(asked):
        is_known = "Authorization" in asked.headers
        return Said(200, calendar(TEAM).encode()) if is_known else Said(401)

    server.by_path["/team.ics"] = closed

    found = find_calendars(server.at("/team.ics"), HERE, "nora", "geheim")

    assert [one.kind for one in found] == ["ics"]


def test_where_neither_calendars_nor_one_is_found_the_first_trouble_is_told(server):
    server.by_path["/"] = Said(200, b"<html>Welcome</html>")

    with pytest.raises(ServerRefusal) as refused:
        find_calendars(server.at("/"), HERE, "nora", "geheim")

    assert "(CalDAV)" in str(refused.value)


def test_a_web_page_is_no_calendar(server):
    server.by_path["/"] = Said(200, b"<html>Welcome</html>")

    with pytest.raises(NoCalendar):
        find_calendars(server.at("/"), HERE)


def test_nothing_at_all_is_told(server):
    with pytest.raises(NothingThere):
        find_calendars(server.at("/nothing/"), HERE, "nora", "geheim")
