"""Leave, seasons and overheads in words."""

from collections.abc import Mapping
from datetime import date

from plait.domain.availability import (
    AbsenceKind,
    OverheadKind,
    SavedStretch,
    StretchList,
)
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.wording.periods import period_text
from plait.wording.words import Words

_MOST_HOLIDAYS = 3


def absence_text(words: Words, kind: AbsenceKind) -> str:
    """Return what days away are."""
    _ = words.gettext
    return {
        AbsenceKind.LEAVE: _("Leave"),
        AbsenceKind.SICKNESS: _("Sickness"),
        AbsenceKind.PARENTAL: _("Parental leave"),
        AbsenceKind.OTHER: _("Other days off"),
    }[kind]


def overhead_text(words: Words, kind: OverheadKind) -> str:
    """Return what takes time beside the roles."""
    _ = words.gettext
    return {
        OverheadKind.TRAVEL: _("Travel"),
        OverheadKind.ADMIN: _("Admin"),
        OverheadKind.REST: _("Rest"),
        OverheadKind.OTHER: _("Something else"),
    }[kind]


def stretch_text(words: Words, one: SavedStretch) -> str:
    """Return what a stretch is, with its hours a week if it has any."""
    if one.list is StretchList.LEAVE:
        away = absence_text(words, AbsenceKind(one.kind))
        if one.hours is None:
            return away
        return words.gettext("%(what)s, %(hours)s h of the day") % {
            "what": away,
            "hours": words.number(float(one.hours), 2),
        }
    hours = words.gettext("%(hours)s h a week") % {
        "hours": words.number(float(one.hours or 0), 2)
    }
    if not one.kind:
        return hours
    return f"{overhead_text(words, OverheadKind(one.kind))}, {hours}"


def days_text(words: Words, period: Period) -> str:
    """Return the days of a stretch, to stand by themselves."""
    text = period_text(words, period)
    return text[:1].upper() + text[1:]


def available_text(words: Words, portfolio: Portfolio) -> str:
    """Return what the person has to give now."""
    _ = words.gettext
    on, person = portfolio.on, portfolio.person
    from_all = [a for a in portfolio.absences if a.role is None and a.hours is None]
    away = [a.period for a in from_all if on in a.period]
    ends = [period.end for period in away if period.end]
    if ends:
        day = words.day(_day_before(max(ends)))
        return _("You are away until %(day)s.") % {"day": day}
    season = next((s for s in portfolio.seasons if on in s.period), None)
    if season and season.period.end:
        return _("Until %(day)s you have %(hours)s a week to give.") % {
            "hours": words.hours(float(season.hours)),
            "day": words.day(_day_before(season.period.end)),
        }
    if person.capacity is None:
        return _("When are you away, and what else takes your time?")
    hours = words.hours(float(person.capacity))
    return _("You have %(hours)s a week to give.") % {"hours": hours}


def next_leave_text(words: Words, portfolio: Portfolio) -> str:
    """Return when the next leave from all roles is."""
    _ = words.gettext
    periods = [a.period for a in portfolio.absences if a.role is None]
    ahead = [period for period in periods if period.start > portfolio.on]
    if not ahead:
        return _("No leave is planned.")
    first = min(ahead, key=lambda period: period.start)
    return _("Next away: %(days)s.") % {"days": period_text(words, first)}


def holidays_text(words: Words, holidays: Mapping[date, str]) -> str:
    """Return the next public holidays, "" where none are known."""
    named = [
        f"{name} ({words.day(day)})" if name else words.day(day)
        for day, name in sorted(holidays.items())[:_MOST_HOLIDAYS]
    ]
    if not named:
        return ""
    return words.gettext(
        "Public holidays are known already; the next are %(days)s."
    ) % {"days": words.listed(named)}


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
