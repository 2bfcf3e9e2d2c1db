"""What the book holds of a kind, by every fingerprint it is known under."""

from typing import Any

from django.db import models

from plait.accounts.models import Person
from plait.book.models import OtherFingerprint
from plait.domain.records import FingerprintKind


def held_fingerprints(
    model: type[models.Model], kind: FingerprintKind, viewer: Person
) -> dict[int, int]:
    """Return every fingerprint held, with the one that its record bears itself.

    One question for all that the book holds, instead of one for every line. A record
    that the person removed is known as well: by its own fingerprint.
    """
    mine: Any = model._default_manager.filter(owner=viewer)  # noqa: SLF001  # Django's name for it
    own = mine.values_list("fingerprint", flat=True)
    held = {one: one for one in own.iterator(chunk_size=10_000)}
    others = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
    known = others.values_list("fingerprint", "record")
    records = mine.filter(pk__in=others.exclude(record=None).values("record"))
    bears = dict(records.values_list("pk", "fingerprint"))
    for other, record in known:
        if record is None:
            held[other] = other
        elif record in bears:
            held[other] = bears[record]
    return held
