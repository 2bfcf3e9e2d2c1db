"""Files kept with payments: attached, removed, and their bytes let go in the end."""

from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import Sum

from plait.accounts.models import Person
from plait.book.models import Attachment, Batch, Payment, StoredFile
from plait.book.operations.writing import book_of
from plait.domain.attachments import MOST_BYTES, safe_name
from plait.domain.errors import PlaitError

# Until then a removal can be undone from the history.
_KEPT_UNUSED = timedelta(days=30)
_MB = 1_000_000


class TooLarge(PlaitError):
    """A file that is larger than any receipt, or that holds nothing."""


class NoRoom(PlaitError):
    """All of a person's files together would be more than they have room for."""


def attach_file(
    *,
    viewer: Person,
    payment: Payment,
    name: str,
    content: bytes,
    now: datetime,
    quota_bytes: int,
    batch: Batch | None = None,
    added_at: datetime | None = None,
) -> Attachment:
    """Keep a file with a payment; the same one twice is kept once.

    What it is said to be is not believed and not kept: it is bytes with a name. An
    import that brings it says when it was attached first.
    """
    refuse_size(len(content), name)
    key = sha256(content).hexdigest()
    with book_of(viewer, payment, what="attach_file"):
        _let_go_of_unused(viewer, now)
        mine = StoredFile.objects.filter(owner=viewer)
        stored = mine.filter(sha256=key).update(unused_since=None)
        if not stored:
            _refuse_no_room(viewer, len(content), quota_bytes)
            StoredFile.objects.create(
                owner=viewer, sha256=key, size=len(content), content=content
            )
        found, _ = Attachment.objects.get_or_create(
            owner=viewer,
            payment=payment,
            sha256=key,
            defaults={
                "name": safe_name(name),
                "size": len(content),
                "added_at": added_at or now,
                "batch": batch,
            },
        )
    return found


def remove_attachment(*, viewer: Person, attachment: Attachment) -> None:
    """Remove a file from its payment; its bytes stay while that can be undone."""
    with book_of(viewer, attachment, what="remove_attachment"):
        attachment.delete()


def refuse_size(size: int, name: str) -> None:
    """Raise `TooLarge` for a file that is too large to keep, or empty."""
    if not 0 < size <= MOST_BYTES:
        raise TooLarge(
            "A file may be 25 MB, and more than empty",
            value=f"{safe_name(name)}, {size / _MB:.1f} MB",
            fix="Choose a smaller one, such as a photo of less detail.",
        )


def _refuse_no_room(viewer: Person, size: int, quota_bytes: int) -> None:
    used = StoredFile.objects.filter(owner=viewer).aggregate(all=Sum("size"))["all"]
    if (used or 0) + size > quota_bytes:
        raise NoRoom(
            "All your files together have no more room here",
            value=f"{(used or 0) / _MB:.0f} of {quota_bytes / _MB:.0f} MB",
            fix="Remove files you no longer need; their room is free after 30 days.",
        )


def _let_go_of_unused(viewer: Person, now: datetime) -> None:
    """Note the bytes that nothing is attached by, and delete those long unused."""
    mine = StoredFile.objects.filter(owner=viewer)
    used = Attachment.objects.filter(owner=viewer).values("sha256")
    mine.filter(sha256__in=used).exclude(unused_since=None).update(unused_since=None)
    unused = mine.exclude(sha256__in=used)
    unused.filter(unused_since__lt=now - _KEPT_UNUSED).delete()
    unused.filter(unused_since=None).update(unused_since=now)
