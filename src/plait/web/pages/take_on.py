"""Answers to what was asked, as the page shows them: one whole, several side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.decisions.take_on.answer import Answer, TakeOn, take_on
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.decisions.take_on.weeks import WeekAfter
from plait.answers.context import AnswerContext
from plait.answers.take_on import TakeOnText, present_of, take_on_text
from plait.answers.take_on_sentences import usual_change, usual_left
from plait.web.charts.ahead import Ahead, Column, columns
from plait.web.pages.findings import WhyView, why

MOST = 4
_MINUS = "\u2212"
_CLASS = {Answer.YES: "yes", Answer.YES_IF: "if", Answer.NO: "no"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A variant, and the part of the address that tells it."""

    variant: Variant
    told: str


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
    """One answer; `told` is what the form to keep it sends."""

    said: TakeOnText
    reasons: tuple[str, ...]
    answer: str
    columns: tuple[Column, ...]
    label: str
    rows: tuple[WeekRow, ...]
    figures: tuple[Figure, ...]
    why: WhyView
    told: str
    edit_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything asked: the sentence above, the answers, and how to ask for more."""

    sentence: str
    answers: tuple[TakeOnView, ...]
    compare_url: str


def comparison(context: AnswerContext, asked: Sequence[Asked]) -> Comparison:
    """Return the answers to up to four variants, one or more."""
    now = present_of(context, [one.variant for one in asked])
    found = [take_on(now, one.variant) for one in asked]
    answers = tuple(
        _answer(context, take_on_text(context, now, each), each, asked, place)
        for place, each in enumerate(found)
    )
    told = [one.told for one in asked]
    has_room = len(asked) < MOST
    return Comparison(
        sentence=answers[0].said.sentence if len(found) == 1 else _of_several(found),
        answers=answers,
        compare_url=address(told, another="1") + "#ask" if has_room else "",
    )


def address(told: Sequence[str], **more: str) -> str:
    """Return the address of the page that holds these variants."""
    asked = [*(("v", one) for one in told), *more.items()]
    at = reverse("take_on")
    return f"{at}?{urlencode(asked)}" if asked else at


def _of_several(found: Sequence[TakeOn]) -> str:
    n, answers = len(found), [one.answer for one in found]
    told = {"n": n, "k": answers.count(Answer.YES)}
    if told["k"]:
        said = ngettext(
            "%(k)d of these %(n)d can be done.",
            "%(k)d of these %(n)d can be done.",
            told["k"],
        )
        return said % told
    told["k"] = answers.count(Answer.YES_IF)
    if told["k"]:
        said = ngettext(
            "%(k)d of these %(n)d can be done, on a condition.",
            "%(k)d of these %(n)d can be done, on conditions.",
            told["k"],
        )
        return said % told
    return _("None of these %(n)d can be done.") % told


def _answer(
    context: AnswerContext,
    said: TakeOnText,
    found: TakeOn,
    asked: Sequence[Asked],
    place: int,
) -> TakeOnView:
    told = [one.told for one in asked]
    others = [*told[:place], *told[place + 1 :]]
    drawn = [
        Ahead(
            week.monday,
            week.after,
            week.supply,
            is_full=week.is_tight,
            before=week.before,
        )
        for week in found.weeks
    ]
    return TakeOnView(
        said=said,
        reasons=tuple(_without_parts(said)),
        answer=_CLASS[found.answer],
        columns=columns(drawn),
        label=_("Hours asked in each week with it, and without, against what you have"),
        rows=tuple(_row(context, week) for week in found.weeks),
        figures=tuple(_figures(context, found)),
        why=why(said.evidence),
        told=told[place],
        edit_url=address(others, edit=told[place]) + "#ask",
        remove_url=address(others),
    )


def _without_parts(said: TakeOnText) -> Iterator[str]:
    """Yield the reasons that are not told in full in a part of their own."""
    told = {one.sentence for one in said.clauses}
    for reason in said.reasons:
        if reason not in told and not any(
            law.sentence.startswith(reason) for law in said.laws
        ):
            yield reason


def _row(context: AnswerContext, week: WeekAfter) -> WeekRow:
    number = context.words.number

    def told(hours: float | None) -> str:
        return "" if hours is None else _("%(n)s h") % {"n": number(hours)}

    return WeekRow(
        week=context.words.day(week.monday),
        supply=told(week.supply),
        before=told(week.before),
        after=told(week.after),
        is_full=week.is_tight,
    )


def _figures(context: AnswerContext, found: TakeOn) -> Iterator[Figure]:
    words, money = context.words, found.earning.change
    left = usual_left(found)
    if found.weeks:
        change = words.number(usual_change(found))
        yield Figure(_("In a week"), _("%(n)s h") % {"n": _signed(change)})
    if left is not None:
        shown = _("%(n)s h") % {"n": words.number(left).replace("-", _MINUS)}
        yield Figure(_("Left in a usual week"), shown, is_bad=left < 0)
        told = {"n": found.n_tight, "all": len(found.weeks)}
        is_worse = found.n_tight > found.n_tight_before
        yield Figure(_("Weeks too full"), _("%(n)d of %(all)d") % told, is_bad=is_worse)
    if money is not None:
        shown = _signed(words.money(money, found.earning.currency))
        yield Figure(_("Income a month"), shown)


def _signed(shown: str) -> str:
    """Return a figure with its sign, none for nothing."""
    if not any(digit in shown for digit in "123456789"):
        return shown
    return shown.replace("-", _MINUS) if "-" in shown else f"+{shown}"
