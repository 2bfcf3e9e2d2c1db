"""Links by which somebody without account sees what was shown to their mail address.

Only the hash of a link is kept: a copied database opens none. It ends with what it
shows. What a link shows is looked at by whoever has it.
"""

import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from plait.accounts.models import Envelope, Person, Share, ShareLink
from plait.accounts.secret_tokens import token_hash
from plait.accounts.sharing.operations import note_look
from plait.accounts.sharing.queries import NoSuchShare, is_noted, share_of
from plait.accounts.tries import count_opening
from plait.domain.errors import PlaitError
from plait.domain.sharing import Way
from plait.jobs.operations import enqueue

LINK_MAIL = "share-link-mail"
"""The kind of the job that makes a link and sends it; `mail` carries it out."""

_BETWEEN = timedelta(minutes=10)


class SentJustNow(PlaitError):
    """A link was sent a moment ago."""


@transaction.atomic
def send_link(*, viewer: Person, share_uuid: UUID, today: date, now: datetime) -> None:
    """Ask for the mail with a link; the one sent before ends when it goes out.

    Where the receiver has an account here they see it there, and nothing is sent:
    to the giver both are alike. Raise `NoSuchShare`, or `SentJustNow`.
    """
    share = share_of(viewer=viewer, uuid=share_uuid)
    if share.way == Way.FILE or not share.is_running(today):
        raise NoSuchShare
    sent = ShareLink.objects.filter(owner=viewer.pk, share_uuid=share.uuid).first()
    last = max(share.made_at, sent.made_at if sent else share.made_at)
    if last > now - _BETWEEN:
        raise SentJustNow(
            "A mail was asked for a moment ago",
            fix="Wait ten minutes, and have them look under unwanted mail too.",
        )
    ShareLink.objects.update_or_create(
        owner_id=viewer.pk,
        share_uuid=share.uuid,
        defaults={"made_at": now},
        create_defaults={"made_at": now, "token_hash": token_hash(secrets.token_hex())},
    )
    if share.way == Way.ADDRESS:
        enqueue(owner=viewer, kind=LINK_MAIL, key=str(share.uuid), now=now)


@transaction.atomic
def new_link(*, share: Share, now: datetime) -> str:
    """Return what a new link to this share ends with; the one before opens no more."""
    token = secrets.token_urlsafe(32)
    ShareLink.objects.update_or_create(
        owner_id=share.owner_id,
        share_uuid=share.uuid,
        defaults={"token_hash": token_hash(token), "made_at": now},
    )
    return token


def share_by_link(*, token: str, today: date) -> Share:
    """Return what a link shows; raise `NoSuchShare` for any that shows nothing."""
    link = ShareLink.objects.filter(token_hash=token_hash(token)).first()
    if link is None:
        raise NoSuchShare
    share = Share.objects.filter(owner=link.owner_id, uuid=link.share_uuid).first()
    if share is None or share.way != Way.ADDRESS or not share.is_running(today):
        raise NoSuchShare
    if not Person.objects.filter(pk=share.owner_id, is_active=True).exists():
        raise NoSuchShare
    return share


def giver_of(share: Share) -> Person:
    """Return who shows it."""
    return Person.objects.get(pk=share.owner_id)


def open_link(
    *, token: str, address: str, today: date, now: datetime
) -> tuple[Share, Envelope | None]:
    """Note that whoever has the link looked; None where nothing is delivered yet.

    `address` is where they ask from: too many times raise `TooManyOpenings`. Raise
    `NoSuchShare` as `share_by_link` does.
    """
    count_opening(address=address, now=now)
    with transaction.atomic():
        share = share_by_link(token=token, today=today)
        held = Envelope.objects.filter(
            owner=share.owner_id, share_uuid=share.uuid, blanked_at=None
        )
        envelope = held.exclude(payload=b"").first()
        if envelope is not None and is_noted(share):
            note_look(share=share, today=today, now=now)
    return share, envelope
