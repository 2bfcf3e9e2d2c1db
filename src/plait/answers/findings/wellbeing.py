"""What the review says of what roles give and take, by the person's own answers."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from plait.analysis.wellbeing.levels import Aspect, RoleWellbeing
from plait.analysis.wellbeing.suggestions import ANSWERS_NEEDED, Side
from plait.analysis.wellbeing.trend import Direction, Trend
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind

# Of many roles one seems to sink by chance: told only where that is one in fifty.
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
        place
        for place in found.positions
        if place.gives is Side.LOW
        and place.takes is Side.HIGH
        and place.wellbeing.n_answers >= ANSWERS_NEEDED
    ]
    if not heavy:
        return
    worst = max(heavy, key=lambda place: place.pressure.value - place.value.value)
    role, words, _ = context.role(worst.role), context.words, context.words.gettext
    yield Finding(
        kind=Kind.VALUE_LOW,
        weight=ranking.weight(Kind.VALUE_LOW),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s takes much and gives little") % {"role": role.name},
        sentence=_little_text(context, worst, found),
        why=_("What goes into it is missing in the roles that give you more."),
        step=Step(_("See it on the map"), "hours"),
        numbers={
            "gives": worst.value.value,
            "takes": worst.pressure.value,
            "middle_gives": found.middle_value,
            "middle_takes": found.middle_pressure,
            "n_answers": worst.wellbeing.n_answers,
            "suggestion": worst.suggestion.value,
        },
        evidence=Evidence(
            data=_answers_told(context, worst.wellbeing),
            method=_(
                "Mean of energy, meaning and growth against pressure; newer answers"
                " count more, and few are drawn toward your own mean over all roles."
                " Both are set against a middle halfway between that mean and 3."
            ),
            assumptions=_(
                "Answers from 1 to 5 stand at equal distances. They tell how the weeks"
                " felt to you, nothing more."
            ),
            certainty=_("The chance that it lies there on your map is %(chance)s.")
            % {"chance": words.percent(worst.certainty)},
        ),
        series=Series(worst.wellbeing.points[Aspect.GIVES]),
    )


def _little_text(context: AnswerContext, place: Position, found: ValueMap) -> str:
    words, _ = context.words, context.words.gettext
    said = _(
        "It gives %(gives)s of 5, where your middle is %(middle)s, and presses"
        " %(takes)s, where that is %(pressure)s."
    ) % {
        "gives": words.number(place.value.value),
        "middle": words.number(found.middle_value),
        "takes": words.number(place.pressure.value),
        "pressure": words.number(found.middle_pressure),
    }
    if not place.share:
        return said
    share = words.percent(place.share)
    return said + " " + _("It takes %(share)s of your hours.") % {"share": share}


def _energy_falls(context: AnswerContext, found: ValueMap) -> Iterator[Finding]:
    trends = [
        (place, place.wellbeing.trends[Aspect.ENERGY]) for place in found.positions
    ]
    falling = [(place, trend) for place, trend in trends if _is_sure_fall(trend)]
    if not falling:
        return
    place, trend = min(falling, key=lambda one: one[1].change)
    role, words, _ = context.role(place.role), context.words, context.words.gettext
    yield Finding(
        kind=Kind.ENERGY_FALLS,
        weight=ranking.weight(Kind.ENERGY_FALLS),
        role=role.key,
        colour=role.colour,
        title=_("Your energy for %(role)s is falling") % {"role": role.name},
        sentence=_("From %(before)s to %(after)s of 5 within %(weeks)d weeks.")
        % {
            "before": words.number(trend.before),
            "after": words.number(trend.after),
            "weeks": trend.n_weeks,
        },
        why=_("A role is easier to change while you still like it."),
        step=Step(_("Look at the role"), "role", role.key),
        numbers={
            "before": trend.before,
            "after": trend.after,
            "weeks": trend.n_weeks,
            "n_answers": trend.n_answers,
            "confidence": trend.confidence,
        },
        evidence=Evidence(
            data=_answers_told(context, place.wellbeing),
            method=_(
                "Mean of the last third of the answers of half a year against that of"
                " the first; Kendall's test says whether chance would do the same."
            ),
            assumptions=_("Weeks without an answer felt like those around them."),
            certainty=_("Chance alone would show as much in %(chance)s of such series.")
            % {"chance": _at_most(context, 1 - trend.confidence)},
        ),
        series=Series(place.wellbeing.points[Aspect.ENERGY]),
    )


def _is_sure_fall(trend: Trend) -> bool:
    return trend.direction is Direction.FALLS and trend.confidence >= SURE_OF_FALL


def _at_most(context: AnswerContext, chance: float) -> str:
    """Return a small chance as a percentage, never as nothing."""
    words, _ = context.words, context.words.gettext
    if chance < 0.01:
        return _("less than %(share)s") % {"share": words.percent(0.01)}
    return words.percent(chance)


def _answers_told(context: AnswerContext, role: RoleWellbeing) -> str:
    said = context.words.ngettext(
        "%(n)d weekly answer for this role, of the week of %(day)s.",
        "%(n)d weekly answers for this role, the last of the week of %(day)s.",
        role.n_answers,
    )
    day = context.words.day(role.weeks_on[-1])
    return said % {"n": role.n_answers, "day": day}


def _check_in_due(context: AnswerContext) -> Iterator[Finding]:
    """Yield that nothing was said of the roles for weeks in which hours were given."""
    portfolio = context.portfolio
    newest = max((c.week_on for c in portfolio.check_ins), default=None)
    is_new = newest is not None and portfolio.on - _sunday(newest) < DUE
    if is_new or not _gave_hours(context) or not portfolio.roles_held():
        return
    words, _ = context.words, context.words.gettext
    title = _("You have not said yet how your roles feel")
    if newest is not None:
        title = _("You last said how your roles feel in the week of %(day)s") % {
            "day": words.day(newest)
        }
    yield Finding(
        kind=Kind.CHECK_IN_DUE,
        weight=ranking.weight(Kind.CHECK_IN_DUE),
        title=title,
        sentence=_("Half a minute a week is enough."),
        why=_("Hours tell what a role takes; what it gives only you can say."),
        step=Step(_("Check in"), "check_in"),
        numbers={"last_week_on": newest.isoformat() if newest else None},
        evidence=Evidence(
            data=_("Your check-ins, and the hours of the last three weeks."),
            method=_("Looked up, nothing calculated."),
            assumptions=_("Three weeks without an answer are a gap, not a rhythm."),
            certainty=_("Certain as far as the book goes."),
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
