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
    stand in it now. Series that the file does not mention stay as they are.
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

    def finish(self) -> None:
        """Let what the file no longer tells of its series give way to this batch."""
        self._told.update(self.known)
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
        self._series.add(line.uid[:255])
        mark = super()._mark(line)
        self._told.add(mark)
        return mark

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
            line.starts_at.astimezone(self._zone).date().isoformat(),
            stored(line.starts_at),
            stored(line.ends_at),
            line.is_all_day,
            line.is_busy,
        )
