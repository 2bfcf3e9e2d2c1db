"""Bringing in a signed file that somebody sent: each kind by its own operation.

A file is hostile until its signature fits; then it is looked at whom it is for and
whether its key is known; only then is anything of it kept, once however often it comes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from plait.accounts.models import Envelope, Person, Share, SigningKey
from plait.accounts.signing.known import KeySeen, note_revoked, recognise
from plait.domain.errors import PlaitError
from plait.exchange.audience import check_for
from plait.exchange.letters import take_in_letter
from plait.exchange.signed_content import EndedContent, content_of, slice_within
from plait.formats.signed import Kind, Opened, Statement, opened, read
from plait.formats.signed.errors import Malformed
from plait.formats.signed.statement import statement_of

_MOST_HELD = 200


class Older(PlaitError):
    """A later file took the place of this one, or its giver ended what it showed."""


class NotTheGiver(PlaitError):
    """Somebody signs for what another shows."""


class TooMuchHeld(PlaitError):
    """The viewer holds more of others than is kept here."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in: its kind, the share it is about, who signed it, how they are known.

    `audience` says whom it was made for, as the file says it.
    """

    kind: Kind
    share: UUID
    name: str
    seen: KeySeen
    audience: str


def take_in(
    *, viewer: Person, content: bytes, today: date, now: datetime, code: str = ""
) -> TakenIn:
    """Take in a file; `code` is what its sender read out of their signature's page.

    Raise, with a sentence, whatever is against it.
    """
    signed = opened(content)
    statement = read(signed)
    note_revoked(viewer=viewer, statement=statement, now=now)
    with transaction.atomic():
        check_for(viewer=viewer, statement=statement, today=today, now=now)
        seen = recognise(viewer=viewer, statement=statement, confirmed=code, now=now)
        share = _kept(viewer, signed, statement, now)
    name = statement.sender.name
    return TakenIn(statement.kind, share, name, seen, statement.audience)


def _kept(viewer: Person, signed: Opened, statement: Statement, now: datetime) -> UUID:
    if statement.kind is Kind.SHARE:
        return _take_in_share(viewer, signed, statement)
    if statement.kind is Kind.ENDED:
        return _take_in_ending(viewer, statement, now)
    if statement.kind is Kind.LETTER:
        return take_in_letter(viewer=viewer, statement=statement, now=now)
    raise Malformed


def _take_in_share(viewer: Person, signed: Opened, statement: Statement) -> UUID:
    share, slice_ = slice_within(statement)
    held = Envelope.objects.filter(owner=viewer.pk, share_uuid=share).first()
    _check_giver(held, share, statement)
    if held is not None and held.uuid == statement.id and held.blanked_at is None:
        return share
    if held is not None and _is_older(statement, held):
        raise Older(
            "You have a newer file of this, or it was ended",
            value=statement.sender.name,
            fix="There is nothing you have to do.",
        )
    if held is None:
        _check_room(viewer)
    Envelope.objects.filter(owner=viewer.pk, share_uuid=share).delete()
    Envelope.objects.create(
        owner_id=viewer.pk,
        uuid=statement.id,
        share_uuid=share,
        giver_name=statement.sender.name,
        slice_kind=slice_.kind,
        payload=signed.payload,
        signature=signed.signature,
        key=signed.key,
        supersedes=statement.supersedes,
        sent_at=statement.made_at,
        until=statement.expires_on,
    )
    return share


def _take_in_ending(viewer: Person, statement: Statement, now: datetime) -> UUID:
    """Empty what was shown; kept empty, so that no older file brings it back."""
    content = content_of(statement, EndedContent)
    held = Envelope.objects.filter(owner=viewer.pk, share_uuid=content.share).first()
    _check_giver(held, content.share, statement)
    if held is None:
        _check_room(viewer)
        held = Envelope(
            owner_id=viewer.pk,
            uuid=statement.id,
            share_uuid=content.share,
            slice_kind=content.slice_kind,
            sent_at=statement.made_at,
            until=statement.expires_on,
        )
    held.payload, held.giver_name = b"", ""
    held.signature = held.key = ""
    held.blanked_at = held.blanked_at or now
    held.save()
    return content.share


def _is_older(statement: Statement, held: Envelope) -> bool:
    return (
        held.blanked_at is not None
        or statement.made_at < held.sent_at
        or held.supersedes == statement.id
    )


def _check_giver(held: Envelope | None, share: UUID, statement: Statement) -> None:
    """Refuse a file for what somebody else shows, here or by another file."""
    numbers = set()
    if held is not None and held.blanked_at is None:
        is_by_file = bool(held.signature)
        giver = statement_of(held.content).sender.number if is_by_file else None
        numbers.add(giver)
    for one in Share.objects.filter(uuid=share):
        key = SigningKey.objects.filter(owner=one.owner_id).first()
        numbers.add(key.number if key else None)
    if numbers - {statement.sender.number}:
        raise NotTheGiver(
            "This file is about something that somebody else shows you",
            value=statement.sender.name,
            fix="Do not trust it; ask whoever sent it what it is.",
        )


def _check_room(viewer: Person) -> None:
    if Envelope.objects.filter(owner=viewer.pk).count() >= _MOST_HELD:
        raise TooMuchHeld(
            "You hold two hundred things of others already",
            fix="Wait until some of them are over.",
        )
