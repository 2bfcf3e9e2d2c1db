"""plait people: who has an account on a server, for whoever runs its commands."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError


class NobodyElse(PlaitError):
    """On one's own machine there is nobody else."""


def several() -> None:
    """Set up; raise `NobodyElse` where this is no server of several people."""
    run.set_up()
    from django.conf import settings

    if not settings.SERVER:
        raise NobodyElse(
            "This is a book on one's own machine",
            fix="On a server of several people, set PLAIT_SERVER first.",
        )
    run.prepare_database()


@click.group(name="people", invoke_without_command=True, epilog="Example: plait people")
@click.pass_context
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """List who has an account on this server, by name, with their number."""
    if context.invoked_subcommand:
        return
    several()
    from plait.accounts.stewardship import people
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    found = people(viewer=None)
    if as_json:
        names = ("pk", "name", "is_active", "is_steward", "created_at", "leaves_at")
        run.print_json([{n: getattr(one, n) for n in names} for one in found])
        return
    rows = table("Number", "Name", "Since", "")
    for one in found:
        is_leaving = f"removed on {one.leaves_at:%Y-%m-%d}" if one.leaves_at else ""
        is_out = "" if one.is_active else "suspended"
        what = is_leaving or is_out or ("steward" if one.is_steward else "")
        since = f"{one.created_at:%Y-%m-%d}"
        rows.add_row(str(one.pk), on_one_line(one.name), since, what)
    console.print(rows)


@command.command(epilog="Example: plait people suspend 12")
@click.argument("number", type=int)
@run.as_command
def suspend(number: int, *, as_json: bool) -> None:
    """Let person NUMBER in no more; nothing of theirs is lost."""
    from plait.accounts.stewardship import suspend as suspend_person

    _do(suspend_person, number, as_json=as_json)


@command.command(name="let-in", epilog="Example: plait people let-in 12")
@click.argument("number", type=int)
@run.as_command
def let_in(number: int, *, as_json: bool) -> None:
    """Let person NUMBER in again."""
    from plait.accounts.stewardship import let_in_again

    _do(let_in_again, number, as_json=as_json)


@command.command(epilog="Example: plait people steward 12")
@click.argument("number", type=int)
@run.as_command
def steward(number: int, *, as_json: bool) -> None:
    """Let person NUMBER look after the server, where no steward can hand it over."""
    from plait.accounts.stewardship import make_steward

    _do(make_steward, number, as_json=as_json)


@command.command(epilog='Example: plait people delete 12 --because "Moved away."')
@click.argument("number", type=int)
@click.option("--because", required=True, help="Why; they read it.")
@run.as_command
def delete(number: int, because: str, *, as_json: bool) -> None:
    """Delete the account of person NUMBER after a week; they are told why."""

    def begin(*, viewer: None, pk: int, now: datetime) -> None:
        from plait.accounts.leaving.asking import delete_by_steward

        delete_by_steward(viewer=viewer, pk=pk, because=because, now=now)

    _do(begin, number, as_json=as_json)


@command.command(epilog="Example: plait people keep 12")
@click.argument("number", type=int)
@run.as_command
def keep(number: int, *, as_json: bool) -> None:
    """Let person NUMBER stay, whom a steward was about to delete."""
    from plait.accounts.leaving.asking import keep_by_steward

    _do(keep_by_steward, number, as_json=as_json)


def _do(operation: Callable[..., Any], number: int, *, as_json: bool) -> None:
    several()
    operation(viewer=None, pk=number, now=run.now())
    if as_json:
        run.print_json({"person": number, "done": True})
    else:
        run.say("Done.")
