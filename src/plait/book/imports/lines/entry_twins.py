"""The same time entry after a correction, or told by another tracker.

An entry is the same when its tracker's identifier says so, or its person and start,
whatever text, project or length has become. Where a tracker exports lengths alone, an
entry of the day that the file does not tell any more is the one that it tells
otherwise, if most of both agrees.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from plait.accounts.models import Person
from plait.book.imports.lines.decided import Action, Decided
from plait.book.models import TimeEntry
from plait.domain.records import TimeLine
from plait.domain.rules import plain

_COLUMNS = (
    *("fingerprint", "source", "tracker_id", "on", "seconds", "started_at", "ended_at"),
    *("client", "project", "task", "description", "tags", "person", "is_billable"),
)
_ENOUGH = 2
_MINUTE = 60


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


class Missed(NamedTuple):
    """A line that the book does not hold by its fingerprint, and its place in the file."""

    place: int
    line: TimeLine
    source: str


class EntryTwins:
    """Finds which lines of a file are entries that are held otherwise."""

    def __init__(self, viewer: Person, *, is_empty: bool) -> None:
        self._viewer = viewer
        self._is_empty = is_empty
        self._earlier: list[HeldEntry] = []
        self.begin(is_last=False)

    def begin(self, *, is_last: bool) -> None:
        """Begin a file; what the last one brings no other file will tell."""
        self._is_last = is_last
        # Alone in an empty book it can meet nothing: not worth remembering.
        self.is_alone = is_last and self._is_empty and not self._earlier
        self.missed: list[Missed] = []
        self._met: set[int] = set()

    def miss(self, missed: Missed) -> None:
        """Learn of a line that the book does not hold by its fingerprint."""
        self.missed.append(missed)

    def meet(self, fingerprint: int) -> None:
        """Learn that a line is a record the book holds."""
        self._met.add(fingerprint)

    def settle(self, decided: Decided) -> None:
        """Decide about the missed lines; what is left of them is new indeed."""
        held = self._held() if self.missed else []
        if held:
            for key_of_held, key_of_line, fits in (
                (_number, _line_number, _any),
                (_start, _line_start, _is_one_person),
                (_day, _line_day, _is_one_length),
                (_day, _line_day, _is_mostly_alike),
            ):
                self._meet_by(held, key_of_held, key_of_line, fits, decided)
        if not self._is_last:
            self._earlier += self._new(decided)

    def _held(self) -> list[HeldEntry]:
        """Return what is held near the days of the missed lines, if met by none."""
        days = [missed.line.on for missed in self.missed]
        first, last = min(days), max(days)
        earlier = [one for one in self._earlier if first <= one.on <= last]
        stored = [] if self._is_empty else self._stored(first, last)
        return [x for x in (*stored, *earlier) if x.fingerprint not in self._met]

    def _stored(self, first: date, last: date) -> Iterator[HeldEntry]:
        """Yield entries that came with files; what was added by hand is no file's."""
        mine = TimeEntry.objects.filter(owner=self._viewer, batch__isnull=False)
        near = mine.filter(on__range=(first, last))
        yield from map(HeldEntry._make, near.order_by("pk").values_list(*_COLUMNS))
        moved = [t.line.tracker_id for t in self.missed if t.line.tracker_id]
        for piece in _pieces(moved):
            far = mine.filter(tracker_id__in=piece).exclude(on__range=(first, last))
            yield from map(HeldEntry._make, far.values_list(*_COLUMNS))

    def _new(self, decided: Decided) -> Iterator[HeldEntry]:
        for place, line, source in self.missed:
            if decided.actions[place] == Action.NEW:
                yield HeldEntry(
                    decided.fingerprints[place], source, *values_of(line).values()
                )

    def _meet_by(
        self,
        held: list[HeldEntry],
        key_of_held: "Callable[[HeldEntry], Any]",
        key_of_line: "Callable[[TimeLine], Any]",
        fits: "Callable[[HeldEntry, Missed], int]",
        decided: Decided,
    ) -> None:
        """Let lines meet the entries of one key that fit best, each once."""
        by_key = defaultdict[Any, list[HeldEntry]](list)
        for one in held:
            key = key_of_held(one)
            if key is not None and one.fingerprint not in self._met:
                by_key[key].append(one)
        for missed in self.missed:
            if decided.actions[missed.place] != Action.NEW:
                continue
            near = by_key.get(key_of_line(missed.line)) if by_key else None
            fitting = [(fits(one, missed), one) for one in near or ()]
            best = max((n for n, _ in fitting), default=0)
            if best:
                twin = next(one for n, one in fitting if n == best)
                near.remove(twin)  # type: ignore[union-attr]  # it was found there
                self._met.add(twin.fingerprint)
                is_other = twin.source == missed.source and differs(twin, missed.line)
                action = Action.CHANGED if is_other else Action.KNOWN
                is_kept = twin.source == missed.source
                decided.settle(missed.place, action, twin.fingerprint, is_kept=is_kept)


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


def _number(held: HeldEntry) -> str | None:
    return held.tracker_id or None


def _line_number(line: TimeLine) -> str:
    return line.tracker_id


def _minute(at: datetime) -> int:
    return int(at.astimezone(UTC).timestamp()) // _MINUTE


def _start(held: HeldEntry) -> int | None:
    return _minute(held.started_at) if held.started_at else None


def _line_start(line: TimeLine) -> int | None:
    return _minute(line.started_at) if line.started_at else None


def _day(held: HeldEntry) -> date:
    return held.on


def _line_day(line: TimeLine) -> date:
    return line.on


def _any(held: HeldEntry, missed: Missed) -> int:  # noqa: ARG001  # one signature for all
    return 1


def _is_one_person(held: HeldEntry, missed: Missed) -> int:
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


def _is_one_length(held: HeldEntry, missed: Missed) -> int:
    """Return how well an entry of the day fits that another tracker tells."""
    line = missed.line
    if held.source == missed.source or (held.started_at and line.started_at):
        return 0
    if held.seconds != line.seconds:
        return 0
    words = _agreeing(held, line) - 1
    return words if any((held.project, held.client, held.description)) else 1


def _is_mostly_alike(held: HeldEntry, missed: Missed) -> int:
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


def _pieces(values: Iterable[str]) -> Iterator[list[str]]:
    from plait.book import bulk

    return bulk.in_pieces(sorted(set(values)))
