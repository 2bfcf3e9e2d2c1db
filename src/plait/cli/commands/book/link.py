"""plait link: a new one-time sign-in link."""

import click

from plait.cli import run


@click.command(epilog="Example: plait link --port 8321")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8321, show_default=True)
@run.as_command
def command(host: str, port: int, *, as_json: bool) -> None:
    """Make a link that signs you in once, within half an hour."""
    from plait.cli.address import sign_in_address

    address = sign_in_address(run.viewer(), host, port)
    if as_json:
        run.print_json({"link": address})
    else:
        run.say(address)
