"""Calendar occurrences; a series told anew takes the place of what it was."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from plait.book import bulk
from plait.book.intake.filing import Place
from plait.book.intake.intake import Intake
from plait.book.models import Event
from plait.domain.records import EventLine


class EventIntake(Intake[EventLine]):
    """Takes occurrences; what the calendar moved or cancelled is superseded.

    Of every series the file tells, the book keeps exactly the occurrences that
    stand in it now. Series that the file does not mention stay as they are. An
    export tells occurrence by occurrence what was superseded, and no series.
    """

    model = Event
    kind = "events"
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
        self._told: set[int] = set()
        self._series: set[str] = set()
        self._gone: set[int] = set()

    def finish(self) -> None:
        """Let what the file no longer tells of its series give way to this batch."""
        for piece in bulk.in_pieces(self._gone):
            gave_way = self._mine().filter(fingerprint__in=piece, superseded_by=None)
            gave_way.update(superseded_by=self.batch)
        for piece in bulk.in_pieces(self._series):
            of_series = self._mine().filter(uid__in=piece)
            standing = of_series.values_list("pk", "fingerprint", "superseded_by")
            gone, back = [], []
            for key, mark, by in standing:
                if mark in self._told and by is not None:
                    back.append(key)
                elif mark not in self._told and by is None:
                    gone.append(key)
            self._set_superseded(gone, self.batch.pk)
            self._set_superseded(back, None)

    def _set_superseded(self, keys: list[int], by: int | None) -> None:
        for piece in bulk.in_pieces(keys):
            self._mine().filter(pk__in=piece).update(superseded_by=by)

    def _mark(self, line: EventLine) -> int:
        mark = super()._mark(line)
        if line.mark is None:
            self._series.add(line.uid[:255])
            self._told.add(mark)
        elif line.is_superseded:
            self._gone.add(mark)
        return mark

    def _know(self, mark: int, line: EventLine) -> None:
        """Only what stands is handed on when an earlier import is undone."""
        if line.is_superseded:
            self.n_known += 1
        else:
            super()._know(mark, line)

    def _place(self, line: EventLine) -> Place:
        return self.filing.event(line)

    def _values(self, line: EventLine) -> tuple[Any, ...]:
        stored = connection.ops.adapt_datetimefield_value
        return (
            line.uid[:255],
            line.occurrence[:40],
            line.calendar[:200],
            line.title[:300],
            line.location[:300],
            (line.on or line.starts_at.astimezone(self._zone).date()).isoformat(),
            stored(line.starts_at),
            stored(line.ends_at),
            line.is_all_day,
            line.is_busy,
        )
