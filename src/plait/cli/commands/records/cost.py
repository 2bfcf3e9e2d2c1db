"""plait cost: money that went out."""

from typing import Unpack

import click

from plait.cli import run
from plait.cli.commands.options.money import MoneyOptions, enter_money, money_options


@click.group(name="cost", epilog="Example: plait cost add 41.80 --role atlas")
def command() -> None:
    """Add what you spent; correct it with: plait payment."""


@command.command(
    epilog="Example: plait cost add 41.80 --role atlas --to NS --for train"
)
@click.option("--to", "payer", default="", help="Whom you paid.")
@money_options
@run.as_command
def add(amount: str, *, as_json: bool, **options: Unpack[MoneyOptions]) -> None:
    """Add money that went out for a role, or privately.

    AMOUNT is such as 41.80, 1,250.50 or £12; in your currency, unless another
    stands beside the number.
    """
    enter_money(amount, options, is_out=True, as_json=as_json)
