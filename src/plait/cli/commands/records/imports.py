"""plait imports: list the imports."""

import click

from plait.cli import run
from plait.cli.render.sanitise import on_one_line


@click.command(epilog="Example: plait imports")
@run.as_command
def command(*, as_json: bool) -> None:
    """List the imports, newest first, with what each brought."""
    viewer = run.viewer()
    from plait.book.queries import batches

    held = list(batches(viewer=viewer))
    told = [
        {
            "batch": batch.number,
            "at": batch.created_at.isoformat(timespec="seconds"),
            "undone_at": batch.undone_at.isoformat() if batch.undone_at else None,
            "files": [
                {
                    "path": file.name,
                    "format": file.format,
                    "read": file.n_read,
                    "new": file.n_new,
                    "known": file.n_known,
                    "problems": file.problems,
                }
                for file in batch.files.all()
            ],
        }
        for batch in held
    ]
    if as_json:
        run.print_json(told)
        return
    from rich.table import Table

    from plait.cli.render.terminal import console

    if not told:
        console.print("No imports yet. Bring in a file with: plait import FILE")
        return
    table = Table("Import", "When", "Files", box=None, pad_edge=False)
    table.add_column("New", justify="right")
    table.add_column("")
    for batch in held:
        files = list(batch.files.all())
        names = ", ".join(on_one_line(file.name) for file in files[:3])
        more = f" and {len(files) - 3} more" if len(files) > 3 else ""
        table.add_row(
            str(batch.number),
            f"{batch.created_at:%Y-%m-%d %H:%M}",
            names + more,
            f"{sum(file.n_new for file in files):,}",
            "undone" if batch.undone_at else "",
        )
    console.print(table)
