"""Reminders in words; none names a role, for they are read on shared screens."""

from datetime import date

from plait.domain.reminders import Reminder, ReminderKind
from plait.domain.schemas.schema import gettext_noop as _
from plait.wording.words import Words

# A Monday, to name the days of the week by.
_MONDAY = 5

_TITLES = {
    ReminderKind.CHECK_IN: _("Weekly check-in"),
    ReminderKind.LOG: _("Log your hours"),
    ReminderKind.TAX: _("Tax dates"),
    ReminderKind.INVOICES: _("Late invoices"),
    ReminderKind.FILES: _("Files to bring in"),
    ReminderKind.ROLES: _("A look at each role"),
}
_CALENDAR = {
    ReminderKind.CHECK_IN: _("Plait: how was your week?"),
    ReminderKind.LOG: _("Plait: log your hours"),
    ReminderKind.TAX: _("Plait: a tax date is near"),
    ReminderKind.INVOICES: _("Plait: an invoice is late"),
    ReminderKind.FILES: _("Plait: bring in newer files"),
    ReminderKind.ROLES: _("Plait: look at a role again"),
}


def title(words: Words, kind: ReminderKind) -> str:
    """Return what a kind of reminder is called."""
    return words.gettext(_TITLES[kind])


def calendar_text(words: Words, kind: ReminderKind) -> str:
    """Return what a calendar shows."""
    return words.gettext(_CALENDAR[kind])


def weekday_name(words: Words, weekday: int) -> str:
    """Return the name of a day of the week, Monday is 0."""
    return words.weekday(date(2026, 1, _MONDAY + weekday)).split()[0]


def when_text(words: Words, one: Reminder) -> str:
    """Return when a reminder comes: Sunday at 19:00; 14 days before, at 09:00."""
    n, ngettext = one.count, words.ngettext
    values: dict[str, object] = {"time": words.time(one.at), "n": n}
    if one.kind.is_weekly:
        values["day"] = weekday_name(words, one.weekday)
        return words.gettext("%(day)s at %(time)s") % values
    if one.kind is ReminderKind.TAX:
        text = ngettext(
            "%(n)d day before, at %(time)s", "%(n)d days before, at %(time)s", n
        )
    elif one.kind is ReminderKind.INVOICES:
        text = ngettext(
            "%(n)d day after it was due, at %(time)s",
            "%(n)d days after it was due, at %(time)s",
            n,
        )
    elif one.kind is ReminderKind.FILES:
        text = ngettext(
            "known until more than %(n)d week ago, at %(time)s",
            "known until more than %(n)d weeks ago, at %(time)s",
            n,
        )
    else:
        return _of_roles(words, one)
    return text % values


def _of_roles(words: Words, one: Reminder) -> str:
    text = words.ngettext(
        "every %(n)d month since it began, at %(time)s",
        "every %(n)d months since it began, at %(time)s",
        one.count,
    )
    every = text % {"time": words.time(one.at), "n": one.count}
    if not one.ends_weeks:
        return every
    text = words.ngettext(
        "%(every)s, and %(n)d week before its terms end",
        "%(every)s, and %(n)d weeks before its terms end",
        one.ends_weeks,
    )
    return text % {"every": every, "n": one.ends_weeks}


def due_text(words: Words, kind: ReminderKind, about: date, n: int) -> str:
    """Return a reminder that is due; `n` are as many as came, `about` of the newest."""
    gettext, ngettext = words.gettext, words.ngettext
    values = {"n": n, "day": words.day(about)}
    if kind is ReminderKind.CHECK_IN:
        return gettext("How was your week? The check-in takes half a minute.")
    if kind is ReminderKind.LOG:
        return gettext("Your hours of this week are still to be logged.")
    if kind is ReminderKind.TAX:
        return gettext("A tax date is near: %(day)s.") % values
    if kind is ReminderKind.INVOICES:
        text = ngettext("%(n)d invoice is late.", "%(n)d invoices are late.", n)
        return text % values
    if kind is ReminderKind.FILES:
        text = ngettext(
            "%(n)d account or tracker is known until %(day)s only. Is there a newer"
            " file?",
            "%(n)d accounts and trackers are not known to date, one until %(day)s only."
            " Are there newer files?",
            n,
        )
        return text % values
    text = ngettext(
        "It is time to look at a role again.",
        "It is time to look at %(n)d roles again.",
        n,
    )
    return text % values


def sentence(words: Words, n_due: int, n_on: int) -> str:
    """Return how many reminders are due, or that none was chosen."""
    if not n_on:
        return words.gettext("You have not chosen any reminder.")
    if not n_due:
        return words.gettext("Nothing to be reminded of today.")
    text = words.ngettext("%(n)d reminder is due.", "%(n)d reminders are due.", n_due)
    return text % {"n": n_due}
