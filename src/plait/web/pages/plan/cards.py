"""A card for each named plan: its hours, what it brings, what holds it back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.answers.plan.values import (
    PlanAnswer,
    PlanMix,
    PlanOption,
    PlanPoint,
    PlanSettings,
)
from plait.web.charts.paths import percent
from plait.wording.words import Words

# Of more roles than this only those that change are shown.
_MANY = 10


@dataclass(frozen=True, slots=True)
class BarView:
    """The hours of a role: a bar for the plan, a tick at the present ones."""

    name: str
    colour: int
    bar: str
    tick: str
    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with its name and what it is now."""

    name: str
    value: str
    now: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A role that changes, and whom to ask."""

    sentence: str
    ask: str


@dataclass(frozen=True, slots=True)
class CardView:
    """One plan; only the best one says what holds it back."""

    name: str
    is_best: bool
    bars: tuple[BarView, ...]
    unchanged: str
    total: str
    figures: tuple[FigureView, ...]
    steps: tuple[StepView, ...]
    months: str
    holds: tuple[str, ...]
    unseen: str


def cards_view(
    answer: PlanAnswer, settings: PlanSettings, now: PlanMix, words: Words
) -> tuple[CardView, ...]:
    """Return a card for each plan to choose that changes something, the safest first."""
    return tuple(
        _card(answer, settings, now, one, words)
        for one in answer.plans
        if one.label and one.mix.steps
    )


def _card(
    answer: PlanAnswer,
    settings: PlanSettings,
    now: PlanMix,
    plan: PlanPoint,
    words: Words,
) -> CardView:
    bars = tuple(_bars(answer.options, plan.mix, now, words))
    displayed = bars if len(bars) <= _MANY else tuple(b for b in bars if b.is_changed)
    n_more = len(bars) - len(displayed)
    return CardView(
        name=plan.label[:1].upper() + plan.label[1:],
        is_best=plan.is_own,
        bars=displayed,
        unchanged=ngettext(
            "%(n)d more role, unchanged", "%(n)d more roles, unchanged", n_more
        )
        % {"n": n_more}
        if n_more
        else "",
        total=_("%(hours)s a week, now %(now)s")
        % {
            "hours": words.hours(plan.mix.total),
            "now": words.number(now.total),
        },
        figures=_figures(answer, settings, plan.mix, now, words),
        steps=tuple(StepView(one.sentence, one.ask) for one in plan.mix.steps),
        months=plan.mix.months.sentence,
        holds=plan.held_back_by,
        unseen=_unseen(answer, settings, plan, words),
    )


def _bars(
    options: tuple[PlanOption, ...], mix: PlanMix, present: PlanMix, words: Words
) -> Iterator[BarView]:
    """Yield the bar of each role that is held, now or in the plan."""
    hours = {one.option: one for one in mix.hours}
    before = {one.option: one for one in present.hours}
    most = max(one.taken for one in (*mix.hours, *present.hours)) or 1.0
    for option in options:
        after, now = hours[option.key], before[option.key]
        if not after.hours and not now.hours:
            continue
        here = words.number(after.taken) if after.hours else _("none")
        values = {"hours": here, "now": words.number(now.taken)}
        is_changed = after != now
        yield BarView(
            name=option.name,
            colour=option.colour,
            bar=percent(after.taken, most),
            tick=percent(now.taken, most) if now.hours else "",
            text=_("%(hours)s, now %(now)s") % values if is_changed else here,
            is_changed=is_changed,
        )


def _figures(
    answer: PlanAnswer,
    settings: PlanSettings,
    plan: PlanMix,
    now: PlanMix,
    words: Words,
) -> tuple[FigureView, ...]:
    def money(amount: float) -> str:
        return words.money(amount, answer.currency)

    def beside(value: str) -> str:
        return _("now %(value)s") % {"value": value}

    return (
        FigureView(
            _("After tax a month"), money(plan.income), beside(money(now.income))
        ),
        FigureView(
            _("In %(tail)s") % {"tail": settings.tail},
            money(plan.bad),
            beside(money(now.bad)),
        ),
        FigureView(
            _("Weakest month"),
            money(plan.months.weakest),
            beside(money(now.months.weakest)),
        ),
        FigureView(
            _("Of %(months)d months, below %(floor)s")
            % {"months": settings.months, "floor": money(settings.floor)},
            words.number(plan.months.n_short),
            beside(words.number(now.months.n_short)),
        ),
    )


def _unseen(
    answer: PlanAnswer, settings: PlanSettings, plan: PlanPoint, words: Words
) -> str:
    check = next(one for one in answer.checks if one.label == plan.label)
    return _("In futures it had not seen: %(income)s a month, %(bad)s in %(tail)s.") % {
        "income": words.money(check.unseen.income, answer.currency),
        "bad": words.money(check.unseen.bad, answer.currency),
        "tail": settings.tail,
    }
