"""Tables of drift: each role against its agreement, and its weeks."""

from plait.answers.hours.drift import DriftAnswer
from plait.answers.hours.drift_series import SeriesAnswer
from plait.answers.tables.table import Column, Table, in_hours, table
from plait.wording.words import Words


def drift_table(answer: DriftAnswer, words: Words) -> Table:
    """Return a row for each role; of a single one that was asked for its weeks."""
    if len(answer.roles) == 1 and answer.roles[0].weeks:
        return table(words, _weeks(words, "week"), answer.roles[0].weeks)
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("What is so"), "sentence"),
        (in_hours(words, _("Agreed a week")), "agreed"),
        (in_hours(words, _("Above agreed a week")), "over_by_now"),
        (in_hours(words, _("At least")), "over_low"),
        (in_hours(words, _("At most")), "over_high"),
        (_("Since"), "since"),
        (_("Ended"), "until"),
        (_("Weeks"), "n_weeks"),
        (_("Worth a month"), "worth_a_month"),
        (_("Currency"), "currency"),
    ]
    return table(words, columns, answer.roles, cents={"worth_a_month"})


def series_table(answer: SeriesAnswer, words: Words) -> Table:
    """Return a row for each week of a table of weeks."""
    name = (words.gettext("Name"), "label")
    number, *others = _weeks(words, "week")
    return table(words, (number, name, *others), answer.weeks)


def _weeks(words: Words, week: str) -> list[Column]:
    _ = words.gettext
    return [
        (_("Week"), week),
        (in_hours(words, _("Worked")), "hours"),
        (in_hours(words, _("Agreed")), "agreed"),
        (in_hours(words, _("Expected")), "expected"),
        (_("Distance from expected (standard deviations)"), "z"),
        (_("Sum that raises the alarm"), "statistic"),
        (_("Left out"), "set_aside"),
    ]
