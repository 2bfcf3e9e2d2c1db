"""How long the money lasts if a part of the income stops, as bars of months."""

from dataclasses import dataclass

from plait.answers.stress import ScenarioAnswer, StressAnswer
from plait.web.charts.paths import percent

# A bar is full at three years; what lasts longer is said in words.
_FULL = 36
_SOON = 6


@dataclass(frozen=True, slots=True)
class RunwayView:
    """One scenario: its bar, in how many months, and what it takes."""

    name: str
    bar: str
    runway: str
    lost: str
    is_soon: bool


def runway_view(answer: StressAnswer) -> tuple[RunwayView, ...]:
    """Return the scenarios, those in which money runs out first on top."""
    return tuple(_view(one) for one in sorted(answer.scenarios, key=_order))


def _order(one: ScenarioAnswer) -> tuple[int, float]:
    return one.order


def _view(one: ScenarioAnswer) -> RunwayView:
    months = _FULL if one.weak.months is None else min(one.weak.months, _FULL)
    return RunwayView(
        name=one.title,
        bar=percent(months, _FULL),
        runway=one.weak.text,
        lost=one.lost_text,
        is_soon=months < _SOON,
    )
