"""Findings on what roles give and take, by the person's own check-ins."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from plait.analysis.wellbeing.levels import Aspect, RoleWellbeing
from plait.analysis.wellbeing.suggestions import ANSWERS_NEEDED, Side
from plait.analysis.wellbeing.trend import Direction, Trend
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers

# Among many roles one seems to sink by chance; this leaves one such case in fifty.
SURE_OF_FALL = 0.98
DUE = timedelta(weeks=3)


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield the heaviest role that gives little, the energy that falls most, a gap."""
    found = context.value
    if found is not None:
        yield from _gives_little(context, found)
        yield from _energy_falls(context, found)
    yield from _check_in_due(context)


def _gives_little(context: AnswerContext, found: ValueMap) -> Iterator[Finding]:
    heavy = [
        position
        for position in found.positions
        if position.gives is Side.LOW
        and position.takes is Side.HIGH
        and position.wellbeing.n_answers >= ANSWERS_NEEDED
    ]
    if not heavy:
        return
    worst = max(
        heavy, key=lambda position: position.pressure.value - position.value.value
    )
    role, words, _ = context.role(worst.role), context.words, context.words.gettext
    yield Finding(
        kind=Kind.VALUE_LOW,
        weight=ranking.weight(Kind.VALUE_LOW),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s asks a lot of you and gives little") % {"role": role.name},
        sentence=_little_text(context, worst, found),
        why=_("What you put into it is missing in the roles that give you more."),
        step=Step(_("See it on the map"), "hours"),
        numbers=numbers(
            gives=worst.value.value,
            takes=worst.pressure.value,
            middle_gives=found.middle_value,
            middle_takes=found.middle_pressure,
            n_answers=worst.wellbeing.n_answers,
            suggestion=worst.suggestion.value,
        ),
        evidence=Evidence(
            data=_answers_text(context, worst.wellbeing),
            method=_(
                "The average of energy, meaning and growth against pressure. Newer"
                " answers count more, and a role with few answers is kept close to"
                " your own average. The middle lies halfway between that average and 3."
            ),
            assumptions=_(
                "The steps from 1 to 5 are equally large. Your answers say how the weeks"
                " were for you, and nothing else."
            ),
            certainty=_(
                "The chance that it belongs in that corner of your map is %(chance)s."
            )
            % {"chance": words.percent(worst.certainty)},
            records=records.check_ins(context, role.key),
        ),
        series=Series(worst.wellbeing.points[Aspect.GIVES]),
    )


def _little_text(context: AnswerContext, position: Position, found: ValueMap) -> str:
    words, _ = context.words, context.words.gettext
    sentence = _(
        "It gives you %(gives)s out of 5 (your middle: %(middle)s) at a pressure of"
        " %(takes)s (your middle: %(pressure)s)."
    ) % {
        "gives": words.number(position.value.value),
        "middle": words.number(found.middle_value),
        "takes": words.number(position.pressure.value),
        "pressure": words.number(found.middle_pressure),
    }
    if not position.share:
        return sentence
    share = words.percent(position.share)
    return sentence + " " + _("It takes %(share)s of your hours.") % {"share": share}


def _energy_falls(context: AnswerContext, found: ValueMap) -> Iterator[Finding]:
    trends = [
        (position, position.wellbeing.trends[Aspect.ENERGY])
        for position in found.positions
    ]
    falling = [(position, trend) for position, trend in trends if _is_sure_fall(trend)]
    if not falling:
        return
    position, trend = min(falling, key=lambda one: one[1].change)
    role, words, _ = context.role(position.role), context.words, context.words.gettext
    yield Finding(
        kind=Kind.ENERGY_FALLS,
        weight=ranking.weight(Kind.ENERGY_FALLS),
        role=role.key,
        colour=role.colour,
        title=_("Your energy for %(role)s is falling") % {"role": role.name},
        sentence=_("From %(before)s to %(after)s out of 5 in %(weeks)d weeks.")
        % {
            "before": words.number(trend.before),
            "after": words.number(trend.after),
            "weeks": trend.n_weeks,
        },
        why=_("A role is easier to change while you still enjoy it."),
        step=Step(_("Look at the role"), "role", role.key),
        numbers=numbers(
            before=trend.before,
            after=trend.after,
            weeks=trend.n_weeks,
            n_answers=trend.n_answers,
            confidence=trend.confidence,
        ),
        evidence=Evidence(
            data=_answers_text(context, position.wellbeing),
            method=_(
                "The average of the last third of half a year of answers against that of"
                " the first third. Kendall's test says whether it could be chance."
            ),
            assumptions=_("Weeks without an answer were like those around them."),
            certainty=_("By chance alone this would happen in %(chance)s of cases.")
            % {"chance": _at_most(context, 1 - trend.confidence)},
            records=records.check_ins(context, role.key),
        ),
        series=Series(position.wellbeing.points[Aspect.ENERGY]),
    )


def _is_sure_fall(trend: Trend) -> bool:
    return trend.direction is Direction.FALLS and trend.confidence >= SURE_OF_FALL


def _at_most(context: AnswerContext, chance: float) -> str:
    """Return a small chance as a percentage, never as nothing."""
    words, _ = context.words, context.words.gettext
    if chance < 0.01:
        return _("less than %(share)s") % {"share": words.percent(0.01)}
    return words.percent(chance)


def _answers_text(context: AnswerContext, role: RoleWellbeing) -> str:
    sentence = context.words.ngettext(
        "%(n)d check-in on this role, for the week of %(day)s.",
        "%(n)d check-ins on this role, the last for the week of %(day)s.",
        role.n_answers,
    )
    day = context.words.day(role.weeks_on[-1])
    return sentence % {"n": role.n_answers, "day": day}


def _check_in_due(context: AnswerContext) -> Iterator[Finding]:
    """Yield that nobody checked in for weeks in which hours were given."""
    portfolio = context.portfolio
    newest = max((c.week_on for c in portfolio.check_ins), default=None)
    is_new = newest is not None and portfolio.on - _sunday(newest) < DUE
    if is_new or not _gave_hours(context) or not portfolio.roles_held():
        return
    words, _ = context.words, context.words.gettext
    title = _("You have not checked in on your roles yet")
    if newest is not None:
        title = _("Your last check-in was for the week of %(day)s") % {
            "day": words.day(newest)
        }
    yield Finding(
        kind=Kind.CHECK_IN_DUE,
        weight=ranking.weight(Kind.CHECK_IN_DUE),
        title=title,
        sentence=_("It takes half a minute a week."),
        why=_("Hours show what a role takes; only you can say what it gives."),
        step=Step(_("Check in"), "check_in"),
        numbers=numbers(last_week_on=newest),
        evidence=Evidence(
            data=_("Your check-ins, and the hours of the last three weeks."),
            method=_("Looked up, not calculated."),
            assumptions=_("Three weeks without a check-in are a gap, not a habit."),
            certainty=_("Certain, as far as your records go."),
            records=(
                *records.check_ins(context),
                *records.time_of_days(context, DUE.days),
            ),
        ),
    )


def _sunday(monday: date) -> date:
    return monday + timedelta(days=6)


def _gave_hours(context: AnswerContext) -> bool:
    """Return whether hours began three weeks ago or before, and still go on."""
    days, since = (
        context.portfolio.hours.on,
        np.datetime64(context.portfolio.on) - np.timedelta64(DUE.days, "D"),
    )
    return bool((days <= since).any() and (days > since).any())
