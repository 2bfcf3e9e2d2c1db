"""plait known: until when is each account, tracker and calendar known?"""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait known")
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.day_option(
    "--entered-until",
    "Say until when all money you keep by hand is entered, such as 2026-06-30.",
)
@with_csv
@run.as_command
def command(
    on: datetime | None, entered_until: datetime | None, *, as_json: bool
) -> None:
    """See until when your accounts, hours and calendars are known.

    After that day nothing is taken for missing, late, short or zero. Days that no file
    covers and balances that do not follow each other are named.

    Money that you keep by hand is known to the last day you entered, unless you say
    with --entered-until that there was none since.
    """
    if entered_until:
        _say_entered(entered_until)
    context = run.context_on(on)
    from plait.answers.records.known import known_answer

    answer = known_answer(context)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.known import print_known

    print_known(answer, context.words)


def _say_entered(until: datetime) -> None:
    viewer, day = run.viewer(), until.date()  # sets up what is imported here
    from plait.book.operations.known import say_entered_until

    say_entered_until(viewer=viewer, until=day, today=run.today(viewer))
