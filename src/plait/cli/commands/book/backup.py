"""plait backup: copy the book into one file."""

from pathlib import Path

import click

from plait.cli import run


@click.command(epilog="Example: plait backup plait-2026-11-21.sqlite3")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
@run.as_command
def command(file: Path, *, as_json: bool, force: bool) -> None:
    """Copy the book into FILE, also while Plait is open.

    The copy is checked before it takes its name. It holds everything, of everybody
    who keeps a book here: keep it where only you can read it. On a server of several
    people a second file beside it says who left since, for restoring to heed.
    """
    run.set_up()
    from django.conf import settings
    from django.db import connection

    from plait.accounts.leaving import noted
    from plait.book.backup import back_up, book_file
    from plait.book.queries.server_state import LAST_BACKUP
    from plait.book.updating import refuse_newer_file

    book = book_file(connection.settings_dict)
    refuse_newer_file(book)
    size = back_up(book=book, to=file, force=force)
    noted.copy_to(noted.beside(file))
    if settings.SERVER:
        (Path(settings.PLAIT_HOME) / LAST_BACKUP).touch(mode=0o600)
    if as_json:
        run.print_json({"file": str(file.resolve()), "bytes": size})
    else:
        run.say(f"Your book is copied into {file} ({size / 1e6:,.1f} MB).")
        run.say(f"Put it back with: plait restore {file}")
