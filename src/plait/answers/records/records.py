"""Which records are these: the list that a figure rests on."""

from dataclasses import dataclass
from datetime import date

from plait.domain.record_list import (
    ListedRecord,
    MonthOfRecords,
    RecordPage,
    RecordTotal,
)
from plait.domain.selection import Selection
from plait.wording.records import record_lists as wording
from plait.wording.records import record_sentence
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class MonthAnswer:
    """All records of a month, also those of other pages; `n_here` are on this one."""

    month: date
    title: str
    n_records: int
    n_here: int
    counted: str
    totals: tuple[RecordTotal, ...]
    total_texts: tuple[str, ...]
    hours: float | None


@dataclass(frozen=True, slots=True)
class RecordsAnswer:
    """A page of records, with what all of them come to.

    `sentence` says that, `heading` how many there are, `filters` in words how the list
    is narrowed, `total_texts` what it comes to, currency by currency. `n_waiting`
    have no role yet; `n_recurring` days of what recurs count in the totals and are not
    among the records. `months` stand where the list is sorted by date.
    """

    language: str
    sentence: str
    heading: str
    filters: tuple[str, ...]
    total_texts: tuple[str, ...]
    selection: Selection
    page: int
    n_pages: int
    n_records: int
    n_recurring: int
    n_waiting: int
    totals: tuple[RecordTotal, ...]
    hours: float | None
    months: tuple[MonthAnswer, ...]
    records: tuple[ListedRecord, ...]


def records_answer(page: RecordPage, words: Words) -> RecordsAnswer:
    """Return a page of the book in words."""
    return RecordsAnswer(
        language=words.language,
        sentence=record_sentence.sentence_text(words, page),
        heading=wording.heading_text(words, page),
        filters=wording.filter_texts(
            words, page.selection, page.role_name, page.account_name
        ),
        total_texts=wording.total_texts(words, page),
        selection=page.selection,
        page=page.page,
        n_pages=page.n_pages,
        n_records=page.n_records,
        n_recurring=page.n_recurring,
        n_waiting=page.n_waiting,
        totals=page.totals,
        hours=page.hours,
        months=tuple(_month(page, one, words) for one in page.months),
        records=page.records,
    )


def _month(page: RecordPage, one: MonthOfRecords, words: Words) -> MonthAnswer:
    return MonthAnswer(
        month=one.month,
        title=words.month(one.month),
        n_records=one.n_records,
        n_here=one.n_here,
        counted=wording.counted_text(words, page.selection.kind, one.n_records),
        totals=one.totals,
        total_texts=record_sentence.month_texts(words, one),
        hours=one.hours,
    )
