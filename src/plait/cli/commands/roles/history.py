"""plait role merge, split, key and archive: what became of a role."""

from datetime import datetime

import click

from plait.cli import run


@click.command(epilog="Example: plait role merge atlas-old atlas")
@click.argument("role")
@click.argument("into")
@run.as_command
def merge(role: str, into: str, *, as_json: bool) -> None:
    """Let everything of ROLE be of INTO, which then runs over both their times."""
    viewer = run.viewer()
    from plait.book.operations.role_history import merge_roles
    from plait.book.queries import role_keyed

    merged = merge_roles(
        viewer=viewer,
        role=role_keyed(viewer=viewer, key=role),
        into=role_keyed(viewer=viewer, key=into),
    )
    _say(merged.key, merged.name, as_json=as_json)


@click.command(epilog="Example: plait role split atlas --on 2026-01-01 --name 'Board'")
@click.argument("role")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="The first day of the second role.",
)
@click.option("--name", required=True, help="What the second role is called.")
@click.option("--organisation", default="", help="Where it is; the same if left out.")
@run.as_command
def split(
    role: str, on: datetime, name: str, organisation: str, *, as_json: bool
) -> None:
    """End ROLE on a day and let another go on from it with all that is later."""
    viewer = run.viewer()
    from plait.book.operations.role_history import split_role
    from plait.book.queries import role_keyed
    from plait.book.record_rows import role_from
    from plait.domain.schemas.role import ROLE
    from plait.domain.schemas.schema import changed

    held = role_keyed(viewer=viewer, key=role)
    values = {"name": name}
    if organisation:
        values["organisation.name"] = organisation
    to = changed(ROLE, role_from(held), values)
    new = split_role(viewer=viewer, role=held, on=on.date(), to=to)
    _say(new.key, new.name, as_json=as_json)


@click.command(epilog="Example: plait role key atlas atlas-south")
@click.argument("role")
@click.argument("key")
@run.as_command
def rename_key(role: str, key: str, *, as_json: bool) -> None:
    """Give ROLE another key, by which files and commands name it."""
    viewer = run.viewer()
    from plait.book.operations.role_history import change_key
    from plait.book.queries import role_keyed

    held = role_keyed(viewer=viewer, key=role)
    change_key(viewer=viewer, role=held, key=key)
    _say(held.key, held.name, as_json=as_json)


@click.command(epilog="Example: plait role archive atlas")
@click.argument("role")
@click.option("--show", is_flag=True, help="Show it in lists again.")
@run.as_command
def archive(role: str, show: bool, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Leave ROLE out of lists and choices; its history stays in every figure."""
    viewer = run.viewer()
    from plait.book.operations.role_history import archive_role
    from plait.book.queries import role_keyed

    held = role_keyed(viewer=viewer, key=role)
    archive_role(viewer=viewer, role=held, is_archived=not show)
    _say(held.key, held.name, as_json=as_json)


def _say(key: str, name: str, *, as_json: bool) -> None:
    if as_json:
        run.print_json({"key": key, "name": name})
        return
    _ = run.words().gettext
    saved = _("Saved: %(name)s (%(key)s).") % {"name": name, "key": key}
    run.say(f"{saved} {_('Undo it with: plait undo')}")
