"""The only writes to what is shown.

Consent and the job that delivers are written together. Whoever delivers and whoever
ends lock the consent first, so that nothing is delivered after its end.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from plait.accounts.audit.notes import Details, note
from plait.accounts.mailing.choices import post
from plait.accounts.models import (
    Envelope,
    Letter,
    Look,
    Person,
    SentFile,
    Share,
    ShareLink,
)
from plait.accounts.sharing.queries import (
    NoSuchShare,
    is_noted,
    kept_up_to_date,
    received_one,
)
from plait.domain.audit import Act
from plait.domain.mail import MailKind
from plait.domain.sharing import Way
from plait.jobs.operations import drop, enqueue

REFRESH = "share"
"""The kind of the job that delivers a share; the room `exchange` carries it out."""


@transaction.atomic
def add_share(*, viewer: Person, share: Share, now: datetime) -> Share:
    """Keep consent, and ask for the job that delivers it."""
    share.owner_id, share.uuid, share.made_at = viewer.pk, uuid.uuid4(), now
    share.save(force_insert=True)
    _note(share, Act.SHARE_MADE, now)
    if share.way != Way.FILE:
        enqueue(owner=viewer, kind=REFRESH, key=str(share.uuid), now=now)
    return share


@transaction.atomic
def end_share(*, viewer: Person, share_uuid: uuid.UUID, now: datetime) -> None:
    """Take consent back: what was delivered is emptied now; or `NoSuchShare`."""
    share = _locked(viewer.pk, share_uuid)
    if share is None:
        raise NoSuchShare
    if share.ended_at is None:
        share.ended_at = now
        share.save(update_fields=["ended_at"])
        _note(share, Act.SHARE_ENDED, now)
    blank([share.uuid], now=now)
    ShareLink.objects.filter(owner=viewer.pk, share_uuid=share.uuid).delete()
    drop(viewer=viewer, kind=REFRESH, key=str(share.uuid))


@transaction.atomic
def deliver(
    *,
    viewer: Person,
    share_uuid: uuid.UUID,
    payload: bytes,
    revision: int,
    today: date,
    now: datetime,
) -> Envelope | None:
    """Give the receiver a slice in place of the last; None where consent is over.

    The same bytes are not delivered twice. What goes to an address without account
    stays with the giver. The first one is announced to the receiver by mail, as they
    chose, without what it is.
    """
    share = _locked(viewer.pk, share_uuid)
    if share is None or not share.is_running(today):
        close(viewer=viewer, share_uuid=share_uuid, now=now)
        return None
    share.delivered_revision, share.delivered_on = revision, today
    share.save(update_fields=["delivered_revision", "delivered_on"])
    owner = share.receiver if share.way == Way.HERE else share.owner_id
    if owner is None or not _is_there(owner):
        return None
    held = Envelope.objects.filter(owner=owner, share_uuid=share.uuid).first()
    if held is not None and held.content == payload:
        return held
    if held is None and owner != viewer.pk:
        key, by = str(share.uuid), viewer.name
        post(owner=owner, kind=MailKind.SHARED, key=key, by=by, now=now)
    Envelope.objects.filter(owner=owner, share_uuid=share.uuid).delete()
    return Envelope.objects.create(
        owner_id=owner,
        uuid=uuid.uuid4(),
        share_uuid=share.uuid,
        giver_name=viewer.name,
        slice_kind=share.slice_kind,
        payload=payload,
        supersedes=held.uuid if held else None,
        sent_at=now,
        until=share.until,
    )


@transaction.atomic
def close(*, viewer: Person, share_uuid: uuid.UUID, now: datetime) -> None:
    """Empty what a share delivered that is over, and note since when it is."""
    Share.objects.filter(owner=viewer.pk, uuid=share_uuid, ended_at=None).update(
        ended_at=now
    )
    blank([share_uuid], now=now)


@transaction.atomic
def look(*, viewer: Person, share_uuid: uuid.UUID, today: date, now: datetime) -> None:
    """Note that the viewer looked at what is shown to them; or `NoSuchShare`."""
    received_one(viewer=viewer, share_uuid=share_uuid, today=today)
    share = Share.objects.filter(uuid=share_uuid, receiver=viewer.pk).first()
    if share is not None and is_noted(share):
        note_look(share=share, today=today, now=now)


@transaction.atomic
def note_look(*, share: Share, today: date, now: datetime) -> None:
    """Note that whoever a share is for looked at it; once a day."""
    _look, is_new = Look.objects.get_or_create(
        owner_id=share.owner_id,
        share_uuid=share.uuid,
        day=today,
        defaults={"name": share.receiver_name},
    )
    if is_new:
        _note(share, Act.SHARE_LOOKED_AT, now)


@transaction.atomic
def end_all(*, owner: int, now: datetime) -> None:
    """End all that somebody shows who leaves this server: `accounts.leaving` asks."""
    mine = Share.objects.select_for_update().filter(owner=owner)
    blank(list(mine.values_list("uuid", flat=True)), now=now)
    mine.filter(ended_at=None).update(ended_at=now)


@transaction.atomic
def forget_shares(*, owners: Iterable[int], now: datetime) -> None:
    """Empty all that these people showed to anybody, and forget that they showed it."""
    mine = Share.objects.filter(owner__in=list(owners))
    blank(list(mine.values_list("uuid", flat=True)), now=now)
    for model in (Look, Letter, SentFile, ShareLink):
        model.objects.filter(owner__in=list(owners)).delete()
    mine.delete()


def blank(numbers: list[uuid.UUID], *, now: datetime) -> None:
    """Empty every copy of these shares."""
    Envelope.objects.filter(share_uuid__in=numbers, blanked_at=None).update(
        payload=b"", giver_name="", signature="", key="", blanked_at=now
    )


def book_changed(*, viewer: Person, now: datetime) -> None:
    """Ask for what the viewer shows to be made anew, in the transaction of the change.

    On one's own machine nothing is delivered by itself.
    """
    if not settings.SERVER:
        return
    for share in kept_up_to_date().filter(owner=viewer.pk):
        enqueue(owner=viewer, kind=REFRESH, key=str(share.uuid), now=now)


def _locked(owner: int, share_uuid: uuid.UUID) -> Share | None:
    rows = Share.objects.select_for_update().filter(owner=owner, uuid=share_uuid)
    return rows.first()


def _is_there(owner: int) -> bool:
    return Person.objects.filter(pk=owner).exists()


def _note(share: Share, act: Act, now: datetime) -> None:
    details: Details = {"to": share.receiver_name, "slice": share.slice_kind}
    note(owner=share.owner, act=act, details=details, now=now)
