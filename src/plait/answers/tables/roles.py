"""Tables of roles: how they feel, which could be, and all of one role's page."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from plait.answers.roles.proposals import RoleProposalsAnswer
from plait.answers.roles.role import RoleAnswer, Terms
from plait.answers.roles.wellbeing import WellbeingAnswer
from plait.answers.tables.money import invoice_rows
from plait.answers.tables.table import (
    Table,
    cell,
    in_hours,
    rounded,
    table,
    with_currency,
)
from plait.wording.words import Words


def wellbeing_table(answer: WellbeingAnswer, words: Words) -> Table:
    """Return a row for each role held: what it gives and takes, from 1 to 5."""
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("Gives (1 to 5)"), "gives.value"),
        (_("Gives at least"), "gives.low"),
        (_("Gives at most"), "gives.high"),
        (_("Pressure (1 to 5)"), "takes.value"),
        (_("Pressure at least"), "takes.low"),
        (_("Pressure at most"), "takes.high"),
        (_("Suggestion"), "suggestion_text"),
        (_("Check-ins"), "n_answers"),
        (_("Last"), "last_week_on"),
        (_("Received per hour"), "pay_an_hour"),
    ]
    found = table(words, columns, answer.roles, cents={"pay_an_hour"})
    return with_currency(found, answer.currency, words)


def proposals_table(answer: RoleProposalsAnswer, words: Words) -> Table:
    """Return a row for each role that could be."""
    _ = words.gettext
    columns = [
        (_("Role"), "name"),
        (_("Key"), "key"),
        (_("Organisation"), "organisation"),
        (_("Kind"), "kind_text"),
        (_("First"), "started_on"),
        (_("Last"), "last_on"),
        (in_hours(words, _("A week")), "hours_a_week"),
        (_("Pay a month"), "pay"),
        (_("Currency"), "currency"),
        (_("Key of the role"), "belongs_to"),
        (_("Reason"), "reason"),
    ]
    return table(words, columns, answer.proposals)


def role_weeks_table(answer: RoleAnswer, words: Words) -> Table:
    """Return a row for each week of the period, a year of them where none is chosen."""
    _ = words.gettext
    columns = [
        (_("Week of"), "week"),
        (in_hours(words, _("Worked")), "hours"),
        (in_hours(words, _("Agreed")), "agreed"),
        (in_hours(words, _("Above agreed")), "over"),
    ]
    pairs = zip(answer.weeks.weeks, answer.weeks.within, strict=True)
    return table(words, columns, (week for week, is_within in pairs if is_within))


def role_months_table(answer: RoleAnswer, words: Words) -> Table:
    """Return a row for each month of the period, with what came in before costs."""
    _, months = words.gettext, answer.months
    rows = (
        (month, cell(words, rounded(amount)))
        for month, amount, is_within in zip(
            months.months, months.amounts, months.within, strict=True
        )
        if is_within
    )
    found = Table((_("Month"), _("Came in")), tuple(rows))
    return with_currency(found, answer.currency, words)


def terms_table(terms: Iterable[Terms], words: Words) -> Table:
    """Return a row for each agreement, the newest first."""
    _ = words.gettext
    columns = [
        (_("From"), "starts_on"),
        (_("Until, not included"), "ends_on"),
        (_("Hours"), "hours"),
        (_("Days"), "week"),
        (_("Pay"), "pay"),
        (_("Notice"), "notice"),
        (_("Other work"), "clause"),
        (_("Working time"), "opt_out"),
    ]
    return table(words, columns, terms)


def _invoices(answer: RoleAnswer, words: Words) -> Table:
    return invoice_rows(answer.invoices, words)


def _leave(answer: RoleAnswer, words: Words) -> Table:
    _ = words.gettext
    columns = [(_("What"), "text"), (_("From"), "start"), (_("Days"), "days")]
    return table(words, columns, answer.leave)


ROLE_TABLES: Mapping[str, Callable[[RoleAnswer, Words], Table]] = MappingProxyType(
    {
        "role-weeks": role_weeks_table,
        "role-months": role_months_table,
        "role-terms": lambda answer, words: terms_table(answer.terms, words),
        "role-invoices": _invoices,
        "role-leave": _leave,
    }
)
"""What stands on a role's page beside lists of its records, by name."""
