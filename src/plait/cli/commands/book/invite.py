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
@click.option("--language", default="en", help="Of the invitation: en or nl.")
@run.as_command
def command(email: str, language: str, *, makes_steward: bool, as_json: bool) -> None:
    """Print the address that lets one person join, once, within a week.

    Whoever looks after a server invites from its page. This command is for the
    first of them.
    """
    run.set_up()
    from django.conf import settings

    from plait.accounts.invitations import address_of, invite

    if not settings.SERVER:
        raise AtHome(
            "This is a book on one's own machine: nobody joins it",
            fix="On a server of several people, set PLAIT_SERVER first.",
        )
    run.prepare_database()
    invitation = invite(
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
