"""The weeks ahead and what clashes in them, as the hours page shows them."""

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plait.answers.hours.capacity import CapacityAnswer, CapacityWeek, ClashAhead
from plait.web.charts.ahead import Ahead, Column, columns
from plait.web.pages.days import short_day, short_weekday
from plait.web.pages.findings import WhyView, worked_out
from plait.wording.words import Words

CLASHES_LISTED = 6


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
    """The chart, its table, how sure it is, and the clashes."""

    columns: tuple[Column, ...]
    label: str
    rows: tuple[WeekRow, ...]
    held: str
    cautions: tuple[str, ...]
    lacks_capacity: bool
    clashes: tuple[ClashView, ...]
    n_more: int
    why: WhyView


def ahead_view(answer: CapacityAnswer, words: Words) -> AheadView | None:
    """Return the weeks ahead, None where nothing is expected of them."""
    if not any(week.load for week in answer.weeks):
        return None
    drawn = [
        Ahead(w.monday, w.load, w.supply, w.low, w.high, w.is_overfull)
        for w in answer.weeks
    ]
    return AheadView(
        columns=columns(drawn),
        label=_(
            "Expected hours in each of the next %(n)d weeks against those available"
        )
        % {"n": len(answer.weeks)},
        rows=tuple(_row(week, words) for week in answer.weeks),
        held=answer.held_text,
        cautions=answer.cautions,
        lacks_capacity=not answer.has_capacity,
        clashes=tuple(_clash(one) for one in answer.clashes[:CLASHES_LISTED]),
        n_more=max(0, len(answer.clashes) - CLASHES_LISTED),
        why=_why(answer, words),
    )


def _why(answer: CapacityAnswer, words: Words) -> WhyView:
    data = _("Your hours of the past, what was agreed, and your calendar.")
    notes = (*answer.record, *answer.notes)
    return worked_out(
        data, notes, answer.records, method="method-capacity", words=words
    )


def _row(week: CapacityWeek, words: Words) -> WeekRow:
    ends = {
        "low": words.number(week.low or 0, 0),
        "high": words.number(week.high or 0, 0),
    }
    return WeekRow(
        week=words.day(week.monday),
        supply=_hours(week.supply, words),
        load=_hours(week.load, words),
        range="" if week.low is None else _("%(low)s to %(high)s h") % ends,
        left=_hours(week.free, words),
        chance=week.chance_text,
        is_full=week.is_overfull,
    )


def _hours(hours: float | None, words: Words) -> str:
    return "" if hours is None else _("%(n)s h") % {"n": words.number(hours)}


def _clash(clash: ClashAhead) -> ClashView:
    starts, repeats = localtime(clash.starts_at), ""
    if clash.count > 1:
        last = short_day(localtime(clash.last_at))
        repeats = _("%(n)d times until %(day)s") % {"n": clash.count, "day": last}
    return ClashView(
        when=f"{short_weekday(starts)} {starts:%H:%M}",
        what=clash.sentence[:1].upper() + clash.sentence[1:],
        repeats=repeats,
    )
