"""plait imports: list the imports."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.commands.options import moments
from plait.cli.csv_option import with_csv
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Batch
    from plait.wording.words import Words

_FILES_NAMED = 3


@click.command(epilog="Example: plait imports")
@with_csv
@run.as_command
def command(*, as_json: bool) -> None:
    """List the imports, newest first, with what each brought in."""
    viewer = run.viewer()
    from plait.book.queries import batches

    listed = list(batches(viewer=viewer))
    if as_json:
        from plait.answers.tables.records import import_table
        from plait.book.queries.record_lists.imported import imported_files

        lines = imported_files(viewer=viewer)
        run.print_json(
            [_values(batch) for batch in listed], import_table(lines, run.words())
        )
    else:
        _print(listed, viewer, run.words())


def _values(batch: "Batch") -> dict[str, Any]:
    return {
        "batch": batch.number,
        "at": batch.created_at.isoformat(timespec="seconds"),
        "undone_at": batch.undone_at.isoformat() if batch.undone_at else None,
        "files": [
            {
                "path": file.name,
                "format": file.format,
                "read": file.n_read,
                "new": file.n_new,
                "changed": file.n_changed,
                "known": file.n_known,
                "problems": file.problems,
            }
            for file in batch.files.all()
        ],
    }


def _print(batches: "list[Batch]", viewer: "Person", words: "Words") -> None:
    from plait.cli.render.terminal import console, table

    _ = words.gettext
    if not batches:
        console.print(_("No imports yet. Import a file with: plait import FILE"))
        return
    rows = table(_("Number"), _("When"), _("Files"), right=_("New"))
    rows.add_column("")
    for batch in batches:
        files = list(batch.files.all())
        rows.add_row(
            str(batch.number),
            moments.local_text(batch.created_at, viewer),
            _names([on_one_line(file.name) for file in files], words),
            words.number(sum(file.n_new for file in files), 0),
            _("undone") if batch.undone_at else "",
        )
    console.print(rows)


def _names(names: list[str], words: "Words") -> str:
    """Return the first names, and how many more there are."""
    listed, n_more = ", ".join(names[:_FILES_NAMED]), len(names) - _FILES_NAMED
    if n_more <= 0:
        return listed
    more = words.ngettext("and %(n)d more", "and %(n)d more", n_more)
    return f"{listed} {more % {'n': n_more}}"
