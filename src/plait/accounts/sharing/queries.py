"""The only reads of what is shown: each as its giver or as its receiver.

A receiver sees what runs, and nothing of what ended: whatever was theirs once, was
never theirs, or never was, is the same `NoSuchShare`. Days are looked at here too, so
that nothing is seen after its last day however late it is emptied.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from plait.accounts.models import Envelope, Look, Owner, Person, Share
from plait.accounts.models.owners import PERSON
from plait.domain.errors import PlaitError
from plait.domain.sharing import Way


class NoSuchShare(PlaitError):
    """Nothing of that number is shown by the viewer, or to them."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing like this is shown",
            fix="See what is: plait share list, or plait share received.",
        )


@dataclass(frozen=True, slots=True)
class Received:
    """What somebody shows the viewer; `must_open` until they said to look today."""

    envelope: Envelope
    must_open: bool


def shares_of(*, viewer: Person) -> list[Share]:
    """Return what the viewer shows and showed, the newest first."""
    return list(Share.objects.filter(owner=viewer.pk).order_by("-made_at", "-pk"))


def share_of(*, viewer: Person, uuid: UUID) -> Share:
    """Return one thing that the viewer shows or showed; raise `NoSuchShare`."""
    found = Share.objects.filter(owner=viewer.pk, uuid=uuid).first()
    if found is None:
        raise NoSuchShare
    return found


def kept_up_to_date() -> QuerySet[Share]:
    """Return all shares that are kept up to date here, everybody's.

    One whose last day has passed is among them until it was emptied.
    """
    return Share.objects.filter(ended_at=None, way__in=[Way.HERE, Way.ADDRESS])


def looks_of(*, viewer: Person) -> list[Look]:
    """Return who looked at what the viewer shows, the latest first."""
    return list(Look.objects.filter(owner=viewer.pk).order_by("-day", "-pk"))


def received_by(*, viewer: Person, today: date) -> list[Envelope]:
    """Return what others show the viewer and is not over, by who shows it."""
    rows = _of_receiver(viewer, today).order_by("giver_name", "slice_kind", "pk")
    return [one for one in rows if _may_see(viewer, one.share_uuid, today)]


def received_one(*, viewer: Person, share_uuid: UUID, today: date) -> Received:
    """Return one of these; raise `NoSuchShare`."""
    rows = _of_receiver(viewer, today).filter(share_uuid=share_uuid)
    envelope = rows.first()
    if envelope is None or not _may_see(viewer, share_uuid, today):
        raise NoSuchShare
    share = Share.objects.filter(uuid=share_uuid, receiver=viewer.pk).first()
    return Received(envelope, share is not None and _must_open(share, today))


def is_noted(share: Share) -> bool:
    """Return whether looks at it are noted: never what a member looks at in a team."""
    return Owner.objects.filter(pk=share.owner_id, kind=PERSON).exists()


def _must_open(share: Share, today: date) -> bool:
    if not is_noted(share):
        return False
    looks = Look.objects.filter(owner=share.owner_id, share_uuid=share.uuid, day=today)
    return not looks.exists()


def _of_receiver(viewer: Person, today: date) -> QuerySet[Envelope]:
    return Envelope.objects.filter(
        owner=viewer.pk, until__gte=today, blanked_at=None
    ).exclude(payload=b"")


def _may_see(viewer: Person, share_uuid: UUID, today: date) -> bool:
    """Return whether consent still stands.

    Of what came as a file it stands here only where its giver is here too.
    """
    share = Share.objects.filter(uuid=share_uuid).first()
    if share is None:
        return True
    is_theirs = share.way == Way.FILE or share.receiver == viewer.pk
    return is_theirs and share.is_running(today)
