"""What a server may write to a person, and when; all of it is theirs to choose."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from plait.domain.reminders import ReminderKind


class MailKind(StrEnum):
    """A kind of mail that somebody can choose, and stop with one click."""

    WEEK = "week"
    SHARED = "shared"
    CHECK_IN = "check-in"
    LOG = "log"
    TAX = "tax"
    INVOICES = "invoices"
    FILES = "files"
    ROLES = "roles"

    @property
    def reminder(self) -> ReminderKind | None:
        """The reminder that it brings by mail, None for the others."""
        of = {kind.value: kind for kind in ReminderKind}
        return of.get(self.value)


OF_REMINDERS = tuple(kind for kind in MailKind if kind.reminder)


@dataclass(frozen=True, slots=True)
class MailChoice:
    """A kind of mail as its person has it.

    `weekday` (Monday is 0) and `at`, the time where they live, are those of the weekly
    mail; a reminder comes when it comes on Today.
    """

    kind: MailKind
    is_on: bool = False
    weekday: int = 0
    at: time = time(8, 0)


USUAL = {kind: MailChoice(kind, is_on=kind is MailKind.SHARED) for kind in MailKind}
"""What a choice begins with: nothing comes by itself but that somebody shows something."""


def last_weekly(weekday: int, at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when that time of that day (Monday is 0) was last, at `now` or before."""
    today = now.astimezone(zone).date()
    day = today - timedelta(days=(today.weekday() - weekday) % 7)
    last = moment(day, at, zone)
    return last if last <= now else moment(day - timedelta(weeks=1), at, zone)


def next_weekly(weekday: int, at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when that time of that day comes next, after `now`."""
    last = last_weekly(weekday, at, zone, now).astimezone(zone).date()
    return moment(last + timedelta(weeks=1), at, zone)


def next_daily(at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when that time of day comes next, after `now`."""
    today = now.astimezone(zone).date()
    coming = moment(today, at, zone)
    return coming if coming > now else moment(today + timedelta(days=1), at, zone)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant of a local time; one that the clock leaves out is the next."""
    return datetime.combine(day, at, zone).astimezone(UTC)
