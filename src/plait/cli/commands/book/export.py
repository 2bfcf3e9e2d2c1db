"""plait export: write everything out as open files."""

from pathlib import Path

import click

from plait.cli import run


@click.command(epilog="Example: plait export plait-2026-11-21")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@run.as_command
def command(folder: Path, *, as_json: bool) -> None:
    """Write everything your book holds into DIR, as files that any program reads.

    Importing DIR into an empty book gives the same picture again.
    """
    viewer = run.viewer()
    from plait.book.operations.export import export_book

    counts = export_book(viewer=viewer, folder=folder, today=run.today(viewer))
    if as_json:
        run.print_json({"folder": str(folder.resolve()), "rows": counts})
        return
    rows = ", ".join(f"{name} {n:,}" for name, n in counts.items())
    run.say(f"Your book is in {folder}: book.json and rows in {rows}.")
    run.say("README.txt says what is in each file.")
