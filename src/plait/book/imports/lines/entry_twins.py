"""The same time entry after a correction, or told by another tracker.

An entry is the same when its tracker's identifier says so, or its person and start,
whatever text, project or length has become. Where a tracker exports lengths alone, an
entry of the day that the file does not tell any more is the one that it tells
otherwise, if most of both agrees.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from plait.book import bulk
from plait.book.fingerprints import minute_of
from plait.book.imports.lines.decided import Action, Decided
from plait.book.imports.lines.twins import Missed, Twins
from plait.book.models import TimeEntry
from plait.domain.records import TimeLine
from plait.domain.rules import plain

_ENOUGH = 2


class HeldEntry(NamedTuple):
    """An entry that the book holds, or that an earlier file of the import brings."""

    fingerprint: int
    source: str
    tracker_id: str
    on: date
    seconds: int
    started_at: datetime | None
    ended_at: datetime | None
    client: str
    project: str
    task: str
    description: str
    tags: str
    person: str
    is_billable: bool | None


MissedEntry = Missed[TimeLine]
_Key = Callable[[HeldEntry | TimeLine], Any]
_Fit = Callable[[HeldEntry, MissedEntry], int]


class EntryTwins(Twins[TimeLine, HeldEntry]):
    """Finds which lines of a file are entries that are held otherwise."""

    def miss(self, missed: MissedEntry) -> None:
        """Learn of a line that the book does not hold by its fingerprint."""
        self.missed.append(missed)

    def meet(self, fingerprint: int) -> None:
        """Learn that a line is a record the book holds."""
        self._met.add(fingerprint)

    def _stored(self, first: date, last: date) -> Iterator[HeldEntry]:
        """Yield entries that came with files; what was added by hand is no file's."""
        mine = TimeEntry.objects.filter(owner=self._viewer, batch__isnull=False)
        columns = HeldEntry._fields
        near = mine.filter(on__range=(first, last))
        yield from map(HeldEntry._make, near.order_by("pk").values_list(*columns))
        moved = {missed.line.tracker_id for missed in self.missed} - {""}
        for piece in bulk.in_pieces(sorted(moved)):
            far = mine.filter(tracker_id__in=piece).exclude(on__range=(first, last))
            yield from map(HeldEntry._make, far.values_list(*columns))

    def _as_held(self, missed: MissedEntry, fingerprint: int) -> HeldEntry:
        return HeldEntry(fingerprint, missed.source, *values_of(missed.line).values())

    def _settle(self, held: list[HeldEntry], decided: Decided) -> None:
        for key, fit in (
            (_number, _any),
            (_start, _is_one_person),
            (_day, _is_one_length),
            (_day, _is_mostly_alike),
        ):
            self._meet_by(held, key, fit, decided)

    def _meet_by(
        self, held: list[HeldEntry], key: _Key, fit: _Fit, decided: Decided
    ) -> None:
        """Let lines meet the entries of one key that fit best, each once."""
        by_key = defaultdict[Any, list[HeldEntry]](list)
        for one in held:
            if one.fingerprint not in self._met:
                by_key[key(one)].append(one)
        by_key.pop(None, None)
        for missed in self.missed if by_key else ():
            if decided.actions[missed.place] != Action.NEW:
                continue
            near = by_key.get(key(missed.line), [])
            best = max(near, key=lambda one: fit(one, missed), default=None)
            if best and fit(best, missed):
                near.remove(best)
                self._met.add(best.fingerprint)
                is_kept = best.source == missed.source
                is_other = is_kept and differs(best, missed.line)
                action = Action.CHANGED if is_other else Action.KNOWN
                decided.settle(missed.place, action, best.fingerprint, is_kept=is_kept)


def values_of(line: TimeLine) -> dict[str, Any]:
    """Return what a line says of its entry, by column, cut as the columns cut it."""
    return {
        "tracker_id": line.tracker_id[:100],
        "on": line.on,
        "seconds": line.seconds,
        "started_at": line.started_at,
        "ended_at": line.ended_at,
        "client": line.client[:200],
        "project": line.project[:200],
        "task": line.task[:200],
        "description": line.description,
        "tags": line.tags,
        "person": line.person[:200],
        "is_billable": line.is_billable,
    }


def differs(held: HeldEntry, line: TimeLine) -> bool:
    """Return whether the line says anything else than what is held."""
    return any(getattr(held, name) != value for name, value in values_of(line).items())


def _number(one: HeldEntry | TimeLine) -> str | None:
    return one.tracker_id or None


def _start(one: HeldEntry | TimeLine) -> int | None:
    return minute_of(one.started_at) if one.started_at else None


def _day(one: HeldEntry | TimeLine) -> date:
    return one.on


def _any(held: HeldEntry, missed: MissedEntry) -> int:  # noqa: ARG001  # one signature for all
    return 1


def _is_one_person(held: HeldEntry, missed: MissedEntry) -> int:
    """Return how well an entry of the same start fits, 0 if it is somebody else's.

    Two trackers call a person by different names; one tracker does not.
    """
    line = missed.line
    names = {plain(held.person), plain(line.person)} - {""}
    if len(names) > 1 and held.source == missed.source:
        return 0
    # Two of different numbers in one tracker are two, whenever they started.
    if held.tracker_id and line.tracker_id and held.source == missed.source:
        return 0
    return 1 + _agreeing(held, line)


def _is_one_length(held: HeldEntry, missed: MissedEntry) -> int:
    """Return how well an entry of the day fits that another tracker tells."""
    line = missed.line
    if held.source == missed.source or (held.started_at and line.started_at):
        return 0
    if held.seconds != line.seconds:
        return 0
    words = _agreeing(held, line) - 1
    return words if any((held.project, held.client, held.description)) else 1


def _is_mostly_alike(held: HeldEntry, missed: MissedEntry) -> int:
    """Return how much agrees of two of the day, of a tracker that tells no clock."""
    line = missed.line
    if held.source != missed.source or held.started_at or line.started_at:
        return 0
    if held.tracker_id or line.tracker_id or plain(held.person) != plain(line.person):
        return 0
    n = _agreeing(held, line)
    return n if n >= _ENOUGH else 0


def _agreeing(held: HeldEntry, line: TimeLine) -> int:
    """Return how many of length, client, project, task and text say the same."""
    pairs = (
        (held.client, line.client),
        (held.project, line.project),
        (held.task, line.task),
        (held.description, line.description),
    )
    same = sum(bool(one) and plain(one) == plain(other) for one, other in pairs)
    return same + (held.seconds == line.seconds)
