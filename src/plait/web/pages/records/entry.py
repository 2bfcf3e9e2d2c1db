"""The page of one time entry: what it is, its history, and what it could be joined with."""

from dataclasses import dataclass

from django.urls import reverse

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


def entry_url(pk: int) -> str:
    """Return the address of an entry."""
    return reverse("entry", args=[pk])
