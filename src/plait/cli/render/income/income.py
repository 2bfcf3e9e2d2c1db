"""Income as a page of text."""

from collections.abc import Iterator
from datetime import date

from rich.table import Table
from rich.text import Text

from plait.answers.income.awaited import UnexpectedPayment
from plait.answers.income.income import IncomeAnswer
from plait.answers.income.streams import StreamIncome, TotalIncome
from plait.cli.render.income.in_period import period_table
from plait.cli.render.income.taken import print_taken
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table, wrapped
from plait.wording.words import Words

_NO_FIGURE = "–"


def print_income(answer: IncomeAnswer, by: str, words: Words) -> None:
    """Print a line for each role, month or payer, and what did not come in."""
    if not answer.streams:
        console.print(wrapped(on_one_line(answer.sentence)))
        console.print(
            words.gettext(
                "Add it: plait payment add, or import a statement: plait import"
            )
        )
        return
    came = answer.in_period
    tables = {"role": _by_role, "month": _by_month, "payer": _by_payer}
    console.print()
    console.print(wrapped(on_one_line(f"{answer.sentence} {came.known}".strip())))
    console.print()
    if came.period.is_usual or by == "month":
        console.print(tables[by](answer, words))
    else:
        console.print(period_table(came, by, words))
    print_notes(*map(on_one_line, _notes(answer, by)))
    for one in answer.unexpected:
        _print_unexpected(one, words)
    print_taken(answer.not_counted, words)


def _by_role(answer: IncomeAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Stream"))
    headings = (_("Usual month"), _("Last 12 months"), _("Costs"), _("After costs"))
    for heading in (*headings, _("Swings")):
        rows.add_column(heading, justify="right")
    rows.add_column(_("As it came"), justify="right", style="dim")
    for stream in answer.streams:
        rows.add_row(Text(on_one_line(stream.name)), *_figures(stream, answer, words))
    if answer.total and len(answer.streams) > 1:
        rows.add_row(_("Together"), *_figures(answer.total, answer, words))
    return rows


def _figures(
    one: StreamIncome | TotalIncome, answer: IncomeAnswer, words: Words
) -> tuple[str, ...]:
    amounts = (one.usual_month, one.last_year, one.last_year_costs, one.last_year_net)
    return (*(_money(x, answer, words) for x in amounts), *_swings(one, words))


def _swings(one: StreamIncome | TotalIncome, words: Words) -> tuple[str, str]:
    """Return how months swing once spread and, where that is not the same, before."""
    if one.swing_as_it_came is None or one.swing is None:
        return _NO_FIGURE, ""
    after = words.percent(one.swing.deviation)
    before = words.percent(one.swing_as_it_came.deviation)
    return after, "" if before == after else before


def _by_month(answer: IncomeAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Month"))
    for heading in (_("Came in"), _("Spread"), _("Costs"), _("After costs")):
        rows.add_column(heading, justify="right")
    one = answer.total or answer.streams[0]
    series = (one.raw, one.spread, one.costs, one.net)
    each = zip(answer.months, one.is_known, *series, strict=True)
    for month, is_known, *amounts in each:
        cells = (_money(amount, answer, words) for amount in amounts)
        texts = cells if is_known else (_("not known"), *[""] * (len(series) - 1))
        rows.add_row(words.month(date.fromisoformat(f"{month}-01")), *texts)
    return rows


def _by_payer(answer: IncomeAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Payer"))
    for heading in (_("Last 12 months"), _("After costs"), _("Share")):
        rows.add_column(heading, justify="right")
    for heading in (_("Pays every"), _("Last"), _("Roles")):
        rows.add_column(heading)
    for one in answer.payers:
        rows.add_row(
            Text(on_one_line(one.payer) or _NO_FIGURE),
            _money(one.last_year, answer, words),
            _money(one.last_year_net, answer, words),
            words.percent(one.share),
            one.every_text or _NO_FIGURE,
            words.day(one.last_on),
            dim(", ".join(one.roles)),
        )
    return rows


def _money(amount: float, answer: IncomeAnswer, words: Words) -> str:
    return words.money(amount, answer.currency) if amount else _NO_FIGURE


def _notes(answer: IncomeAnswer, by: str) -> Iterator[str]:
    yield from answer.known
    if by == "payer":
        yield answer.payers_basis
        return
    yield answer.method
    for stream in answer.streams:
        yield from stream.notes
    yield f"{answer.watched.text} {answer.watched.next_text}".strip()


def _print_unexpected(one: UnexpectedPayment, words: Words) -> None:
    heading = words.gettext("%(role)s: %(what)s") % {
        "role": f"{one.name} ({one.payer})" if one.payer else one.name,
        "what": one.kind_text,
    }
    console.print(Text(on_one_line(heading), style="bold"))
    console.print(wrapped(on_one_line(one.text)))
    console.print()
