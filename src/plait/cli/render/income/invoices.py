"""Invoices as a page of text."""

from rich.table import Table
from rich.text import Text

from plait.answers.income.invoices import InvoiceLine, InvoicesAnswer, InvoiceState
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.wording.words import Words


def print_invoices(answer: InvoicesAnswer, words: Words) -> None:
    """Print what is open, then what was paid, each with its evidence."""
    _ = words.gettext
    billed = answer.in_period
    if not (answer.unpaid or answer.paid):
        console.print(billed.sentence or _("No invoices yet: plait invoice add"))
        return
    console.print()
    if billed.sentence:
        console.print(wrapped(on_one_line(billed.sentence)))
    console.print(wrapped(on_one_line(answer.sentence)))
    if answer.unclear:
        console.print(wrapped(answer.unclear))
        console.print(dim(_("Say which: plait invoice paid NUMBER --payment DATE")))
    for title, lines in ((_("Not paid"), answer.unpaid), (_("Paid"), answer.paid)):
        if lines:
            console.print()
            console.print(Text(title, style="bold"))
            console.print(_table(lines))
    console.print()


def print_invoice(line: InvoiceLine) -> None:
    """Print one invoice as it is now."""
    console.print(_table((line,)))


def _table(lines: tuple[InvoiceLine, ...]) -> Table:
    rows = table()
    rows.add_column(overflow="fold")
    rows.add_column(overflow="fold")
    rows.add_column(justify="right", no_wrap=True)
    rows.add_column(overflow="fold")
    for line in lines:
        is_paid = line.state is InvoiceState.PAID
        state = "" if is_paid else line.state_text
        days = ", ".join(filter(None, (state, line.days_text, line.late_text)))
        name, role = on_one_line(line.name), on_one_line(line.role_name)
        rows.add_row(name, role, line.amount_text, days)
        for text in _more(line):
            rows.add_row("", "", "", dim(text))
    return rows


def _more(line: InvoiceLine) -> list[str]:
    """Return what paid it, how that is known, and what could have."""
    parts = [
        ": ".join((_of(part.text, part.payer), part.known_text)) for part in line.parts
    ]
    could_be = [
        f"{one.of}. {_of(one.text, one.payer)}  {one.payment}" for one in line.could_be
    ]
    return [*line.texts, *parts, *could_be]


def _of(text: str, payer: str) -> str:
    return f"{text}, {on_one_line(payer)}" if payer else text
