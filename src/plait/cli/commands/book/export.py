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
    from plait.accounts.audit import note
    from plait.book.operations.export import export_book
    from plait.domain.audit import Act

    note(owner=viewer, act=Act.EXPORTED, details={"how": "command"}, now=run.now())
    counts = export_book(viewer=viewer, folder=folder, today=run.today(viewer))
    if as_json:
        run.print_json({"folder": str(folder.resolve()), "rows": counts})
        return
    from plait.wording.words import words_for

    words = words_for(viewer.language)
    rows = ", ".join(f"{name} {words.number(n, 0)}" for name, n in counts.items())
    text = words.gettext("Your book is in %(folder)s: book.json, and rows in %(rows)s.")
    run.say(text % {"folder": folder, "rows": rows})
    run.say(words.gettext("README.txt says what is in each file."))
