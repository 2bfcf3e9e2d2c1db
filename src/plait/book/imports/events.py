"""Calendar occurrences; a series told anew takes the place of what it was."""

from array import array
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from plait.book import bulk, event_marks
from plait.book.assignment import Place
from plait.book.imports.lines import Intake
from plait.book.models import Event
from plait.domain.records import EventLine, FingerprintKind, SeriesGone, written_day


class EventIntake(Intake[EventLine]):
    """Takes occurrences; what the calendar moved or cancelled is superseded.

    Of every series the file tells, the book keeps exactly the occurrences that
    stand in it now; of one that it tells in part, the other occurrences stay, and
    series that it does not mention stay as they are. An export tells occurrence by
    occurrence what stands and what was superseded.
    """

    model = Event
    kind = "events"
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

    def __init__(self, *args: Any) -> None:  # noqa: ANN401  # handed on as they are
        super().__init__(*args)
        self._zone = ZoneInfo(self.batch.owner.timezone)
        self._stored = bulk.stored_instants()
        self._marks: set[int] = set()
        self._series: set[str] = set()
        self._called_off: list[SeriesGone] = []

    def take(self, lines: Sequence[EventLine | SeriesGone]) -> None:
        """Add the occurrences that are new; remember what was called off."""
        super().take([line for line in lines if isinstance(line, EventLine)])
        for line in lines:
            if isinstance(line, SeriesGone):
                self._called_off.append(line)
                self._tell(line.uid, line.occurrence, is_alone=bool(line.occurrence))

    def finish(self) -> None:
        """Let what the file no longer tells of its series give way to this batch."""
        met: set[tuple[str, str]] = set()
        for piece in bulk.in_pieces(self._series):
            gone, back = [], []
            for held in event_marks.held_of(self._mine().filter(uid__in=piece)):
                met |= {(held.uid, ""), (held.uid, held.occurrence)}
                stands = held.stands_by(self._marks)
                if stands and held.superseded_by is not None:
                    back.append(held.key)
                elif stands is False and held.superseded_by is None:
                    gone.append(held.key)
            event_marks.set_superseded(gone, self.batch.pk)
            event_marks.set_superseded(back, None)
        self.n_gone = sum((g.uid[:255], g.occurrence) in met for g in self._called_off)
        # Sorted, and eight bytes each: what an undo needs is kept with every file.
        self.known = array("q", sorted(self._marks.union(self.known)))

    def _tell(self, uid: str, occurrence: str, *, is_alone: bool) -> None:
        # Cut as the columns cut them, or the marks would be those of other names.
        uid, occurrence = uid[:255], occurrence[:40]
        self._series.add(uid)
        fingerprint = (
            event_marks.alone(uid, occurrence) if is_alone else event_marks.whole(uid)
        )
        self._marks.add(fingerprint)

    def _fingerprint(self, line: EventLine) -> int:
        fingerprint = super()._fingerprint(line)
        if line.fingerprint is None:
            self._tell(line.uid, line.occurrence, is_alone=line.is_alone)
        self._series.add(line.uid[:255])
        self._marks.add(
            event_marks.gave_way(fingerprint) if line.is_superseded else fingerprint
        )
        return fingerprint

    def _know(self, fingerprint: int, line: EventLine) -> None:
        """Only what stands is handed on when an earlier import is undone."""
        if line.is_superseded:
            self.n_known += 1
        else:
            super()._know(fingerprint, line)

    def _place(self, line: EventLine) -> Place:
        return self.assignment.event(line)

    def _values(self, line: EventLine) -> tuple[Any, ...]:
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
