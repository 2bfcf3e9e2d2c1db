"""plait restore: put a backup back."""

from pathlib import Path

import click

from plait.cli import run


@click.command(epilog="Example: plait restore plait-2026-11-21.sqlite3")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@run.as_command
def command(file: Path, *, as_json: bool) -> None:
    """Put the book back as it was when FILE was made by plait backup.

    The book that is here now is kept beside it. A backup of an older version is
    brought to this version's form; one of a newer version is refused.
    """
    run.set_up()
    from django.db import connection

    from plait.book.backup import book_file
    from plait.book.newest import known_migrations, migrate_file
    from plait.book.restore import Restoring

    book = book_file(connection.settings_dict)
    restoring = Restoring(file, book, run.now(), known_migrations())
    kept = restoring.run(migrate_file)
    if as_json:
        run.print_json({"book": str(book), "kept": str(kept) if kept else None})
        return
    run.say(f"The book of {file} is back in {book}.")
    run.say("Browsers have to sign in anew: plait link.")
    if kept:
        run.say(f"What was here before is kept in {kept}.")
