"""Undoing what a book file brought in beside records: rules, terms, check-ins, leave."""

from collections.abc import Collection
from typing import Any

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.imports.book_file.record_common import NAMED_BY, name_fingerprint
from plait.book.models import (
    Absence,
    Agreement,
    Batch,
    Belief,
    Cause,
    CheckIn,
    DismissedRole,
    Event,
    Fallback,
    HolidayChange,
    Invoice,
    Mapping,
    Overhead,
    PayerName,
    Payment,
    Recurring,
    Reminder,
    Rule,
    Scenario,
    Season,
    SettledFinding,
    Settlement,
    TimeEntry,
)
from plait.book.operations.sorting import sort_again
from plait.domain.records import RecordStatus

_KINDS = (
    *(Agreement, CheckIn, Mapping, PayerName, DismissedRole),
    *(Absence, Season, Overhead, HolidayChange, Reminder, Recurring),
    *(Cause, Belief, Fallback, Settlement, Invoice, SettledFinding),
)


def take_back_records(viewer: Person, batch: Batch) -> int:
    """Remove what an import brought in beside roles and accounts; return how many.

    What its rules had sorted goes where the other rules say, or waits again.
    """
    rules = Rule.objects.filter(owner=viewer, batch=batch)
    n_rules = len(rules)
    if n_rules:
        for kind in (Payment, TimeEntry, Event):
            by_them = kind.objects.filter(owner=viewer, rule__in=rules)
            by_them.update(role=None, rule=None, status=RecordStatus.OPEN)
        rules.delete()
        sort_again(viewer)
    return n_rules + sum(_remove(viewer, batch, kind) for kind in _KINDS)


def _remove(viewer: Person, batch: Batch, kind: type[Any]) -> int:
    """Remove what the import brought in of a kind; what depends on it is not counted."""
    _, by_kind = kind._default_manager.filter(owner=viewer, batch=batch).delete()  # noqa: SLF001  # Django's name for it
    found: int = by_kind.get(kind._meta.label, 0)  # noqa: SLF001  # the same
    return found


def hand_over_records(
    viewer: Person, batch: Batch, later: Batch, fingerprints: Collection[int]
) -> None:
    """Give the later import what its files hold too, by the fingerprints of their names."""
    if batch.person_before and name_fingerprint(Person, "self") in fingerprints:
        later.person_before, batch.person_before = batch.person_before, {}
        Batch.objects.bulk_update([later, batch], ["person_before"])
    for kind, names in NAMED_BY.items() if fingerprints else ():
        if kind is Scenario:
            continue
        mine = kind._default_manager.filter(owner=viewer, batch=batch)  # noqa: SLF001  # Django's name for it
        keys = [
            key
            for key, *named in mine.values_list("pk", *names)
            if name_fingerprint(kind, *named) in fingerprints
        ]
        for piece in bulk.in_pieces(keys):
            kind._default_manager.filter(pk__in=piece).update(batch=later)  # noqa: SLF001  # the same
