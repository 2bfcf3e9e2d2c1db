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
    brought to this version's form; one of a newer version is refused. On a server of
    several people, whoever deleted their account since is removed again.
    """
    run.set_up()
    from django.db import connection

    from plait.accounts.leaving import noted
    from plait.accounts.leaving.after_restore import leave_again, shut_in
    from plait.book.backup import book_file
    from plait.book.newest import known_migrations, migrate_file
    from plait.book.restore import Restoring

    book = book_file(connection.settings_dict)
    restoring = Restoring(file, book, run.now(), known_migrations())
    noted.take_over(noted.beside(file))
    kept = restoring.run(
        lambda staged: migrate_file(
            staged, then=lambda alias: shut_in(alias=alias, now=run.now())
        )
    )
    connection.close()
    n_removed = leave_again(now=run.now())
    if as_json:
        answer = {"book": str(book), "kept": str(kept) if kept else None}
        run.print_json({**answer, "removed_again": n_removed})
        return
    run.say(f"The book of {file} is back in {book}.")
    run.say("Browsers have to sign in anew: plait link.")
    if n_removed:
        run.say(f"People who had left, and were removed again: {n_removed}.")
    if kept:
        run.say(f"What was here before is kept in {kept}.")
