"""A card for each named plan: its hours, what it brings, what holds it back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.answers.plan.values import (
    PlanAnswer,
    PlanMix,
    PlanOption,
    PlanPoint,
    PlanSettings,
)
from plait.web.charts.paths import percent
from plait.wording.words import Words


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
class CardView:
    """One plan."""

    name: str
    is_best: bool
    bars: tuple[BarView, ...]
    total: str
    figures: tuple[FigureView, ...]
    holds: tuple[str, ...]
    consents: tuple[str, ...]
    unseen: str


def cards_view(
    answer: PlanAnswer, settings: PlanSettings, now: PlanMix, words: Words
) -> tuple[CardView, ...]:
    """Return a card for each different plan that has a name, the safest first."""
    return tuple(
        _card(answer, settings, now, one, words) for one in answer.plans if one.label
    )


def _card(
    answer: PlanAnswer,
    settings: PlanSettings,
    now: PlanMix,
    plan: PlanPoint,
    words: Words,
) -> CardView:
    return CardView(
        name=plan.label[:1].upper() + plan.label[1:],
        is_best=plan.is_own,
        bars=tuple(_bars(answer.options, plan.mix, words)),
        total=_("%(hours)s a week, now %(now)s")
        % {
            "hours": words.hours(plan.mix.total),
            "now": words.number(now.total),
        },
        figures=_figures(answer, settings, plan.mix, now, words),
        holds=plan.held_back_by,
        consents=plan.consents,
        unseen=_unseen(answer, settings, plan, words),
    )


def _bars(
    options: tuple[PlanOption, ...], mix: PlanMix, words: Words
) -> Iterator[BarView]:
    """Yield the bar of each role that is held, now or in the plan."""
    hours = {one.option: one.hours for one in mix.hours}
    most = max([*hours.values(), *(option.present for option in options)])
    for option in options:
        after, now = hours[option.key], option.present
        if not after and not now:
            continue
        here = words.number(after) if after else _("none")
        values = {"hours": here, "now": words.number(now)}
        yield BarView(
            name=option.name,
            colour=option.colour,
            bar=percent(after, most),
            tick=percent(now, most) if now else "",
            text=here if after == now else _("%(hours)s, now %(now)s") % values,
            is_changed=after != now,
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
        FigureView(_("Income a month"), money(plan.income), beside(money(now.income))),
        FigureView(
            _("In %(tail)s") % {"tail": settings.tail},
            money(plan.bad),
            beside(money(now.bad)),
        ),
        FigureView(
            _("Chance that two years fall short"),
            plan.chance_text,
            beside(now.chance_text),
        ),
    )


def _unseen(
    answer: PlanAnswer, settings: PlanSettings, plan: PlanPoint, words: Words
) -> str:
    check = next(one for one in answer.checks if one.names == plan.names)
    return _("In futures it had not seen: %(income)s a month, %(bad)s in %(tail)s.") % {
        "income": words.money(check.unseen.income, answer.currency),
        "bad": words.money(check.unseen.bad, answer.currency),
        "tail": settings.tail,
    }
