"""When reminders come, and which of them are due on a date.

Nothing of it is kept but what was dismissed: an invoice that is paid, a file that came
in or a check-in that was made takes its reminder away by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plait.analysis.obligations.report import obligations_at_home
from plait.analysis.series.known import invoice_known_until
from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceState
from plait.domain.known import KnownKind
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.reminders import Reminder, ReminderKind

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_FORTNIGHT = timedelta(days=14)
_MOST_MONTHS = 12 * 100


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A reminder on a day; `about` is the day it speaks of.

    That is the tax date, the day an invoice was due, the last day known of an account
    or tracker, the last day of terms, or the day itself. `role` indexes the
    portfolio's roles where it is about one.
    """

    kind: ReminderKind
    on: date
    at: time
    about: date
    role: int | None = None


def occurrences(
    portfolio: Portfolio, reminders: tuple[Reminder, ...], period: Period
) -> tuple[Occurrence, ...]:
    """Return what comes within a period that has an end, in order.

    As things are on the portfolio's date: an invoice that is still unpaid then.
    """
    found = {
        one
        for reminder in reminders
        if reminder.is_on
        for one in _COMING[reminder.kind](portfolio, reminder, period)
        if one.on in period
    }
    return tuple(sorted(found, key=lambda o: (o.on, o.at, o.kind, o.about)))


def due(
    portfolio: Portfolio, reminders: tuple[Reminder, ...], moment: datetime
) -> tuple[Occurrence, ...]:
    """Return what is due at a moment (local time), of each kind the newest first."""
    return tuple(
        one
        for reminder in reminders
        if reminder.is_on
        for one in _due(portfolio, reminder, moment)
    )


def _due(
    portfolio: Portfolio, reminder: Reminder, moment: datetime
) -> Iterator[Occurrence]:
    today, ago = moment.date(), _DAYS_ON_VIEW[reminder.kind]
    first = today - ago
    if reminder.dismissed_on is not None:
        first = max(first, reminder.dismissed_on + _DAY)
    if first > today:
        return
    coming = _COMING[reminder.kind](portfolio, reminder, Period(first, today + _DAY))
    for one in sorted(coming, key=lambda o: (o.on, o.about), reverse=True):
        has_come = (one.on, one.at) <= (today, moment.time())
        if first <= one.on and has_come and not _is_done(portfolio, one):
            yield one


def _is_done(portfolio: Portfolio, one: Occurrence) -> bool:
    if one.kind is ReminderKind.CHECK_IN:
        monday = one.on - timedelta(days=one.on.weekday())
        return any(c.week_on >= monday for c in portfolio.check_ins)
    if one.kind is ReminderKind.LOG:
        days = portfolio.hours.on
        return bool(len(days)) and days.max().item() >= one.on
    if one.kind is ReminderKind.TAX:
        return one.about < portfolio.on
    if one.kind is ReminderKind.INVOICES and one.role is not None:
        # What no statement covers yet is not called late.
        return one.about >= invoice_known_until(portfolio, one.role)
    return False


def _weekly(_: Portfolio, reminder: Reminder, period: Period) -> Iterator[Occurrence]:
    day = period.start + timedelta(days=(reminder.weekday - period.start.weekday()) % 7)
    while day in period:
        yield Occurrence(reminder.kind, day, reminder.at, day)
        day += _WEEK


def _tax(
    portfolio: Portfolio, reminder: Reminder, period: Period
) -> Iterator[Occurrence]:
    before = timedelta(days=reminder.count)
    last = (period.end or period.start) + before
    found = obligations_at_home(portfolio, until=last)
    for day in sorted({one.due_on for one in found.due} if found else ()):
        yield Occurrence(reminder.kind, day - before, reminder.at, day)


def _invoices(
    portfolio: Portfolio, reminder: Reminder, _: Period
) -> Iterator[Occurrence]:
    after = timedelta(days=reminder.count)
    for status in settled(portfolio):
        if status.state in {InvoiceState.OPEN, InvoiceState.PART}:
            bill = portfolio.invoices[status.invoice]
            on = bill.due_on + after
            yield Occurrence(reminder.kind, on, reminder.at, bill.due_on, bill.role)


def _files(portfolio: Portfolio, reminder: Reminder, _: Period) -> Iterator[Occurrence]:
    after = timedelta(weeks=reminder.count)
    for one in portfolio.known:
        if one.kind is not KnownKind.CALENDAR and not one.is_by_hand:
            yield Occurrence(reminder.kind, one.until + after, reminder.at, one.until)


def _roles(
    portfolio: Portfolio, reminder: Reminder, period: Period
) -> Iterator[Occurrence]:
    for index, role in portfolio.roles_held():
        for n in range(reminder.count, _MOST_MONTHS, reminder.count):
            day = _months_after(role.period.start, n)
            if period.end is not None and day >= period.end:
                break
            yield Occurrence(reminder.kind, day, reminder.at, day, index)
        ends = {a.period.end for a in role.agreements} | {role.period.end}
        for end in ends if reminder.ends_weeks else ():
            if end is not None and end > portfolio.on:
                on = end - timedelta(weeks=reminder.ends_weeks)
                yield Occurrence(reminder.kind, on, reminder.at, end - _DAY, index)


def _months_after(day: date, n: int) -> date:
    """Return the same day n months later, or the month's last where it has none."""
    year, month = divmod(day.month - 1 + n, 12)
    first = day.replace(day=1, year=day.year + year, month=month + 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - _DAY)


_COMING: dict[
    ReminderKind, Callable[[Portfolio, Reminder, Period], Iterator[Occurrence]]
] = {
    ReminderKind.CHECK_IN: _weekly,
    ReminderKind.LOG: _weekly,
    ReminderKind.TAX: _tax,
    ReminderKind.INVOICES: _invoices,
    ReminderKind.FILES: _files,
    ReminderKind.ROLES: _roles,
}
# For how long one is shown that nobody dismissed and nothing answered.
_DAYS_ON_VIEW = {
    ReminderKind.CHECK_IN: 6 * _DAY,
    ReminderKind.LOG: 6 * _DAY,
    ReminderKind.TAX: 90 * _DAY,
    ReminderKind.INVOICES: 730 * _DAY,
    ReminderKind.FILES: 365 * _DAY,
    ReminderKind.ROLES: _FORTNIGHT,
}
