"""plait payer: names under which one payer pays."""

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.group(name="payer", epilog="Example: plait payer list")
def command() -> None:
    """List payers, and join two names of one."""


@command.command(name="list", epilog="Example: plait payer list --json")
@with_csv
@run.as_command
def list_payers(*, as_json: bool) -> None:
    """List payers with each name they pay under."""
    viewer = run.viewer()
    from plait.book.queries.payers import payers
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    held = payers(viewer=viewer)
    if as_json:
        from plait.answers.tables.records import payers_table

        run.print_json(
            [{"payer": payer, "names": dict(names)} for payer, names in held],
            payers_table(held, run.words()),
        )
        return
    words = run.words()
    rows = table(words.gettext("Payer"), words.gettext("Names"))
    for payer, names in held:
        listed = ", ".join(name for name, _n in names)
        rows.add_row(on_one_line(payer), on_one_line(listed))
    console.print(rows)


@command.command(epilog="Example: plait payer join 'Atlas Holding' 'Zorggroep Atlas'")
@click.argument("alias")
@click.argument("name")
@run.as_command
def join(alias: str, name: str, *, as_json: bool) -> None:
    """Let payments from ALIAS count as from NAME, in every figure and rule."""
    viewer = run.viewer()
    from plait.book.operations.payers import join_payers

    joined = join_payers(viewer=viewer, alias=alias, name=name)
    _say(joined.name, as_json=as_json)


@command.command(epilog="Example: plait payer part 'Atlas Holding'")
@click.argument("alias")
@run.as_command
def part(alias: str, *, as_json: bool) -> None:
    """Let ALIAS be a payer of its own again."""
    viewer = run.viewer()
    from plait.book.operations.payers import part_payer
    from plait.book.queries.payers import payer_alias

    held = payer_alias(viewer=viewer, alias=alias)
    part_payer(viewer=viewer, alias=held)
    _say(alias, as_json=as_json)


def _say(name: str, *, as_json: bool) -> None:
    if as_json:
        run.print_json({"payer": name})
        return
    _ = run.words().gettext
    run.say(f"{_('Saved: %(name)s.') % {'name': name}} {_('Undo it with: plait undo')}")
