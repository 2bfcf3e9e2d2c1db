"""The options of a command that makes and withdraws a secret address."""

from collections.abc import Callable
from typing import Any

import click

_OPTIONS = (
    click.option(
        "--new", is_flag=True, help="Make an address; an earlier one stops working."
    ),
    click.option("--revoke", is_flag=True, help="Make the address stop working."),
    click.option("--host", default="127.0.0.1", show_default=True),
    click.option("--port", default=8321, show_default=True),
)


def address_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a secret address, and of where the app answers."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
