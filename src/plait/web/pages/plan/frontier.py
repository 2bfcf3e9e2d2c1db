"""The frontier as it is drawn, and the same as a table."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.decisions.plan.frontier import Frontier
from plait.analysis.decisions.plan.outcome import Outcome
from plait.web.charts.frontier import FrontierDrawn, Mix, frontier_drawn
from plait.web.pages.plan.found import Found
from plait.wording.plan import chance_text, changes_text
from plait.wording.words import Words

# The scale across shows at least this part of what a month must cost.
_LEAST_OF_FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class TickView:
    """An amount on a scale, and where it stands."""

    told: str
    at: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A mix in the table."""

    name: str
    changes: str
    income: str
    lacks: str
    chance: str


@dataclass(frozen=True, slots=True)
class FrontierView:
    """The drawing with its words, and the rows of the table."""

    drawn: FrontierDrawn
    label: str
    axis_up: str
    axis_across: str
    across: tuple[TickView, ...]
    upwards: tuple[TickView, ...]
    caption: str
    rows: tuple[RowView, ...]


def frontier_view(
    found: Found, frontier: Frontier, names: dict[str, str]
) -> FrontierView:
    """Return the plans on their line, and the present mix beside it."""
    asked, told = found.planner.question, found.told
    labels = labels_of(told.words, frontier, names)
    # All three in one are too long for a label on a phone.
    short = labels if len(labels) > 1 else {0: _("the best mix")}
    plans = [
        Mix(p.outcome.short, p.outcome.income, short.get(place, ""))
        for place, p in enumerate(frontier.plans)
    ]
    here = _("you now")
    present = Mix(frontier.present.short, frontier.present.income, here)
    drawn = frontier_drawn(plans, present, least_across=_LEAST_OF_FLOOR * asked.floor)
    return FrontierView(
        drawn=drawn,
        label=_("Plans from the safest to the richest, and the present mix"),
        axis_up=_("income a month"),
        axis_across=_("what a month lacks in the worst tenth of futures"),
        across=tuple(TickView(told.money(t), at) for t, at in drawn.across),
        upwards=tuple(TickView(told.money(t), at) for t, at in drawn.upwards),
        caption=_("The ring is your present mix, which is beyond your limits.")
        if frontier.present_breaks
        else _("The ring is your present mix."),
        rows=_rows(found, frontier, labels),
    )


def labels_of(
    words: Words, frontier: Frontier, names: dict[str, str]
) -> dict[int, str]:
    """Return the names of each place on the frontier that has any."""
    places: dict[int, list[str]] = {}
    for name, place in frontier.named.items():
        places.setdefault(place, []).append(names[name])
    return {place: words.listed(each) for place, each in places.items()}


def _rows(
    found: Found, frontier: Frontier, labels: dict[int, str]
) -> tuple[RowView, ...]:
    plans = [
        _row(found, labels.get(place) or _("between"), plan.outcome)
        for place, plan in enumerate(frontier.plans)
    ]
    return (_row(found, _("you now"), frontier.present), *plans)


def _row(found: Found, name: str, outcome: Outcome) -> RowView:
    told = found.told
    changes = changes_text(told, outcome.hours)
    return RowView(
        name=name[:1].upper() + name[1:],
        changes=told.words.listed(changes, most=9) if changes else _("as it is"),
        income=told.money(outcome.income),
        lacks=told.money(outcome.short),
        chance=chance_text(told, outcome.chance_short),
    )
