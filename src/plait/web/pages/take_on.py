"""Answers to proposals, as the page shows them: one whole, several side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.take_on.answer import MOST_VARIANTS, TakeOnAnswer
from plait.answers.take_on.parts import Week
from plait.answers.take_on.variant import VariantAnswer
from plait.web.charts.ahead import Ahead, Column, columns
from plait.web.pages.findings import WhyView, why
from plait.wording.words import Words

_MINUS = "\u2212"
_CLASSES = {"yes": "yes", "yes if": "if", "no": "no"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its name."""

    name: str
    value: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A row of the table beside the chart."""

    week: str
    supply: str
    before: str
    after: str
    is_full: bool


@dataclass(frozen=True, slots=True)
class TakeOnView:
    """One answer; `query` is what the form sends to put it in the book."""

    variant: VariantAnswer
    css_class: str
    columns: tuple[Column, ...]
    label: str
    rows: tuple[WeekRow, ...]
    figures: tuple[Figure, ...]
    why: WhyView
    query: str
    edit_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything considered: the sentence above, the answers, and how to add one."""

    sentence: str
    answers: tuple[TakeOnView, ...]
    compare_url: str


def comparison(
    answer: TakeOnAnswer, queries: Sequence[str], words: Words
) -> Comparison:
    """Return the answers; `queries` are the parts of the address that hold each."""
    has_room = len(queries) < MOST_VARIANTS
    return Comparison(
        sentence=answer.sentence,
        answers=tuple(
            _view(variant, queries, number, words)
            for number, variant in enumerate(answer.variants)
        ),
        compare_url=address(queries, another="1") + "#ask" if has_room else "",
    )


def address(queries: Sequence[str], **more: str) -> str:
    """Return the address of the page that holds these proposals."""
    parts = [*(("v", one) for one in queries), *more.items()]
    at = reverse("take_on")
    return f"{at}?{urlencode(parts)}" if parts else at


def _view(
    variant: VariantAnswer, queries: Sequence[str], number: int, words: Words
) -> TakeOnView:
    others = [*queries[:number], *queries[number + 1 :]]
    return TakeOnView(
        variant=variant,
        css_class=_CLASSES[variant.answer],
        columns=columns([_ahead(week) for week in variant.weeks]),
        label=_("Hours in each week with it, and without, against what you have"),
        rows=tuple(_row(week, words) for week in variant.weeks),
        figures=tuple(_figures(variant, words)),
        why=why(variant.evidence),
        query=queries[number],
        edit_url=address(others, edit=queries[number]) + "#ask",
        remove_url=address(others),
    )


def _ahead(week: Week) -> Ahead:
    return Ahead(
        week.monday,
        week.after,
        week.supply,
        is_full=week.is_too_full,
        before=week.before,
    )


def _row(week: Week, words: Words) -> WeekRow:
    def hours(value: float | None) -> str:
        return "" if value is None else _("%(n)s h") % {"n": words.number(value)}

    return WeekRow(
        week=words.day(week.monday),
        supply=hours(week.supply),
        before=hours(week.before),
        after=hours(week.after),
        is_full=week.is_too_full,
    )


def _figures(variant: VariantAnswer, words: Words) -> Iterator[Figure]:
    left, income = variant.usual_left, variant.income_a_month
    if variant.weeks:
        change = _signed(words.number(variant.usual_change))
        yield Figure(_("In a week"), _("%(n)s h") % {"n": change})
    if left is not None:
        hours = _("%(n)s h") % {"n": words.number(left).replace("-", _MINUS)}
        yield Figure(_("Left in a usual week"), hours, is_bad=left < 0)
        counts = {"n": variant.n_too_full, "all": len(variant.weeks)}
        is_worse = variant.n_too_full > variant.n_too_full_before
        yield Figure(
            _("Weeks too full"), _("%(n)d of %(all)d") % counts, is_bad=is_worse
        )
    if income.change is not None:
        amount = _signed(words.money(income.change, income.currency))
        yield Figure(_("Income a month"), amount)


def _signed(text: str) -> str:
    """Return a figure with its sign, none for nothing."""
    if not any(digit in text for digit in "123456789"):
        return text
    return text.replace("-", _MINUS) if "-" in text else f"+{text}"
