"""Whose word counts on who asks: the proxies that are named, and nobody else."""

from ipaddress import ip_network

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from plait.accounts.models import SignInTry
from plait.server import environment
from plait.server.environment import BadSetting
from plait.server.proxies import ClientAddress, visitor_behind

PROXIES = [ip_network("127.0.0.0/8"), ip_network("10.0.0.0/24"), ip_network("::1")]


@pytest.mark.parametrize(
    ("peer", "said", "visitor"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        # What a visitor invents stands before their own address.
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "127.0.0.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, 10.0.0.9", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7:51834", "203.0.113.7"),
        ("127.0.0.1", "[2001:db8::7]:443", "2001:db8::7"),
        ("127.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, nobody", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7," * 30 + "10.0.0.9," * 25, "127.0.0.1"),
    ],
)
def test_the_last_address_that_no_proxy_has_is_the_visitor(peer, said, visitor):
    assert visitor_behind(peer, said, PROXIES) == visitor


@pytest.fixture
def asked(settings):
    """Return what a view learns of a request."""
    settings.PROXIES = PROXIES
    seen = {}

    def view(request):
        seen.update(request.META, is_secure=request.is_secure())
        return HttpResponse()

    def ask(peer, **headers):
        seen.clear()
        extra = {f"HTTP_X_FORWARDED_{k.upper()}": v for k, v in headers.items()}
        request = RequestFactory().get("/", REMOTE_ADDR=peer, **extra)
        ClientAddress(view)(request)
        return seen

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    return ask


def test_a_proxy_that_is_named_says_who_asks_and_how(asked):
    seen = asked("10.0.0.9", **{"for": "203.0.113.7", "proto": "https"})

    assert seen["REMOTE_ADDR"] == "203.0.113.7"
    assert seen["is_secure"]
    assert asked("", **{"for": "203.0.113.7"})["REMOTE_ADDR"] == "203.0.113.7"


def test_nobody_else_does(asked):
    seen = asked(
        "203.0.113.7", **{"for": "10.0.0.9", "proto": "https", "host": "evil.example"}
    )

    assert seen["REMOTE_ADDR"] == "203.0.113.7"
    assert not seen["is_secure"]
    assert not [name for name in seen if name.startswith("HTTP_X_FORWARDED")]


def test_a_proxy_that_is_not_named_is_mentioned_once_without_an_address(
    asked, settings, caplog
):
    settings.IS_HTTPS = True
    middleware = ClientAddress(lambda _request: HttpResponse())

    for _ in range(3):
        middleware(
            RequestFactory().get(
                "/", REMOTE_ADDR="198.51.100.9", HTTP_X_FORWARDED_PROTO="https"
            )
        )

    assert caplog.text.count("PLAIT_PROXIES does not name") == 1
    assert "198.51" not in caplog.text


@pytest.mark.parametrize("named", ["0.0.0.0/0", "::/0", "proxy", "10.0.0.0/99"])
def test_every_address_and_what_is_none_are_refused(monkeypatch, named):
    monkeypatch.setenv("PLAIT_PROXIES", named)

    with pytest.raises(BadSetting, match="PLAIT_PROXIES names"):
        environment.networks("PLAIT_PROXIES", "")


def test_visitors_behind_one_proxy_do_not_share_their_tries(db, settings):
    settings.PROXIES = PROXIES
    # What takes a tenth of a second each time, on purpose, is not asked about here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    guess = {"username": "nora", "password": "not this one"}

    def status(visitor, peer="127.0.0.1"):
        client = Client(REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=visitor)
        return client.post("/sign-in/", guess).status_code

    first = [status("198.51.100.1") for _ in range(11)]

    assert first == [200] * 10 + [429]
    assert status("203.0.113.7") == 200
    # Whoever comes by no proxy invents as many addresses as they like, and stays one.
    invented = [status(f"192.0.2.{n}", peer="203.0.113.99") for n in range(11)]
    assert invented[-1] == 429
    assert SignInTry.objects.values("fingerprint").distinct().count() == 3
