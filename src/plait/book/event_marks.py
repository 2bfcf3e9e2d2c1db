"""What a file told of calendar series, as marks, so that undoing can be exact.

Which occurrences of a series stand is what the latest file says that tells the
series: whole, or one occurrence of it. Beside the fingerprints of the occurrences a
file therefore keeps a mark for each of these sayings.
"""

from array import array
from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.db.models import QuerySet

from plait.book import bulk
from plait.book.fingerprints import fingerprint_of
from plait.book.models import Event


class Held(NamedTuple):
    """An occurrence that the book holds, with what a file can say of it."""

    key: int
    fingerprint: int
    uid: str
    occurrence: str
    superseded_by: int | None

    def stands_by(self, marks: Collection[int]) -> bool | None:
        """Return what a file says of it: it stands, it does not, or nothing (None)."""
        if self.fingerprint in marks:
            return True
        against = (
            gave_way(self.fingerprint),
            whole(self.uid),
            alone(self.uid, self.occurrence),
        )
        return False if any(one in marks for one in against) else None


def marks_of(known: bytes | memoryview) -> set[int]:
    """Return the marks that an imported file keeps."""
    marks = array("q")
    marks.frombytes(bytes(known))
    return set(marks)


def whole(uid: str) -> int:
    """Return the mark of a file that tells a series, all of it."""
    return fingerprint_of(f"series\x1f{uid}")


def alone(uid: str, occurrence: str) -> int:
    """Return the mark of a file that tells one occurrence without its series."""
    return fingerprint_of(f"occurrence\x1f{uid}\x1f{occurrence}")


def gave_way(fingerprint: int) -> int:
    """Return the mark of a file that tells an occurrence as superseded."""
    return fingerprint_of(f"gave way\x1f{fingerprint}")


def held_of(events: QuerySet[Event]) -> Iterator[Held]:
    """Yield the occurrences of the question."""
    names = ("pk", "fingerprint", "uid", "occurrence", "superseded_by")
    yield from map(Held._make, events.values_list(*names))


def set_superseded(keys: Collection[int], by: int | None) -> None:
    """Note which batch took the place of these occurrences, None for no batch."""
    for piece in bulk.in_pieces(keys):
        Event.objects.filter(pk__in=piece).update(superseded_by=by)
