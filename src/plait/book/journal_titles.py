"""Forgetting the titles of events in the history, once they are no longer kept."""

from typing import Any

from plait.book.models import Change, Event

_NAMES = ("title", "location")


def forget_in_journal(owner: int, keys: set[int], calendar: str = "") -> None:
    """Blank the titles and places of these events wherever the history holds them.

    Of events that are no more it holds whole rows: those of `calendar` are meant too.
    """
    changes = Change.objects.filter(owner=owner)
    for change in changes.only("pk", "rows").iterator(chunk_size=100):
        found = [
            _forget(entry, keys, calendar)
            for entry in change.rows
            if entry.get("model") == Event.__name__
        ]
        if any(found):
            change.save(update_fields=["rows"])


def _forget(entry: dict[str, Any], keys: set[int], calendar: str) -> bool:
    """Blank them in one entry of a change; return whether it held any (see `pack`)."""
    fields = entry.get("fields", [])
    at = [fields.index(name) for name in _NAMES if name in fields]
    if not at:
        return False
    named = fields.index("calendar") if calendar and "calendar" in fields else None
    is_found = False
    for row in (*entry.get("made", ()), *entry.get("gone", ())):
        key, *values = row
        if key in keys or (named is not None and values[named] == calendar):
            is_found = True
            for n in at:
                row[n + 1] = ""
    for was, now, changed in entry.get("changed", ()):
        if not keys.isdisjoint(changed):
            is_found = True
            for n in at:
                was[n] = now[n] = ""
    return is_found
