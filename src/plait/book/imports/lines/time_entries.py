"""Time entries, corrected by a later export, and the further roles they serve."""

from collections import defaultdict
from typing import Any

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.assignment import Assignment, Place
from plait.book.fingerprints import entry_fingerprints
from plait.book.imports.lines.decided import Action, Decided
from plait.book.imports.lines.entry_twins import EntryTwins, MissedEntry, values_of
from plait.book.imports.lines.kinds import LinePlanner, LineWriter
from plait.book.models import Batch, TimeEntry, TimeShare
from plait.domain.records import (
    FingerprintKind,
    RecordStatus,
    TimeLine,
    written_day,
)


class EntryPlanner(LinePlanner[TimeLine]):
    """Decides about time entries; a corrected one is the same entry still."""

    model = TimeEntry
    kind = "hours"
    fingerprints = FingerprintKind.TIME

    def __init__(self, viewer: Person) -> None:
        super().__init__(viewer)
        self._twins = EntryTwins(viewer, is_empty=not self.held)

    def begin(self, source: str, *, is_last: bool) -> None:
        """Begin a file of this format."""
        super().begin(source, is_last=is_last)
        self._twins.begin(is_last=is_last)

    def finish(self) -> Decided:
        """Find what the book holds otherwise, now that all lines are seen."""
        self._twins.settle(self.decided)
        for missed in self._twins.missed:
            self._leave_removed(missed)
        return self.decided

    def _leave_removed(self, missed: MissedEntry) -> None:
        """Let a corrected line of an entry that the person removed stay away too."""
        place, line = missed.place, missed.line
        if self.decided.actions[place] != Action.NEW:
            return
        parts = line.tracker_id[:100], line.person[:200], line.started_at
        for fingerprint in entry_fingerprints(*parts):
            if fingerprint in self.held:
                self.decided.settle(place, Action.KNOWN, fingerprint)
                return

    def _miss(self, line: TimeLine) -> None:
        if line.fingerprint is None and not self._twins.is_alone:
            self._twins.miss(MissedEntry(len(self.decided.actions), line, self.source))

    def _meet(self, fingerprint: int, line: TimeLine) -> None:  # noqa: ARG002  # one signature for all
        self._twins.meet(fingerprint)


class EntryWriter(LineWriter[TimeLine]):
    """Writes time entries, and corrects those that a later export tells otherwise."""

    model = TimeEntry
    fingerprints = FingerprintKind.TIME
    columns = (
        "source",
        "tracker_id",
        "on",
        "seconds",
        "started_at",
        "ended_at",
        "client",
        "project",
        "task",
        "description",
        "tags",
        "person",
        "is_billable",
        "is_on_call",
        "zone",
        "edited",
    )

    def __init__(self, batch: Batch, assignment: Assignment, decided: Decided) -> None:
        super().__init__(batch, assignment, decided)
        self._stored = bulk.stored_instants()
        self._shared: list[tuple[int, int]] = []
        self._corrections: dict[int, TimeLine] = {}

    def finish(self) -> None:
        """Note which further roles the new entries serve, and correct the others."""
        super().finish()
        keys = self._keys(fingerprint for fingerprint, _ in self._shared)
        owner = self.batch.owner_id
        rows = [(owner, keys[fingerprint], role) for fingerprint, role in self._shared]
        bulk.insert(TimeShare, ("owner", "entry", "role"), rows)
        for piece in bulk.in_pieces(self._corrections):
            self._correct(list(self._mine().filter(fingerprint__in=piece)))

    def _correct(self, entries: list[TimeEntry]) -> None:
        """Change what the export tells otherwise, entries of one change together.

        Where the rules had placed an entry they place it again, for its project may
        be another; what the person placed or wrote by hand stays.
        """
        alike = defaultdict[Any, list[int]](list)
        for entry in entries:
            line = self._corrections[entry.fingerprint]
            by_hand = set(entry.edited.split(","))
            changes = {
                name: value
                for name, value in values_of(line).items()
                if getattr(entry, name) != value and name not in by_hand
            }
            if entry.rule_id is not None or entry.status == RecordStatus.OPEN:
                role, rule, status = self._place(line)
                changes |= {"role_id": role, "rule_id": rule, "status": status}
            alike[tuple(changes.items())].append(entry.pk)
        for values, keys in alike.items():
            if values:
                self._mine().filter(pk__in=keys).update(**dict(values))

    def _change(self, fingerprint: int, line: TimeLine) -> None:
        self._corrections[fingerprint] = line

    def _row(self, fingerprint: int, line: TimeLine, source: str) -> tuple[Any, ...]:
        for key in line.also_for.split() if line.also_for else ():
            role = self.assignment.role_keyed(key, line)
            if role is not None:
                self._shared.append((fingerprint, role))
        return super()._row(fingerprint, line, source)

    def _place(self, line: TimeLine) -> Place:
        return self.assignment.entry(line)

    def _values(self, line: TimeLine, source: str) -> tuple[Any, ...]:
        stored = self._stored
        return (
            source if line.fingerprint is None else line.source[:40],
            line.tracker_id[:100],
            written_day(line.on),
            line.seconds,
            stored(line.started_at) if line.started_at else None,
            stored(line.ended_at) if line.ended_at else None,
            line.client[:200],
            line.project[:200],
            line.task[:200],
            line.description,
            line.tags,
            line.person[:200],
            line.is_billable,
            line.is_on_call,
            line.zone[:64],
            line.edited,
        )
