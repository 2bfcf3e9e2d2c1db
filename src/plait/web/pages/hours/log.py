"""The log page: the timer, what a line was taken for, past events to take as time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plait.book.models import TimeEntry, Timer
from plait.domain.portfolio import Portfolio
from plait.web.pages.days import short_day, short_weekday
from plait.web.pages.hours.week_grid import is_told


@dataclass(frozen=True, slots=True)
class TimerView:
    """The running timer: its role, since when, and how long that is."""

    role: str
    colour: int
    description: str
    since: str
    started: str
    lasts: str


def timer_view(timer: Timer | None, now: datetime) -> TimerView | None:
    """Return the timer for the page, None if none runs."""
    if timer is None:
        return None
    started = localtime(timer.started_at)
    is_today = started.date() == localtime(now).date()
    return TimerView(
        role=timer.role.name,
        colour=timer.role.colour,
        description=timer.description,
        since=f"{started:%H:%M}"
        if is_today
        else f"{short_day(started)}, {started:%H:%M}",
        started=started.isoformat(),
        lasts=duration((now - timer.started_at).total_seconds()),
    )


def duration(seconds: float) -> str:
    """Return a stretch of time in hours and minutes, such as "1 h 05 min"."""
    minutes = max(0, round(seconds / 60))
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    if minutes % 60 == 0:
        return _("%(n)d h") % {"n": minutes // 60}
    told = {"hours": minutes // 60, "minutes": f"{minutes % 60:02d}"}
    return _("%(hours)d h %(minutes)s min") % told


def logged_text(entry: TimeEntry) -> str:
    """Return what was understood of a line, so that a mistake is seen at once."""
    told = {
        "time": duration(entry.seconds),
        "roles": _roles(entry),
        "day": date_format(entry.on, "l j F"),
        "what": entry.description,
    }
    if entry.description:
        return _("%(time)s for %(roles)s on %(day)s: %(what)s.") % told
    return _("%(time)s for %(roles)s on %(day)s.") % told


def _roles(entry: TimeEntry) -> str:
    names = [entry.role.name] if entry.role else []
    names += [share.role.name for share in entry.shares.all()]
    return " + ".join(names)


@dataclass(frozen=True, slots=True)
class LoggedView:
    """An entry that was logged by hand, and can be taken back."""

    pk: int
    title: str
    role: str
    colour: int
    when: str
    lasts: str


def logged_view(entries: Sequence[TimeEntry]) -> tuple[LoggedView, ...]:
    """Return what lines, the timer and events told of the days, in their order."""
    by_hand = (entry for entry in entries if entry.batch_id is None)
    return tuple(_logged(entry) for entry in by_hand if is_told(entry))


def _logged(entry: TimeEntry) -> LoggedView:
    when, roles = short_weekday(entry.on), _roles(entry)
    if entry.started_at and entry.ended_at:
        starts, ends = localtime(entry.started_at), localtime(entry.ended_at)
        when = f"{when} {starts:%H:%M}–{ends:%H:%M}"
    return LoggedView(
        pk=entry.pk,
        title=entry.description or roles,
        role=roles,
        colour=entry.role.colour if entry.role else 0,
        when=when,
        lasts=duration(entry.seconds),
    )


@dataclass(frozen=True, slots=True)
class EventAsked:
    """A past event that could be time of a role."""

    mark: int
    title: str
    role: str
    colour: int
    when: str
    lasts: str


def events_asked(portfolio: Portfolio, places: Sequence[int]) -> tuple[EventAsked, ...]:
    """Return the events at these places of the picture, as the page lists them."""
    return tuple(_event(portfolio, place) for place in places)


def _event(portfolio: Portfolio, place: int) -> EventAsked:
    events = portfolio.events
    role = portfolio.roles[int(events.role[place])]
    starts, ends = (_local(at[place]) for at in (events.starts_at, events.ends_at))
    return EventAsked(
        mark=int(events.mark[place]),
        title=events.titles[events.title[place]] or role.name,
        role=role.name,
        colour=role.colour,
        when=f"{short_weekday(starts)} {starts:%H:%M}–{ends:%H:%M}",
        lasts=duration((ends - starts).total_seconds()),
    )


def _local(instant: np.datetime64) -> datetime:
    utc = datetime.fromisoformat(f"{instant}+00:00")
    return localtime(utc)
