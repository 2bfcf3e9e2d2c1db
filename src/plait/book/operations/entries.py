"""Correcting time entries of every origin: changed, moved, split, joined, removed."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypedDict, Unpack
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book.models import EventAnswer, Role, TimeEntry, TimeShare
from plait.book.operations.by_hand import chance_fingerprint
from plait.book.operations.identity import remember_joined, remember_removed
from plait.book.operations.records import check_seconds
from plait.book.operations.writing import book_of, refuse_others
from plait.domain.errors import PlaitError
from plait.domain.records import RecordStatus

_KEPT = ("person", "is_billable", "is_on_call", "zone")
_TEXTS = ("client", "project", "task", "description", "tags")
_LONGEST = {"client": 200, "project": 200, "task": 200}


class CannotJoin(PlaitError):
    """Entries that are not of one day and role, or fewer than two."""


class CannotSplit(PlaitError):
    """A part that is not shorter than the whole."""


class EntryChanges(TypedDict, total=False):
    """What can be changed of an entry; what is left out stays.

    Without a role it is private. Where it begins and ends says its day; of a new
    day alone the times follow. `seconds` are worked out from the times where
    these are given without them.
    """

    role: Role | None
    on: date
    seconds: int
    started_at: datetime | None
    ended_at: datetime | None
    client: str
    project: str
    task: str
    description: str
    tags: str
    is_billable: bool | None


def change_entry(
    *, viewer: Person, entry: TimeEntry, **changes: Unpack[EntryChanges]
) -> TimeEntry:
    """Correct an entry; of an imported one, what is changed here stays at an import."""
    role = changes.get("role")
    with book_of(viewer, entry, role, what="change_entry"):
        columns = _columns(viewer, entry, dict(changes))
        _save(viewer, entry, columns)
        if role is not None:
            TimeShare.objects.filter(entry=entry, role=role).delete()
    return entry


def move_entries(
    *, viewer: Person, entries: Sequence[TimeEntry], role: Role | None
) -> int:
    """Move entries to another role, or make them private; return how many moved."""
    with book_of(viewer, role, *entries, what="move_entries"):
        for entry in entries:
            change_entry(viewer=viewer, entry=entry, role=role)
    return len(entries)


def split_entry(
    *,
    viewer: Person,
    entry: TimeEntry,
    seconds: int,
    role: Role | None = None,
    description: str | None = None,
) -> TimeEntry:
    """Let the last so many seconds of an entry be one of their own; return that.

    It is of the same role, unless another is named, and its times follow on.
    Raise `CannotSplit` where nothing would be left of the first.
    """
    if not 0 < seconds < entry.seconds:
        raise CannotSplit(
            "The part is to be shorter than the whole, and longer than nothing",
            value=f"{seconds / 3600:g} h, {entry.seconds / 3600:g} h",
            fix="Name how long the second part was.",
        )
    with book_of(viewer, entry, role, what="split_entry"):
        start, end = entry.started_at, entry.ended_at
        between = end - timedelta(seconds=seconds) if start and end else None
        rest = _copy(entry, role, seconds, between)
        if description is not None:
            rest.description = description
        rest.save()
        shared = entry.shares.exclude(role=rest.role)
        TimeShare.objects.bulk_create(
            TimeShare(owner=viewer, entry=rest, role_id=other)
            for other in shared.values_list("role", flat=True)
        )
        _save(viewer, entry, {"seconds": entry.seconds - seconds, "ended_at": between})
    return rest


def _copy(
    entry: TimeEntry, role: Role | None, seconds: int, start: datetime | None
) -> TimeEntry:
    texts = {name: getattr(entry, name) for name in (*_TEXTS, *_KEPT)}
    status = RecordStatus.ASSIGNED if role else entry.status
    return TimeEntry(
        owner_id=entry.owner_id,
        fingerprint=chance_fingerprint(),
        role=role or entry.role,
        status=status,
        on=entry.on,
        seconds=seconds,
        started_at=start,
        ended_at=entry.ended_at if start else None,
        **texts,
    )


def join_entries(*, viewer: Person, entries: Sequence[TimeEntry]) -> TimeEntry:
    """Make one entry of several of one day and role; return it.

    Their time adds up, their texts follow each other, and the files that told any
    of them still know them. Raise `CannotJoin` for others.
    """
    entries = sorted(
        entries, key=lambda one: (one.started_at is None, one.started_at or 0, one.pk)
    )
    _refuse_unlike(entries)
    first, *others = entries
    with book_of(viewer, *entries, what="join_entries"):
        seconds = sum(one.seconds for one in entries)
        check_seconds(seconds)
        starts = [one.started_at for one in entries if one.started_at]
        ends = [one.ended_at for one in entries if one.ended_at]
        is_timed = len(starts) == len(ends) == len(entries)
        columns: dict[str, Any] = {
            "seconds": seconds,
            "started_at": min(starts) if is_timed else None,
            "ended_at": max(ends) if is_timed else None,
            "description": _together(one.description for one in entries),
        }
        _save(viewer, first, columns)
        remember_joined(viewer, others, first)
        keys = [one.pk for one in others]
        # What the person said of an event holds for the entry it is part of now.
        EventAnswer.objects.filter(owner=viewer, entry__in=keys).update(entry=first)
        TimeEntry.objects.filter(pk__in=keys).delete()
    return first


def _together(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _refuse_unlike(entries: Sequence[TimeEntry]) -> None:
    if len({one.pk for one in entries}) < 2:  # two are joined
        raise CannotJoin(
            "Joining takes two entries or more",
            value=str(len(entries)),
            fix="Choose the entries that were one.",
        )
    if len({(one.on, one.role_id) for one in entries}) > 1:
        days = sorted({str(one.on) for one in entries})
        raise CannotJoin(
            "Only entries of one day and one role can be joined",
            value=", ".join(days),
            fix="Move them to one role and day first.",
        )


def remove_entries(*, viewer: Person, entries: Sequence[TimeEntry]) -> int:
    """Remove entries of any origin; an import of the same file does not bring them."""
    with book_of(viewer, *entries, what="remove_entries"):
        remember_removed(viewer, entries)
        keys = [one.pk for one in entries]
        TimeEntry.objects.filter(owner=viewer, pk__in=keys).delete()
    return len(entries)


def _columns(
    viewer: Person, entry: TimeEntry, changes: dict[str, Any]
) -> dict[str, Any]:
    """Return what is to stand in the columns; raise `BadHours` for what cannot be."""
    if "role" in changes:
        role = changes["role"]
        status = RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE
        changes |= {"rule": None, "status": status}
    for name in {*_TEXTS} & {*changes}:
        changes[name] = changes[name].strip()[: _LONGEST.get(name)]
    zone = ZoneInfo(viewer.timezone)
    if "started_at" in changes or "ended_at" in changes:
        changes |= _timed(entry, changes, zone)
    elif changes.get("on") not in (None, entry.on) and entry.started_at:
        changes |= _moved(entry, changes["on"], zone)
    elif "seconds" in changes and changes["seconds"] != entry.seconds:
        changes |= _shortened(entry, changes["seconds"])
    check_seconds(changes.get("seconds", entry.seconds))
    return changes


def _timed(entry: TimeEntry, changes: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    start = changes.get("started_at", entry.started_at)
    end = changes.get("ended_at", entry.ended_at)
    if start is None or end is None:
        return {"started_at": None, "ended_at": None}
    length = round((end - start).total_seconds())
    check_seconds(length)
    found = {"started_at": start, "ended_at": end}
    # Breaks may be left out of it, but nobody works longer than from start to end.
    seconds = changes.get("seconds", length)
    return found | {
        "on": start.astimezone(zone).date(),
        "seconds": min(seconds, length),
    }


def _moved(entry: TimeEntry, on: date, zone: ZoneInfo) -> dict[str, Any]:
    """Return the same times of the clock on another day."""
    if entry.started_at is None or entry.ended_at is None:
        return {}
    start, end = (t.astimezone(zone) for t in (entry.started_at, entry.ended_at))
    by = on - start.date()
    return {
        "started_at": datetime.combine(on, start.time(), zone),
        "ended_at": datetime.combine(end.date() + by, end.time(), zone),
    }


def _shortened(entry: TimeEntry, seconds: int) -> dict[str, Any]:
    """Return the end that a new length leads to, where the times were known."""
    if entry.started_at is None or entry.ended_at is None:
        return {}
    return {"ended_at": entry.started_at + timedelta(seconds=seconds)}


def _save(viewer: Person, entry: TimeEntry, columns: dict[str, Any]) -> None:
    """Save what differs, and note it as set by hand where a file brought the entry."""
    refuse_others(viewer, (entry,))
    differing = {n: v for n, v in columns.items() if getattr(entry, n) != v}
    for name, value in differing.items():
        setattr(entry, name, value)
    if not differing:
        return
    if entry.batch_id is not None:
        entry.edited = _edited(entry.edited, differing)
        differing["edited"] = entry.edited
    entry.save(update_fields=list(differing))


def _edited(before: str, names: Collection[str]) -> str:
    kept = {"rule", "status"}  # they follow the role
    return ",".join(sorted({*filter(None, before.split(","))} | {*names} - kept))
