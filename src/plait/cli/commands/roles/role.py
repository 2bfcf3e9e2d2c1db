"""plait role: add and list roles."""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.roles import Clause, RoleKind


@click.group(name="role", epilog="Example: plait role list")
def command() -> None:
    """Add and list roles."""


@command.command(
    epilog="Example: plait role add Atlas --organisation 'Zorggroep Atlas'"
    " --kind contract --hours 16/week --pay 85/hour --from 2024-01-01 --notice 30d"
)
@click.argument("name")
@click.option(
    "--organisation", required=True, help="Employer, client, charity, school."
)
@click.option("--kind", type=click.Choice([k.value for k in RoleKind]), required=True)
@run.day_option("--from", "The day it began.")
@run.day_option("--to", "The first day it no longer holds.")
@click.option("--hours", help="Agreed hours: 16/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Agreed pay: 85/hour, 640/day, 2950/month, 4000/fixed.")
@click.option("--notice", help="Notice period: 30d, 4w or 2m.")
@click.option("--clause", type=click.Choice([c.value for c in Clause]), default="none")
@click.option("--unpaid", is_flag=True, help="The role brings in no money.")
@run.as_command
def add(name: str, *, as_json: bool, **told: Any) -> None:
    """Add a role called NAME, with what was agreed for it."""
    viewer = run.viewer()
    from plait.book.operations.limits import check_terms
    from plait.book.operations.roles import add_role, agree

    started: datetime | None = told["from"]
    ended: datetime | None = told["to"]
    start = started.date() if started else run.today(viewer)
    end = ended.date() if ended else None
    terms = _terms(start, end, viewer.currency, told)
    if terms is not None:
        check_terms(terms)  # before the role is there without them
    role = add_role(
        viewer=viewer,
        name=name,
        organisation=told["organisation"],
        kind=RoleKind(told["kind"]),
        started_on=start,
        ended_on=end,
        is_paid=not told["unpaid"],
    )
    if terms is not None:
        agree(viewer=viewer, role=role, terms=terms)
    if as_json:
        run.print_json({"key": role.key, "name": role.name})
    else:
        run.say(f"{role.name} is in your book as {role.key}.")


def _terms(start: Any, end: Any, currency: str, told: dict[str, Any]) -> Any:
    """Return the agreement the options describe, None if they describe none."""
    from plait.cli.terms import agreement

    if not any(told[name] for name in ("hours", "pay", "notice")) and (
        told["clause"] == "none"
    ):
        return None
    return agreement(
        start=start, end=end, currency=currency, kind=told["kind"], told=told
    )


@command.command(name="list", epilog="Example: plait role list --json")
@run.as_command
def list_roles(*, as_json: bool) -> None:
    """List roles with what was agreed."""
    viewer = run.viewer()
    from plait.book.queries import load_portfolio

    portfolio = load_portfolio(viewer=viewer, on=run.today(viewer))
    if as_json:
        from plait.formats.plait.book import role_as_told

        run.print_json([role_as_told(role) for role in portfolio.roles])
        return
    from plait.cli.render.roles import print_roles

    print_roles(portfolio)
