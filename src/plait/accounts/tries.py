"""How often a password may be tried, counted before it is looked at."""

import hashlib
import unicodedata
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.contrib.sessions.models import Session
from django.db import transaction

from plait.accounts.models import Person, SignInLink, SignInTry
from plait.domain.errors import PlaitError

TRY_LIFETIME = timedelta(minutes=15)
MOST_TRIES = 10
MOST_OPENINGS = 60
# The clocks of several processes differ a little; a try further ahead was kept under
# a clock that has been set back since, and says nothing.
_CLOCKS_DIFFER = timedelta(minutes=1)


class TooManyTries(PlaitError):
    """Too many passwords that did not fit, in too short a time."""


class TooManyOpenings(PlaitError):
    """Too many links were opened from one place, in too short a time."""


def count_opening(*, address: str, now: datetime) -> None:
    """Count the opening of a link from an address; raise `TooManyOpenings` after sixty.

    Within 15 minutes, of all links together, right or wrong.
    """
    try:
        _count(_hash(f"opening\0{_network(address)}"), now, MOST_OPENINGS)
    except TooManyTries as error:
        raise TooManyOpenings(
            "Links were opened too often from where you are",
            fix="Wait a quarter of an hour.",
        ) from error


def count_try(*, name: str, address: str, now: datetime) -> None:
    """Count a try of a password; raise `TooManyTries` after ten within 15 minutes.

    By name and address, so that nobody locks another out from elsewhere.
    """
    _count(_fingerprint(name, address), now)


def count_try_inside(*, viewer: Person, now: datetime) -> None:
    """Count a try of the password that holds now, by whoever has a session already.

    From all addresses together, for a session that was stolen goes along with them.
    """
    _count(_fingerprint_inside(viewer), now)


@transaction.atomic
def forget_tries(*, name: str, address: str) -> None:
    """Forget the tries of whoever had the right password in the end."""
    SignInTry.objects.filter(fingerprint=_fingerprint(name, address)).delete()


@transaction.atomic
def forget_tries_inside(*, viewer: Person) -> None:
    """Forget those within a session."""
    SignInTry.objects.filter(fingerprint=_fingerprint_inside(viewer)).delete()


@transaction.atomic
def clear_away(*, now: datetime) -> None:
    """Remove sessions, links and tries that are over: nothing is learned from them."""
    Session.objects.filter(expire_date__lte=now).delete()
    SignInLink.objects.filter(expires_at__lte=now).delete()
    SignInTry.objects.filter(at__lte=now - TRY_LIFETIME).delete()
    SignInTry.objects.filter(at__gt=now + _CLOCKS_DIFFER).delete()


def _count(fingerprint: str, now: datetime, most: int = MOST_TRIES) -> None:
    clear_away(now=now)
    # Kept first and counted then: of many at one moment each counts those that were
    # kept before it, and no two take the same last try.
    mine = SignInTry.objects.create(fingerprint=fingerprint, at=now)
    if SignInTry.objects.filter(fingerprint=fingerprint).count() > most:
        # Whoever goes on trying does not make the wait longer.
        mine.delete()
        raise TooManyTries(
            "Too many passwords were tried with this name",
            fix="Wait a quarter of an hour, or open a link from: plait link.",
        )


def _fingerprint(name: str, address: str) -> str:
    """Return who tries from where; a password typed as the name is not kept."""
    return _hash(f"{_as_compared(name)}\0{_network(address)}")


def _fingerprint_inside(viewer: Person) -> str:
    return _hash(f"{viewer.pk}\0inside")


def _as_compared(name: str) -> str:
    """Return a name as the sign-in form reads it, and without capitals.

    The form takes a bold letter for a plain one (NFKC): both are one name to try.
    """
    plain = unicodedata.normalize("NFKC", name.strip()).casefold()
    # Folded letters may come together to another one.
    return unicodedata.normalize("NFKC", plain).strip()


def _network(address: str) -> str:
    """Return what one machine tries from: of IPv6 it has a whole /64 to itself."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        return str(ip.ipv4_mapped)
    return str(ip) if ip.version == 4 else f"{int(ip) >> 64:x}::/64"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
