"""The page of a list: what it comes to, what narrows it, its months and rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from plait.answers.records.records import RecordsAnswer
from plait.book.models import Role
from plait.domain.period import add_months
from plait.domain.reach import LAST_DAY
from plait.domain.record_list import RecordFilters
from plait.domain.selection import (
    RecordKind,
    RecordOrder,
    RecordState,
    Selection,
    Way,
)
from plait.web.pages.records.records import LineView, line_view, records_url
from plait.web.pages.steps import Link
from plait.wording.records import record_lists as wording
from plait.wording.words import Words

_KINDS_IN_PLACE = (RecordKind.PAYMENTS, RecordKind.TIME)


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a field that narrows the list."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FilterView:
    """One field that narrows or sorts the list; without a choice it says `all_text`."""

    name: str
    label: str
    all_text: str
    choices: tuple[Choice, ...]
    is_on: bool


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A heading that sorts: where it leads, and how it sorts now, "" if it does not."""

    name: str
    text: str
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row, and where it is edited in place, "" where it is not."""

    line: LineView
    edit_url: str
    goes_on_url: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """The rows of a month; without a title where the list has no months.

    `url` opens all of the month, where only some are on this page or among others.
    """

    title: str
    counted: str
    totals: tuple[str, ...]
    url: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class RecordsView:
    """The whole page; `newer` and `older` are addresses, "" at the ends."""

    kind: RecordKind
    sentence: str
    counted: str
    filters_text: str
    totals: tuple[str, ...]
    total_texts: tuple[str, ...]
    kinds: tuple[tuple[Link, bool], ...]
    filters: tuple[FilterView, ...]
    selection: Selection
    words: tuple[tuple[str, str], ...]
    columns: tuple[ColumnView, ...]
    months: tuple[MonthView, ...]
    can_edit: bool
    n_records: int
    page: int
    n_pages: int
    first: str
    newer: str
    older: str
    last: str
    here: str
    all_url: str
    csv_url: str
    earlier: Link | None


def records_view(
    answer: RecordsAnswer, words: Words, roles: Iterable[Role], choices: RecordFilters
) -> RecordsView:
    """Return the page for an answer; `roles` and `choices` can be chosen."""
    chosen, page, earlier = answer.selection, answer.page, answer.earlier
    is_last = page == answer.n_pages
    return RecordsView(
        kind=chosen.kind,
        sentence=answer.sentence,
        counted=answer.heading,
        filters_text=" · ".join(answer.filters),
        totals=answer.total_texts if len(answer.totals) > 1 else (),
        total_texts=answer.total_texts,
        kinds=tuple(_kinds(chosen, words)),
        filters=tuple(_filters(chosen, words, roles, choices)),
        selection=chosen,
        words=tuple(chosen.to_words().items()),
        columns=tuple(_columns(chosen, words)),
        months=tuple(_months(answer, words)),
        can_edit=chosen.kind in _KINDS_IN_PLACE,
        n_records=answer.n_records,
        page=page,
        n_pages=answer.n_pages,
        first=records_url(chosen) if page > 1 else "",
        newer=records_url(chosen, page - 1) if page > 1 else "",
        older="" if is_last else records_url(chosen, page + 1),
        last="" if is_last else records_url(chosen, answer.n_pages),
        here=records_url(chosen, page),
        csv_url=f"{reverse('records_csv')}?{urlencode(chosen.to_words())}",
        all_url=records_url(Selection(chosen.kind, order=chosen.order)),
        earlier=Link(earlier.sentence, records_url(earlier.selection))
        if earlier
        else None,
    )


def _kinds(chosen: Selection, words: Words) -> Iterator[tuple[Link, bool]]:
    for kind in RecordKind:
        same = Selection(kind, role=chosen.role, start=chosen.start, end=chosen.end)
        link = Link(wording.kind_text(words, kind), records_url(same))
        yield link, kind is chosen.kind


def _filters(
    chosen: Selection, words: Words, roles: Iterable[Role], choices: RecordFilters
) -> Iterator[FilterView]:
    """Yield the fields that narrow the list, those first that are used most."""
    _ = words.gettext
    kind, payers = chosen.kind, choices.payers
    role_pairs = [(one.key, one.name) for one in roles]
    yield _filter("role", _("Role"), _("all"), role_pairs, chosen.role)
    if kind is RecordKind.PAYMENTS:
        if chosen.payer and chosen.payer not in payers:
            payers = (chosen.payer, *payers)
        pairs = [(name, name) for name in payers]
        yield _filter("payer", _("Payer"), _("all"), pairs, chosen.payer)
        yield _filter(
            "account", _("Account"), _("all"), choices.accounts, chosen.account
        )
        ways = [(way.value, wording.way_text(words, way)) for way in Way]
        yield _filter("way", _("Money"), _("in and out"), ways, chosen.way)
    elif choices.sources:
        sources = [(one, wording.source_text(words, one)) for one in choices.sources]
        label = _("Calendar") if kind is RecordKind.EVENTS else _("Tracker")
        yield _filter("source", label, _("all"), sources, chosen.source)
    if kind is not RecordKind.CHECK_INS:
        states = [(one.value, wording.state_text(words, one)) for one in RecordState]
        yield _filter("state", _("State"), _("all"), states, chosen.state)
    orders = [(one.value, wording.order_text(words, one, kind)) for one in RecordOrder]
    order = chosen.order
    one = _filter("sort", _("Sort"), "", orders, order)
    yield replace(one, is_on=order is not RecordOrder.NEWEST)


def _filter(
    name: str,
    label: str,
    all_text: str,
    pairs: Iterable[tuple[str, str]],
    chosen: str | None,
) -> FilterView:
    choices = tuple(Choice(value, text, value == chosen) for value, text in pairs)
    return FilterView(name, label, all_text, choices, is_on=bool(chosen))


_SORTS = {
    "day": (RecordOrder.NEWEST, RecordOrder.OLDEST),
    "who": (RecordOrder.NAME, RecordOrder.NAME_BACK),
    "of": (RecordOrder.ROLE, RecordOrder.ROLE_BACK),
    "amount": (RecordOrder.LARGEST, RecordOrder.SMALLEST),
}
_DOWN = {
    RecordOrder.NEWEST,
    RecordOrder.LARGEST,
    RecordOrder.NAME_BACK,
    RecordOrder.ROLE_BACK,
}


def _columns(chosen: Selection, words: Words) -> Iterator[ColumnView]:
    """Yield the headings; one that sorts already turns the list round."""
    _ = words.gettext
    is_money = chosen.kind is RecordKind.PAYMENTS
    texts = {
        "day": _("Date"),
        "who": _("From or to") if is_money else _("What"),
        "of": _("Role"),
        "amount": _("Amount") if is_money else _("Hours"),
    }
    for name, (first, second) in _SORTS.items():
        now = chosen.order
        order = second if now is first else first
        is_sorted = now in (first, second)
        way = "descending" if now in _DOWN else "ascending"
        url = records_url(replace(chosen, order=order))
        yield ColumnView(name, texts[name], url, way if is_sorted else "")


def _months(answer: RecordsAnswer, words: Words) -> Iterator[MonthView]:
    rows = list(_rows(answer, words))
    if not answer.months and rows:
        yield MonthView("", "", (), "", tuple(rows))
    for month in answer.months:
        here, rows = rows[: month.n_here], rows[month.n_here :]
        yield MonthView(
            month.title,
            month.counted,
            month.total_texts,
            records_url(_within(answer.selection, month.month)),
            tuple(here),
        )


def _within(chosen: Selection, month: date) -> Selection:
    """Return what of a selection is in a month."""
    # A book may hold days that nobody means, after which calendars end.
    start, end = month, add_months(month, 1) if month <= LAST_DAY else date.max
    return replace(
        chosen,
        period="",
        start=max(start, chosen.start or start),
        end=min(end, chosen.end or end),
    )


def _rows(answer: RecordsAnswer, words: Words) -> Iterator[RowView]:
    chosen, page = answer.selection, answer.page
    keys = [one.id for one in answer.records]
    for one, after in zip(
        answer.records, [*keys[1:], *([0] if keys else [])], strict=True
    ):
        edit = (
            records_url(chosen, page, one.id) if chosen.kind in _KINDS_IN_PLACE else ""
        )
        yield RowView(
            line_view(chosen.kind, one, words), edit, records_url(chosen, page, after)
        )
