"""Tables of money: by role, by payer, by month, invoices and tax dates."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from plait.answers.income.income import IncomeAnswer
from plait.answers.income.invoices import InvoiceLine, InvoicesAnswer
from plait.answers.obligations.values import ObligationsAnswer
from plait.answers.tables.table import Table, cell, table, with_currency
from plait.wording.words import Words


def income_table(answer: IncomeAnswer, words: Words) -> Table:
    """Return a row for each role with money in the period, in the home currency."""
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("Came in"), "income"),
        (_("Costs"), "costs"),
        (_("Difference"), "change"),
        (_("Compared with"), "before_text"),
    ]
    found = table(words, columns, answer.in_period.roles)
    return with_currency(found, answer.currency, words)


def payer_table(answer: IncomeAnswer, words: Words) -> Table:
    """Return a row for each payer of the period, in the home currency."""
    _ = words.gettext
    columns = [
        (_("Payer"), "payer"),
        (_("Came in"), "income"),
        (_("Key of the role"), "roles"),
    ]
    found = table(words, columns, answer.in_period.payers)
    return with_currency(found, answer.currency, words)


def month_table(answer: IncomeAnswer, words: Words) -> Table:
    """Return a row for each month: what came in by role, and together.

    Of a period that somebody chose the months are those that begin in it.
    """
    _ = words.gettext
    total, period = answer.total, answer.in_period.period
    streams = answer.streams
    headings = [
        _("Month"),
        *(one.name for one in streams),
        *([_("Together"), _("Costs")] if total else []),
        _("Currency"),
    ]
    rows = [
        (
            month,
            *(cell(words, one.raw[place]) for one in streams),
            *(
                cell(words, one[place])
                for one in ((total.raw, total.costs) if total else ())
            ),
            answer.currency,
        )
        for place, month in enumerate(answer.months)
        if period.is_usual or f"{period.start:%Y-%m}" <= month < f"{period.end:%Y-%m}"
    ]
    return Table(tuple(headings), tuple(rows))


def expected_table(answer: IncomeAnswer, words: Words) -> Table:
    """Return a row for each payment that is missing, short, doubled or late."""
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("Payer"), "payer"),
        (_("Due on"), "due_on"),
        (_("Agreed"), "agreed"),
        (_("Came in"), "came"),
        (_("Currency"), "currency"),
        (_("What happened"), "kind_text"),
        (_("Explanation"), "text"),
    ]
    cents = {"agreed", "came"}
    return table(words, columns, answer.unexpected, cents=cents)


def invoice_table(answer: InvoicesAnswer, words: Words) -> Table:
    """Return a row for each invoice, those that are not paid first."""
    return invoice_rows((*answer.unpaid, *answer.paid), words)


def invoice_rows(lines: Iterable[InvoiceLine], words: Words) -> Table:
    """Return a row for each invoice, in their order."""
    _ = words.gettext
    columns = [
        (_("Number"), "number"),
        (_("Role"), "role_name"),
        (_("Key of the role"), "role"),
        (_("Issued on"), "issued_on"),
        (_("Due on"), "due_on"),
        (_("Amount"), "amount"),
        (_("Paid"), "settled"),
        (_("Left"), "remaining"),
        (_("Currency"), "currency"),
        (_("State"), "state_text"),
        (_("Paid on"), "paid_on"),
        (_("Days late"), "days_late"),
    ]
    return table(words, columns, lines)


def tax_table(answer: ObligationsAnswer, words: Words) -> Table:
    """Return a row for each tax date."""
    _ = words.gettext
    columns = [
        (_("Due on"), "due_on"),
        (_("What"), "title"),
        (_("From"), "period.start"),
        (_("Until, not included"), "period.end"),
        (_("Amount"), "amount"),
        (_("Roles"), "streams"),
        (_("Article"), "rule.article"),
        (_("Source"), "rule.source"),
    ]
    found = table(words, columns, answer.due)
    return with_currency(found, answer.currency, words)


TABLES: Mapping[str, Callable[[IncomeAnswer, Words], Table]] = MappingProxyType(
    {"role": income_table, "payer": payer_table, "month": month_table}
)
"""What came in, by what a row is of."""
