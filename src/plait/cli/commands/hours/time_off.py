"""plait time-off: days away, other weeks, and what goes off beside the roles."""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.availability import AbsenceKind, OverheadKind


@click.command(
    name="time-off", epilog="Example: plait time-off --leave 2026-07-20..2026-08-09"
)
@click.option(
    "--leave", help="Days away: the first and the last, 2026-07-20..2026-08-09."
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in AbsenceKind]),
    default="leave",
    help="What the days away are.",
)
@click.option("--note", default="", help="A note to the days away.")
@click.option("--season", help="Days with other hours to give, first..last.")
@click.option("--overhead", type=click.Choice([kind.value for kind in OverheadKind]))
@click.option("--hours", help="Hours a week of the season or the overhead.")
@run.day_option("--from", "The day an overhead begins; today if left out.")
@run.day_option("--to", "The first day without the overhead.")
@click.option("--role", default="", help="The role that it is about; else all or none.")
@click.option("--remove", type=int, metavar="N", help="Remove what is listed as N.")
@run.as_command
def command(*, as_json: bool, **told: Any) -> None:
    """List or note when you are away, and what else takes your time.

    --leave notes days away, --season other hours to give, --overhead the hours a
    week of travel, admin or rest. Only one of them, or --remove, at a time.
    """
    viewer = run.viewer()
    from plait.cli.time_off import change, only_one, rows

    only_one(told)
    started: datetime | None = told.pop("from")
    ended: datetime | None = told.pop("to")
    told["starts"] = started.date() if started else run.today(viewer)
    told["ends"] = ended.date() if ended else None
    change(viewer, told)
    listed = list(rows(viewer))
    if as_json:
        run.print_json(listed)
        return
    from rich.table import Table

    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console

    table = Table("N", "What", "First day", "Last day", box=None, pad_edge=False)
    for heading in ("Hours a week", "Role", "Note"):
        table.add_column(heading)
    for one in listed:
        table.add_row(*("" if v is None else on_one_line(str(v)) for v in one.values()))
    console.print(table if listed else "Nothing noted yet: see plait time-off --help.")
