"""The log page: the timer, past events to take as time, and the week's grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plait.book.models import TimeEntry, Timer
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind
from plait.review.words import Words


@dataclass(frozen=True, slots=True)
class TimerShown:
    """The running timer: its role, since when, and how long that is."""

    role: str
    colour: int
    description: str
    since: str
    started: str
    lasts: str


def timer_shown(timer: Timer | None, now: datetime) -> TimerShown | None:
    """Return the timer for the page, None if none runs."""
    if timer is None:
        return None
    started = localtime(timer.started_at)
    is_today = started.date() == localtime(now).date()
    return TimerShown(
        role=timer.role.name,
        colour=timer.role.colour,
        description=timer.description,
        since=f"{started:%H:%M}" if is_today else date_format(started, "j M, H:i"),
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


def logged_said(entry: TimeEntry) -> str:
    """Return what was understood of a line, so that a mistake is seen at once."""
    names = [entry.role.name] if entry.role else []
    names += [share.role.name for share in entry.shares.select_related("role")]
    told = {
        "time": duration(entry.seconds),
        "roles": " + ".join(names),
        "day": date_format(entry.on, "l j F"),
        "what": entry.description,
    }
    if entry.description:
        return _("%(time)s for %(roles)s on %(day)s: %(what)s.") % told
    return _("%(time)s for %(roles)s on %(day)s.") % told


@dataclass(frozen=True, slots=True)
class EventAsked:
    """A past event that could be time of a role."""

    mark: int
    title: str
    role: str
    colour: int
    when: str
    lasts: str


def events_asked(picture: Portfolio, places: Sequence[int]) -> tuple[EventAsked, ...]:
    """Return the events at these places of the picture, as the page lists them."""
    return tuple(_event(picture, place) for place in places)


def _event(picture: Portfolio, place: int) -> EventAsked:
    events = picture.events
    role = picture.roles[int(events.role[place])]
    starts, ends = (_local(at[place]) for at in (events.starts_at, events.ends_at))
    return EventAsked(
        mark=int(events.mark[place]),
        title=events.titles[events.title[place]] or role.name,
        role=role.name,
        colour=role.colour,
        when=f"{date_format(starts, 'D j M')} {starts:%H:%M}–{ends:%H:%M}",
        lasts=duration((ends - starts).total_seconds()),
    )


def _local(instant: np.datetime64) -> datetime:
    utc = datetime.fromisoformat(f"{instant}+00:00")
    return localtime(utc)


@dataclass(frozen=True, slots=True)
class CellShown:
    """A role's hours of a day: the name of its field and what stands in it."""

    name: str
    label: str
    text: str
    error: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class RowShown:
    """A role's week."""

    name: str
    colour: int
    cells: tuple[CellShown, ...]
    total: str


@dataclass(frozen=True, slots=True)
class WeekShown:
    """The grid of a week, its totals, and the weeks beside it."""

    monday: str
    told: str
    days: tuple[str, ...]
    rows: tuple[RowShown, ...]
    totals: tuple[str, ...]
    total: str
    previous: str
    next: str


def week_shown(
    picture: Portfolio,
    entries: Sequence[TimeEntry],
    monday: date,
    words: Words,
    sent: Any = None,  # noqa: ANN401  # forms.log.WeekCells, which shown does not know
) -> WeekShown:
    """Return the week's grid; `sent` holds what was typed and not taken."""
    days = [monday + timedelta(days=n) for n in range(7)]
    given = _given(entries)
    held = [role for role in picture.roles if _is_in(role, days, given)]
    today = picture.on
    rows = [_row(role, days, given, sent, today) for role in held]
    sums = [sum(e.seconds for e in entries if e.on == day) for day in days]
    return WeekShown(
        monday=monday.isoformat(),
        told=_("Week of %(day)s") % {"day": words.day(monday)},
        days=tuple(date_format(day, "D j") for day in days),
        rows=tuple(rows),
        totals=tuple(_told(seconds) for seconds in sums),
        total=_told(sum(sums)),
        previous=(monday - timedelta(days=7)).isoformat(),
        next=(monday + timedelta(days=7)).isoformat(),
    )


def _given(entries: Sequence[TimeEntry]) -> dict[tuple[str, date], int]:
    given: dict[tuple[str, date], int] = {}
    for entry in entries:
        if entry.role is not None:
            cell = (entry.role.key, entry.on)
            given[cell] = given.get(cell, 0) + entry.seconds
    return given


def _is_in(role: Role, days: list[date], given: dict[tuple[str, date], int]) -> bool:
    """Return whether the role runs that week, or was worked in all the same."""
    if any((role.key, day) in given for day in days):
        return True
    is_work = role.kind is not RoleKind.OPPORTUNITY
    return is_work and any(role.is_held_on(day) for day in days)


def _row(  # what a row is made from
    role: Role,
    days: list[date],
    given: dict[tuple[str, date], int],
    sent: Any,  # noqa: ANN401  # as above
    today: date,
) -> RowShown:
    cells = []
    for day in days:
        cell = (role.key, day)
        text = _told(given.get(cell, 0))
        cells.append(
            CellShown(
                name=f"cell-{role.key}.{day.isoformat()}",
                label=pgettext("a cell of the week", "%(role)s on %(day)s")
                % {"role": role.name, "day": date_format(day, "l j F")},
                text=sent.texts.get(cell, text) if sent else text,
                error=sent.errors.get(cell, "") if sent else "",
                is_today=day == today,
            )
        )
    total = sum(given.get((role.key, day), 0) for day in days)
    return RowShown(role.name, role.colour, tuple(cells), _told(total))


def _told(seconds: int) -> str:
    """Return hours and minutes as the grid shows them, such as 7:30; "" for none."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes else ""
