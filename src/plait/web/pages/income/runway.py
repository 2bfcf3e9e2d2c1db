"""How long the money lasts if a part of the income stops, as bars of months."""

from dataclasses import dataclass

from plait.answers.stress import ScenarioAnswer, StressAnswer
from plait.web.charts.paths import percent
from plait.web.pages.findings import WhyView, worked_out
from plait.wording.words import Words

# A bar is full at three years; what lasts longer is said in words.
_FULL = 36
_SOON = 6


@dataclass(frozen=True, slots=True)
class RunwayView:
    """One scenario: its bar, in how many months, what it takes, and how likely it is."""

    name: str
    bar: str
    runway: str
    lost: str
    more: str
    is_soon: bool


def runway_why(answer: StressAnswer, words: Words) -> WhyView:
    """Return how the months were worked out, and from which payments."""
    return worked_out(
        answer.basis, answer.notes, answer.records, method="method-stress", words=words
    )


def runway_view(answer: StressAnswer) -> tuple[RunwayView, ...]:
    """Return the scenarios, those in which money runs out first on top."""
    return tuple(_view(one) for one in sorted(answer.scenarios, key=_order))


def _order(one: ScenarioAnswer) -> tuple[int, float]:
    return one.order


def _view(one: ScenarioAnswer) -> RunwayView:
    # How likely it is matters where money runs out at all, in one of ten futures.
    is_near = one.one_in_ten.months is not None
    months = (
        _FULL if one.one_in_ten.months is None else min(one.one_in_ten.months, _FULL)
    )
    return RunwayView(
        name=one.title,
        bar=percent(months, _FULL),
        runway=one.one_in_ten.text,
        lost=one.lost_text,
        more=f"{one.median.sentence} {one.chances}" if is_near else "",
        is_soon=months < _SOON,
    )
