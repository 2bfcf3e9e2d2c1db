"""The history page: the changes of each day, and what of them can be undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext

from plait.answers.records.history import ChangeAnswer, HistoryAnswer
from plait.web.templatetags.written import written_day
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change; `undo_url` or `redo_url` is where it is turned, "" where it is not."""

    number: int
    time: str
    text: str
    detail: str
    is_undone: bool
    undo_url: str
    redo_url: str


@dataclass(frozen=True, slots=True)
class DayView:
    """The changes of a day."""

    title: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The whole page; `newer` and `older` are addresses, "" at the ends."""

    heading: str
    days: tuple[DayView, ...]
    page: int
    n_pages: int
    newer: str
    older: str


def history_view(answer: HistoryAnswer, words: Words) -> HistoryView:
    """Return the page for an answer."""
    is_last = answer.page == answer.n_pages
    return HistoryView(
        heading=answer.heading,
        days=tuple(_days(answer, words)),
        page=answer.page,
        n_pages=answer.n_pages,
        newer=_url(answer.page - 1) if answer.page > 1 else "",
        older="" if is_last else _url(answer.page + 1),
    )


def _url(page: int) -> str:
    return f"{reverse('history')}?page={page}"


def _days(answer: HistoryAnswer, words: Words) -> Iterator[DayView]:
    def day(one: ChangeAnswer) -> date:
        return one.made_at.date()

    for on, found in groupby(answer.changes, key=day):
        title = words.weekday(on, with_year=True)
        yield DayView(title, tuple(change_view(one) for one in found))


def change_view(one: ChangeAnswer, *, with_day: bool = False) -> ChangeView:
    """Return one change as a row."""
    number = [one.number]
    clock = f"{one.made_at:%H:%M}"
    on = written_day(one.made_at, gettext("j M Y"))
    return ChangeView(
        number=one.number,
        time=f"{on}, {clock}" if with_day else clock,
        text=one.text,
        detail=" · ".join(filter(None, (one.detail, one.instead))),
        is_undone=one.undone_at is not None,
        undo_url=reverse("change_undo", args=number) if one.can_undo else "",
        redo_url=reverse("change_redo", args=number) if one.can_redo else "",
    )
