"""The keys of others: believed when first seen, and said plainly when changed."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import QuerySet

from plait.accounts.models import KnownKey, Person, SigningKey
from plait.domain.errors import PlaitError
from plait.formats.signed import Kind, Sender, Statement, fingerprint, opened, read


class KeySeen(StrEnum):
    """How a sender's key is known; `NAMESAKE`: seen first, of a name known already."""

    FIRST = "first"
    NAMESAKE = "namesake"
    SAME = "same"
    FOLLOWS = "follows"
    CONFIRMED = "confirmed"


class OwnFile(PlaitError):
    """The file was signed by whoever brings it in."""


class ReplacedKey(PlaitError):
    """The file is signed with a key that its sender replaced or revoked."""


class ChangedKey(PlaitError):
    """Somebody known signs with another key, and nothing says that it is theirs.

    `code` is what they read from their page "Your signature".
    """

    def __init__(self, name: str, code: str) -> None:
        super().__init__(
            "Somebody you know signs with another key than before",
            value=name,
            fix="Ask them by telephone for the code of their signature, and give it"
            " with the file.",
        )
        self.name = name
        self.code = code


def known_keys(*, viewer: Person) -> list[KnownKey]:
    """Return the keys of others that the viewer believes, by name."""
    rows = KnownKey.objects.filter(owner=viewer.pk, ended_at=None)
    return list(rows.order_by("name", "pk"))


@transaction.atomic
def note_revoked(*, viewer: Person, statement: Statement, now: datetime) -> None:
    """Believe no key any more that says of itself that it is worth nothing.

    In a transaction of its own, since what brought the news may be refused.
    """
    for one in _vouches(statement):
        if _successor(one) is None:
            _of(viewer, one.sender.number).filter(public=one.sender.key).update(
                ended_at=now
            )


@transaction.atomic
def recognise(
    *, viewer: Person, statement: Statement, confirmed: str = "", now: datetime
) -> KeySeen:
    """Say how the viewer knows the sender's key, and remember it.

    `confirmed` is the code that they compared. Raise `OwnFile`, `ReplacedKey` or
    `ChangedKey`.
    """
    sender = statement.sender
    if SigningKey.objects.filter(owner=viewer.pk, number=sender.number).exists():
        raise OwnFile("This is a file of your own", fix="Send it to whom it is for.")
    rows = list(KnownKey.objects.filter(owner=viewer.pk, number=sender.number))
    held = next((one for one in rows if one.public == sender.key), None)
    if held is not None:
        return _seen_before(held, sender)
    if not rows:
        return _first(viewer, sender, now)
    seen = _how_it_follows(rows, statement, confirmed)
    _of(viewer, sender.number).filter(ended_at=None).update(ended_at=now)
    _remember(viewer, sender, now)
    return seen


def _seen_before(held: KnownKey, sender: Sender) -> KeySeen:
    if held.ended_at is not None:
        raise ReplacedKey(
            "This file is signed with a key that is not in use any more",
            value=sender.name,
            fix="Ask whoever sent it to make it anew.",
        )
    return KeySeen.SAME


def _first(viewer: Person, sender: Sender, now: datetime) -> KeySeen:
    names = KnownKey.objects.filter(owner=viewer.pk, ended_at=None)
    known = {name.casefold() for name in names.values_list("name", flat=True)}
    _remember(viewer, sender, now)
    return KeySeen.NAMESAKE if sender.name.casefold() in known else KeySeen.FIRST


def _how_it_follows(
    rows: list[KnownKey], statement: Statement, confirmed: str
) -> KeySeen:
    sender = statement.sender
    believed = next((one.public for one in rows if one.ended_at is None), "")
    following = {one.sender.key: _successor(one) for one in _vouches(statement)}
    # Each step uses one up, so that a ring of them has an end.
    while believed in following:
        believed = following.pop(believed) or ""
    if believed == sender.key:
        return KeySeen.FOLLOWS
    code = fingerprint(sender.key)
    if confirmed.replace(" ", "").lower() == code.replace(" ", ""):
        return KeySeen.CONFIRMED
    raise ChangedKey(sender.name, code)


def _remember(viewer: Person, sender: Sender, now: datetime) -> None:
    KnownKey.objects.create(
        owner_id=viewer.pk,
        number=sender.number,
        public=sender.key,
        name=sender.name,
        seen_at=now,
    )


def _vouches(statement: Statement) -> Iterable[Statement]:
    """Yield what earlier keys of the sender say of the next, rightly signed by each."""
    for file in statement.former:
        try:
            one = read(opened(file.encode()))
        except PlaitError:
            continue
        if one.kind is Kind.KEY and one.sender.number == statement.sender.number:
            yield one


def _successor(vouch: Statement) -> str | None:
    found = msgspec.json.decode(vouch.content)
    named = found.get("successor") if isinstance(found, dict) else None
    return named if isinstance(named, str) else None


def _of(viewer: Person, number: UUID) -> QuerySet[KnownKey]:
    return KnownKey.objects.filter(owner=viewer.pk, number=number)
