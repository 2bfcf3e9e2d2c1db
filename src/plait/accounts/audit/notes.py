"""The only writes to the audit: noting what happened, and deleting what it said."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction

from plait.accounts.audit.hashes import chained_of, digest_of
from plait.accounts.models import AuditEntry, AuditLink, Owner, Person
from plait.domain.audit import Act

Details = dict[str, str | int]

_SALT_BYTES = 16
_LONGEST = 200


@transaction.atomic
def note(
    *, owner: Owner | Person, act: Act, details: Details | None = None, now: datetime
) -> None:
    """Note what happened with somebody, in the transaction in which it happened.

    On one's own machine nothing is noted: whoever could read it could write it.
    Of two who note for the same owner at one moment the second waits for the first.
    """
    if settings.SERVER:
        _append(owner.pk, act, details or {}, now)


@transaction.atomic
def note_of_steward(
    *,
    steward: Person,
    person: Person | None,
    act: Act,
    details: Details | None = None,
    now: datetime,
) -> None:
    """Note what a steward did, with them and with whom it is about, if anybody."""
    if not settings.SERVER:
        return
    known: Details = {"by": steward.pk, **(details or {})}
    if person is not None:
        known["of"] = person.pk
    # In the order of their keys, so that two of them at once never wait for each other.
    for owner in sorted({steward.pk, person.pk if person else steward.pk}):
        _append(owner, act, known, now)


@transaction.atomic
def erase(*, owner: Owner | Person) -> None:
    """Delete all that was noted of somebody; their chain stays, whole."""
    AuditEntry.objects.filter(owner=owner.pk).delete()


@transaction.atomic
def clear_before(*, owner: Owner | Person, before: datetime, now: datetime) -> int:
    """Delete what was noted before a time; note up to which link. Return how many."""
    old = AuditEntry.objects.filter(owner=owner.pk, at__lt=before)
    old = old.exclude(act=Act.CLEARED)
    last = old.order_by("-link__number").values_list("link__number", flat=True).first()
    if last is None:
        return 0
    n, _ = old.filter(link__number__lte=last).delete()
    _append(owner.pk, Act.CLEARED, {"until": last}, now)
    return n


def _append(owner: int, act: Act, details: Details, now: datetime) -> None:
    Owner.lock(owner)
    last = AuditLink.objects.filter(owner=owner).order_by("-number").first()
    number = last.number + 1 if last else 1
    plain = {name: _plain(value) for name, value in details.items()}
    salt = secrets.token_hex(_SALT_BYTES)
    digest = digest_of(
        salt=salt, owner=owner, number=number, at=now, act=act, details=plain
    )
    before = last.chained if last else ""
    chained = chained_of(before=before, owner=owner, number=number, digest=digest)
    link = AuditLink.objects.create(
        owner_id=owner, number=number, digest=digest, chained=chained
    )
    AuditEntry.objects.create(
        owner_id=owner, link=link, at=now, act=act, details=plain, salt=salt
    )


def _plain(value: str | int) -> str | int:
    """Return a value that every database gives back as it was."""
    if isinstance(value, str):
        return value.replace("\0", "")[:_LONGEST]
    return int(value)
