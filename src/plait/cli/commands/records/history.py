"""plait history: what has changed, and what can be undone?"""

import click

from plait.cli import csv_option, run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait history")
@click.option(
    "--page", type=click.IntRange(1), default=1, help="Older ones: 2, 3 and so on."
)
@with_csv
@run.as_command
def command(page: int, *, as_json: bool) -> None:
    """List the changes of your book, newest first; each can be undone and redone.

    Undo one with `plait undo --change NUMBER`. All are kept, however old.
    """
    viewer = run.viewer()
    from plait.answers.records.history import history_answer
    from plait.book.queries.changes import all_changes, changes
    from plait.cli.render.history import print_history

    words = run.words()
    found = (
        all_changes(viewer=viewer)
        if csv_option.is_chosen()
        else changes(viewer=viewer, page=page)
    )
    answer = history_answer(found, words)
    if as_json:
        run.print_answer(answer)
    else:
        print_history(answer, words)
