"""What one would last if a part of the income stopped, as bars of months."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.income.stress import HORIZON, Stressed
from plait.domain.scenarios import Kind
from plait.review.income_sentence import months_of
from plait.review.stress_said import months_said, scenario_said
from plait.review.subject import Subject
from plait.web.charts.paths import percent

# A bar is full at three years; what lasts longer is told in words.
_FULL = 36
_SOON = 6


@dataclass(frozen=True, slots=True)
class LastsShown:
    """One scenario: its bar, in how many months, and what it takes."""

    name: str
    bar: str
    told: str
    lost: str
    is_soon: bool


def lasts_shown(
    subject: Subject, stressed: Sequence[Stressed]
) -> tuple[LastsShown, ...]:
    """Return the scenarios, those that bite first on top."""
    found = [one for one in stressed if one.scenario.kind is not Kind.NOTHING]
    found.sort(key=lambda one: (months_of(one, HORIZON), -one.lost))
    return tuple(_lasts(subject, one) for one in found)


def _lasts(subject: Subject, one: Stressed) -> LastsShown:
    words = subject.words
    names = {role.key: role.name for role in subject.portfolio.roles}
    role = names.get(one.scenario.name, "")
    months = months_of(one, _FULL)
    lost = words.percent(one.lost)
    return LastsShown(
        name=scenario_said(one.scenario, words, role),
        bar=percent(min(months, _FULL), _FULL),
        told=months_said(one.weak, words),
        lost=_("%(share)s less in its worst month") % {"share": lost},
        is_soon=months < _SOON,
    )
