"""plait undo: undo an import as a whole."""

import click

from plait.cli import run


@click.command(epilog="Example: plait undo 3")
@click.argument("batch", type=int)
@run.as_command
def command(batch: int, *, as_json: bool) -> None:
    """Remove everything that import number BATCH brought in; later imports stay."""
    viewer = run.viewer()
    from plait.book.imports.undo import undo_import
    from plait.book.queries import batch_numbered

    held = batch_numbered(viewer=viewer, number=batch)
    gone = undo_import(viewer=viewer, batch=held, now=run.now())
    if as_json:
        run.print_json({"batch": batch, "removed": gone})
    else:
        words = run.words()
        sentence = words.ngettext(
            "Import %(number)d is undone: %(n)s line removed.",
            "Import %(number)d is undone: %(n)s lines removed.",
            gone,
        )
        run.say(sentence % {"number": batch, "n": words.number(gone, 0)})
