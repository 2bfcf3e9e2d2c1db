"""plait inbox: what belongs to no role yet."""

import click

from plait.cli import run


@click.command(epilog="Example: plait inbox")
@run.as_command
def command(*, as_json: bool) -> None:
    """Show what belongs to no role yet, each with a proposed role if there is one."""
    viewer = run.viewer()
    from plait.answers.records.inbox import inbox_answer
    from plait.book.queries import confirmed_subjects, load_portfolio
    from plait.cli.render.inbox import print_inbox

    portfolio = load_portfolio(viewer=viewer, on=run.today(viewer))
    confirmed = confirmed_subjects(viewer=viewer)
    answer = inbox_answer(portfolio, run.words(), confirmed)
    if as_json:
        run.print_answer(answer)
    else:
        print_inbox(answer, run.words())
