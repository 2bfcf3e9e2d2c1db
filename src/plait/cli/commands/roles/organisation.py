"""plait organisation: list, rename and join whom you work for."""

from typing import TYPE_CHECKING

import click

from plait.cli import run

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Organisation


@click.group(name="organisation", epilog="Example: plait organisation list")
def command() -> None:
    """List, rename and join the organisations that your roles are at."""


@command.command(name="list", epilog="Example: plait organisation list --json")
@run.as_command
def list_organisations(*, as_json: bool) -> None:
    """List organisations with their roles."""
    viewer = run.viewer()
    from plait.book.queries.organisations import organisations
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    held = organisations(viewer=viewer)
    if as_json:
        run.print_json(
            [{"name": name, "roles": list(roles)} for name, roles in held.items()]
        )
        return
    words = run.words()
    rows = table(words.gettext("Organisation"), words.gettext("Roles"))
    for name, roles in held.items():
        rows.add_row(on_one_line(name), on_one_line(", ".join(roles)))
    console.print(rows)


@command.command(epilog="Example: plait organisation rename Atlas 'Atlas South'")
@click.argument("organisation")
@click.argument("name")
@run.as_command
def rename(organisation: str, name: str, *, as_json: bool) -> None:
    """Rename an organisation for every role at it, in all of its history."""
    viewer = run.viewer()
    from plait.book.operations.organisations import rename_organisation

    held = _named(viewer, organisation)
    renamed = rename_organisation(viewer=viewer, organisation=held, name=name)
    _say(renamed, as_json=as_json)


@command.command(epilog="Example: plait organisation join 'Atlas' 'Zorggroep Atlas'")
@click.argument("organisation")
@click.argument("into")
@run.as_command
def join(organisation: str, into: str, *, as_json: bool) -> None:
    """Let every role at ORGANISATION be at INTO, for they are one."""
    viewer = run.viewer()
    from plait.book.operations.organisations import join_organisations

    joined = join_organisations(
        viewer=viewer,
        organisation=_named(viewer, organisation),
        into=_named(viewer, into),
    )
    _say(joined, as_json=as_json)


def _named(viewer: "Person", name: str) -> "Organisation":
    from plait.book.queries.organisations import organisation_named

    return organisation_named(viewer=viewer, name=name)


def _say(organisation: "Organisation", *, as_json: bool) -> None:
    if as_json:
        run.print_json({"name": organisation.name})
        return
    _ = run.words().gettext
    saved = _("Saved: %(name)s.") % {"name": organisation.name}
    run.say(f"{saved} {_('Undo it with: plait undo')}")
