"""plait role add-several: what somebody does, as on the first pages, in one line."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.commands.options.terms import NotUnderstood

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.starters import Ticked

_FIX = (
    "Write a word of --list and the hours a week, such as job=28 or job=28@3256/month."
)


@click.command(
    epilog="Example: plait role add-several job=28@3256/month board=3 mentor 'Choir=1.5'"
)
@click.argument("roles", nargs=-1)
@run.day_option("--since", "Since when; a year ago if left out.")
@click.option(
    "--list", "lists", is_flag=True, help="List what there is to choose from."
)
@run.as_command
def add_several(
    roles: tuple[str, ...], since: datetime | None, *, lists: bool, as_json: bool
) -> None:
    """Add several roles at once, each with its hours a week and usual terms.

    A name that --list does not have becomes an unpaid role of that name.
    """
    viewer = run.viewer()
    if lists or not roles:
        _list(as_json=as_json)
        return
    from plait.book.operations.taking_on import add_roles
    from plait.domain.starters import role_of, usual_since

    start = since.date() if since else usual_since(run.today(viewer))
    ticked = _coloured([_ticked(text, viewer, start) for text in roles], viewer)
    made = [role_of(one) for one in ticked]
    added = add_roles(viewer=viewer, roles=made)
    if as_json:
        run.print_json([{"key": role.key, "name": role.name} for role in added])
        return
    words = run.words()
    text = words.ngettext(
        "%(n)d role is in your book.", "%(n)d roles are in your book.", len(added)
    )
    run.say(text % {"n": len(added)} + " " + words.gettext("Undo it with: plait undo"))


def _list(*, as_json: bool) -> None:
    from plait.cli.render.terminal import console, table
    from plait.domain.starters import STARTERS

    words, offered = run.words(), [one for one in STARTERS if one.role]
    if as_json:
        run.print_json([{"key": one.key, "hours": f"{one.hours}"} for one in offered])
        return
    _ = words.gettext
    rows = table(_("Word"), _("What you do"), _("Hours a week"))
    for one in offered:
        rows.add_row(one.key, _(one.title), words.number(float(one.hours)))
    console.print(rows)


def _ticked(text: str, viewer: "Person", start: date) -> "Ticked":
    """Read job=28@3256/month: a word or a name, hours a week, pay."""
    from plait.cli.commands.options.terms import pay_per
    from plait.domain.starters import AT_LABELS, STARTERS, Ticked, starter_keyed

    rest, _at, paid = text.partition("@")
    name, _is, hours = rest.partition("=")
    starter = starter_keyed(name.strip()) or STARTERS[-1]
    own_name = starter.role or name.strip()
    if not own_name or own_name == "other":
        raise NotUnderstood("This is no role", value=text, fix=_FIX)
    pay, basis = pay_per(paid, viewer.currency) if paid else (None, starter.basis)
    _ = run.words().gettext
    at = AT_LABELS.get(starter.at)
    return Ticked(
        starter=starter,
        name=_(own_name) if starter.role else own_name,
        organisation=_(at) if at else viewer.name,
        since=start,
        hours=_hours(hours, text) if _is else starter.hours,
        basis=basis,
        pay=pay,
        colour=starter.colour,
    )


def _hours(text: str, whole: str) -> Decimal:
    try:
        hours = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        hours = Decimal(-1)
    if not hours.is_finite() or hours < 0:
        raise NotUnderstood("These are no hours a week", value=whole, fix=_FIX)
    return hours


def _coloured(ticked: list["Ticked"], viewer: "Person") -> list["Ticked"]:
    from dataclasses import replace

    from plait.book.queries import roles
    from plait.domain.starters import coloured

    used = [role.colour for role in roles(viewer=viewer)]
    colours = coloured([one.colour for one in ticked], used)
    return [replace(o, colour=c) for o, c in zip(ticked, colours, strict=True)]
