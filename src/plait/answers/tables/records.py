"""Tables of what a book holds: roles, payers, accounts, the inbox, rules, history."""

from collections.abc import Iterable

from plait.answers.records.doubles import DoublesAnswer
from plait.answers.records.history import HistoryAnswer
from plait.answers.records.inbox import InboxAnswer
from plait.answers.records.known import KnownAnswer
from plait.answers.records.recurring import RecurringAnswer
from plait.answers.records.rules import RulesAnswer
from plait.answers.roles.roles import RolesAnswer
from plait.answers.tables.table import Table, in_hours, in_parts, table, with_currency
from plait.domain.doubles import AccountDetails
from plait.domain.import_list import ImportedFileLine
from plait.wording.words import Words


def role_table(answer: RolesAnswer, words: Words) -> Table:
    """Return a row for each role that is not archived."""
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("Organisation"), "organisation"),
        (_("Kind"), "kind_text"),
        (_("Period"), "period"),
        (in_hours(words, _("Worked a week")), "given_a_week"),
        (in_hours(words, _("Agreed a week")), "agreed_a_week"),
        (_("Income a month"), "income.a_month"),
        (_("Costs a month"), "income.costs_a_month"),
    ]
    found = table(words, columns, answer.roles)
    return with_currency(found, answer.currency, words)


def payers_table(
    held: Iterable[tuple[str, tuple[tuple[str, int], ...]]], words: Words
) -> Table:
    """Return a row for each name that a payer pays under."""
    _ = words.gettext
    rows = [(payer, name, str(n)) for payer, names in held for name, n in names]
    return Table((_("Payer"), _("Name"), _("Payments")), tuple(rows))


def account_table(held: Iterable[AccountDetails], words: Words) -> Table:
    """Return a row for each account; the share is of one, such as 0.5."""
    _ = words.gettext
    columns = [
        (_("Account"), "identifier"),
        (_("Name"), "name"),
        (_("Payments"), "n_payments"),
        (in_parts(words, _("Your share")), "share"),
    ]
    return table(words, columns, held)


def inbox_table(answer: InboxAnswer, words: Words) -> Table:
    """Return a row for each thing that waits for a role."""
    _ = words.gettext
    columns = [
        (_("What"), "label"),
        (_("Name"), "value"),
        (_("Account"), "account"),
        (_("Records"), "n_records"),
        (_("Amount"), "amount"),
        (_("Currency"), "currency"),
        (_("Hours"), "hours"),
        (_("First"), "first_on"),
        (_("Last"), "last_on"),
        (_("Proposed role"), "proposal.name"),
        (_("Reason"), "proposal.reason"),
    ]
    return table(words, columns, answer.subjects)


def rule_table(answer: RulesAnswer, words: Words) -> Table:
    """Return a row for each rule, with how often it is used."""
    _ = words.gettext
    columns = [
        (_("Number"), "rule"),
        (_("Rule"), "text"),
        (_("Text"), "value"),
        (_("Role"), "role_name"),
        (_("Key of the role"), "role"),
        (_("Records"), "n_records"),
        (_("Last"), "last_on"),
    ]
    return table(words, columns, answer.rules)


def import_table(held: Iterable[ImportedFileLine], words: Words) -> Table:
    """Return a row for each file that was imported."""
    _ = words.gettext
    columns = [
        (_("Number"), "batch"),
        (_("When"), "made_at"),
        (_("File"), "name"),
        (_("Format"), "format"),
        (_("Read"), "n_read"),
        (_("New"), "n_new"),
        (_("Changed"), "n_changed"),
        (_("Known"), "n_known"),
        (_("Problems"), "n_problems"),
        (_("Undone"), "undone_at"),
    ]
    return table(words, columns, held)


def history_table(answer: HistoryAnswer, words: Words) -> Table:
    """Return a row for each change."""
    _ = words.gettext
    columns = [
        (_("Number"), "number"),
        (_("When"), "made_at"),
        (_("What"), "text"),
        (_("Detail"), "detail"),
        (_("Import"), "batch"),
        (_("Undone"), "undone_at"),
    ]
    return table(words, columns, answer.changes)


def double_table(answer: DoublesAnswer, words: Words) -> Table:
    """Return a row for each pair; the second of it is the one that would stay."""
    _ = words.gettext
    columns = [
        (_("What"), "double.kind"),
        (_("Number"), "double.one"),
        (_("Description"), "text"),
        (_("Number of what stays"), "double.into"),
        (_("What stays"), "into_text"),
    ]
    return table(words, columns, answer.doubles)


def known_table(answer: KnownAnswer, words: Words) -> Table:
    """Return a row for each account, tracker and calendar."""
    _ = words.gettext
    columns = [
        (_("What"), "kind_text"),
        (_("Name"), "label"),
        (_("From"), "since"),
        (_("To"), "until"),
        (_("Checked"), "checked"),
    ]
    return table(words, columns, answer.each)


def recurring_table(answer: RecurringAnswer, words: Words) -> Table:
    """Return a row for each thing that recurs."""
    _ = words.gettext
    columns = [
        (_("Number"), "id"),
        (_("What"), "title"),
        (_("Role"), "role_name"),
        (_("Key of the role"), "role"),
        (_("Amount or hours"), "figure"),
        (_("How often"), "rhythm"),
        (_("Start"), "starts_on"),
        (_("Next"), "next_on"),
    ]
    return table(words, columns, answer.lines)
