"""What is known of one record, and what was done to it?"""

from dataclasses import dataclass

from plait.answers.records.history import ChangeAnswer, change_answer
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.record_details import RecordDetails
from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind
from plait.wording.records import record as wording
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class FieldAnswer:
    """One field of a record: its name in files, its title and what it holds."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """One payment or time entry.

    `origin` says where it came from, `edited_text` what was set by hand since, ""
    where nothing was. `beside` are the other entries of its day and role.
    """

    language: str
    kind: RecordKind
    record: ListedRecord
    fields: tuple[FieldAnswer, ...]
    also_for: tuple[str, ...]
    is_billable: bool | None
    source: str
    batch: int | None
    origin: str
    edited: tuple[str, ...]
    edited_text: str
    beside: tuple[ListedRecord, ...]
    changes: tuple[ChangeAnswer, ...]


def _text(words: Words, name: str, text: str) -> str:
    return kind_text(words, PaymentKind(text)) if name == "kind" else text


def record_answer(details: RecordDetails, words: Words) -> RecordAnswer:
    """Return one record in words."""
    fields = [*details.texts, ("is_billable", wording.billable_text(words, details))]
    return RecordAnswer(
        language=words.language,
        kind=details.kind,
        record=details.record,
        fields=tuple(
            FieldAnswer(name, wording.field_text(words, name), _text(words, name, text))
            for name, text in fields
            if text
        ),
        also_for=details.also_for,
        is_billable=details.is_billable,
        source=details.source,
        batch=details.batch,
        origin=wording.origin_text(words, details),
        edited=details.edited,
        edited_text=wording.edited_text(words, details),
        beside=details.beside,
        changes=tuple(change_answer(one, words) for one in details.changes),
    )
