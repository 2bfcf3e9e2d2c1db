"""What files told of a record that is another one now, or that was removed."""

from collections import defaultdict
from collections.abc import Iterable

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.fingerprints import entry_fingerprints
from plait.book.models import Event, OtherFingerprint, Payment, TimeEntry
from plait.domain.records import FingerprintKind

Record = Payment | TimeEntry | Event

KINDS: dict[type[Record], FingerprintKind] = {
    Payment: FingerprintKind.PAYMENT,
    TimeEntry: FingerprintKind.TIME,
    Event: FingerprintKind.EVENT,
}


def remember_removed(viewer: Person, records: Iterable[Record]) -> None:
    """Let no import bring these records again; call it before they are deleted.

    What was added by hand is in no file, so nothing needs to be remembered of it.
    """
    by_batch: dict[tuple[FingerprintKind, int], list[int]] = defaultdict(list)
    keys: dict[FingerprintKind, list[int]] = defaultdict(list)
    for record in records:
        kind = KINDS[type(record)]
        keys[kind].append(record.pk)
        if record.batch_id is not None:
            here = by_batch[kind, record.batch_id]
            here += [record.fingerprint, *_corrected_as(record)]
    for kind, removed in keys.items():
        mine = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
        for piece in in_pieces(removed):
            mine.filter(record__in=piece).update(record=None)
    for (kind, batch), fingerprints in by_batch.items():
        for piece in in_pieces(dict.fromkeys(fingerprints)):
            _keep_gone(viewer, kind, batch, piece)


def _keep_gone(
    viewer: Person, kind: FingerprintKind, batch: int, fingerprints: list[int]
) -> None:
    """Keep these fingerprints of one import as those of nothing that is there."""
    mine = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
    known = mine.filter(fingerprint__in=fingerprints)
    held = {*known.values_list("fingerprint", flat=True)}
    known.update(record=None, batch=batch)
    OtherFingerprint.objects.bulk_create(
        OtherFingerprint(
            owner=viewer, kind=kind, fingerprint=one, record=None, batch_id=batch
        )
        for one in fingerprints
        if one not in held
    )


def _corrected_as(record: Record) -> list[int]:
    """Return by what an entry is the same still when its tracker corrects it later."""
    if not isinstance(record, TimeEntry):
        return []
    return entry_fingerprints(record.tracker_id, record.person, record.started_at)


def remember_joined(viewer: Person, records: Iterable[Record], into: Record) -> None:
    """Let lines that told these records be known as another; call it before."""
    for record in records:
        kind = KINDS[type(record)]
        mine = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
        mine.filter(record=record.pk).update(record=into.pk)
        if record.batch_id is not None:
            _note(viewer, record, into.pk)


def _note(viewer: Person, record: Record, key: int | None) -> None:
    _keep(viewer, record, record.fingerprint, key)


def _keep(viewer: Person, record: Record, fingerprint: int, key: int | None) -> None:
    OtherFingerprint.objects.update_or_create(
        owner=viewer,
        kind=KINDS[type(record)],
        fingerprint=fingerprint,
        defaults={"record": key, "batch_id": record.batch_id},
    )
