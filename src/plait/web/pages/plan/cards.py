"""A card for each named plan: its hours, what it brings, what holds it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from django.utils.translation import gettext as _

from plait.analysis.decisions.plan.constraints import binds, least_step, with_capacity
from plait.analysis.decisions.plan.frontier import BALANCED, Check, Frontier
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.analysis.decisions.plan.outcome import Outcome
from plait.analysis.decisions.plan.planner import Plan, Planner
from plait.web.charts.paths import percent
from plait.web.pages.plan.found import Found
from plait.web.pages.plan.frontier import labels_of
from plait.wording.plan import chance_text, consents_text
from plait.wording.plan_constraints import More, holds_text


@dataclass(frozen=True, slots=True)
class BarView:
    """The hours of a role: a bar for the plan, a tick at the present ones."""

    name: str
    colour: int
    bar: str
    tick: str
    told: str
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
    found: Found, frontier: Frontier, names: dict[str, str]
) -> tuple[CardView, ...]:
    """Return a card for each different plan that has a name, the safest first."""
    labels = labels_of(found.told.words, frontier, names)
    return tuple(
        _card(found, frontier, place, labels[place]) for place in sorted(labels)
    )


def _card(found: Found, frontier: Frontier, place: int, name: str) -> CardView:
    plan, told = frontier.plans[place], found.told
    hours = plan.outcome.hours
    asking = [
        [found.context.role(index).name for index in of.consent_of]
        for of in found.book.of
    ]
    n_stay = len(hours) - len(asking)
    return CardView(
        name=name[:1].upper() + name[1:],
        is_best=plan is found.best,
        bars=_bars(found, hours),
        total=_("%(hours)s a week, now %(now)s")
        % {
            "hours": told.words.hours(told.takes(hours)),
            "now": told.words.number(told.takes(frontier.present.hours)),
        },
        figures=_figures(found, plan.outcome, frontier.present),
        holds=_holds(found, frontier, place),
        consents=tuple(consents_text(told, hours, [*asking, *[[]] * n_stay])),
        unseen=_unseen(found, _check_of(found, frontier, place)),
    )


def _bars(found: Found, hours: Sequence[float]) -> tuple[BarView, ...]:
    told, words = found.told, found.told.words
    colours = {role.key: role.colour for role in found.context.portfolio.roles}
    most = max([*hours, *(option.present for option in told.options)])
    bars = []
    for option, name, after in zip(told.options, told.names, hours, strict=True):
        is_changed = abs(after - option.present) > NO_HOURS
        if not is_changed and after <= NO_HOURS:
            continue  # a candidate that is not taken on
        here = words.number(after) if after > NO_HOURS else _("none")
        said = {"hours": here, "now": words.number(option.present)}
        bars.append(
            BarView(
                name=name,
                colour=colours.get(option.name, 0),
                bar=percent(after, most),
                tick=percent(option.present, most) if option.present else "",
                told=_("%(hours)s, now %(now)s") % said if is_changed else here,
                is_changed=is_changed,
            )
        )
    return tuple(bars)


def _figures(found: Found, plan: Outcome, now: Outcome) -> tuple[FigureView, ...]:
    told = found.told

    def beside(value: str) -> str:
        return _("now %(value)s") % {"value": value}

    return (
        FigureView(
            _("Income a month"), told.money(plan.income), beside(told.money(now.income))
        ),
        FigureView(
            _("In the worst tenth of futures"),
            told.money(plan.bad),
            beside(told.money(now.bad)),
        ),
        FigureView(
            _("Chance that two years fall short"),
            chance_text(told, plan.chance_short),
            beside(chance_text(told, now.chance_short)),
        ),
    )


def _holds(found: Found, frontier: Frontier, place: int) -> tuple[str, ...]:
    planner, plan = found.planner, frontier.plans[place]
    is_mine = place == frontier.mine
    if is_mine:  # it may have been found first by other weights
        own = planner.question.weights
        hours = np.array(plan.outcome.hours)
        plan = replace(plan, weights=own, outcome=planner.outcome(hours, own))
    return tuple(
        holds_text(
            found.told,
            binds(planner, plan),
            [_more(planner, plan, each) for each in sorted({1.0, least_step(planner)})],
            planner.question.limits.capacity,
            is_priced=is_mine,
        )
    )


def _more(planner: Planner, plan: Plan, hours: float) -> More:
    """Return what more hours would change in plain money, whatever the plan weighs."""
    wider = with_capacity(planner, plan, hours)
    then = planner.outcome(np.array(wider.mix), plan.weights)
    now = plan.outcome
    return More(hours, then.income - now.income, then.short - now.short)


def _check_of(found: Found, frontier: Frontier, place: int) -> Check:
    named = [name for name, at in frontier.named.items() if at == place]
    name = BALANCED if BALANCED in named else named[0]
    return next(check for check in found.checks if check.name == name)


def _unseen(found: Found, check: Check) -> str:
    told = found.told
    return _(
        "In futures it had not seen: %(income)s a month, %(bad)s in the worst tenth."
    ) % {
        "income": told.money(check.unseen.income),
        "bad": told.money(check.unseen.bad),
    }
