"""Tables of hours: by role, by week or month, weeks ahead, working-time law."""

from plait.answers.hours.capacity import CapacityAnswer
from plait.answers.hours.hours import HoursAnswer
from plait.answers.hours.hours_rows import HoursBy
from plait.answers.hours.working_time import SegmentsAnswer, WorkingTimeAnswer
from plait.answers.overview.answer import HoursOverview
from plait.answers.tables.table import Column, Table, cell, in_hours, in_parts, table
from plait.wording.words import Words


def hours_table(answer: HoursAnswer, words: Words) -> Table:
    """Return a row for each role over the period; by week or month one for each."""
    if answer.by is not HoursBy.ROLE:
        return _account_table(answer, words)
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (in_hours(words, _("Worked")), "hours"),
        (in_hours(words, _("Due")), "due"),
        (in_hours(words, _("Difference")), "change"),
        (_("Compared with"), "before_text"),
    ]
    return table(words, columns, answer.in_period.roles)


def _account_table(answer: HoursAnswer, words: Words) -> Table:
    """Return the accounts of all roles, one after the other, a row for each stretch."""
    _ = words.gettext
    columns: list[Column] = [
        (_("From"), "start"),
        (_("Until, not included"), "end"),
        (in_hours(words, _("Agreed")), "agreed"),
        (in_hours(words, _("Days off")), "free.total"),
        (in_hours(words, _("Due")), "due"),
        (in_hours(words, _("Worked")), "given"),
        (in_hours(words, _("Balance")), "balance"),
    ]
    headings = (_("Role"), _("Key of the role"), *(text for text, _path in columns))
    rows = [
        (one.name, one.role, *row)
        for one in answer.roles
        for row in table(words, columns, one.rows).rows
    ]
    return Table(headings, tuple(rows))


def year_table(answer: HoursOverview, words: Words) -> Table:
    """Return a row for each week of the last year: each role's hours, and together.

    Roles without an hour logged stand with the hours agreed for them, which are not in
    what is together.
    """
    _, weeks = words.gettext, answer.weeks
    agreed = [f"{one.name}, {_('agreed')}" for one in answer.unlogged]
    names = [*(one.name for one in weeks.roles), *agreed]
    names += [_("Without a role"), _("Together")]
    columns = [one.hours for one in (*weeks.roles, *answer.unlogged)]
    each = zip(weeks.mondays, *columns, weeks.open, weeks.load, strict=True)
    headings = (_("Week of"), *(in_hours(words, name) for name in names))
    rows = (tuple(cell(words, value) for value in row) for row in each)
    return Table(headings, tuple(rows))


def weeks_table(answer: CapacityAnswer, words: Words) -> Table:
    """Return a row for each week ahead, in hours."""
    _ = words.gettext
    columns = [
        (_("Week of"), "monday"),
        (in_hours(words, _("Available")), "supply"),
        (in_hours(words, _("Expected")), "load"),
        (in_hours(words, _("At least")), "low"),
        (in_hours(words, _("At most")), "high"),
        (in_hours(words, _("Left")), "free"),
        (in_parts(words, _("Chance that it is too full")), "p_overfull"),
        (in_hours(words, _("Agreed")), "agreed"),
        (in_hours(words, _("In the calendar")), "in_calendar"),
    ]
    return table(words, columns, answer.weeks)


def law_table(answer: WorkingTimeAnswer, words: Words) -> Table:
    """Return a row for each rule of the law, and the one beside it."""
    return table(words, _law(words), (*answer.verdicts, answer.guardrail))


def segments_table(answer: SegmentsAnswer, words: Words) -> Table:
    """Return the rows of every person in a table of work, their name first."""
    found = [(one.person, law_table(one, words)) for one in answer.persons]
    headings = [heading for heading, _path in _law(words)]
    rows = [(name, *row) for name, one in found for row in one.rows]
    return Table((words.gettext("Person"), *headings), tuple(rows))


def _law(words: Words) -> list[Column]:
    _ = words.gettext
    return [
        (_("Rule"), "title"),
        (_("Verdict"), "verdict_text"),
        (_("Figure"), "figure"),
        (_("Limit"), "limit"),
        (_("Unit"), "unit"),
        (_("From"), "period.start"),
        (_("Until, not included"), "period.end"),
        (_("Times over"), "times_over"),
        (_("Article"), "article"),
        (_("Source"), "source"),
    ]
