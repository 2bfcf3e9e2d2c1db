"""plait payment: add, show and correct payments, whatever they came from."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from plait.cli import run
from plait.cli.commands.options.corrections import (
    refuse_unplaced,
    role_or_none,
    say_changed,
    show_record,
    to_role,
)
from plait.cli.commands.options.money import MoneyOptions, enter_money, money_options
from plait.domain.errors import PlaitError
from plait.domain.payment_kinds.kinds import PaymentKind

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Payment

_BY_PLAIT = "auto"
_SHARES = {"mine": 1000, "partner": 0, "account": None}


class FileExists(PlaitError):
    """A file that would be written over."""


class NoNumber(PlaitError):
    """An amount or a share that is no number."""


@click.group(name="payment", epilog="Example: plait payment show 12")
def command() -> None:
    """Add, show and correct payments; their numbers are in: plait records."""


@command.command(epilog='Example: plait payment add 950 --role atlas --from "De Linde"')
@click.option("--from", "payer", default="", help="Who paid it.")
@money_options
@run.as_command
def add(amount: str, *, as_json: bool, **options: Unpack[MoneyOptions]) -> None:
    """Add money that came in: AMOUNT such as 950, 1,250.50 or €41.80.

    It is in your currency, unless another stands beside the number. For what you
    spent see: plait cost add.
    """
    enter_money(amount, options, is_out=False, as_json=as_json)


@command.command(epilog="Example: plait payment show 12 --json")
@click.argument("number", type=int)
@run.as_command
def show(number: int, *, as_json: bool) -> None:
    """Show all that is known of a payment, and what was done to it."""
    viewer = run.viewer()
    [payment] = _payments(viewer, [number])
    _show(viewer, payment, as_json=as_json)


@command.command(epilog="Example: plait payment move 12 13 --role atlas")
@click.argument("numbers", type=int, nargs=-1, required=True)
@to_role
@run.as_command
def move(
    numbers: tuple[int, ...],
    role: str | None,
    private: bool,  # noqa: FBT001  # click hands options on by name
    *,
    as_json: bool,
) -> None:
    """Move payments to a role, whatever the rules say of others like them."""
    refuse_unplaced(role, private=private)
    viewer = run.viewer()
    from plait.book.operations.payments import move_payments

    held = _payments(viewer, numbers)
    n = move_payments(viewer=viewer, payments=held, role=role_or_none(viewer, role))
    _count(n, as_json=as_json)


@command.command(epilog="Example: plait payment split 12 --role board --amount 300")
@click.argument("number", type=int)
@click.option("--role", required=True, help="The role that a part is for.")
@click.option("--amount", required=True, help="How much is for it; 0 for nothing.")
@run.as_command
def split(number: int, role: str, amount: str, *, as_json: bool) -> None:
    """Let a part of a payment be another role's."""
    viewer = run.viewer()
    from plait.book.operations.payments import share_payment
    from plait.book.queries import role_keyed
    from plait.domain.money import Money

    [payment] = _payments(viewer, [number])
    minor = Money(_number(amount), payment.currency).minor
    sign = 1 if payment.amount_minor > 0 else -1
    held = role_keyed(viewer=viewer, key=role)
    share_payment(viewer=viewer, payment=payment, role=held, minor=sign * abs(minor))
    _show(viewer, payment, as_json=as_json)


@command.command(epilog="Example: plait payment share 12 50")
@click.argument("number", type=int)
@click.argument("share")
@run.as_command
def share(number: int, share: str, *, as_json: bool) -> None:
    """Say what of a payment is yours: mine, partner, or a percentage.

    "account" takes it back: it counts as its account does.
    """
    viewer = run.viewer()
    from plait.book.operations.payments import set_payment_share

    [payment] = _payments(viewer, [number])
    own = _SHARES[share] if share in _SHARES else round(_number(share) * 10)
    set_payment_share(viewer=viewer, payment=payment, share=own)
    _show(viewer, payment, as_json=as_json)


@command.command(epilog="Example: plait payment kind 12 loan")
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.argument(
    "kind", type=click.Choice([*(one.value for one in PaymentKind), _BY_PLAIT])
)
@run.as_command
def kind(numbers: tuple[int, ...], kind: str, *, as_json: bool) -> None:
    """Say what payments are: income, a cost, a loan, a refund, a transfer ...

    "auto" leaves it to Plait again. Only income counts as income.
    """
    viewer = run.viewer()
    from plait.book.operations.payments import set_payment_kind

    stated = None if kind == _BY_PLAIT else PaymentKind(kind)
    held = _payments(viewer, numbers)
    n = set_payment_kind(viewer=viewer, payments=held, kind=stated)
    _count(n, as_json=as_json)


@command.command(epilog="Example: plait payment attach 12 statement.xml")
@click.argument("number", type=int)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@run.as_command
def attach(number: int, file: Path, *, as_json: bool) -> None:
    """Keep a file with a payment, such as its receipt: 25 MB at most."""
    viewer = run.viewer()
    from django.conf import settings

    from plait.book.operations.attachments import attach_file, refuse_size

    [payment] = _payments(viewer, [number])
    refuse_size(file.stat().st_size, file.name)
    kept = attach_file(
        viewer=viewer,
        payment=payment,
        name=file.name,
        content=file.read_bytes(),
        now=run.now(),
        quota_bytes=settings.ATTACHMENT_QUOTA_BYTES,
    )
    if as_json:
        run.print_json({"file": kept.pk, "name": kept.name, "sha256": kept.sha256})
    else:
        values = {"n": kept.pk, "name": kept.name}
        run.say(run.words().gettext("File %(n)d, %(name)s, is kept.") % values)


@command.command(epilog="Example: plait payment files 12")
@click.argument("number", type=int)
@run.as_command
def files(number: int, *, as_json: bool) -> None:
    """List the files that are kept with a payment."""
    viewer = run.viewer()
    from plait.book.queries.attachments import attachments

    [payment] = _payments(viewer, [number])
    held = attachments(viewer=viewer, payment=payment)
    if as_json:
        run.print_json([{"file": f.pk, "name": f.name, "bytes": f.size} for f in held])
        return
    for one in held:
        run.say(f"{one.pk}  {one.name}  {one.size / 1_000_000:.1f} MB")
    if not held:
        run.say(run.words().gettext("No files are kept with this payment."))


@command.command(epilog="Example: plait payment attachment 1 --to receipt.pdf")
@click.argument("number", type=int)
@click.option("--to", type=click.Path(path_type=Path), help="Where to write it.")
@run.as_command
def attachment(number: int, to: Path | None, *, as_json: bool) -> None:
    """Write file NUMBER of a payment out, under its own name if none is given."""
    viewer = run.viewer()
    from plait.book.queries.attachments import attachment_of, content_of

    held = attachment_of(viewer=viewer, pk=number)
    place = to or Path(held.name)
    if place.exists():
        raise FileExists(
            "There is a file of this name already",
            value=str(place),
            fix="Name another one with --to.",
        )
    place.write_bytes(content_of(viewer=viewer, attachment=held))
    if as_json:
        run.print_json({"file": held.pk, "to": str(place), "sha256": held.sha256})
    else:
        run.say(run.words().gettext("Written to %(file)s.") % {"file": str(place)})


@command.command(epilog="Example: plait payment delete 12")
@click.argument("numbers", type=int, nargs=-1, required=True)
@run.as_command
def delete(numbers: tuple[int, ...], *, as_json: bool) -> None:
    """Remove payments; importing their statement again does not bring them back."""
    viewer = run.viewer()
    from plait.book.operations.payments import remove_payments

    n = remove_payments(viewer=viewer, payments=_payments(viewer, numbers))
    _count(n, as_json=as_json)


def _payments(viewer: "Person", numbers: Sequence[int]) -> "list[Payment]":
    from plait.book.queries.record_details import payments_of

    return payments_of(viewer=viewer, keys=list(numbers))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise NoNumber(
            "This is not a number",
            value=text,
            fix="Write it such as 300 or 49.95.",
        ) from error


def _show(viewer: "Person", payment: "Payment", *, as_json: bool) -> None:
    from plait.book.queries.record_details import payment_details

    show_record(payment_details(viewer=viewer, payment=payment), as_json=as_json)


def _count(n: int, *, as_json: bool) -> None:
    sentence = run.words().ngettext(
        "%(n)s payment changed.", "%(n)s payments changed.", n
    )
    say_changed("payments", n, sentence, as_json=as_json)
