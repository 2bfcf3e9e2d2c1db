"""plait records: which records does a figure rest on?"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.commands.options.period import period_option
from plait.domain.periods.choice import PeriodChoice
from plait.domain.selection import (
    RecordKind,
    RecordOrder,
    RecordState,
    Selection,
    Way,
    selection_from,
)

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.queries.recurring import Occurrence
    from plait.wording.words import Words


@click.command(
    epilog="Example: plait records --kind time --role atlas --from 2026-01-01"
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in RecordKind]),
    default=RecordKind.PAYMENTS.value,
    show_default=True,
    help="Which records.",
)
@click.option("--role", default="", help="Of this role alone, by its key.")
@click.option("--payer", default="", help="Paid by this payer, in any spelling.")
@period_option()
@run.day_option("--from", "The first day.")
@run.day_option("--to", "The first day that is left out.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in RecordState]),
    help="Those that wait for a role, have one, or are private; all if left out.",
)
@click.option("--currency", default="", help="In this currency alone, such as GBP.")
@click.option("--account", default="", help="Of this account, by its number or name.")
@click.option(
    "--source", default="", help="From this tracker or calendar; or: by-hand."
)
@click.option(
    "--way", type=click.Choice([way.value for way in Way]), help="What came in, or out."
)
@click.option(
    "--text", default="", help="With these words in it; an amount counts as a word."
)
@click.option(
    "--sort",
    type=click.Choice([order.value for order in RecordOrder]),
    default=RecordOrder.NEWEST.value,
    show_default=True,
    help="What the list begins with; name is the payer or the project.",
)
@click.option(
    "--page", type=click.IntRange(1), default=1, help="The next ones: 2, 3 and so on."
)
@click.option(
    "--csv", "as_csv", is_flag=True, help="Print all of them as CSV, for a spreadsheet."
)
@run.as_command
def command(
    page: int, *, as_csv: bool, as_json: bool, **narrowing: Any
) -> None:  # click's
    """List payments, hours, events or check-ins: search, narrow and sort them.

    These are the records that findings and figures rest on: the same list opens from
    "Why this?" on a page, and `plait review --json` names it under `records`.
    """
    viewer = run.viewer()
    from plait.answers.records.records import records_answer
    from plait.book import queries
    from plait.book.queries.record_lists.earlier import a_year_earlier
    from plait.book.queries.recurring_list import recurring_of
    from plait.cli.render.records import print_records
    from plait.wording.words import words_for

    selection = selection_from({name: _word(v) for name, v in narrowing.items()})
    on = run.today(viewer)
    basis = queries.period_basis(viewer=viewer, on=on, role=selection.role)
    selection, words = selection.dated(basis), words_for(viewer.language)
    recurring = recurring_of(viewer=viewer, selection=selection, basis=basis, on=on)
    if as_csv:
        _print_csv(viewer, selection, words, recurring)
        return
    found = queries.records(
        viewer=viewer, selection=selection, page=page, recurring=recurring
    )
    earlier = a_year_earlier(viewer=viewer, selection=selection, on=on)
    answer = records_answer(found, words, earlier)
    if as_json:
        run.print_answer(answer)
    else:
        print_records(answer, words)


def _print_csv(
    viewer: "Person",
    selection: Selection,
    words: "Words",
    recurring: "tuple[Occurrence, ...]",
) -> None:
    """Print every record of the selection, in the columns of the page's download."""
    from plait.answers.records.record_table import cells, headings
    from plait.book.queries.record_lists.pages import all_records
    from plait.formats.plait.csv_table import csv_lines

    kind = selection.kind
    found = all_records(viewer=viewer, selection=selection, recurring=recurring)
    rows = (cells(kind, one, words) for one in found)
    for line in csv_lines(headings(kind, words), rows):
        click.echo(line, nl=False)


def _word(value: str | datetime | PeriodChoice | None) -> str:
    if isinstance(value, PeriodChoice):
        return value.word
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value or ""
