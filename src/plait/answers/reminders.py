"""What does a person want to be reminded of, and what of it is due?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plait.analysis.reminders import Occurrence, due, occurrences
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.reminders import Reminder, ReminderKind, with_usual
from plait.wording import reminders as wording
from plait.wording.words import Words

# As far as a calendar shows reminders to come, and what has been.
_AHEAD, _BEHIND = timedelta(days=366), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A reminder as it is chosen (see `domain.reminders.Reminder`), and in words."""

    kind: ReminderKind
    title: str
    is_on: bool
    when_text: str
    at: str
    weekday: int
    count: int
    ends_weeks: int


@dataclass(frozen=True, slots=True)
class DueReminder:
    """What is due: `on` is the day it came, `n` how many came; `role` a key or ""."""

    kind: ReminderKind
    on: date
    about: date
    n: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class ComingReminder:
    """A reminder in a calendar: `uid` stays while its day does; `text` names no role."""

    uid: str
    kind: ReminderKind
    on: date
    at: time
    text: str


@dataclass(frozen=True, slots=True)
class RemindersAnswer:
    """Every kind of reminder, off or on, and what is due on a date."""

    on: date
    language: str
    timezone: str
    sentence: str
    reminders: tuple[ReminderLine, ...]
    due: tuple[DueReminder, ...]


@dataclass(frozen=True, slots=True)
class ReminderCalendar:
    """What the calendar of reminders holds, from a month ago to a year ahead."""

    timezone: str
    coming: tuple[ComingReminder, ...]


def reminders_answer(
    portfolio: Portfolio,
    words: Words,
    chosen: tuple[Reminder, ...],
    moment: datetime,
) -> RemindersAnswer:
    """Return the answer at a moment, local time where the person lives."""
    found = due(portfolio, chosen, moment)
    grouped = tuple(
        _due(portfolio, words, kind, group)
        for kind in ReminderKind
        if (group := [one for one in found if one.kind is kind])
    )
    n_on = sum(one.is_on for one in chosen)
    return RemindersAnswer(
        on=moment.date(),
        language=words.language,
        timezone=portfolio.person.timezone,
        sentence=wording.sentence(words, len(grouped), n_on),
        reminders=tuple(_line(words, one) for one in with_usual(chosen)),
        due=grouped,
    )


def reminder_calendar(
    portfolio: Portfolio, words: Words, chosen: tuple[Reminder, ...]
) -> ReminderCalendar:
    """Return what a calendar shows; one event a kind and day, whatever it is about."""
    on = portfolio.on
    found = occurrences(portfolio, chosen, Period(on - _BEHIND, on + _AHEAD))
    by_day = {(one.kind, one.on, one.at): one for one in found}
    return ReminderCalendar(
        timezone=portfolio.person.timezone,
        coming=tuple(_coming(words, one) for one in by_day.values()),
    )


def _line(words: Words, one: Reminder) -> ReminderLine:
    return ReminderLine(
        kind=one.kind,
        title=wording.title(words, one.kind),
        is_on=one.is_on,
        when_text=wording.when_text(words, one),
        at=f"{one.at:%H:%M}",
        weekday=one.weekday,
        count=one.count,
        ends_weeks=one.ends_weeks,
    )


def _due(
    portfolio: Portfolio, words: Words, kind: ReminderKind, group: list[Occurrence]
) -> DueReminder:
    newest = group[0]
    is_one_role = len(group) == 1 and kind is ReminderKind.ROLES
    role = newest.role if is_one_role else None
    about = min(one.about for one in group)
    return DueReminder(
        kind=kind,
        on=newest.on,
        about=about,
        n=len(group),
        role="" if role is None else portfolio.roles[role].key,
        text=wording.due_text(words, kind, about, len(group)),
    )


def _coming(words: Words, one: Occurrence) -> ComingReminder:
    return ComingReminder(
        uid=f"reminder-{one.kind}-{one.on:%Y%m%d}",
        kind=one.kind,
        on=one.on,
        at=one.at,
        text=wording.calendar_text(words, one.kind),
    )
