"""Tables of days: holidays, leave and other hours, reminders; and faults of a book."""

from plait.answers.hours.holidays import HolidaysAnswer
from plait.answers.hours.time_off import TimeOffAnswer
from plait.answers.records.audit import AuditAnswer
from plait.answers.records.check import CheckAnswer
from plait.answers.reminders import RemindersAnswer
from plait.answers.tables.table import Column, Table, in_hours, table
from plait.wording.words import Words


def holidays_table(answer: HolidaysAnswer, words: Words) -> Table:
    """Return a row for each holiday of the year, by organisation."""
    _ = words.gettext
    columns: list[Column] = [
        (_("Day"), "on"),
        (_("Name"), "name"),
        (_("Day off"), "is_free"),
        (_("Changed by you"), "is_changed"),
    ]
    rows = (
        (one.organisation, one.country, *row)
        for one in answer.organisations
        for row in table(words, columns, one.days).rows
    )
    headings = (heading for heading, _path in columns)
    return Table((_("Organisation"), _("Country"), *headings), tuple(rows))


def time_off_table(answer: TimeOffAnswer, words: Words) -> Table:
    """Return a row for each stretch of days that is saved."""
    _ = words.gettext
    columns = [
        (_("Number"), "number"),
        (_("What"), "text"),
        (_("From"), "first_day"),
        (_("To"), "last_day"),
        (in_hours(words, _("Amount")), "hours"),
        (_("Role"), "role_name"),
        (_("Key of the role"), "role"),
        (_("Note"), "note"),
    ]
    return table(words, columns, answer.stretches)


def reminders_table(answer: RemindersAnswer, words: Words) -> Table:
    """Return a row for each kind of reminder."""
    _ = words.gettext
    columns = [
        (_("Reminder"), "title"),
        (_("Key"), "kind"),
        (_("Switched on"), "is_on"),
        (_("When"), "when_text"),
    ]
    return table(words, columns, answer.reminders)


def audit_table(answer: AuditAnswer, words: Words) -> Table:
    """Return a row for each thing that happened with an account."""
    _ = words.gettext
    columns = [(_("Number"), "number"), (_("When"), "at"), (_("What"), "text")]
    return table(words, columns, answer.lines)


def check_table(answer: CheckAnswer, words: Words) -> Table:
    """Return a row for each fault."""
    _ = words.gettext
    columns = [
        (_("What"), "what"),
        (_("What was found"), "value"),
        (_("What to do"), "fix"),
        (_("How often"), "n"),
        (_("Damage"), "is_damage"),
    ]
    return table(words, columns, answer.findings)
