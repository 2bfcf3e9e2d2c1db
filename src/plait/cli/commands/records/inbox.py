"""plait inbox: what belongs to no role yet."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.analysis.inbox.propose import Proposal
    from plait.domain.portfolio import Portfolio


@click.command(epilog="Example: plait inbox")
@run.as_command
def command(*, as_json: bool) -> None:
    """Show what waits for your word, each with a proposed role if there is one."""
    viewer = run.viewer()
    from plait.analysis.inbox.propose import propose
    from plait.book.queries import confirmed_subjects, load_portfolio

    portfolio = load_portfolio(viewer=viewer, on=run.today(viewer))
    proposals = propose(portfolio, confirmed_subjects(viewer=viewer))
    if as_json:
        run.print_json([_told(portfolio, one) for one in proposals])
    else:
        _show(portfolio, list(proposals))


def _told(portfolio: "Portfolio", one: "Proposal") -> dict[str, Any]:
    waiting = one.waiting
    return {
        "field": str(waiting.field),
        "value": waiting.value,
        "n_records": waiting.n_records,
        "minor": waiting.minor,
        "currency": waiting.currency,
        "hours": waiting.seconds / 3600,
        "first_on": waiting.first_on,
        "last_on": waiting.last_on,
        "proposed": _proposed(portfolio, one) or None,
        "because": one.reason.value if one.reason else None,
    }


def _show(portfolio: "Portfolio", proposals: list["Proposal"]) -> None:
    from rich.table import Table

    from plait.cli.render.terminal import console

    if not proposals:
        console.print("Nothing waits: everything belongs to a role or is private.")
        return
    table = Table("What", "", box=None, pad_edge=False)
    for heading in ("Times", "Sum", "Last"):
        table.add_column(heading, justify="right")
    table.add_column("Proposed role")
    for one in proposals:
        waiting = one.waiting
        table.add_row(
            str(waiting.field),
            on_one_line(waiting.value),
            str(waiting.n_records),
            _amount(one),
            str(waiting.last_on or ""),
            _proposed(portfolio, one),
        )
    console.print(table)
    first = proposals[0].waiting
    console.print(
        f"\nConfirm once, it is kept: plait assign {first.field} "
        f'"{first.value}" ROLE   (or --private)',
        markup=False,
    )


def _proposed(portfolio: "Portfolio", one: "Proposal") -> str:
    if one.role is not None:
        return portfolio.roles[one.role].key
    return "private" if one.reason else ""


def _amount(one: "Proposal") -> str:
    from plait.domain.money import Money

    if one.waiting.minor:
        return str(Money.from_minor(one.waiting.minor, one.waiting.currency))
    return f"{one.waiting.seconds / 3600:.1f} h" if one.waiting.seconds else ""
