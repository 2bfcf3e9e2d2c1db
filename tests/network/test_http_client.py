"""Asking servers: friendly ones, slow ones, endless ones, and those that lead on."""

import gzip
import time
from base64 import b64decode

import pytest

from plait.network.http_client import (
    HttpClient,
    LedAstray,
    Login,
    Network,
    NotReached,
    TooMuch,
)
from plait.network.ssrf_guard import OutOfBounds
from tests.network.asking import HERE, leading_to
from tests.network.certificate import certificate
from tests.servers.answering import Answering, Said

NORA = Login("nora", "wäde:2", "127.0.0.1")


def test_an_answer_is_its_status_its_words_and_where_it_came_from(server):
    server.by_path["/a.ics?x=1"] = Said(200, b"hello", {"ETag": '"7"'})

    answer = HttpClient(HERE).ask(
        server.at("/a.ics?x=1"), headers={"Accept": "text/plain"}
    )

    assert (answer.status, answer.body) == (200, b"hello")
    assert (answer.headers["etag"], answer.address) == ('"7"', server.at("/a.ics?x=1"))
    asked = server.asked[0]
    assert (asked.method, asked.path) == ("GET", "/a.ics?x=1")
    assert asked.headers["Accept"] == "text/plain"
    assert asked.headers["Host"] == f"127.0.0.1:{server.port}"


def test_a_refusal_is_an_answer_too(server):
    assert HttpClient(HERE).ask(server.at("/")).status == 404


def test_a_machine_in_a_private_network_is_asked_only_where_that_is_allowed(server):
    with pytest.raises(OutOfBounds):
        HttpClient(Network()).ask(server.at("/"))

    assert server.asked == []


def test_a_name_is_looked_up_once_and_what_was_judged_is_what_is_asked(server):
    answers = [["127.0.0.1"], ["10.0.0.7"]]  # another one for whoever asks again

    def resolve(*told, **more):
        return leading_to(*answers.pop(0))(*told, **more)

    server.by_path["/"] = Said(200, b"hello")
    network = HERE._replace(resolve=resolve)

    answer = HttpClient(network).ask(f"http://calendar.example.org:{server.port}/")

    assert answer.body == b"hello"
    assert server.asked[0].headers["Host"] == f"calendar.example.org:{server.port}"
    assert answers == [["10.0.0.7"]]


# Leading on


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_where_a_server_leads_the_question_follows_whole(server, status):
    server.by_path["/old"] = Said(status, headers={"Location": "/new?a=b"})
    server.by_path["/new?a=b"] = Said(207, b"found")

    answer = HttpClient(HERE).ask(
        server.at("/old"), "PROPFIND", {"Depth": "0"}, b"<x/>"
    )

    assert (answer.body, answer.address) == (b"found", server.at("/new?a=b"))
    assert server.asked[1].method == "PROPFIND"
    assert server.asked[1].body == b"<x/>"
    assert server.asked[1].headers["Depth"] == "0"


def test_a_server_that_leads_in_circles_is_left(server):
    server.by_path["/"] = Said(302, headers={"Location": "/"})

    with pytest.raises(LedAstray) as left:
        HttpClient(HERE).ask(server.at("/"))

    assert str(left.value) == (
        "This server leads on and on: 127.0.0.1. Open the address in a browser and copy"
        " the one where it ends."
    )
    assert len(server.asked) == 6  # five steps on from where it began


def test_each_step_is_judged_anew(server):
    server.by_path["/"] = Said(302, headers={"Location": "https://169.254.169.254/"})

    with pytest.raises(OutOfBounds):
        HttpClient(HERE).ask(server.at("/"))


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://["]
)
def test_a_server_cannot_lead_out_of_the_web(server, where):
    server.by_path["/"] = Said(302, headers={"Location": where})

    with pytest.raises(LedAstray):
        HttpClient(HERE).ask(server.at("/"))


def test_a_server_that_leads_nowhere_is_told(server):
    server.by_path["/"] = Said(302)

    with pytest.raises(LedAstray) as left:
        HttpClient(HERE).ask(server.at("/"))

    assert left.value.what == "This server leads to an address that cannot be followed"


# Passwords


def test_a_password_goes_to_its_host_alone(server):
    elsewhere = Answering()
    elsewhere.by_path["/"] = Said(200)
    lead = f"http://localhost:{elsewhere.port}/"
    server.by_path["/"] = Said(302, headers={"Location": lead})

    HttpClient(HERE, NORA).ask(server.at("/"))
    elsewhere.close()

    told = server.asked[0].headers["Authorization"].removeprefix("Basic ")
    assert b64decode(told).decode() == "nora:wäde:2"
    assert "Authorization" not in elsewhere.asked[0].headers


@pytest.mark.parametrize(
    ("own", "host", "may_have_it"),
    [
        ("caldav.example.com", "caldav.example.com", True),
        ("caldav.example.com", "p42-caldav.example.com", True),  # a large service
        ("caldav.example.com", "example.com", False),
        ("caldav.example.com", "example.org", False),
        ("caldav.example.com", "caldav.example.com.evil.example", False),
        ("caldav.example.com", "evilexample.com", False),
        ("mine.co.uk", "evil.co.uk", False),  # anybody may have a name there
        ("mine.github.io", "evil.github.io", False),
        ("mine.bd", "evil.bd", False),
        ("cal.mine.co.uk", "p2.mine.co.uk", True),
    ],
)
def test_beside_its_host_a_password_goes_only_to_its_neighbours(
    tmp_path, own, host, may_have_it
):
    serving, trusting = certificate(tmp_path, host)
    server = Answering(serving)
    server.by_path["/"] = Said(200, b"secure")
    network = HERE._replace(resolve=leading_to("127.0.0.1"), trust=lambda: trusting)
    login = Login("nora", "geheim", own)

    answer = HttpClient(network, login).ask(f"https://{host}:{server.port}/")
    server.close()

    assert answer.body == b"secure"
    assert ("Authorization" in server.asked[0].headers) is may_have_it


# Secure connections


def test_a_certificate_for_another_name_is_refused(tmp_path):
    serving, trusting = certificate(tmp_path, "calendar.example.org")
    server = Answering(serving)
    network = HERE._replace(resolve=leading_to("127.0.0.1"), trust=lambda: trusting)

    with pytest.raises(NotReached) as refused:
        HttpClient(network).ask(f"https://other.example.org:{server.port}/")
    server.close()

    assert refused.value.what == "There is no secure connection to this server"
    assert server.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    serving, _ = certificate(tmp_path, "calendar.example.org")
    server = Answering(serving)
    network = HERE._replace(resolve=leading_to("127.0.0.1"))

    with pytest.raises(NotReached) as refused:
        HttpClient(network).ask(f"https://calendar.example.org:{server.port}/")
    server.close()

    assert "calendar.example.org: CERTIFICATE_VERIFY_FAILED" in str(refused.value)


def test_a_server_without_a_secure_connection_is_refused(server):
    with pytest.raises(NotReached) as refused:
        HttpClient(HERE).ask(f"https://127.0.0.1:{server.port}/")

    assert refused.value.what == "There is no secure connection to this server"


def test_from_https_nothing_leads_back_to_http(tmp_path, server):
    serving, trusting = certificate(tmp_path, "calendar.example.org")
    secure = Answering(serving)
    secure.by_path["/"] = Said(302, headers={"Location": server.at("/")})
    network = HERE._replace(resolve=leading_to("127.0.0.1"), trust=lambda: trusting)

    with pytest.raises(LedAstray):
        HttpClient(network).ask(f"https://calendar.example.org:{secure.port}/")
    secure.close()

    assert server.asked == []


# Time and size

SLOWLY = [b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 1000]


@pytest.mark.parametrize(
    "parts",
    [
        [b""],  # not a word
        SLOWLY,  # a line now and then, for ever
        [b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", *[b"x"] * 1000],
        [
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            *[b"1\r\nx\r\n"] * 999,
        ],
    ],
    ids=["silent", "headers", "body", "chunks"],
)
def test_a_server_that_dribbles_is_left_when_the_time_is_over(speaking, parts):
    address = speaking(parts, every=0.05 if len(parts) > 1 else 30)
    began = time.monotonic()

    with pytest.raises(NotReached) as left:
        HttpClient(HERE._replace(seconds=0.5)).ask(address)

    assert time.monotonic() - began < 2
    assert str(left.value) == (
        "This server did not answer in time: 127.0.0.1. Try again later; if it goes"
        " on, import the calendar as a file."
    )


def test_the_time_is_for_all_that_a_visit_asks(server):
    server.by_path["/"] = lambda _: time.sleep(0.3) or Said(200)
    visit = HttpClient(HERE._replace(seconds=0.5))
    visit.ask(server.at("/"))

    with pytest.raises(NotReached):
        visit.ask(server.at("/"))


def test_what_is_larger_than_it_may_be_is_refused(server):
    server.by_path["/"] = Said(200, b"x" * 1_001)

    with pytest.raises(TooMuch) as refused:
        HttpClient(HERE._replace(most_bytes=1_000)).ask(server.at("/"))

    assert str(refused.value) == (
        "This calendar is larger than Plait takes at once, which is 50 MB: 127.0.0.1."
        " Share a shorter period, or export it and import the file."
    )


def test_the_size_is_for_all_that_a_visit_asks(server):
    server.by_path["/"] = Said(200, b"x" * 600)
    visit = HttpClient(HERE._replace(most_bytes=1_000))
    visit.ask(server.at("/"))

    with pytest.raises(TooMuch):
        visit.ask(server.at("/"))


def test_the_sentences_say_what_the_bounds_are():
    assert (Network().seconds, Network().most_bytes) == (60.0, 50_000_000)


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 131_072, 500_000])
def test_a_packed_answer_is_unpacked(server, size):
    plain = b"x" * size
    packed = gzip.compress(plain)
    server.by_path["/"] = Said(200, packed, {"Content-Encoding": "gzip"})

    assert HttpClient(HERE).ask(server.at("/")).body == plain


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(server):
    packed = gzip.compress(b"\0" * 20_000_000)
    server.by_path["/"] = Said(200, packed, {"Content-Encoding": "gzip"})
    assert len(packed) < 20_000

    with pytest.raises(TooMuch):
        HttpClient(HERE._replace(most_bytes=1_000_000)).ask(server.at("/"))


@pytest.mark.parametrize(
    "said",
    [
        Said(200, gzip.compress(b"hello" * 100)[:-20], {"Content-Encoding": "gzip"}),
        Said(200, b"hello", {"Content-Encoding": "gzip"}),
        Said(200, b"hello", {"Content-Encoding": "br"}),
    ],
    ids=["cut off", "not packed", "packed otherwise"],
)
def test_what_cannot_be_unpacked_is_refused(server, said):
    server.by_path["/"] = said

    with pytest.raises(NotReached):
        HttpClient(HERE).ask(server.at("/"))


# Those that speak something else


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=["nothing", "ssh", "no status", "headers", "long", "short", "chunks"],
)
def test_who_does_not_speak_as_a_web_server_is_left(speaking, words):
    with pytest.raises(NotReached) as left:
        HttpClient(HERE).ask(speaking([words]))

    assert str(left.value) == (
        "This server does not answer as one that has calendars: 127.0.0.1. Check the"
        " address; then try again."
    )


def test_where_nobody_listens_is_told(server):
    server.close()

    with pytest.raises(NotReached):
        HttpClient(HERE).ask(server.at("/"))


def test_no_address_shows_in_what_is_told_of_it(server):
    address = server.at("/private-7f3a9c/basic.ics")
    server.close()

    with pytest.raises(NotReached) as left:
        HttpClient(HERE).ask(address)

    assert "7f3a9c" not in str(left.value)
