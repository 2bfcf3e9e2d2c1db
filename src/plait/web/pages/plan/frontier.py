"""The frontier as it is drawn, and the same as a table."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.answers.plan.values import PlanAnswer, PlanMix, PlanPoint, PlanSettings
from plait.web.charts.frontier import FrontierDrawn, Mix, frontier_drawn
from plait.wording.words import Words

# The scale across shows at least this part of what a month must cost.
_LEAST_OF_FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class TickView:
    """An amount on a scale, and where it stands."""

    text: str
    at: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A mix in the table."""

    name: str
    changes: str
    income: str
    short: str
    months: str
    hours: str


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
    answer: PlanAnswer, settings: PlanSettings, now: PlanMix, words: Words
) -> FrontierView:
    """Return the plans on their line, and the present mix beside it."""

    def money(amount: float) -> str:
        return words.money(amount, answer.currency)

    plans = [
        Mix(one.mix.short, one.mix.income, _short_label(one)) for one in answer.plans
    ]
    here = Mix(now.short, now.income, _("you now"))
    drawn = frontier_drawn(plans, here, least_across=_LEAST_OF_FLOOR * settings.floor)
    return FrontierView(
        drawn=drawn,
        label=_("Plans from the safest to the richest, and the present mix"),
        axis_up=_("income a month"),
        axis_across=_("what a month is short in %(tail)s") % {"tail": settings.tail},
        across=tuple(TickView(money(t), at) for t, at in drawn.across),
        upwards=tuple(TickView(money(t), at) for t, at in drawn.upwards),
        caption=_("The ring is your present mix, which is beyond your limits.")
        if answer.present_breaks
        else _("The ring is your present mix."),
        rows=tuple(_rows(answer, now, words)),
    )


def _short_label(one: PlanPoint) -> str:
    """Return a label that has room on a phone; another way is a dot without one."""
    if one.is_own:
        return _("the best mix")
    return one.label if one.names and "other" not in one.names else ""


def _rows(answer: PlanAnswer, now: PlanMix, words: Words) -> list[RowView]:
    named = [(one.label or _("between"), one.mix) for one in answer.plans]
    return [
        RowView(
            name=name[:1].upper() + name[1:],
            changes=mix.changes or _("as it is"),
            income=words.money(mix.income, answer.currency),
            short=words.money(mix.short, answer.currency),
            months=words.number(mix.months.n_short),
            hours=words.number(mix.total),
        )
        for name, mix in [(_("you now"), now), *named]
    ]
