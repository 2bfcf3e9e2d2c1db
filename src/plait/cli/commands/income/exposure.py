"""plait exposure: how exposed are the tasks of my roles to AI?"""

from datetime import datetime
from pathlib import Path

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

_MOST_BYTES = 5_000_000


class NoTable(PlaitError):
    """The file of a person's own exposures cannot be read as text."""


@click.command(epilog="Example: plait exposure --on 2026-06-30")
@click.option(
    "--table",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Your own full table as CSV: a column isco08, a column exposure from 0 to 1.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(table: Path | None, on: datetime | None, *, as_json: bool) -> None:
    """See how exposed the tasks of your roles are to AI, always with the range.

    Each role by its occupation, and the mix by hours and by income. Exposure of tasks
    is not a chance of losing work; raters disagree widely.
    """
    own = _own_table(table) if table else None
    context = run.context_on(on)
    from plait.answers.income.exposure import exposure_answer

    answer = exposure_answer(context, own)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.income.exposure import print_exposure

    print_exposure(answer, context.words)


def _own_table(path: Path) -> dict[str, float]:
    from plait.reference.occupations.exposure import own_table

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise NoTable(
                "This table is too large: it should have one line for each occupation",
                value=f"{path}: {path.stat().st_size:,} bytes",
                fix="Leave out everything else, to stay below 5 MB.",
            )
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise NoTable(
            "This file cannot be opened",
            value=str(path),
            fix="Check its name, and whether you may read it.",
        ) from error
    except UnicodeDecodeError as error:
        raise NoTable(
            "This file is not text in UTF-8",
            value=str(path),
            fix="Save the table as CSV in UTF-8.",
        ) from error
    return own_table(text.splitlines())
