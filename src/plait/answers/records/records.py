"""Which records are these: the list that a figure rests on."""

from dataclasses import dataclass
from datetime import date

from plait.domain.record_list import (
    EarlierRecords,
    ListedRecord,
    MonthOfRecords,
    RecordPage,
    RecordSums,
    RecordTotal,
)
from plait.domain.selection import Selection
from plait.wording.records import earlier_records, record_sentence
from plait.wording.records import record_lists as wording
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
class EarlierAnswer:
    """The same list a year earlier; `selection` opens it.

    Where days of the list are not known yet, both are compared up to `until` (of this
    year); `now` is what the list comes to up to there.
    """

    sentence: str
    selection: Selection
    sums: RecordSums
    now: RecordSums
    until: date | None


@dataclass(frozen=True, slots=True)
class RecordsAnswer:
    """A page of records, with what all of them come to.

    `sentence` says that, `heading` how many there are, `filters` in words how the list
    is narrowed, `total_texts` what it comes to, currency by currency. `n_waiting`
    have no role yet; `n_recurring` days of what recurs count in the totals and are not
    among the records. `months` stand where the list is sorted by date; `earlier` where
    the list has a first and a last day and the records reach back a year before it.
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
    earlier: EarlierAnswer | None = None


def records_answer(
    page: RecordPage, words: Words, earlier: EarlierRecords | None = None
) -> RecordsAnswer:
    """Return a page of the book in words, beside the same list a year earlier."""
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
        earlier=_earlier(earlier, words) if earlier else None,
    )


def _earlier(earlier: EarlierRecords, words: Words) -> EarlierAnswer:
    return EarlierAnswer(
        sentence=earlier_records.sentence_text(words, earlier),
        selection=earlier.selection,
        sums=earlier.sums,
        now=earlier.now,
        until=earlier.until,
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
