"""A list of records: its lines, what narrows it, and the pages beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from plait.answers.records.records import RecordsAnswer
from plait.book.models import Role
from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind, RecordState, Selection
from plait.web.pages.steps import Link
from plait.wording.records import record_lists as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class LineView:
    """One record as a row."""

    on: date
    time: str
    title: str
    detail: str
    role: str
    css: str
    role_url: str
    figure: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a field that narrows the list."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RecordsView:
    """The whole page; `newer` and `older` are addresses, "" at the ends."""

    heading: str
    filters: str
    totals: tuple[str, ...]
    lines: tuple[LineView, ...]
    kinds: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    states: tuple[Choice, ...]
    selection: Selection
    page: int
    n_pages: int
    newer: str
    older: str


def records_url(selection: Selection, page: int = 1) -> str:
    """Return the address of a list."""
    number = {"page": str(page)} if page > 1 else {}
    return f"{reverse('records')}?{urlencode(selection.to_words() | number)}"


def record_links(selections: Iterable[Selection], words: Words) -> tuple[Link, ...]:
    """Return a link to each list."""
    return tuple(
        Link(wording.open_text(words, one), records_url(one)) for one in selections
    )


def records_view(
    answer: RecordsAnswer, words: Words, roles: Iterable[Role]
) -> RecordsView:
    """Return the page for an answer; `roles` can be chosen."""
    chosen, page = answer.selection, answer.page
    is_last = page == answer.n_pages
    return RecordsView(
        heading=answer.heading,
        filters=" · ".join(answer.filters),
        totals=answer.total_texts,
        lines=tuple(line_view(chosen.kind, one, words) for one in answer.records),
        kinds=tuple(
            Choice(kind, wording.kind_text(words, kind), kind is chosen.kind)
            for kind in RecordKind
        ),
        roles=tuple(Choice(r.key, r.name, r.key == chosen.role) for r in roles),
        states=tuple(
            Choice(state, wording.state_text(words, state), state is chosen.state)
            for state in RecordState
        ),
        selection=chosen,
        page=page,
        n_pages=answer.n_pages,
        newer=records_url(chosen, page - 1) if page > 1 else "",
        older="" if is_last else records_url(chosen, page + 1),
    )


_PAGES = {RecordKind.TIME: "entry", RecordKind.PAYMENTS: "payment"}


def _url(kind: RecordKind, one: ListedRecord) -> str:
    """Return where a record is corrected, "" where it has no page."""
    return reverse(_PAGES[kind], args=[one.id]) if kind in _PAGES else ""


def line_view(kind: RecordKind, one: ListedRecord, words: Words) -> LineView:
    """Return one record as a row."""
    role = one.role_name if one.role else wording.state_text(words, one.state)
    return LineView(
        on=one.on,
        time=wording.time_text(one),
        title=one.title,
        detail=one.detail,
        role=role,
        css=f"strand-{one.colour}",
        role_url=reverse("role", args=[one.role]) if one.role else "",
        figure=wording.figure_text(words, one),
        url=_url(kind, one),
    )
