"""Leave, other weeks, and what goes off beside the roles, in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.leave_detection import LeaveFound
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.holidays import public_holidays
from plait.web.forms.time_off import ABSENCES, OVERHEADS
from plait.web.pages.roles.terms import days_told, last_day
from plait.wording.words import Words

_HOLIDAYS_SHOWN = 3
_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch of days: what it is, for which role, and where it is removed."""

    period: str
    what: str
    role: str
    colour: int
    note: str
    ended_on: date | None
    remove_url: str


@dataclass(frozen=True, slots=True)
class FoundView:
    """Leave that a calendar tells; `value` names it in the form."""

    value: str
    title: str
    what: str
    role: str
    colour: int
    period: str
    is_sure: bool


def sentence(portfolio: Portfolio, words: Words) -> str:
    """Return what the person has to give now, which heads the page."""
    away = [
        a for a in portfolio.absences if a.role is None and portfolio.on in a.period
    ]
    ends = [last for last in (last_day(a.period) for a in away) if last]
    if ends:
        return _("You are away until %(day)s.") % {"day": words.day(max(ends))}
    now = next((s for s in portfolio.seasons if portfolio.on in s.period), None)
    last = last_day(now.period) if now else None
    if now and last:
        told = {"hours": words.hours(float(now.hours)), "day": words.day(last)}
        return _("Until %(day)s you have %(hours)s a week to give.") % told
    if portfolio.person.capacity is None:
        return _("When are you away, and what else takes your time?")
    told = {"hours": words.hours(float(portfolio.person.capacity))}
    return _("You have %(hours)s a week to give.") % told


def next_leave(portfolio: Portfolio, words: Words) -> str:
    """Return when the next leave from all roles is."""
    ahead = [a.period for a in portfolio.absences if a.role is None]
    ahead = [period for period in ahead if period.start > portfolio.on]
    if not ahead:
        return _("No leave is planned.")
    told = days_told(min(ahead, key=lambda period: period.start), words)
    return _("Next away: %(days)s.") % {"days": told}


def holidays_told(portfolio: Portfolio, words: Words) -> str:
    """Return the next public holidays, "" where none are known."""
    person = portfolio.person
    known = public_holidays(
        person.country,
        person.region,
        portfolio.on,
        portfolio.on + _A_YEAR,
        language=words.language,
    )
    some = sorted(known.items())[:_HOLIDAYS_SHOWN]
    named = [f"{name} ({words.day(day)})" for day, name in some]
    if not named:
        return ""
    return _("Public holidays need not be noted; the next are %(days)s.") % {
        "days": words.listed(named)
    }


def leave_view(rows: Iterable[Any], words: Words) -> list[StretchView]:
    """Return leave as the page lists it."""
    return [
        _row(row, str(ABSENCES[AbsenceKind(row.kind)]), words, "leave") for row in rows
    ]


def seasons_view(rows: Iterable[Any], words: Words) -> list[StretchView]:
    """Return stretches with other hours."""
    return [_row(row, _weekly(row, words), words, "season") for row in rows]


def overheads_view(rows: Iterable[Any], words: Words) -> list[StretchView]:
    """Return what goes off beside the roles."""
    return [_row(row, _overhead(row, words), words, "overhead") for row in rows]


def by_age(stretches: list[StretchView], on: date) -> dict[str, list[StretchView]]:
    """Return what still matters, and what was over a year ago or before."""
    old = [one for one in stretches if one.ended_on and one.ended_on < on - _A_YEAR]
    return {"now": [one for one in stretches if one not in old], "earlier": old}


def _overhead(row: Any, words: Words) -> str:  # noqa: ANN401  # a row of the book
    return f"{OVERHEADS[OverheadKind(row.kind)]}, {_weekly(row, words)}"


def _weekly(row: Any, words: Words) -> str:  # noqa: ANN401  # a row of the book
    return _("%(hours)s h a week") % {"hours": words.number(row.minutes / 60, 2)}


def _row(row: Any, what: str, words: Words, kind: str) -> StretchView:  # noqa: ANN401  # a row of the book
    role = getattr(row, "role", None)
    period = Period(row.starts_on, row.ends_on)
    return StretchView(
        period=days_told(period, words),
        what=what,
        role=role.name if role else "",
        colour=role.colour if role else 0,
        note=getattr(row, "note", ""),
        ended_on=row.ends_on,
        remove_url=reverse(f"{kind}_remove", args=[row.pk]),
    )


def found_view(
    portfolio: Portfolio, found: Iterable[LeaveFound], words: Words
) -> list[FoundView]:
    """Return the leave that the calendars tell and that is not noted."""
    return [
        FoundView(
            value=value_of(one),
            title=one.title,
            what=str(ABSENCES[one.kind]),
            role="" if one.role is None else portfolio.roles[one.role].name,
            colour=0 if one.role is None else portfolio.roles[one.role].colour,
            period=days_told(one.period, words),
            is_sure=one.is_sure,
        )
        for one in found
    ]


def value_of(one: LeaveFound) -> str:
    """Return what names found leave in the form: an event and its first day."""
    return f"{one.fingerprints[0]}.{one.period.start.isoformat()}"


def question(shown: StretchView) -> dict[str, Any]:
    """Return what is asked before a stretch is removed."""
    return {
        "title": _("Leave and what you have to give"),
        "question": _("Remove “%(what)s”?") % {"what": shown.what},
        "consequences": [
            ", ".join(part for part in (shown.period, shown.role) if part),
            _("Hours and the weeks ahead are then told without it."),
        ],
        "button": _("Remove it"),
        "cancel_url": reverse("time_off"),
        "is_harmful": True,
    }
