"""Calendar occurrences; a series told anew takes the place of what it was."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book import bulk, event_marks
from plait.book.assignment import Assignment, Place
from plait.book.imports.lines.decided import Decided
from plait.book.imports.lines.kinds import LinePlanner, LineWriter
from plait.book.models import Batch, Event
from plait.domain.records import EventLine, FingerprintKind, SeriesGone, written_day


class EventPlanner(LinePlanner[EventLine]):
    """Decides about occurrences; what the calendar moved or cancelled is superseded.

    Of every series the file tells, the book keeps exactly the occurrences that
    stand in it now; of one that it tells in part, the other occurrences stay, and
    series that it does not mention stay as they are. An export tells occurrence by
    occurrence what stands and what was superseded. `Decided.known` holds the marks
    that say so (see `event_marks`).
    """

    model = Event
    kind = "events"
    fingerprints = FingerprintKind.EVENT

    def __init__(self, viewer: Person) -> None:
        super().__init__(viewer)
        self._seen: set[tuple[str, str]] = set()
        self._marks: set[int] = set()
        self._gone: list[SeriesGone] = []

    def begin(self, source: str, *, is_last: bool) -> None:
        """Begin a file of this format."""
        super().begin(source, is_last=is_last)
        self._marks, self._gone = set(), []

    def call_off(self, lines: Iterable[SeriesGone]) -> None:
        """Learn what the file calls off."""
        for line in lines:
            self._gone.append(line)
            self._tell(line.uid, line.occurrence, is_alone=bool(line.occurrence))

    def finish(self) -> Decided:
        """Return what was decided, with all that the file says of series."""
        decided = self.decided
        met = self._met() if self._gone else set()
        decided.n_gone = sum((g.uid[:255], g.occurrence) in met for g in self._gone)
        # Sorted, and eight bytes each: what an undo needs is kept with every file.
        decided.known = array("q", sorted(self._marks))
        return decided

    def _met(self) -> set[tuple[str, str]]:
        """Return the series, and their occurrences, that are there to be called off."""
        met = set(self._seen)
        uids = {gone.uid[:255] for gone in self._gone}
        for piece in bulk.in_pieces(uids):
            mine = Event.objects.filter(owner=self.viewer, uid__in=piece)
            for held in event_marks.held_of(mine):
                met |= {(held.uid, ""), (held.uid, held.occurrence)}
        return met

    def _tell(self, uid: str, occurrence: str, *, is_alone: bool) -> None:
        # Cut as the columns cut them, or the marks would be those of other names.
        uid, occurrence = uid[:255], occurrence[:40]
        mark = (
            event_marks.alone(uid, occurrence) if is_alone else event_marks.whole(uid)
        )
        self._marks.add(mark)

    def _fingerprint(self, line: EventLine) -> int:
        fingerprint = super()._fingerprint(line)
        if line.fingerprint is None:
            self._tell(line.uid, line.occurrence, is_alone=line.is_alone)
        self._seen |= {(line.uid[:255], ""), (line.uid[:255], line.occurrence[:40])}
        self._marks.add(
            event_marks.gave_way(fingerprint) if line.is_superseded else fingerprint
        )
        return fingerprint


class EventWriter(LineWriter[EventLine]):
    """Writes occurrences, and lets give way what the file no longer tells."""

    model = Event
    fingerprints = FingerprintKind.EVENT
    columns = (
        "uid",
        "occurrence",
        "calendar",
        "title",
        "location",
        "on",
        "starts_at",
        "ends_at",
        "is_all_day",
        "is_busy",
    )

    def __init__(self, batch: Batch, assignment: Assignment, decided: Decided) -> None:
        super().__init__(batch, assignment, decided)
        self._zone = ZoneInfo(batch.owner.timezone)
        self._stored = bulk.stored_instants()
        self._series: set[str] = set()

    def write(self, lines: Sequence[EventLine], source: str) -> None:
        """Insert the occurrences that are new."""
        self.call_off(lines)
        super().write(lines, source)

    def call_off(self, lines: Iterable[EventLine | SeriesGone]) -> None:
        """Learn of which series the file says anything."""
        self._series.update(line.uid[:255] for line in lines)

    def finish(self) -> None:
        """Let what the file no longer tells of its series give way to this batch."""
        marks = set(self.decided.known)
        for piece in bulk.in_pieces(self._series):
            gone, back = [], []
            for held in event_marks.held_of(self._mine().filter(uid__in=piece)):
                stands = held.stands_by(marks)
                if stands and held.superseded_by is not None:
                    back.append(held.key)
                elif stands is False and held.superseded_by is None:
                    gone.append(held.key)
            event_marks.set_superseded(gone, self.batch.pk)
            event_marks.set_superseded(back, None)

    def _place(self, line: EventLine) -> Place:
        return self.assignment.event(line)

    def _values(self, line: EventLine, source: str) -> tuple[Any, ...]:  # noqa: ARG002  # one signature for all
        stored = self._stored
        return (
            line.uid[:255],
            line.occurrence[:40],
            line.calendar[:200],
            line.title[:300],
            line.location[:300],
            written_day(line.on or line.starts_at.astimezone(self._zone).date()),
            stored(line.starts_at),
            stored(line.ends_at),
            line.is_all_day,
            line.is_busy,
        )
