"""Addresses as people type and paste them."""

import pytest

from plait.network.calendars.address import LONGEST, BadAddress, plain_address


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("https://calendar.example.org/a.ics", "https://calendar.example.org/a.ics"),
        ("webcal://calendar.example.org/a.ics", "https://calendar.example.org/a.ics"),
        ("WEBCAL://Calendar.Example.org/A.ics", "https://calendar.example.org/A.ics"),
        ("  calendar.example.org/a.ics\n", "https://calendar.example.org/a.ics"),
        ("calendar.example.org", "https://calendar.example.org/"),
        ("http://127.0.0.1:5232/nora/", "http://127.0.0.1:5232/nora/"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("https://kalender.example/für mich?a=b c#x", None),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://a.example/private-1%2F2/basic.ics?x=%20", None),
    ],
)
def test_what_people_paste_becomes_the_address_that_is_asked(typed, plain):
    expected = plain or {
        "https://kalender.example/für mich?a=b c#x": (
            "https://kalender.example/f%C3%BCr%20mich?a=b%20c"
        ),
    }.get(typed, typed)

    assert plain_address(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "ftp://calendar.example.org/a.ics",
        "gopher://127.0.0.1:70/_GET",
        "javascript://x",
        "https://",
        "https:///a.ics",
        "https://a b.example/",
        "https://calendar.example.org:70000/",
        "https://calendar.example.org:port/",
        "https://[::1/",
        "https://[nonsense]/",
        "https://calendar.example.org/\r\nHost: other.example",
        "https://calendar.example.org\\.127.0.0.1/",
        "https://" + "a" * 300 + ".example/",
        "https://calendar.example.org/" + "a" * LONGEST,
        "my calendar",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(BadAddress) as refused:
        plain_address(typed)

    assert refused.value.what == "This is not the address of a calendar"


def test_a_password_does_not_stay_in_an_address():
    with pytest.raises(BadAddress) as refused:
        plain_address("https://nora:geheim@calendar.example.org/a.ics")

    assert str(refused.value) == (
        "There is a password in this address: calendar.example.org. Write the address"
        " without it; user and password have their own place."
    )
