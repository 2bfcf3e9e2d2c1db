"""plait time-off: days away, other weeks, and what goes off beside the roles."""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
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
@click.option("--note", default="", help="A note on the days away.")
@click.option("--season", help="Days with different hours to give, first..last.")
@click.option("--overhead", type=click.Choice([kind.value for kind in OverheadKind]))
@click.option(
    "--hours",
    help="Hours a week of the season or the overhead; of leave, how many of each day:"
    " 4, or 13:00-17:00.",
)
@run.day_option("--from", "The day an overhead begins; today if left out.")
@run.day_option("--to", "The first day without the overhead.")
@click.option(
    "--role", default="", help="Which role it is about; all or none if left out."
)
@click.option("--remove", type=int, metavar="N", help="Remove what is listed as N.")
@with_csv
@run.as_command
def command(*, as_json: bool, **options: Any) -> None:
    """List or change when you are away, and what else takes your time.

    --leave adds days away, --season different hours to give, --overhead the hours a
    week of travel, admin or rest. Only one of them, or --remove, at a time.
    """
    viewer = run.viewer()
    from plait.answers.hours.time_off import time_off_answer
    from plait.book.queries import answered_events, load_portfolio, saved_stretches
    from plait.cli.commands.options.time_off import change, refuse_several
    from plait.wording.words import words_for

    refuse_several(options)
    started: datetime | None = options.pop("from")
    ended: datetime | None = options.pop("to")
    options["starts"] = started.date() if started else run.today(viewer)
    options["ends"] = ended.date() if ended else None
    change(viewer, options)
    answer = time_off_answer(
        load_portfolio(viewer=viewer, on=run.today(viewer)),
        words_for(viewer.language),
        saved_stretches(viewer=viewer),
        answered_events(viewer=viewer),
    )
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.hours.time_off import print_time_off

    print_time_off(answer, words_for(viewer.language))
