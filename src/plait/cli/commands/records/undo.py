"""plait undo: take an import back whole."""

import click

from plait.cli import run


@click.command(epilog="Example: plait undo 3")
@click.argument("batch", type=int)
@run.as_command
def command(batch: int, *, as_json: bool) -> None:
    """Take back everything that import number BATCH brought; later ones stay."""
    viewer = run.viewer()
    from plait.book.imports.undo import undo_import
    from plait.book.queries import batch_numbered

    held = batch_numbered(viewer=viewer, number=batch)
    gone = undo_import(viewer=viewer, batch=held, now=run.now())
    if as_json:
        run.print_json({"batch": batch, "removed": gone})
    else:
        run.say(f"Import {batch} is undone: {gone:,} lines went.")
