"""Which records are these: the list that a figure rests on."""

from dataclasses import dataclass

from plait.domain.record_list import ListedRecord, RecordPage, RecordTotal
from plait.domain.selection import Selection
from plait.wording.records import record_lists as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RecordsAnswer:
    """A page of records, newest first, with what all of them come to.

    `filters` say in words how the list is narrowed, `total_texts` what it comes to.
    """

    language: str
    heading: str
    filters: tuple[str, ...]
    total_texts: tuple[str, ...]
    selection: Selection
    page: int
    n_pages: int
    n_records: int
    totals: tuple[RecordTotal, ...]
    hours: float | None
    records: tuple[ListedRecord, ...]


def records_answer(page: RecordPage, words: Words) -> RecordsAnswer:
    """Return a page of the book in words."""
    return RecordsAnswer(
        language=words.language,
        heading=wording.heading_text(words, page),
        filters=wording.filter_texts(words, page.selection, page.role_name),
        total_texts=wording.total_texts(words, page),
        selection=page.selection,
        page=page.page,
        n_pages=page.n_pages,
        n_records=page.n_records,
        totals=page.totals,
        hours=page.hours,
        records=page.records,
    )
