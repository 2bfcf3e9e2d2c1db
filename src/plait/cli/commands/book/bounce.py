"""plait bounce: read a mail that came back, and note whom it concerns."""

import sys

import click

from plait.cli import run

# What a mail server takes for "try again later" (EX_TEMPFAIL of sysexits.h).
_LATER = 75
# The notice and the headers of what came back; no mail is read whole that is large.
_MOST_BYTES = 1_000_000


@click.command(epilog="Example: plait bounce --to bounces+p12-abcd@example.org")
@click.option("--to", "recipient", default="", help="The address that it came back to.")
@run.as_command
def command(recipient: str, *, as_json: bool) -> None:
    """Read a mail that came back from the standard input, for a mail server.

    Nothing more goes to an address that is gone, until its person confirms it.
    """
    run.set_up()
    from django.db import Error

    from plait.accounts.mailing.bounces import note_bounce

    message = sys.stdin.buffer.read(_MOST_BYTES)
    try:
        was_noted = note_bounce(message, recipient=recipient, now=run.now())
    except Error:
        run.say("The database does not answer: try again later.", err=True)
        sys.exit(_LATER)
    if as_json:
        run.print_json({"noted": was_noted})
    elif was_noted:
        run.say("Noted: nothing more goes to that address until it is confirmed.")
    else:
        run.say("Let go: it names nobody here, or the mail is only late.")
