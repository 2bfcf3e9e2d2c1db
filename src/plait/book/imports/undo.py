"""Undoing an import whole, later imports unharmed."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import models

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book import bulk
from plait.book.event_marks import marks_of
from plait.book.imports.lines.transfers import open_transfers
from plait.book.imports.undo_events import series_of, settle_series
from plait.book.imports.undo_records import hand_over_records, take_back_records
from plait.book.models import (
    Absence,
    Account,
    Attachment,
    Batch,
    Belief,
    CauseRole,
    Change,
    Coverage,
    Event,
    Fallback,
    Organisation,
    OtherFingerprint,
    Overhead,
    Payment,
    Role,
    Rule,
    SettledFinding,
    TimeEntry,
)
from plait.book.operations.journal import revert_updates
from plait.book.operations.roles import is_in_use
from plait.book.operations.sorting import sort_again
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.records import FingerprintKind

_KINDS: tuple[type[models.Model], ...] = (Payment, TimeEntry, Event)
_FINGERPRINTS = {
    FingerprintKind.PAYMENT: Payment,
    FingerprintKind.TIME: TimeEntry,
    FingerprintKind.EVENT: Event,
}
_SPEAK_OF_ROLES = (
    *(Rule, Absence, Overhead, CauseRole, Belief, Fallback),
    SettledFinding,
)


class AlreadyUndone(PlaitError):
    """The import was undone before."""


class UndoneImport(NamedTuple):
    """How many records went with an import, and how many lines are uncorrected again."""

    n_removed: int
    n_put_back: int


def undo_import(*, viewer: Person, batch: Batch, now: datetime) -> UndoneImport:
    """Take back everything an import brought, and what it corrected.

    What a later import also holds is handed to it and stays. Roles that the
    import made stay if anything else belongs to them.
    """
    # What goes is found by the batch; the change that brought it is marked.
    with book_of(viewer, batch) as recorder, recorder.paused():
        # Asked and set at once: of two undos at one moment the second finds none.
        fresh = Batch.objects.filter(owner=viewer, pk=batch.pk, undone_at=None)
        if not fresh.update(undone_at=now):
            raise AlreadyUndone(
                "This import was undone before",
                value=f"import {batch.number}",
                fix="Import the file again if you want it back.",
            )
        put_back = 0
        change = Change.objects.filter(owner=viewer, batch=batch).first()
        if change is not None:
            change.undone_at = now
            change.save(update_fields=["undone_at"])
            put_back = revert_updates(viewer=viewer, change=change)
        series = series_of(viewer, batch)
        # Handed over before anything is removed, or it would go with the rest.
        for later in _later(viewer, batch):
            _hand_over(viewer, batch, later)
        # Its files before its payments, with which they would go uncounted.
        gone = _remove(viewer, batch, Attachment)
        gone += sum(_remove(viewer, batch, kind) for kind in _KINDS)
        gone += take_back_records(viewer, batch)
        Coverage.objects.filter(owner=viewer, batch=batch).delete()
        settle_series(viewer, series)
        # Only now does it show which roles nothing else belongs to.
        gone += _remove_roles(viewer, batch)
        gone += _remove_accounts(viewer, batch)
        gone += _restore_person(viewer, batch)
        _forget_fingerprints(viewer, batch)
    return UndoneImport(gone, put_back)


def _restore_person(viewer: Person, batch: Batch) -> int:
    """Put back the settings of before the import that were not changed since."""
    before: Any = {
        field: _as_kept(field, was)
        for field, (was, new) in batch.person_before.items()
        if getattr(viewer, field) == _as_kept(field, new)
    }
    if before:
        change_person(viewer=viewer, **before)
    return 1 if before else 0


def _as_kept(field: str, stored: object) -> object:
    """Return what JSON holds of the person in the field's own type, such as a date."""
    return Person._meta.get_field(field).to_python(stored)  # type: ignore[union-attr]  # noqa: SLF001  # Django's name; no field of the list is a relation


def _forget_fingerprints(viewer: Person, batch: Batch) -> None:
    """Forget the further fingerprints that it brought, and those of records that went."""
    OtherFingerprint.objects.filter(
        owner=viewer, batch=batch, record__isnull=False
    ).delete()
    for kind, model in _FINGERPRINTS.items():
        known = OtherFingerprint.objects.filter(owner=viewer, kind=kind)
        held = model._default_manager.filter(owner=viewer).values("pk")  # noqa: SLF001  # Django's name for it
        known.filter(record__isnull=False).exclude(record__in=held).delete()


def _later(viewer: Person, batch: Batch) -> models.QuerySet[Batch]:
    return Batch.objects.filter(
        owner=viewer, number__gt=batch.number, undone_at=None
    ).order_by("number")


def _hand_over(viewer: Person, batch: Batch, later: Batch) -> None:
    """Give the later import the records that its files hold too."""
    fingerprints: set[int] = set()
    for known in later.files.values_list("known_fingerprints", flat=True):
        fingerprints.update(marks_of(known))
    for kind in _KINDS if fingerprints else ():
        mine = _of(viewer, batch, kind).values_list("fingerprint", flat=True)
        for piece in bulk.in_pieces(fingerprints.intersection(mine)):
            _of(viewer, batch, kind).filter(fingerprint__in=piece).update(batch=later)
    hand_over_records(viewer, batch, later, fingerprints)


def _remove(viewer: Person, batch: Batch, kind: type[models.Model]) -> int:
    _, by_kind = _of(viewer, batch, kind).delete()
    return by_kind.get(kind._meta.label, 0)  # noqa: SLF001  # Django's name for it


def _of(viewer: Person, batch: Batch, kind: type[Any]) -> models.QuerySet[Any]:
    mine: models.QuerySet[Any] = kind._default_manager.filter(  # noqa: SLF001  # Django's name for it
        owner=viewer, batch=batch
    )
    return mine


def _remove_accounts(viewer: Person, batch: Batch) -> int:
    """Remove accounts without payments; transfers to them are no transfers now.

    They count as records where a book file lists them as such; a statement merely
    names its account.
    """
    unused = Account.objects.filter(
        owner=viewer, batch=batch, payment=None, coverage=None
    )
    names = list(unused.values_list("identifier", flat=True))
    unused.delete()
    for name in names:
        open_transfers(viewer.pk, name)
    if names:
        sort_again(viewer)
    return len(names) if batch.files.filter(format="plait_book").exists() else 0


def _remove_roles(viewer: Person, batch: Batch) -> int:
    gone = 0
    for role in Role.objects.filter(owner=viewer, batch=batch):
        touched = (
            is_in_use(viewer=viewer, role=role)
            or role.agreements.exists()
            or any(
                kind.objects.filter(owner=viewer, role=role).exists()
                for kind in _SPEAK_OF_ROLES
            )
        )
        if not touched:
            role.delete()
            gone += 1
    if gone:
        Organisation.objects.filter(owner=viewer, role=None).delete()
    return gone
