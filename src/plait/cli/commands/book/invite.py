"""plait invite: an address that lets somebody join a server of several people."""

import click

from plait.cli import run
from plait.domain.errors import PlaitError


class AtHome(PlaitError):
    """Nobody joins a book on one's own machine."""


@click.command(epilog="Example: plait invite anna@example.org --steward")
@click.argument("email")
@click.option(
    "--steward", "makes_steward", is_flag=True, help="They look after this server."
)
@click.option(
    "--first",
    is_flag=True,
    help="Only where nobody looks after it yet; asked again, the same address.",
)
@click.option("--language", default="en", help="Of the invitation: en or nl.")
@run.as_command
def command(
    email: str, language: str, *, makes_steward: bool, first: bool, as_json: bool
) -> None:
    """Print the address that lets one person join, once, within a week.

    Whoever looks after a server invites from its page. This command is for the
    first of them.
    """
    run.set_up()
    from django.conf import settings

    from plait.accounts.invitations import (
        address_of,
        has_steward,
        invite,
        open_to_steward,
    )

    if not settings.SERVER:
        raise AtHome(
            "This is a book on one's own machine: nobody joins it",
            fix="On a server of several people, set PLAIT_SERVER first.",
        )
    run.prepare_database()
    makes_steward = makes_steward or first
    if first and has_steward():
        _say_that_it_is_looked_after(settings.SERVER_ADDRESS, as_json=as_json)
        return
    open_one = open_to_steward(email=email, now=run.now()) if first else None
    invitation = open_one or invite(
        viewer=None,
        email=email,
        language=language if language in dict(settings.LANGUAGES) else "en",
        makes_steward=makes_steward,
        now=run.now(),
    )
    if as_json:
        run.print_json({"link": address_of(invitation), "email": invitation.email})
    else:
        run.say(address_of(invitation))


def _say_that_it_is_looked_after(address: str, *, as_json: bool) -> None:
    if as_json:
        run.print_json({"link": None, "address": address})
    else:
        run.say(f"Somebody looks after this server already: {address}")
