"""The pages of one time entry and one payment: what it is, and its history."""

from dataclasses import dataclass

from plait.answers.records.record import RecordAnswer
from plait.domain.selection import RecordKind, Selection
from plait.web.pages.records.history import ChangeView, change_view
from plait.web.pages.records.records import LineView, line_view, records_url
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class EntryView:
    """The whole page."""

    pk: int
    title: str
    when: str
    length: str
    origin: str
    edited: str
    beside: tuple[tuple[int, LineView], ...]
    changes: tuple[ChangeView, ...]
    list_url: str


def entry_view(answer: RecordAnswer, words: Words) -> EntryView:
    """Return the page for an answer."""
    one = answer.record
    line = line_view(RecordKind.TIME, one, words)
    month = one.on.replace(day=1)
    return EntryView(
        pk=one.id,
        title=one.title or line.figure,
        when=" · ".join(
            filter(None, (words.weekday(one.on, with_year=True), line.time))
        ),
        length=line.figure,
        origin=answer.origin,
        edited=answer.edited_text,
        beside=tuple(
            (other.id, line_view(RecordKind.TIME, other, words))
            for other in answer.beside
        ),
        changes=tuple(change_view(change, with_day=True) for change in answer.changes),
        list_url=records_url(Selection(RecordKind.TIME, role=one.role, start=month)),
    )


@dataclass(frozen=True, slots=True)
class PaymentView:
    """The page of a payment."""

    pk: int
    title: str
    when: str
    amount: str
    origin: str
    fields: tuple[tuple[str, str], ...]
    parts: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    list_url: str


def payment_view(answer: RecordAnswer, words: Words) -> PaymentView:
    """Return the page for a payment."""
    one = answer.record
    line = line_view(RecordKind.PAYMENTS, one, words)
    month = one.on.replace(day=1)
    return PaymentView(
        pk=one.id,
        title=one.title or line.figure,
        when=words.weekday(one.on, with_year=True),
        amount=line.figure,
        origin=answer.origin,
        fields=tuple((field.title, field.text) for field in answer.fields),
        parts=answer.also_for,
        changes=tuple(change_view(change, with_day=True) for change in answer.changes),
        list_url=records_url(
            Selection(RecordKind.PAYMENTS, role=one.role, start=month)
        ),
    )
