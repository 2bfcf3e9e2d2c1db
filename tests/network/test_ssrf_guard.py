"""Which machines may be asked, whatever name leads to them."""

import pytest

from plait.network.calendars.address import place_of
from plait.network.ssrf_guard import NameUnknown, OutOfBounds, reachable
from tests.network.asking import leading_to

PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]
PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.7",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",  # shared by a provider's customers, or a VPN
    "::1",
    "fd00::1",
    "::ffff:127.0.0.1",  # IPv4 in IPv6's clothes
    "::ffff:192.168.1.1",
    "64:ff9b::a00:7",  # 10.0.0.7 as a translating gateway knows it
]
NEVER = [
    "0.0.0.0",  # noqa: S104  # nothing listens here
    "169.254.169.254",  # where clouds keep their keys
    "fe80::1",
    "fe80::1%eth0",
    "224.0.0.1",
    "ff02::1",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.2.1",  # for examples in books
    "::",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",  # 169.254.169.254 within IPv6
    "2002:7f00:1::",
    "fec0::1",
    "fd00:ec2::254",  # the same of the clouds, among private addresses
    "fd20:ce::254",
    "fd00:c1::a9fe:a9fe",
    "fd00:42::42",
    "100.100.100.200",
    "::ffff:100.100.100.200",
    "64:ff9b::6464:64c8",
    "100.96.0.96",
    "168.63.129.16",  # and among public ones
    "192.0.0.192",
    "192.0.0.8",
    "192.88.99.1",
    "198.18.0.1",
    "2001:db8::1",
    "3fff::1",
]


def asked(*addresses: str, scheme: str = "https", **told) -> list[str]:
    place = place_of(f"{scheme}://calendar.example.org/a.ics")
    told = {"may_be_private": False} | told
    return reachable(place, resolve=leading_to(*addresses), **told)


@pytest.mark.parametrize("ip", PUBLIC)
@pytest.mark.parametrize("may_be_private", [False, True])
def test_a_public_machine_may_be_asked_by_https(ip, may_be_private):
    assert asked(ip, may_be_private=may_be_private) == [ip]


@pytest.mark.parametrize("ip", PUBLIC)
@pytest.mark.parametrize("may_be_private", [False, True])
def test_a_public_machine_is_not_asked_without_https(ip, may_be_private):
    with pytest.raises(OutOfBounds) as refused:
        asked(ip, scheme="http", may_be_private=may_be_private)

    assert str(refused.value) == (
        "Calendars are fetched by HTTPS alone, so that nobody reads them on the way:"
        " calendar.example.org. Write the address with https:// in front."
    )


@pytest.mark.parametrize("ip", PRIVATE)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_private_machine_is_not_asked(ip, scheme):
    with pytest.raises(OutOfBounds) as refused:
        asked(ip, scheme=scheme)

    assert str(refused.value) == (
        "This address leads into a private network, where Plait does not ask:"
        " calendar.example.org. If it is your own server, start Plait with"
        " PLAIT_FETCH_PRIVATE=1."
    )


@pytest.mark.parametrize("ip", PRIVATE)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_private_machine_may_be_asked_where_that_is_allowed(ip, scheme):
    assert len(asked(ip, scheme=scheme, may_be_private=True)) == 1


@pytest.mark.parametrize("ip", NEVER)
@pytest.mark.parametrize("may_be_private", [False, True])
def test_some_machines_are_never_asked(ip, may_be_private):
    with pytest.raises(OutOfBounds):
        asked(ip, may_be_private=may_be_private)


def test_of_several_addresses_only_those_are_left_that_may_be_asked():
    assert asked("10.0.0.7", *PUBLIC, "169.254.169.254") == PUBLIC


def test_a_name_that_stands_for_nothing_is_told():
    with pytest.raises(NameUnknown) as unknown:
        asked()

    assert str(unknown.value) == (
        "There is no machine of this name, or no network just now:"
        " calendar.example.org. Check the address; then try again."
    )


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "017700000001"])
def test_an_odd_way_to_write_this_machine_leads_no_further(host):
    with pytest.raises((OutOfBounds, NameUnknown)):
        reachable(place_of(f"https://{host}/"), may_be_private=False)
