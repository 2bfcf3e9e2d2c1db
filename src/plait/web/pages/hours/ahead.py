"""The weeks ahead and what clashes in them, as the hours page shows them."""

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plait.analysis.hours.capacity.capacity import WeekAhead
from plait.analysis.hours.clashes.clashes import Clash
from plait.answers.context import AnswerContext
from plait.answers.findings.ahead import clash_values, held_before
from plait.web.charts.ahead import Ahead, Column, columns
from plait.web.pages.days import short_day, short_weekday

CLASHES_SHOWN = 6
# Chances in words, from the least that each stands for.
_LIKELY, _OPEN, _UNLIKELY = 0.75, 0.4, 0.1


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A row of the table."""

    week: str
    supply: str
    load: str
    range: str
    left: str
    chance: str
    is_full: bool


@dataclass(frozen=True, slots=True)
class ClashView:
    """Something that cannot both be kept."""

    when: str
    what: str
    repeats: str


@dataclass(frozen=True, slots=True)
class AheadView:
    """The chart, its table, what it rests on, and the clashes."""

    columns: tuple[Column, ...]
    label: str
    rows: tuple[WeekRow, ...]
    held: str
    lacks_capacity: bool
    clashes: tuple[ClashView, ...]
    n_more: int


def ahead_view(context: AnswerContext) -> AheadView | None:
    """Return the weeks ahead, None without anything to ask of them."""
    weeks = context.capacity.weeks
    if not any(week.load for week in weeks):
        return None
    full = {week.monday for week in weeks if week.is_overfull}
    drawn = [
        Ahead(w.monday, w.load, w.supply, w.low, w.high, w.monday in full)
        for w in weeks
    ]
    return AheadView(
        columns=columns(drawn),
        label=_("Hours asked in each of the next %(n)d weeks against what you have")
        % {"n": len(weeks)},
        rows=tuple(_row(context, week, week.monday in full) for week in weeks),
        held=held_before(context),
        lacks_capacity=context.portfolio.person.capacity is None,
        clashes=tuple(_clash(context, c) for c in context.clashes[:CLASHES_SHOWN]),
        n_more=max(0, len(context.clashes) - CLASHES_SHOWN),
    )


def _row(context: AnswerContext, week: WeekAhead, is_full: bool) -> WeekRow:  # noqa: FBT001  # one fact more of the week
    number = context.words.number

    def told(hours: float | None) -> str:
        return "" if hours is None else _("%(n)s h") % {"n": number(hours)}

    ends = {"low": number(week.low or 0, 0), "high": number(week.high or 0, 0)}
    return WeekRow(
        week=context.words.day(week.monday),
        supply=told(week.supply),
        load=told(week.load),
        range="" if week.low is None else _("%(low)s to %(high)s h") % ends,
        left=told(week.free),
        chance=_chance(week.p_overfull, is_full=is_full),
        is_full=is_full,
    )


def _chance(p: float | None, *, is_full: bool) -> str:
    """Return a chance of a week that is too full in words."""
    if p is None:
        return _("as it looks, yes") if is_full else ""
    if p > _LIKELY:
        return pgettext("chance", "likely")
    if p > _OPEN:
        return pgettext("chance", "as likely as not")
    return (
        pgettext("chance", "unlikely")
        if p > _UNLIKELY
        else pgettext("chance", "hardly")
    )


def _clash(context: AnswerContext, clash: Clash) -> ClashView:
    starts = localtime(clash.starts_at)
    repeats = ""
    if clash.count > 1 and clash.last_at:
        repeats = _("%(n)d times until %(day)s") % {
            "n": clash.count,
            "day": short_day(localtime(clash.last_at)),
        }
    what = clash_values(context, clash)
    return ClashView(
        when=f"{short_weekday(starts)} {starts:%H:%M}",
        what=what[:1].upper() + what[1:],
        repeats=repeats,
    )
