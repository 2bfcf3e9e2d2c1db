"""What a signed file says: its kind, version and number, for whom, until when.

The fields and what they mean: docs/reference/signed-files.md.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from plait.formats.signed.depth import is_flat
from plait.formats.signed.envelope import Opened
from plait.formats.signed.errors import Malformed, NewerKind
from plait.formats.signed.keys import is_key
from plait.formats.signed.texts import all_plain, made_plain, plain

VERSION = 1
_LONGEST_NAME = 150
_MOST_FORMER = 16


class Kind(StrEnum):
    """What a statement is about."""

    SHARE = "share"
    ENDED = "ended"
    LETTER = "letter"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who says it: the name they give themselves, their number, and their public key.

    `number` stays when the key is replaced. A name proves nothing; anybody can take it.
    """

    name: str
    number: UUID
    key: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement.

    `audience` says whom it is for: "mailto:" and an address, "name:" and a name,
    "number:" and the number of a sender, or "everybody". It holds until the end of the
    day `expires_on`. `supersedes` is the statement whose place it takes. `former` are
    signed files by which earlier keys of the sender name the next one. `content` is
    the JSON of its kind.
    """

    kind: Kind
    id: UUID
    sender: Sender
    audience: str
    made_at: datetime
    expires_on: date
    content: bytes
    supersedes: UUID | None = None
    former: tuple[str, ...] = ()


class _Head(msgspec.Struct):
    kind: str
    version: int


class _Sender(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    number: UUID
    key: str


class _Version1(msgspec.Struct, forbid_unknown_fields=True, rename={"sender": "from"}):
    kind: Kind
    version: int
    id: UUID
    sender: _Sender
    audience: str
    made_at: datetime
    expires_on: date
    supersedes: UUID | None
    former: list[str]
    content: msgspec.Raw


def written(statement: Statement) -> bytes:
    """Return the exact bytes to sign; every text in them made plain."""
    sender = statement.sender
    content = made_plain(msgspec.json.decode(statement.content))
    file = _Version1(
        kind=statement.kind,
        version=VERSION,
        id=statement.id,
        sender=_Sender(plain(sender.name)[:_LONGEST_NAME], sender.number, sender.key),
        audience=plain(statement.audience),
        made_at=statement.made_at.astimezone(UTC),
        expires_on=statement.expires_on,
        supersedes=statement.supersedes,
        former=list(statement.former),
        content=msgspec.Raw(msgspec.json.encode(content, order="sorted")),
    )
    return msgspec.json.encode(file)


def read(opened: Opened) -> Statement:
    """Return what a rightly signed file says; raise `NewerKind` or `Malformed`."""
    statement = statement_of(opened.payload)
    if statement.sender.key != opened.key:
        raise Malformed
    return statement


def statement_of(payload: bytes) -> Statement:
    """Return what a payload says, whose signature was looked at before."""
    if not is_flat(payload):
        raise Malformed
    head = _decoded(payload, _Head)
    if head.kind not in set(Kind) or head.version > VERSION:
        raise NewerKind
    found = _decoded(payload, _Version1)
    if found.version != VERSION or not _is_sound(found, payload):
        raise Malformed
    return _statement(found)


def _decoded(payload: bytes, kind: Any) -> Any:  # noqa: ANN401  # of the kind that is given
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Malformed from error


def _is_sound(found: _Version1, payload: bytes) -> bool:
    texts = msgspec.json.decode(payload)
    # Signed files of their own, each looked at as such.
    texts.pop("former")
    return (
        found.made_at.tzinfo is not None
        and is_key(found.sender.key)
        and 0 < len(found.sender.name.strip()) <= _LONGEST_NAME
        and len(found.former) <= _MOST_FORMER
        and all_plain(texts)
    )


def _statement(found: _Version1) -> Statement:
    sender = found.sender
    return Statement(
        kind=found.kind,
        id=found.id,
        sender=Sender(sender.name, sender.number, sender.key),
        audience=found.audience,
        made_at=found.made_at,
        expires_on=found.expires_on,
        content=bytes(found.content),
        supersedes=found.supersedes,
        former=tuple(found.former),
    )
