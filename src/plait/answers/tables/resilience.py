"""Tables of what an income depends on, and how long money lasts without a part of it."""

from plait.answers.concentration import ConcentrationAnswer, SharesAnswer
from plait.answers.income.exposure import ExposureAnswer
from plait.answers.stress import ScenarioAnswer, StressAnswer
from plait.answers.tables.table import (
    Column,
    Table,
    cell,
    in_hours,
    in_parts,
    table,
    with_currency,
)
from plait.wording.words import Words

_CENTS = frozenset({"one_in_ten.short_by", "median.short_by", "income"})


def concentration_table(answer: ConcentrationAnswer, words: Words) -> Table:
    """Return a row for each payer, sector, occupation, place and cause."""
    _ = words.gettext
    columns = [
        (_("Name"), "name"),
        (_("Title"), "title"),
        (in_parts(words, _("Share of income")), "share"),
        (_("Keys of the roles"), "roles"),
    ]
    found = [(one.label, table(words, columns, one.groups)) for one in answer.by]
    headings = (_("Counted by"), *(heading for heading, _path in columns))
    rows = ((label, *row) for label, of in found for row in of.rows)
    return Table(headings, tuple(rows))


def shares_table(answer: SharesAnswer, words: Words) -> Table:
    """Return a row for each share, the largest first."""
    rows = ((str(n), cell(words, one)) for n, one in enumerate(answer.shares, start=1))
    _ = words.gettext
    return Table((_("Number"), in_parts(words, _("Share"))), tuple(rows))


def exposure_table(answer: ExposureAnswer, words: Words) -> Table:
    """Return a row for each role, then one for each mix of them."""
    _ = words.gettext
    columns: list[Column] = [
        (_("Role"), "name"),
        (_("Key of the role"), "role"),
        (_("Occupation"), "occupation"),
        (_("Code of the occupation"), "isco08"),
        (in_parts(words, _("Exposure")), "exposure.mean"),
        (in_parts(words, _("At least")), "exposure.low"),
        (in_parts(words, _("At most")), "exposure.high"),
        (in_hours(words, _("Worked")), "hours"),
        (_("Came in"), "income"),
    ]
    roles = table(words, columns, answer.roles, cents=_CENTS)
    mixes = (
        (_("All roles, by hours"), answer.by_hours),
        (_("All roles, by income"), answer.by_income),
    )
    rows = tuple(
        (
            name,
            "",
            "",
            "",
            *(cell(words, n) for n in (of.mean, of.low, of.high)),
            "",
            "",
        )
        for name, of in mixes
        if of is not None
    )
    whole = Table(roles.headings, (*roles.rows, *rows))
    return with_currency(whole, answer.currency, words)


def stress_table(answer: StressAnswer, words: Words) -> Table:
    """Return a row for each scenario, as things are first; of a single one its months.

    Months are empty where money lasts beyond all that are looked at.
    """
    if len(answer.scenarios) == 1 and answer.scenarios[0].one_in_ten.income:
        return _months_table(answer.scenarios[0], answer, words)
    _ = words.gettext
    columns = [
        (_("What happens"), "title"),
        (_("Key"), "scenario"),
        (_("Keys of the roles"), "roles"),
        (in_parts(words, _("Share of income lost")), "lost"),
        (_("Months that money lasts, in one of ten futures"), "one_in_ten.months"),
        (_("Money runs out, in one of ten futures"), "one_in_ten.first_short"),
        (_("Short in that month, in one of ten futures"), "one_in_ten.short_by"),
        (_("Months that money lasts, in the middle future"), "median.months"),
        (_("Money runs out, in the middle future"), "median.first_short"),
        (_("Short in that month, in the middle future"), "median.short_by"),
        (in_parts(words, _("Chance within a year")), "within_year"),
        (in_parts(words, _("Chance within two years")), "within_two_years"),
    ]
    rows = (answer.present, *answer.scenarios)
    found = table(words, columns, rows, cents=_CENTS)
    return with_currency(found, answer.currency, words)


def _months_table(one: ScenarioAnswer, answer: StressAnswer, words: Words) -> Table:
    """Return a row for each month of a scenario, counted from 1."""
    _ = words.gettext
    bad, middle = one.one_in_ten, one.median
    headings = (
        _("Month"),
        _("Comes in, in one of ten futures"),
        _("Left, in one of ten futures"),
        _("Comes in, in the middle future"),
        _("Left, in the middle future"),
    )
    each = zip(bad.income, bad.balance, middle.income, middle.balance, strict=True)
    rows = (
        (str(number), *(cell(words, amount) for amount in amounts))
        for number, amounts in enumerate(each, start=1)
    )
    return with_currency(Table(headings, tuple(rows)), answer.currency, words)
