"""One's own keys: made when first needed, one in use, replaced on demand.

Whoever makes or replaces one locks its owner first, so that of two at one moment the
second finds the key of the first.
"""

import uuid
from datetime import date, datetime

import msgspec
from django.db import transaction

from plait.accounts.audit.notes import note
from plait.accounts.models import Owner, Person, SigningKey
from plait.accounts.sealing import CannotUnseal, seal, unseal
from plait.domain.audit import Act
from plait.formats.signed import (
    Kind,
    Sender,
    Statement,
    new_seed,
    public_of,
    sealed_with,
    written,
)

# Of a key's own words about what follows it there is no last day.
_NO_END = date(9999, 12, 31)
_MOST_FORMER = 16


def own_keys(*, viewer: Person) -> list[SigningKey]:
    """Return the keys of the viewer, the one in use first; none were needed yet."""
    rows = SigningKey.objects.filter(owner=viewer.pk)
    return sorted(rows.order_by("-pk"), key=lambda one: one.ended_at is not None)


@transaction.atomic
def sign(
    *,
    viewer: Person,
    kind: Kind,
    audience: str,
    content: bytes,
    expires_on: date,
    now: datetime,
    number: uuid.UUID | None = None,
    supersedes: uuid.UUID | None = None,
) -> bytes:
    """Return a signed file of the viewer; makes their first key where they have none.

    Raise `CannotUnseal` where their key cannot be used here.
    """
    key = _key_in_use(viewer, now)
    statement = Statement(
        kind=kind,
        id=number or uuid.uuid4(),
        sender=Sender(viewer.name, key.number, key.public),
        audience=audience,
        made_at=now,
        expires_on=expires_on,
        content=content,
        supersedes=supersedes,
        former=_former(viewer),
    )
    return sealed_with(_seed(key), written(statement))


@transaction.atomic
def replace_key(*, viewer: Person, is_stolen: bool, now: datetime) -> SigningKey:
    """Put a new key in the place of the viewer's, which they may not have had yet.

    The old one names it as the next; `is_stolen` has it say instead that it is worth
    nothing any more. One that cannot be used here says neither.
    """
    Owner.lock(viewer.pk)
    old = SigningKey.objects.filter(owner=viewer.pk, ended_at=None).first()
    seed = new_seed()
    if old is not None:
        following = None if is_stolen else public_of(seed)
        old.vouch, old.ended_at, old.sealed = (
            _vouch(viewer, old, following, now),
            now,
            "",
        )
        old.save(update_fields=["vouch", "ended_at", "sealed"])
        note(owner=viewer, act=Act.KEY_REPLACED, now=now)
    return _made(viewer, seed, old.number if old else uuid.uuid4(), now)


def _key_in_use(viewer: Person, now: datetime) -> SigningKey:
    Owner.lock(viewer.pk)
    held = SigningKey.objects.filter(owner=viewer.pk, ended_at=None).first()
    return held or _made(viewer, new_seed(), uuid.uuid4(), now)


def _made(viewer: Person, seed: bytes, number: uuid.UUID, now: datetime) -> SigningKey:
    public = public_of(seed)
    return SigningKey.objects.create(
        owner_id=viewer.pk,
        number=number,
        public=public,
        sealed=seal(seed.hex(), str(viewer.pk), public),
        made_at=now,
    )


def _seed(key: SigningKey) -> bytes:
    try:
        seed = bytes.fromhex(unseal(key.sealed, str(key.owner_id), key.public))
    except CannotUnseal:
        seed = b""
    if not seed:
        raise CannotUnseal(
            "Your signature cannot be used here: the key that seals it is missing",
            fix="Put the file password.key back, or make a new signature in Settings.",
        )
    return seed


def _vouch(
    viewer: Person, old: SigningKey, following: str | None, now: datetime
) -> str:
    try:
        seed = _seed(old)
    except CannotUnseal:
        return ""
    statement = Statement(
        kind=Kind.KEY,
        id=uuid.uuid4(),
        sender=Sender(viewer.name, old.number, old.public),
        audience="everybody",
        made_at=now,
        expires_on=_NO_END,
        content=msgspec.json.encode({"successor": following}),
    )
    return sealed_with(seed, written(statement)).decode()


def _former(viewer: Person) -> tuple[str, ...]:
    rows = SigningKey.objects.filter(owner=viewer.pk).exclude(vouch="")
    newest = rows.order_by("-pk").values_list("vouch", flat=True)[:_MOST_FORMER]
    return tuple(reversed(newest))
