"""What files told of a record that is another one now, or that was removed."""

from collections.abc import Iterable

from plait.accounts.models import Person
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
    for record in records:
        kind = KINDS[type(record)]
        mine = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
        mine.filter(record=record.pk).update(record=None)
        if record.batch_id is not None:
            _note(viewer, record, None)
            for fingerprint in _corrected_as(record):
                _keep(viewer, record, fingerprint, None)


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
