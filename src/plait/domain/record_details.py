"""One record with all that is known of it: where it came from, and what became of it."""

from dataclasses import dataclass

from plait.domain.changes import ListedChange
from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind


@dataclass(frozen=True, slots=True)
class RecordDetails:
    """One payment or time entry.

    `texts` are its fields of text by name, the empty ones left out. `batch` is the
    import it came with, None if it was added by hand; `edited` names the fields that
    were set by hand since. `beside` are the other entries of its day and role, and
    `changes` what was done to it, newest first.
    """

    kind: RecordKind
    record: ListedRecord
    texts: tuple[tuple[str, str], ...]
    is_billable: bool | None
    also_for: tuple[str, ...]
    source: str
    batch: int | None
    edited: tuple[str, ...]
    beside: tuple[ListedRecord, ...]
    changes: tuple[ListedChange, ...]
