"""The history of a book: its changes, newest first, and single ones."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.journal import model_named, unpack
from plait.book.models import Change, Role
from plait.book.models.recording import rows_of
from plait.book.models.row_values import Values
from plait.book.queries.lists import NotThere
from plait.domain.changes import ChangedThing, ChangePage, ListedChange, ThingKind
from plait.domain.money import Money
from plait.domain.quiet import Kind, hidden

CHANGES_A_PAGE = 50

_KINDS = {
    "TimeEntry": ThingKind.TIME,
    "Payment": ThingKind.PAYMENT,
    "Event": ThingKind.EVENT,
    "CheckIn": ThingKind.CHECK_IN,
    "Role": ThingKind.ROLE,
    "Agreement": ThingKind.TERMS,
    "Organisation": ThingKind.ORGANISATION,
    "Account": ThingKind.ACCOUNT,
    "Rule": ThingKind.RULE,
    "Absence": ThingKind.LEAVE,
    "Season": ThingKind.SEASON,
    "Overhead": ThingKind.OVERHEAD,
    "Invoice": ThingKind.INVOICE,
    "Cause": ThingKind.CAUSE,
    "Belief": ThingKind.BELIEF,
    "Fallback": ThingKind.FALLBACK,
    "Scenario": ThingKind.SCENARIO,
    "Mapping": ThingKind.MAPPING,
    "Timer": ThingKind.TIMER,
    "SettledFinding": ThingKind.FINDING,
    "Person": ThingKind.SETTINGS,
}
# Rows that only say more of another one are not listed beside it.
_PARTS = {"TimeShare", "CauseRole", "EventAnswer", "OtherFingerprint"}
_NAMES = ("name", "value", "number", "payer", "description", "title", "what", "note")
_NAMES_OF = {
    "Role": Kind.ROLE,
    "Organisation": Kind.ORGANISATION,
    "Payment": Kind.PAYER,
    "Rule": Kind.NAME,
}
_DAYS = ("on", "booked_on", "week_on", "starts_on", "issued_on")


def changes(*, viewer: Person, page: int = 1) -> ChangePage:
    """Return a page of the viewer's changes, newest first."""
    held = Change.objects.filter(owner=viewer)
    n_changes = held.count()
    n_pages = max(1, -(-n_changes // CHANGES_A_PAGE))
    page = min(max(page, 1), n_pages)
    first = (page - 1) * CHANGES_A_PAGE
    rows = held.select_related("batch").prefetch_related("batch__files")
    found = rows.order_by("-number")[first : first + CHANGES_A_PAGE]
    return ChangePage(page, n_pages, n_changes, tuple(_listed(viewer, found)))


def all_changes(*, viewer: Person) -> ChangePage:
    """Return all of the viewer's changes on one page, newest first."""
    held = Change.objects.filter(owner=viewer).select_related("batch")
    found = held.prefetch_related("batch__files").order_by("-number")
    listed = tuple(_listed(viewer, found))
    return ChangePage(1, 1, len(listed), listed)


def change_numbered(*, viewer: Person, number: int) -> Change:
    """Return one change by its number; raise `NotThere`."""
    found = Change.objects.filter(owner=viewer, number=number)
    return _one(found, "There is no such change", str(number))


def last_change_of(*, viewer: Person) -> Change:
    """Return the last change that stands; raise `NotThere` where none does."""
    made = Change.objects.filter(owner=viewer, undone_at=None)
    return _one(made.order_by("-number"), "There is nothing to undo")


def last_undone(*, viewer: Person) -> Change:
    """Return the change that was undone last; raise `NotThere` where none is.

    Imports are left out: their files are imported again.
    """
    undone = Change.objects.filter(
        owner=viewer, undone_at__isnull=False, batch__isnull=True
    )
    return _one(undone.order_by("-undone_at", "number"), "There is nothing to redo")


def change_listed(*, viewer: Person, change: Change) -> ListedChange:
    """Return one change as the list shows it."""
    return _listed(viewer, [change])[0]


def _one(held: QuerySet[Change], what: str, asked: str = "") -> Change:
    found = held.select_related("batch").first()
    if found is None:
        raise NotThere(
            what,
            value=asked,
            fix="See the changes with: plait history.",
        )
    return found


def _listed(viewer: Person, found: Iterable[Change]) -> list[ListedChange]:
    zone = ZoneInfo(viewer.timezone)
    roles = dict(Role.objects.filter(owner=viewer).values_list("pk", "name"))
    return [
        ListedChange(
            number=one.number,
            made_at=one.made_at.astimezone(zone),
            what=one.what,
            batch=one.batch.number if one.batch else None,
            files=tuple(file.name for file in one.batch.files.all())
            if one.batch
            else (),
            undone_at=one.undone_at.astimezone(zone) if one.undone_at else None,
            things=tuple(_things(one, roles)),
        )
        for one in found
    ]


def _things(change: Change, roles: dict[int, str]) -> list[ChangedThing]:
    """Return what a change is about, kind by kind, in the order it was written."""
    counted: Counter[str] = Counter()
    first: dict[str, tuple[int, Values]] = {}
    for row in unpack(change.rows):
        if row.model not in _PARTS:
            counted[row.model] += 1
            values = row.after or row.before or {}
            first.setdefault(row.model, (row.key, values))
    return [_thing(model, n, *first[model], roles) for model, n in counted.items()]


def _thing(
    model: str, n: int, key: int, values: Values, roles: dict[int, str]
) -> ChangedThing:
    """Return so many rows of a table by what the first is, or now is, called."""
    kind = _KINDS.get(model, ThingKind.OTHER)
    named = _NAMES_OF.get(model, Kind.TEXT)
    table = model_named(model)
    # Of a row that changed the history holds what changed; the rest is as it is now.
    now = rows_of(table, [key]).get(key, {}) if table and "id" not in values else {}
    values = now | values
    day = next((values[name] for name in _DAYS if values.get(name)), "")
    seconds, minor = values.get("seconds"), values.get("amount_minor") or 0
    currency = str(values.get("currency", "")) if minor else ""
    return ChangedThing(
        kind=kind,
        n=n,
        name="" if kind is ThingKind.SETTINGS else hidden(named, _name(values)),
        role=roles.get(values.get("role_id") or 0, ""),
        on=date.fromisoformat(day) if day else None,
        hours=None if seconds is None else seconds / 3600,
        amount=Money.from_minor(minor, currency).number if currency else None,
        currency=currency,
    )


def _name(values: dict[str, Any]) -> str:
    return next((str(values[name]) for name in _NAMES if values.get(name)), "")


def history_of(*, viewer: Person, model: str, key: int) -> list[ListedChange]:
    """Return the changes of one row, newest first, each naming that row alone."""
    held = Change.objects.filter(owner=viewer).order_by("-number")
    found = []
    for change in held.select_related("batch").iterator(chunk_size=200):
        mine = [
            one for one in change.rows if one["model"] == model and _holds(one, key)
        ]
        if mine:
            change.rows = mine
            found.append(change)
    return _listed(viewer, found)


def _holds(packed: dict[str, Any], key: int) -> bool:
    whole = (*packed.get("made", ()), *packed.get("gone", ()))
    return any(row[0] == key for row in whole) or any(
        key in keys for _was, _now, keys in packed.get("changed", ())
    )
