"""Time entries, and the further roles they serve."""

from typing import Any

from plait.book import bulk
from plait.book.assignment import Place
from plait.book.imports.lines import Intake
from plait.book.models import TimeEntry, TimeShare
from plait.domain.records import FingerprintKind, TimeLine, written_day


class EntryIntake(Intake[TimeLine]):
    """Takes time entries."""

    model = TimeEntry
    kind = "hours"
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
    )

    def __init__(self, *args: Any) -> None:  # noqa: ANN401  # handed on as they are
        super().__init__(*args)
        self._stored = bulk.stored_instants()
        self._shared: list[tuple[int, int]] = []

    def finish(self) -> None:
        """Note which further roles the new entries serve."""
        fingerprints = [fingerprint for fingerprint, _ in self._shared]
        keys: dict[int, int] = {}
        for piece in bulk.in_pieces(fingerprints):
            found = self._mine().filter(fingerprint__in=piece)
            keys.update(found.values_list("fingerprint", "pk"))
        owner = self.batch.owner_id
        rows = [(owner, keys[fingerprint], role) for fingerprint, role in self._shared]
        bulk.insert(TimeShare, ("owner", "entry", "role"), rows)

    def _row(self, fingerprint: int, line: TimeLine) -> tuple[Any, ...]:
        for key in line.also_for.split() if line.also_for else ():
            role = self.assignment.role_keyed(key, line)
            if role is not None:
                self._shared.append((fingerprint, role))
        return super()._row(fingerprint, line)

    def _place(self, line: TimeLine) -> Place:
        return self.assignment.entry(line)

    def _values(self, line: TimeLine) -> tuple[Any, ...]:
        stored = self._stored
        return (
            self.source if line.fingerprint is None else line.source[:40],
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
        )
