"""Addresses of lists of records, and a record as a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind, RecordState, Selection
from plait.web.pages.steps import Link
from plait.wording.records import record_lists as wording
from plait.wording.records.payment_kind import kind_text
from plait.wording.records.record_sentence import minus_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class LineView:
    """One record as a row; `minor` and `currency` are for adding up what is ticked."""

    pk: int
    on: date
    time: str
    title: str
    detail: str
    role: str
    css: str
    role_url: str
    figure: str
    url: str
    account: str
    state: str
    is_waiting: bool
    is_in: bool
    sum: str
    currency: str


def records_url(selection: Selection, page: int = 1, edit: int = 0) -> str:
    """Return the address of a list, with the record that is being edited in it."""
    more = {"page": str(page)} if page > 1 else {}
    more |= {"edit": str(edit)} if edit else {}
    return f"{reverse('records')}?{urlencode(selection.to_words() | more)}"


def record_links(selections: Iterable[Selection], words: Words) -> tuple[Link, ...]:
    """Return a link to each list."""
    return tuple(
        Link(wording.open_text(words, one), records_url(one)) for one in selections
    )


_PAGES = {RecordKind.TIME: "entry", RecordKind.PAYMENTS: "payment"}


def record_url(kind: RecordKind, pk: int) -> str:
    """Return where a record is corrected, "" where it has no page."""
    return reverse(_PAGES[kind], args=[pk]) if kind in _PAGES else ""


def line_view(kind: RecordKind, one: ListedRecord, words: Words) -> LineView:
    """Return one record as a row."""
    is_waiting = one.state is RecordState.WAITING
    role = one.role_name if one.role else wording.state_text(words, one.state)
    figure = _figure(one, words)
    # Four answers are a sentence: too wide for the column of figures.
    title, detail = (figure, one.title) if one.scores else (one.title, one.detail)
    return LineView(
        pk=one.id,
        on=one.on,
        time=wording.time_text(one),
        title=title,
        detail=detail,
        role=words.gettext("No role yet") if is_waiting else role,
        css=f"strand-{one.colour}",
        role_url=reverse("role", args=[one.role]) if one.role else "",
        figure="" if one.scores else figure,
        url=record_url(kind, one.id),
        account=one.account or wording.source_text(words, one.source or "by-hand"),
        state=_state(one, words),
        is_waiting=is_waiting,
        is_in=one.amount is not None and one.amount > 0,
        sum=f"{one.amount if one.amount is not None else one.hours or 0}",
        currency=one.currency,
    )


def _state(one: ListedRecord, words: Words) -> str:
    """Return what a payment was stated to be, or whether a record has its role."""
    if one.state is RecordState.WAITING:
        return words.gettext("needs a role")
    if one.kind:
        return kind_text(words, PaymentKind(one.kind))
    return wording.state_text(words, one.state)


def _figure(one: ListedRecord, words: Words) -> str:
    if one.amount is not None and one.amount < 0:
        return minus_text(words, one.amount, one.currency)
    return wording.figure_text(words, one)
