"""What came in over a period as a table, by role or by payer."""

from rich.table import Table
from rich.text import Text

from plait.answers.periods.income import IncomeInPeriod
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import dim, table
from plait.wording.words import Words

_NO_FIGURE = "–"


def period_table(answer: IncomeInPeriod, by: str, words: Words) -> Table:
    """Return a row for each payer, or for each role with its change."""
    _ = words.gettext
    if by == "payer":
        rows = table(_("Payer"))
        rows.add_column(_("Came in"), justify="right")
        rows.add_column(_("Roles"))
        for one in answer.payers:
            name = Text(on_one_line(one.payer) or _NO_FIGURE)
            roles = dim(", ".join(one.roles))
            rows.add_row(name, _money(one.income, answer, words), roles)
        return rows
    rows = table(_("Role"))
    rows.add_column(_("Came in"), justify="right")
    rows.add_column(_("Costs"), justify="right")
    rows.add_column(_("Difference"))
    for each in answer.roles:
        amounts = (_money(x, answer, words) for x in (each.income, each.costs))
        rows.add_row(Text(on_one_line(each.name)), *amounts, dim(each.change_text))
    return rows


def _money(amount: float, answer: IncomeInPeriod, words: Words) -> str:
    return words.money(amount, answer.currency) if amount else _NO_FIGURE
