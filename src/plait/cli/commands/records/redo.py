"""plait redo: make an undone change again."""

import click

from plait.cli import run


@click.command(epilog="Example: plait redo")
@click.option(
    "--change", type=int, help="Its number, as plait history lists it; else the last."
)
@run.as_command
def command(change: int | None, *, as_json: bool) -> None:
    """Make the change again that was undone last, or the one of a number.

    An import is not made again: import its files once more.
    """
    viewer = run.viewer()
    from plait.book.imports.undo_change import redo_change
    from plait.book.queries.changes import change_listed, change_numbered, last_undone
    from plait.wording.records.history import redone_text

    held = (
        last_undone(viewer=viewer)
        if change is None
        else change_numbered(viewer=viewer, number=change)
    )
    n = redo_change(viewer=viewer, change=held)
    if as_json:
        run.print_json({"change": held.number, "records": n})
    else:
        listed = change_listed(viewer=viewer, change=held)
        run.say(redone_text(run.words(), listed))
