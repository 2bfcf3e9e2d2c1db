"""plait invoice: add invoices, and say what has paid them."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.settlements import SettlementKind

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.income.invoices import InvoiceLine
    from plait.book.models import Invoice, Payment

_AMOUNT = re.compile(r"\d{1,13}(\.\d{1,3})?")
_KINDS = [kind.value for kind in SettlementKind if kind is not SettlementKind.REFUSED]
_PAYMENT = "A payment, by its day or by its name in `plait invoices --json`."


class NotAnAmount(PlaitError):
    """An amount is written in a way that nobody writes money."""


@click.group(name="invoice", epilog="Example: plait invoice paid 2026-014")
def command() -> None:
    """Add invoices, and say what has paid them."""


@command.command(
    epilog="Example: plait invoice add atlas 2946.67 --number 2026-014"
    " --issued 2026-11-02 --due 2026-12-02"
)
@click.argument("role")
@click.argument("amount")
@click.option("--number", default="", help="As the invoice has it.")
@click.option("--currency", help="Of the amount; yours if left out.")
@run.day_option("--issued", "The day it was written; today if left out.")
@run.day_option("--due", "Until when it is to be paid; its own day if left out.")
@run.as_command
def add(role: str, amount: str, *, as_json: bool, **options: Any) -> None:
    """Add an invoice of AMOUNT for ROLE."""
    viewer = run.viewer()
    from plait.book.operations.invoices import add_invoice
    from plait.book.queries import role_keyed
    from plait.domain.schemas.book_records import InvoiceRecord

    held = role_keyed(viewer=viewer, key=role)
    currency = (options["currency"] or viewer.currency).upper()
    issued = _day(options["issued"]) or run.today(viewer)
    record = InvoiceRecord(
        "command",
        role=held.key,
        amount=_money(amount, currency),
        issued_on=issued,
        due_on=_day(options["due"]) or issued,
        number=options["number"],
    )
    added = add_invoice(viewer=viewer, role=held, invoice=record)
    _show(viewer, added, as_json=as_json)


@command.command(epilog="Example: plait invoice paid 2026-014 --on 2026-11-28")
@click.argument("number")
@run.day_option("--on", "The day it was paid; today if left out.")
@click.option("--amount", help="How much of it; what is still to come if left out.")
@click.option("--payment", help=_PAYMENT)
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    default="payment",
    help="What settles it; a payment if left out.",
)
@run.as_command
def paid(number: str, *, as_json: bool, **options: Any) -> None:
    """Say that the invoice NUMBER is paid, or a part of it, and by which payment.

    Without any option what was taken for it is confirmed, or what is still to come
    counts as paid.
    """
    viewer = run.viewer()
    from plait.book.operations.settlements import mark_all_paid
    from plait.book.queries import invoice_numbered

    invoice = invoice_numbered(viewer=viewer, number=number)
    settlings = _settlings(viewer, invoice, options)
    mark_all_paid(viewer=viewer, invoice=invoice, settlings=settlings)
    _show(viewer, invoice, as_json=as_json)


@command.command(epilog="Example: plait invoice unpaid 2026-014 --payment 2026-11-28")
@click.argument("number")
@click.option("--payment", help=_PAYMENT)
@run.as_command
def unpaid(number: str, payment: str | None, *, as_json: bool) -> None:
    """Say that the invoice NUMBER is not paid after all, or not by one payment.

    What was taken for it is remembered as not for it.
    """
    viewer = run.viewer()
    from plait.book.operations.settlements import unmark_paid, unmark_payment
    from plait.book.queries import invoice_numbered, payment_named

    invoice, today = invoice_numbered(viewer=viewer, number=number), run.today(viewer)
    if payment:
        one = _payment(viewer, invoice, payment)
        unmark_payment(viewer=viewer, invoice=invoice, payment=one, noted_on=today)
    else:
        names = {part.payment for part in _line(viewer, invoice).parts} - {""}
        taken = [payment_named(viewer=viewer, name=name) for name in sorted(names)]
        unmark_paid(viewer=viewer, invoice=invoice, payments=taken, noted_on=today)
    _show(viewer, invoice, as_json=as_json)


@command.command(epilog="Example: plait invoice remove 2026-014")
@click.argument("number")
@run.as_command
def remove(number: str, *, as_json: bool) -> None:
    """Remove the invoice NUMBER."""
    viewer = run.viewer()
    from plait.book.operations.invoices import remove_invoice
    from plait.book.queries import invoice_numbered

    invoice = invoice_numbered(viewer=viewer, number=number)
    remove_invoice(viewer=viewer, invoice=invoice)
    if as_json:
        run.print_json({"removed": number})
    else:
        run.say(run.words().gettext("Removed."))


def _settlings(viewer: "Person", invoice: "Invoice", options: dict[str, Any]) -> Any:
    """Return what the options say settled an invoice."""
    from plait.book.operations.settlements import Settling
    from plait.book.queries import payment_named

    line, today = _line(viewer, invoice), run.today(viewer)
    kind, on = SettlementKind(options["kind"]), _day(options["on"])
    if options["amount"] or options["payment"] or on or kind != SettlementKind.PAYMENT:
        named = options["payment"]
        payment = _payment(viewer, invoice, named) if named else None
        amount = _amount(invoice, line, payment, options["amount"])
        day = None if payment else on or today
        return [Settling(amount, today, kind, payment, day)]
    return [
        Settling(
            Money(one.amount, invoice.currency),
            today,
            one.kind,
            payment_named(viewer=viewer, name=one.payment) if one.payment else None,
            None if one.payment else today,
        )
        for one in line.to_mark
    ]


def _amount(
    invoice: "Invoice", line: "InvoiceLine", payment: "Payment | None", text: str | None
) -> Money:
    """Return how much is settled: as written, else what is still to come of it."""
    if text:
        return _money(text, invoice.currency)
    rest = Money(line.remaining, invoice.currency).minor or invoice.amount_minor
    if payment is not None and payment.currency == invoice.currency:
        rest = min(rest, payment.amount_minor)
    return Money.from_minor(rest, invoice.currency)


def _payment(viewer: "Person", invoice: "Invoice", name: str) -> "Payment":
    from plait.book.queries import payment_named, payment_of_day

    try:
        on = date.fromisoformat(name.strip())
    except ValueError:
        return payment_named(viewer=viewer, name=name)
    return payment_of_day(viewer=viewer, invoice=invoice, on=on)


def _line(viewer: "Person", invoice: "Invoice") -> "InvoiceLine":
    """Return the invoice as it stands today."""
    from plait.answers.income.invoices import invoices_answer
    from plait.book.queries import invoice_rows, load_portfolio

    on = max(run.today(viewer), invoice.issued_on)
    answer = invoices_answer(load_portfolio(viewer=viewer, on=on), run.words())
    keys = [one.pk for one in invoice_rows(viewer=viewer)]
    index = keys.index(invoice.pk)
    return next(one for one in (*answer.unpaid, *answer.paid) if one.index == index)


def _show(viewer: "Person", invoice: "Invoice", *, as_json: bool) -> None:
    line = _line(viewer, invoice)
    if as_json:
        run.print_answer(line)
        return
    from plait.cli.render.income.invoices import print_invoice

    print_invoice(line)


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _money(text: str, currency: str) -> Money:
    """Return an amount, its decimals after a point or a comma."""
    plain = text.strip().replace(",", ".")
    if not _AMOUNT.fullmatch(plain):
        raise NotAnAmount(
            "This is not an amount of money",
            value=text,
            fix="Write it such as 600 or 600.50.",
        )
    return Money(Decimal(plain), currency)
