"""Tables of what is shown: its values, to whom, by whom, and who looked."""

from plait.answers.sharing.given import GivenAnswer, LooksAnswer, ReceivedAnswer
from plait.answers.sharing.slice import SliceAnswer
from plait.answers.tables.table import Table, cell, in_hours, table
from plait.domain.sharing import SliceKind
from plait.wording.words import Words


def slice_table(answer: SliceAnswer, words: Words) -> Table:
    """Return a row for each month of a role, each payment, or one of how much room."""
    _ = words.gettext
    if answer.kind is SliceKind.HOURS:
        columns = [
            (_("Role"), "role"),
            (_("Month"), "month"),
            (in_hours(words, _("Given")), "given"),
            (in_hours(words, _("Agreed")), "agreed"),
            (_("Whole month"), "is_whole"),
        ]
        return table(words, columns, answer.months)
    if answer.kind is SliceKind.PAYMENTS:
        columns = [
            (_("Day"), "on"),
            (_("Amount"), "amount"),
            (_("Currency"), "currency"),
            (_("What for"), "what"),
        ]
        return table(words, columns, answer.payments)
    row = (answer.band_text, cell(words, answer.band_until))
    return Table((_("Free time in a week"), _("Until")), (row,))


def given_table(answer: GivenAnswer, words: Words) -> Table:
    """Return a row for each thing that is or was shown."""
    _ = words.gettext
    columns = [
        (_("Number"), "number"),
        (_("What"), "title"),
        (_("Roles"), "roles"),
        (_("From"), "since"),
        (_("To whom"), "to_text"),
        (_("How"), "way_text"),
        (_("What for"), "purpose"),
        (_("Made on"), "made_on"),
        (_("Until"), "until"),
        (_("Over"), "is_over"),
        (_("Looked at on"), "looks"),
    ]
    return table(words, columns, answer.shares)


def looks_table(answer: LooksAnswer, words: Words) -> Table:
    """Return a row for each day on which somebody looked at something."""
    _ = words.gettext
    columns = [(_("Day"), "on"), (_("Who"), "name"), (_("What"), "title")]
    return table(words, columns, answer.looks)


def received_table(answer: ReceivedAnswer, words: Words) -> Table:
    """Return a row for each thing that others show."""
    _ = words.gettext
    columns = [
        (_("Number"), "number"),
        (_("From whom"), "giver"),
        (_("What"), "title"),
        (_("Until"), "until"),
    ]
    return table(words, columns, answer.slices)
