"""Calendar occurrences; a series told anew takes the place of what it was."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book import bulk, event_marks
from plait.book.assignment import Assignment, Place
from plait.book.imports.lines.decided import Action, Decided
from plait.book.imports.lines.kinds import LinePlanner, LineWriter
from plait.book.models import Batch, Event
from plait.book.title_choice import TitleChoice
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
        self.titles = TitleChoice(viewer)
        self._untitled: set[int] | None = None
        self._filled: list[tuple[int, int]] = []
        self._titled: set[str] = set()
        self._restored: set[str] = set()
        self._seen: set[tuple[str, str]] = set()
        self._marks: set[int] = set()
        self._gone: list[SeriesGone] = []

    def begin(self, source: str, *, is_last: bool) -> None:
        """Begin a file of this format."""
        super().begin(source, is_last=is_last)
        self._marks, self._gone = set(), []
        self._filled, self._titled = [], set()

    def calendars(self) -> tuple[list[str], list[str]]:
        """Return the file's calendars with titles: those that keep them, and not."""
        kept = {name for name in self._titled if self.titles.keeps(name)}
        return sorted(kept), sorted(self._titled - kept)

    def restored(self) -> list[str]:
        """Return the calendars whose titles stand in a file that Plait wrote itself."""
        return sorted(self._restored)

    def call_off(self, lines: Iterable[SeriesGone]) -> None:
        """Learn what the file calls off."""
        for line in lines:
            self._gone.append(line)
            self._tell(line.uid, line.occurrence, is_alone=bool(line.occurrence))

    def finish(self) -> Decided:
        """Return what was decided, with all that the file says of series."""
        decided = self.decided
        for index, fingerprint in self._filled:
            decided.settle(index, Action.CHANGED, fingerprint)
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

    def _meet(self, fingerprint: int, line: EventLine) -> None:
        """Note an event whose title was not kept before and is now."""
        self._miss(line)
        is_kept = line.calendar in self._titled and self.titles.keeps(line.calendar)
        has_title = line.fingerprint is None and bool(line.title or line.location)
        if is_kept and has_title and fingerprint in self._without_title():
            self._filled.append((len(self.decided.actions), fingerprint))

    def _miss(self, line: EventLine) -> None:
        """Note a calendar whose events have titles; of Plait's own files, they stay."""
        if line.title or line.location:
            is_ours = line.fingerprint is not None
            (self._restored if is_ours else self._titled).add(line.calendar)

    def _without_title(self) -> set[int]:
        if self._untitled is None:
            blank = Event.objects.filter(owner=self.viewer, title="", location="")
            self._untitled = set(blank.values_list("fingerprint", flat=True))
        return self._untitled

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

    def _change(self, fingerprint: int, line: EventLine) -> None:
        """Fill in the title of an event that was not kept before."""
        self._mine().filter(fingerprint=fingerprint).update(
            title=line.title[:300], location=line.location[:300]
        )

    def _place(self, line: EventLine) -> Place:
        """Place it by its title too; one that then goes stays as if placed by hand."""
        place = self.assignment.event(line)
        if place.rule is None or self._is_titled(line):
            return place
        untitled = self.assignment.event(line._replace(title=""))
        return place if untitled == place else place._replace(rule=None)

    def _is_titled(self, line: EventLine) -> bool:
        """Return whether title and place are kept, as they are in Plait's own files."""
        is_ours = line.fingerprint is not None
        return is_ours or self.assignment.titles.keeps(line.calendar)

    def _values(self, line: EventLine, source: str) -> tuple[Any, ...]:  # noqa: ARG002  # one signature for all
        stored = self._stored
        if not self._is_titled(line):
            line = line._replace(title="", location="")
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
