"""plait history: what has changed, and what can be undone?"""

import click

from plait.cli import run


@click.command(epilog="Example: plait history")
@click.option(
    "--page", type=click.IntRange(1), default=1, help="Older ones: 2, 3 and so on."
)
@run.as_command
def command(page: int, *, as_json: bool) -> None:
    """List the changes of your book, newest first; each can be undone and redone.

    Undo one with `plait undo --change NUMBER`. All are kept, however old.
    """
    viewer = run.viewer()
    from plait.answers.records.history import history_answer
    from plait.book.queries.changes import changes
    from plait.cli.render.history import print_history

    words = run.words()
    answer = history_answer(changes(viewer=viewer, page=page), words)
    if as_json:
        run.print_answer(answer)
    else:
        print_history(answer, words)
