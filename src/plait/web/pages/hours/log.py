"""The log page: the timer, what was logged of late, past events to log as time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime

from plait.answers.hours.log import UnloggedEvent
from plait.book.models import TimeEntry, Timer
from plait.domain.period import Period
from plait.web.pages.days import short_day, short_weekday
from plait.web.pages.hours.week_grid import is_from_elsewhere
from plait.wording.hours import logged as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class TimerView:
    """The running timer: its role, since when, and how long that is."""

    role: str
    colour: int
    description: str
    since: str
    started: str
    length: str


def timer_view(timer: Timer | None, now: datetime, words: Words) -> TimerView | None:
    """Return the timer for the page, None if none runs."""
    if timer is None:
        return None
    started = localtime(timer.started_at)
    is_today = started.date() == localtime(now).date()
    clock = f"{started:%H:%M}"
    return TimerView(
        role=timer.role.name,
        colour=timer.role.colour,
        description=timer.description,
        since=clock if is_today else f"{short_day(started)}, {clock}",
        started=started.isoformat(),
        length=wording.length_text(words, (now - timer.started_at).total_seconds()),
    )


def entry_text(entry: TimeEntry, today: date, words: Words) -> str:
    """Return an entry as a sentence."""
    logged = wording.LoggedTime(
        roles=tuple(_roles(entry)),
        seconds=entry.seconds,
        on=entry.on,
        description=entry.description,
        is_on_call=entry.is_on_call,
    )
    return wording.entry_text(words, logged, today)


def outside_texts(entry: TimeEntry, words: Words) -> list[str]:
    """Return for which of its roles an entry lies outside the dates of the role."""
    roles = [entry.role, *(share.role for share in entry.shares.all())]
    texts = (
        wording.outside_text(
            words, role.name, Period(role.started_on, role.ended_on), entry.on
        )
        for role in roles
        if role
    )
    return [text for text in texts if text]


def _roles(entry: TimeEntry) -> list[str]:
    names = [entry.role.name] if entry.role else []
    return names + [share.role.name for share in entry.shares.all()]


@dataclass(frozen=True, slots=True)
class LoggedView:
    """An entry that was logged by hand, and can be removed."""

    pk: int
    title: str
    role: str
    colour: int
    when: str
    length: str


def logged_view(entries: Sequence[TimeEntry], words: Words) -> tuple[LoggedView, ...]:
    """Return what lines, the timer and events logged, in the order of their days."""
    by_hand = (entry for entry in entries if entry.batch_id is None)
    return tuple(_logged(entry, words) for entry in by_hand if is_from_elsewhere(entry))


def _logged(entry: TimeEntry, words: Words) -> LoggedView:
    when, roles = short_weekday(entry.on), " + ".join(_roles(entry))
    if entry.started_at and entry.ended_at:
        when = f"{when} {_clock(entry.started_at, entry.ended_at, entry.zone)}"
    return LoggedView(
        pk=entry.pk,
        title=entry.description or roles,
        role=roles,
        colour=entry.role.colour if entry.role else 0,
        when=when,
        length=wording.length_text(words, entry.seconds),
    )


@dataclass(frozen=True, slots=True)
class EventView:
    """A past event that could be logged as time of a role."""

    fingerprint: int
    title: str
    role: str
    colour: int
    when: str
    length: str


def events_view(events: Sequence[UnloggedEvent], words: Words) -> tuple[EventView, ...]:
    """Return the events as the page lists them."""
    return tuple(_event(event, words) for event in events)


def _event(event: UnloggedEvent, words: Words) -> EventView:
    day = short_weekday(localtime(event.starts_at))
    seconds = (event.ends_at - event.starts_at).total_seconds()
    return EventView(
        fingerprint=event.fingerprint,
        title=event.title,
        role=event.role_name,
        colour=event.colour,
        when=f"{day} {_clock(event.starts_at, event.ends_at)}",
        length=wording.length_text(words, seconds),
    )


def _clock(starts_at: datetime, ends_at: datetime, zone: str = "") -> str:
    place = ZoneInfo(zone) if zone else None
    first, last = localtime(starts_at, place), localtime(ends_at, place)
    text = f"{first:%H:%M}–{last:%H:%M}"
    return f"{text} ({wording.city_of(zone)})" if zone else text
