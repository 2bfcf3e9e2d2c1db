"""`--csv`: a command's answer as a table for a spreadsheet, as its page downloads it."""

import functools
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from plait.answers.tables.table import Table

_is_chosen: ContextVar[bool] = ContextVar("prints_csv", default=False)


def with_csv(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--csv`; it answers as it does for JSON, and prints a table."""

    @functools.wraps(command)
    def run(*args: Any, as_csv: bool, as_json: bool, **options: Any) -> None:
        before = _is_chosen.set(as_csv)
        try:
            command(*args, as_json=as_json or as_csv, **options)
        finally:
            _is_chosen.reset(before)

    return click.option(
        "--csv", "as_csv", is_flag=True, help="Print a table as CSV, for a spreadsheet."
    )(run)


def is_chosen() -> bool:
    """Return whether the command that runs is to print a table."""
    return _is_chosen.get()


def print_table(table: "Table") -> None:
    """Print a table; no text of it is a formula."""
    from plait.formats.plait.csv_table import csv_lines

    for line in csv_lines(table.headings, table.rows):
        click.echo(line, nl=False)
