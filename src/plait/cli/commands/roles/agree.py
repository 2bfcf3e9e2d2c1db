"""plait agree: write down the terms of a role."""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.roles import Clause


@click.command(
    epilog="Example: plait agree atlas --hours 12/week --pay 85/hour --from 2026-12-01"
)
@click.argument("role")
@run.day_option("--from", "The day the terms begin to hold; today if left out.")
@run.day_option("--to", "The first day they no longer hold.")
@click.option("--hours", help="Agreed hours: 16/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Agreed pay: 85/hour, 640/day, 2950/month, 4000/fixed.")
@click.option("--notice", help="Notice period: 30d, 4w or 2m.")
@click.option("--days", help="Agreed days and times: 'mon-wed 9-17, thu 8:30-12:30'.")
@click.option("--clause", type=click.Choice([c.value for c in Clause]), default="none")
@click.option(
    "--opted-out",
    is_flag=True,
    help="You agreed in writing to work more than 48 hours a week on average.",
)
@run.as_command
def command(role: str, *, as_json: bool, **told: Any) -> None:
    """Write down new terms for ROLE; the earlier ones end where these begin."""
    viewer = run.viewer()
    from plait.book.operations.roles import agree
    from plait.book.queries import role_keyed
    from plait.cli.terms import agreement

    held = role_keyed(viewer=viewer, key=role)
    started: datetime | None = told["from"]
    ended: datetime | None = told["to"]
    terms = agreement(
        start=started.date() if started else run.today(viewer),
        end=ended.date() if ended else None,
        currency=viewer.currency,
        kind=held.kind,
        told=told,
    )
    kept = agree(viewer=viewer, role=held, terms=terms)
    if as_json:
        run.print_json({"role": held.key, "starts_on": kept.starts_on.isoformat()})
    else:
        run.say(f"These terms for {held.name} hold from {kept.starts_on}.")
