"""plait undo: undo the last change, another one, or an import as a whole."""

from typing import TYPE_CHECKING

import click

from plait.cli import run

if TYPE_CHECKING:
    from plait.accounts.models import Person


@click.command(epilog="Example: plait undo")
@click.argument("batch", type=int, required=False)
@click.option(
    "--change", type=int, help="Undo the change of this number (see plait history)."
)
@run.as_command
def command(batch: int | None, change: int | None, *, as_json: bool) -> None:
    """Undo the last change of your book, or the one you name.

    With a number, as in `plait undo 3`, everything that import number BATCH brought
    in is removed; later imports stay.
    """
    viewer = run.viewer()
    if batch is not None and change is None:
        _undo_import(viewer, batch, as_json=as_json)
    else:
        _undo_change(viewer, change, as_json=as_json)


def _undo_change(viewer: "Person", number: int | None, *, as_json: bool) -> None:
    from plait.book.imports.undo_change import undo_change
    from plait.book.queries.changes import (
        change_listed,
        change_numbered,
        last_change_of,
    )
    from plait.wording.records.history import undone_text

    held = (
        last_change_of(viewer=viewer)
        if number is None
        else change_numbered(viewer=viewer, number=number)
    )
    listed = change_listed(viewer=viewer, change=held)
    n = undo_change(viewer=viewer, change=held, now=run.now())
    if as_json:
        run.print_json({"change": held.number, "records": n})
    else:
        run.say(undone_text(run.words(), listed, n))


def _undo_import(viewer: "Person", batch: int, *, as_json: bool) -> None:
    from plait.book.imports.undo import undo_import
    from plait.book.queries import batch_numbered
    from plait.wording.records.history import undone_import_text

    held = batch_numbered(viewer=viewer, number=batch)
    undone = undo_import(viewer=viewer, batch=held, now=run.now())
    if as_json:
        counts = {"removed": undone.n_removed, "put_back": undone.n_put_back}
        run.print_json({"batch": batch, **counts})
    else:
        run.say(undone_import_text(run.words(), batch, *undone))
