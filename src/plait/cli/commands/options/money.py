"""What commands that enter money share: how much, when, for which role, from whom."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

import click

from plait.cli import run
from plait.cli.commands.options.corrections import (
    refuse_unplaced,
    role_or_none,
    show_record,
    to_role,
)
from plait.domain.payment_kinds.kinds import PaymentKind

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Payment


class MoneyOptions(TypedDict):
    """What the options of `money_options` say."""

    role: str | None
    private: bool
    on: datetime | None
    payer: str
    what_for: str
    kind: str | None
    share: int | None


def money_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command AMOUNT and what is said of money that was paid."""
    for option in (
        click.option("--share", type=click.IntRange(0, 100), help="Yours, in percent."),
        click.option(
            "--kind",
            type=click.Choice([one.value for one in PaymentKind]),
            help="What it is, where that is not plain.",
        ),
        click.option("--for", "what_for", default="", help="What it was for."),
        run.day_option("--on", "The day it was paid; today if left out."),
        to_role,
        click.argument("amount"),
    ):
        function = option(function)
    return function


def enter_money(
    amount: str, options: MoneyOptions, *, is_out: bool, as_json: bool
) -> None:
    """Add money that came in, or went out, and show what was kept."""
    refuse_unplaced(options["role"], private=options["private"])
    viewer = run.viewer()
    payment = _added(viewer, amount, options, is_out=is_out)
    from plait.book.queries.record_details import payment_details

    show_record(payment_details(viewer=viewer, payment=payment), as_json=as_json)
    if not as_json:
        run.say(run.words().gettext("Undo it with: plait undo"))


def _added(
    viewer: "Person", amount: str, options: MoneyOptions, *, is_out: bool
) -> "Payment":
    from plait.book.operations.by_hand import add_payment, refuse_to_come
    from plait.formats.quick_entry.amounts import amount_of

    on = run.day_of(options["on"], viewer)
    refuse_to_come(on, run.today(viewer))
    money = amount_of(amount, viewer.currency)
    share = options["share"]
    return add_payment(
        viewer=viewer,
        role=role_or_none(viewer, options["role"]),
        on=on,
        amount=-money if is_out else money,
        payer=options["payer"],
        reference=options["what_for"],
        kind=PaymentKind(options["kind"]) if options["kind"] else None,
        share=None if share is None else share * 10,
    )
