"""plait agree: write down the terms of a role."""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.domain.roles import Clause

_TERMS = (
    "hours",
    "pay",
    "notice",
    "days",
    "clause",
    "opted_out",
    "on_call_counts",
    "to",
)


class NothingAgreed(PlaitError):
    """New terms were asked for and none named."""


@click.command(
    epilog="Example: plait agree atlas --hours 12/week --pay 85/hour --from 2026-12-01"
)
@click.argument("role")
@run.day_option(
    "--from",
    "The day the terms begin to hold; today if left out, the role's first day for"
    " its first terms.",
)
@run.day_option("--to", "The first day they no longer hold.")
@click.option("--hours", help="Agreed hours: 16/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Agreed pay: 85/hour, 640/day, 2950/month, 4000/fixed.")
@click.option("--notice", help="Notice period: 30d, 4w or 2m.")
@click.option("--days", help="Agreed days and times: 'mon-wed 9-17, thu 8:30-12:30'.")
@click.option("--clause", type=click.Choice([c.value for c in Clause]))
@click.option(
    "--opted-out/--not-opted-out",
    default=None,
    help="You agreed in writing to work more than 48 hours a week on average.",
)
@click.option(
    "--on-call-counts/--on-call-apart",
    default=None,
    help="Hours on call are hours worked, or stand apart.",
)
@run.as_command
def command(role: str, *, as_json: bool, **options: Any) -> None:
    """Write down new terms for ROLE; the earlier ones end where these begin.

    What no option names stays as it is in the terms before; "none" takes hours,
    pay, notice or days away.
    """
    if all(options[name] is None for name in _TERMS):
        raise NothingAgreed(
            "This says nothing of the terms",
            value=role,
            fix="Say what was agreed, as in --hours 12/week or --pay 85/hour; --help"
            " lists the rest.",
        )
    viewer = run.viewer()
    from plait.book.operations.roles import agree
    from plait.book.queries import role_keyed
    from plait.book.record_rows import role_from, terms_from
    from plait.cli.commands.options.terms import next_agreement
    from plait.domain.next_terms import first_day_of_next
    from plait.domain.period import Period

    held = role_keyed(viewer=viewer, key=role)
    known = role_from(held)
    started: datetime | None = options["from"]
    ended: datetime | None = options["to"]
    usual = first_day_of_next(known, run.today(viewer))
    start = started.date() if started else usual
    period = Period(start, ended.date() if ended else None)
    terms = next_agreement(known, period, viewer.currency, options)
    agreed = agree(viewer=viewer, role=held, terms=terms)
    if as_json:
        run.print_json({"role": held.key, "starts_on": agreed.starts_on.isoformat()})
        return
    from plait.cli.render.roles import print_agreed
    from plait.wording.words import words_for

    print_agreed(held.name, terms_from(agreed), words_for(viewer.language))
