"""plait inbox: what belongs to no role yet."""

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait inbox --out")
@click.option("--out", "is_out", is_flag=True, help="Money that went out, only.")
@with_csv
@run.as_command
def command(is_out: bool, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Show what belongs to no role yet, each with a proposed role if there is one."""
    viewer = run.viewer()
    from plait.answers.records.inbox import inbox_answer
    from plait.book.queries.inbox import inbox
    from plait.cli.render.inbox import print_inbox

    on = run.today(viewer)
    held = inbox(viewer=viewer, on=on, is_out=is_out)
    answer = inbox_answer(held, run.words(), on, is_out=is_out)
    if as_json:
        run.print_answer(answer)
    else:
        print_inbox(answer, run.words())
