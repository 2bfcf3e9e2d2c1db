"""Undoing an import of calendars: each series is again as the imports left it."""

from collections.abc import Iterator

from plait.accounts.models import Person
from plait.book import bulk, event_marks
from plait.book.event_marks import Held, marks_of
from plait.book.models import Batch, Event, ImportedFile


def series_of(viewer: Person, batch: Batch) -> set[str]:
    """Return the series of which an import says anything; ask before it is undone."""
    marks: set[int] = set()
    for known in batch.files.values_list("known_fingerprints", flat=True):
        marks.update(marks_of(known))
    found = set()
    for held in event_marks.held_of(Event.objects.filter(owner=viewer)):
        if held.superseded_by == batch.pk or held.stands_by(marks) is not None:
            found.add(held.uid)
    return found


def settle_series(viewer: Person, series: set[str]) -> None:
    """Let occurrences stand or give way as the latest import says that tells them."""
    open_yet: list[Held] = []
    for piece in bulk.in_pieces(series):
        of_series = Event.objects.filter(owner=viewer, uid__in=piece)
        open_yet += event_marks.held_of(of_series)
    files = _newest_first(viewer) if open_yet else iter(())
    for batch, marks in files:
        by_file = [(held, held.stands_by(marks)) for held in open_yet]
        _settle([held for held, stands in by_file if stands], None)
        _settle([held for held, stands in by_file if stands is False], batch)
        open_yet = [held for held, stands in by_file if stands is None]
        if not open_yet:
            return
    _settle(open_yet, None)


def _newest_first(viewer: Person) -> Iterator[tuple[int, set[int]]]:
    """Yield the marks of each file that was not undone, with its batch."""
    files = ImportedFile.objects.filter(owner=viewer, batch__undone_at=None)
    newest = files.order_by("-batch__number", "-pk")
    for batch, known in newest.values_list("batch", "known_fingerprints").iterator():
        yield batch, marks_of(known)


def _settle(held: list[Held], by: int | None) -> None:
    keys = [one.key for one in held if one.superseded_by != by]
    event_marks.set_superseded(keys, by)
