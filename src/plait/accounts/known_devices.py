"""Which browsers somebody signed in with before, known by a mark that each keeps."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from plait.accounts.models import KnownDevice, Person

COOKIE = "plait_device"
# As long as browsers keep a cookie at most; who was away longer is new.
KEPT = timedelta(days=400)


def new_mark() -> str:
    """Return what a browser will be known by."""
    return secrets.token_urlsafe(32)


@transaction.atomic
def remember(*, person: Person, mark: str, now: datetime) -> bool:
    """Remember the browser; return whether it is new beside others that are known.

    The first one of an account is no news to its person.
    """
    mine = KnownDevice.objects.filter(owner=person.pk)
    mine.filter(seen_at__lt=now - KEPT).delete()
    has_others = mine.exists()
    _, is_new = KnownDevice.objects.update_or_create(
        owner_id=person.pk, mark_hash=_hash(person, mark), defaults={"seen_at": now}
    )
    return is_new and has_others


def _hash(person: Person, mark: str) -> str:
    # With the person, so that nobody sees in the database who shares a browser.
    return hashlib.sha256(f"{person.pk}\0{mark}".encode()).hexdigest()
