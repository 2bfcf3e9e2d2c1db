"""The server signs each day how far every chain is: Ed25519 over exact bytes.

The key is not in the database: who can write there can make a chain anew from any
entry on, and cannot make it fit what was signed.
"""

import json
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from plait.accounts.models import AuditHead, AuditLink, Owner
from plait.jobs.running import Work

if TYPE_CHECKING:
    from nacl.signing import SigningKey

AUDIT_HEADS = "audit-heads"
"""The kind of the job that signs; it belongs to the server."""
EVERY = timedelta(days=1)
_AT_ONCE = 200


def sign(work: Work) -> dict[str, int]:
    """Sign the head of each chain that grew since it was signed last."""
    day = work.now().astimezone(UTC).date()
    owners = list(_grown())
    for first in range(0, len(owners), _AT_ONCE):
        if work.is_over():
            break
        _sign(owners[first : first + _AT_ONCE], day)
        work.progress(min(first + _AT_ONCE, len(owners)), len(owners))
    return {"signed": len(owners)}


def statement_of(*, owner: int, day: date, number: int, chained: str) -> bytes:
    """Return the bytes that are signed."""
    parts = ["plait audit head 1", owner, day.isoformat(), number, chained]
    return json.dumps(parts, separators=(",", ":")).encode()


def key_of_server() -> "SigningKey":
    """Return the key that this server signs with."""
    from nacl.signing import SigningKey

    return SigningKey(settings.AUDIT_KEY())


def is_signed(head: AuditHead, key: str) -> bool:
    """Return whether the holder of a public key signed this head."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    statement = statement_of(
        owner=head.owner_id, day=head.day, number=head.number, chained=head.chained
    )
    try:
        VerifyKey(bytes.fromhex(key)).verify(statement, bytes.fromhex(head.signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def _grown() -> list[int]:
    mine = {"owner": OuterRef("pk")}
    last = AuditLink.objects.filter(**mine).order_by("-number").values("number")[:1]
    signed = AuditHead.objects.filter(**mine).order_by("-number").values("number")[:1]
    owners = Owner.objects.annotate(
        last=Subquery(last), signed=Coalesce(Subquery(signed), 0)
    )
    rows = owners.filter(last__gt=F("signed")).order_by("pk")
    return list(rows.values_list("pk", flat=True))


@transaction.atomic
def _sign(owners: list[int], day: date) -> None:
    key = key_of_server()
    public = key.verify_key.encode().hex()
    for owner in owners:
        link = AuditLink.objects.filter(owner=owner).order_by("-number").first()
        if link is None:
            continue
        statement = statement_of(
            owner=owner, day=day, number=link.number, chained=link.chained
        )
        AuditHead.objects.update_or_create(
            owner_id=owner,
            day=day,
            defaults={
                "number": link.number,
                "chained": link.chained,
                "signature": key.sign(statement).signature.hex(),
                "key": public,
            },
        )
