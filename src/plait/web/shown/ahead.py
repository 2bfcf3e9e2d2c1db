"""The weeks ahead and what clashes in them, as the hours page shows them."""

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plait.analysis.hours.capacity import WeekAhead
from plait.analysis.hours.clashes import Clash
from plait.review.ahead import clash_told, held_before, overfull
from plait.review.subject import Subject
from plait.web.charts.ahead import Ahead, Column, columns
from plait.web.shown.days import short_day, short_weekday

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
class ClashShown:
    """Something that cannot both be kept."""

    when: str
    what: str
    repeats: str


@dataclass(frozen=True, slots=True)
class AheadShown:
    """The chart, its table, what it rests on, and the clashes."""

    columns: tuple[Column, ...]
    label: str
    rows: tuple[WeekRow, ...]
    held: str
    lacks_capacity: bool
    clashes: tuple[ClashShown, ...]
    n_more: int


def ahead_shown(subject: Subject) -> AheadShown | None:
    """Return the weeks ahead, None without anything to ask of them."""
    weeks = subject.capacity.weeks
    if not any(week.load for week in weeks):
        return None
    full = {week.monday for week in overfull(weeks)}
    drawn = [
        Ahead(w.monday, w.load, w.supply, w.low, w.high, w.monday in full)
        for w in weeks
    ]
    return AheadShown(
        columns=columns(drawn),
        label=_("Hours asked in each of the next %(n)d weeks against what you have")
        % {"n": len(weeks)},
        rows=tuple(_row(subject, week, week.monday in full) for week in weeks),
        held=held_before(subject),
        lacks_capacity=subject.portfolio.person.capacity is None,
        clashes=tuple(_clash(subject, c) for c in subject.clashes[:CLASHES_SHOWN]),
        n_more=max(0, len(subject.clashes) - CLASHES_SHOWN),
    )


def _row(subject: Subject, week: WeekAhead, is_full: bool) -> WeekRow:  # noqa: FBT001  # one fact more of the week
    number = subject.words.number

    def told(hours: float | None) -> str:
        return "" if hours is None else _("%(n)s h") % {"n": number(hours)}

    ends = {"low": number(week.low or 0, 0), "high": number(week.high or 0, 0)}
    return WeekRow(
        week=subject.words.day(week.monday),
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


def _clash(subject: Subject, clash: Clash) -> ClashShown:
    starts = localtime(clash.starts_at)
    repeats = ""
    if clash.count > 1 and clash.last_at:
        repeats = _("%(n)d times until %(day)s") % {
            "n": clash.count,
            "day": short_day(localtime(clash.last_at)),
        }
    what = clash_told(subject, clash)
    return ClashShown(
        when=f"{short_weekday(starts)} {starts:%H:%M}",
        what=what[:1].upper() + what[1:],
        repeats=repeats,
    )
