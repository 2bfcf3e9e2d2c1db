"""Making the files that a giver hands on: what is shown, and that it is over."""

import hashlib
import uuid
from datetime import date, datetime

import msgspec
from django.db import transaction

from plait.accounts.models import Person, SentFile, Share
from plait.accounts.sharing.queries import NoSuchShare, share_of
from plait.accounts.signing.own import sign
from plait.domain.sharing import SliceKind, Way
from plait.exchange.shares import slice_today
from plait.exchange.signed_content import EndedContent, share_content
from plait.formats.signed import Kind, opened


@transaction.atomic
def share_file(
    *, viewer: Person, share_uuid: uuid.UUID, today: date, now: datetime
) -> bytes:
    """Return a signed file of what a share shows today, in place of the last one.

    Raise `NoSuchShare` where it is over or not shown by file, `CannotUnseal` where the
    viewer's key cannot be used here.
    """
    share = _by_file(viewer, share_uuid)
    if not share.is_running(today):
        raise NoSuchShare
    slice_ = slice_today(viewer=viewer, share=share, today=today)
    last = SentFile.objects.filter(owner=viewer.pk, share_uuid=share.uuid)
    before = last.order_by("-pk").first()
    number = uuid.uuid4()
    file = sign(
        viewer=viewer,
        kind=Kind.SHARE,
        audience=audience_of(share),
        content=share_content(share.uuid, slice_),
        expires_on=share.until,
        now=now,
        number=number,
        supersedes=before.uuid if before else None,
    )
    SentFile.objects.create(
        owner_id=viewer.pk,
        uuid=number,
        share_uuid=share.uuid,
        sha256=hashlib.sha256(opened(file).payload).hexdigest(),
        made_at=now,
    )
    return file


@transaction.atomic
def ended_file(*, viewer: Person, share_uuid: uuid.UUID, now: datetime) -> bytes:
    """Return a signed file that says that a share, which was ended, is over.

    Raise as `share_file` does; `NoSuchShare` also while it runs.
    """
    share = _by_file(viewer, share_uuid)
    if share.ended_at is None:
        raise NoSuchShare
    content = EndedContent(share.uuid, SliceKind(share.slice_kind))
    return sign(
        viewer=viewer,
        kind=Kind.ENDED,
        audience=audience_of(share),
        content=msgspec.json.encode(content),
        expires_on=share.until,
        now=now,
    )


def audience_of(share: Share) -> str:
    """Return whom a share is for, as a statement says it."""
    if share.receiver_email:
        return f"mailto:{share.receiver_email}"
    return f"name:{share.receiver_name}"


def _by_file(viewer: Person, share_uuid: uuid.UUID) -> Share:
    share = share_of(viewer=viewer, uuid=share_uuid)
    if share.way != Way.FILE:
        raise NoSuchShare
    return share
