"""The XML of servers: read as it is meant, and never believed."""

import time
from email.message import Message

import pytest

from plait.network.calendars import dav
from plait.network.calendars.dav import CAL, DAV
from plait.network.calendars.refusals import ServerRefusal
from plait.network.http_client import Answer

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12)
)


def said(body: str | bytes, status: int = 207) -> Answer:
    body = body.encode() if isinstance(body, str) else body
    return Answer(status, Message(), body, "https://caldav.example.org/nora/")


def many(inner: str) -> Answer:
    spaces = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    return said(f"<multistatus {spaces}>{inner}</multistatus>")


def test_of_each_address_the_properties_that_were_found_are_told():
    answer = many(
        "<response><href> /nora/work/ </href>"
        "<propstat><prop><displayname>Work</displayname><resourcetype><collection/>"
        "<C:calendar/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat>"
        "<propstat><prop><C:calendar-home-set/></prop>"
        "<status>HTTP/1.1 404 Not Found</status></propstat></response>"
        "<response><href>/nora/gone.ics</href><status>HTTP/1.1 404 Gone</status>"
        "</response><sync-token>urn:7</sync-token>"
    )

    work, gone = dav.answers(answer).responses

    assert (work.href, work.status, gone.status) == ("/nora/work/", 0, 404)
    assert work.text(f"{DAV}displayname") == "Work"
    assert work.has(f"{DAV}resourcetype", f"{CAL}calendar")
    assert f"{CAL}calendar-home-set" not in work.found
    assert dav.answers(answer).sync_token == "urn:7"


def test_an_answer_without_anything_says_nothing():
    assert dav.answers(many("")) == ([], "")


@pytest.mark.parametrize(
    "status", ["", "HTTP/1.1", "200", "HTTP/1.1 two", "HTTP/1.1 ²00 OK"]
)
def test_a_status_that_is_none_leaves_its_properties_out(status):
    answer = many(
        "<response><href>/a</href><propstat><prop><displayname>A</displayname></prop>"
        f"<status>{status}</status></propstat></response>"
    )

    assert dav.answers(answer).responses[0].found == {}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no xml",
        "<multistatus",
        "<multistatus/>",  # of no namespace
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        '<!DOCTYPE m><multistatus xmlns="DAV:"/>',
        '<!DOCTYPE m SYSTEM "file:///etc/passwd"><multistatus xmlns="DAV:"/>',
        (
            '<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            '<multistatus xmlns="DAV:"><sync-token>&e;</sync-token></multistatus>'
        ),
        f'<!DOCTYPE m [{LAUGHS}]><multistatus xmlns="DAV:">&l11;</multistatus>',
        f'<!DOCTYPE m [{LAUGHS}]><multistatus xmlns="DAV:" a="&l11;"/>',
        "<a>" * 100_000,
        b"\xff\xfe<\0m\0u\0",
        b"\0" * 1_000,
    ],
    ids=range(13),
)
def test_xml_that_is_no_answer_or_would_hurt_is_refused_at_once(body):
    began = time.process_time()

    with pytest.raises(ServerRefusal) as refused:
        dav.answers(said(body))

    assert time.process_time() - began < 1
    assert str(refused.value) == (
        "This server does not speak as one for calendars does (CalDAV):"
        " caldav.example.org. Check the address; the service's help names the one for"
        " CalDAV."
    )


def test_an_answer_of_another_status_is_none_of_many_parts():
    with pytest.raises(ServerRefusal):
        dav.answers(said('<multistatus xmlns="DAV:"/>', status=200))


def test_what_is_asked_is_written_so_that_it_stays_one_question():
    asked = dav.question("D:sync-collection", dav.text("D:sync-token", "<a>&</a>"))

    assert b"<D:sync-token>&lt;a&gt;&amp;&lt;/a&gt;</D:sync-token>" in asked
