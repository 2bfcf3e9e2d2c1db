"""What one would last if a part of the income stopped, as bars of months."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.income.stress import HORIZON, Stressed
from plait.answers.context import AnswerContext
from plait.answers.income_sentence import months_of
from plait.domain.scenarios import Kind
from plait.web.charts.paths import percent
from plait.wording.stress import months_text, scenario_text

# A bar is full at three years; what lasts longer is told in words.
_FULL = 36
_SOON = 6


@dataclass(frozen=True, slots=True)
class RunwayView:
    """One scenario: its bar, in how many months, and what it takes."""

    name: str
    bar: str
    told: str
    lost: str
    is_soon: bool


def runway_view(
    context: AnswerContext, stressed: Sequence[Stressed]
) -> tuple[RunwayView, ...]:
    """Return the scenarios, those that bite first on top."""
    found = [one for one in stressed if one.scenario.kind is not Kind.NOTHING]
    found.sort(key=lambda one: (months_of(one, HORIZON), -one.lost))
    return tuple(_lasts(context, one) for one in found)


def _lasts(context: AnswerContext, one: Stressed) -> RunwayView:
    words = context.words
    names = {role.key: role.name for role in context.portfolio.roles}
    role = names.get(one.scenario.name, "")
    months = months_of(one, _FULL)
    lost = words.percent(one.lost)
    return RunwayView(
        name=scenario_text(one.scenario, words, role),
        bar=percent(min(months, _FULL), _FULL),
        told=months_text(one.weak, words),
        lost=_("%(share)s less in its worst month") % {"share": lost},
        is_soon=months < _SOON,
    )
