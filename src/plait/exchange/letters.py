"""Letters: what a receiver sends back to whom shows them something."""

import hashlib
import uuid
from datetime import date, datetime

import msgspec
from django.db import transaction

from plait.accounts.models import Letter, Person, SentFile
from plait.accounts.sharing.operations import note_look
from plait.accounts.sharing.queries import (
    NoSuchShare,
    is_noted,
    received_one,
    share_of,
)
from plait.accounts.signing.own import sign
from plait.domain.errors import PlaitError
from plait.exchange.signed_content import LetterContent, content_of
from plait.formats.signed import Kind, Statement
from plait.formats.signed.errors import NewerKind
from plait.formats.signed.statement import statement_of

RECEIVED = "received"


class NoFileOfYours(PlaitError):
    """A letter answers no file that its reader made."""


@transaction.atomic
def letter_file(
    *, viewer: Person, share_uuid: uuid.UUID, today: date, now: datetime
) -> bytes:
    """Return a signed letter to whoever gave the viewer a file: it was received.

    Of one file it is always the same letter. Raise `NoSuchShare` for what did not come
    as a file or is over, `CannotUnseal` where the viewer's key cannot be used here.
    """
    envelope = received_one(viewer=viewer, share_uuid=share_uuid, today=today).envelope
    if not envelope.signature:
        raise NoSuchShare
    about = statement_of(envelope.content)
    content = LetterContent(
        says=RECEIVED,
        share=share_uuid,
        about=about.id,
        sha256=hashlib.sha256(envelope.content).hexdigest(),
    )
    return sign(
        viewer=viewer,
        kind=Kind.LETTER,
        audience=f"number:{about.sender.number}",
        content=msgspec.json.encode(content),
        expires_on=envelope.until,
        now=now,
        number=uuid.uuid5(about.id, f"{viewer.sign_in_name} {viewer.created_at}"),
    )


def take_in_letter(*, viewer: Person, statement: Statement, now: datetime) -> uuid.UUID:
    """Note, once, that a receiver has the viewer's file; return which share it shows.

    Raise `NoFileOfYours` for any other, `NewerKind` for a letter that says more.
    """
    content = content_of(statement, LetterContent)
    if content.says != RECEIVED:
        raise NewerKind
    mine = SentFile.objects.filter(
        owner=viewer.pk,
        uuid=content.about,
        share_uuid=content.share,
        sha256=content.sha256,
    )
    if not mine.exists():
        raise NoFileOfYours(
            "This letter answers no file that you made",
            value=statement.sender.name,
            fix="Ask whoever sent it what it is about.",
        )
    share = share_of(viewer=viewer, uuid=content.share)
    _letter, is_new = Letter.objects.get_or_create(
        owner_id=viewer.pk,
        uuid=statement.id,
        defaults={
            "share_uuid": share.uuid,
            "about": content.about,
            "name": statement.sender.name,
            "written_at": statement.made_at,
        },
    )
    if is_new and is_noted(share):
        day = viewer.local_time(statement.made_at).date()
        note_look(share=share, today=day, now=now)
    return share.uuid
