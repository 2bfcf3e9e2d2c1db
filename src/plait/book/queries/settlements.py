"""Invoices and payments as a person names them, to say which paid which."""

from datetime import date

from plait.accounts.models import Person
from plait.book.models import Invoice, Payment
from plait.book.queries.invoices import parts_by_payment
from plait.book.queries.lists import NotThere
from plait.domain.errors import PlaitError
from plait.domain.rules import plain
from plait.formats.plait import cells
from plait.formats.values import BadValue


class SeveralFit(PlaitError):
    """A name stands for more than one invoice or payment."""


def invoice_numbered(*, viewer: Person, number: str) -> Invoice:
    """Return the invoice of a number in any spelling; raise `NotThere`, `SeveralFit`.

    One without a number is named by its role's key and its day: atlas:2026-10-01.
    """
    held = Invoice.objects.filter(owner=viewer).select_related("role").order_by("pk")
    wanted = number.strip()
    found = [one for one in held if one.number and one.number == wanted]
    found = found or [
        one for one in held if one.number and plain(one.number) == plain(wanted)
    ]
    found = found or [
        one for one in held if f"{one.role.key}:{one.issued_on}" == wanted
    ]
    if not found:
        raise NotThere(
            "There is no invoice of that number",
            value=number,
            fix="See them with: plait invoices.",
        )
    if len(found) > 1:
        names = ", ".join(f"{one.role.key}:{one.issued_on}" for one in found)
        raise SeveralFit(
            "There is more than one invoice of that number",
            value=number,
            fix=f"Name one by its role and its day: {names}.",
        )
    return found[0]


def payment_named(*, viewer: Person, name: str) -> Payment:
    """Return the payment that a table of Plait's names; raise `NotThere`."""
    try:
        fingerprint = cells.fingerprint(name.strip())
    except BadValue:
        fingerprint = None
    held = Payment.objects.filter(owner=viewer)
    found = held.filter(fingerprint=fingerprint or 0).first()
    if found is None and fingerprint is not None:
        # A part of a payment that is split over roles stands for the payment.
        parts = parts_by_payment(viewer).items()
        whole = [pk for pk, some in parts if fingerprint in {one.key for one in some}]
        found = held.filter(pk__in=whole).first()
    if found is None:
        raise NotThere(
            "There is no such payment",
            value=name,
            fix="See the payments of an invoice with: plait invoices.",
        )
    return found


def payment_of_day(*, viewer: Person, invoice: Invoice, on: date) -> Payment:
    """Return the only payment of a day that may be for an invoice.

    Money of the invoice's role, else any that came in; raise `NotThere`, `SeveralFit`.
    """
    came_in = Payment.objects.filter(owner=viewer, booked_on=on, amount_minor__gt=0)
    found = list(came_in.filter(role=invoice.role)) or list(came_in)
    if not found:
        raise NotThere(
            "Nothing came in on this day", value=on.isoformat(), fix="Check the date."
        )
    if len(found) > 1:
        names = ", ".join(cells.written_fingerprint(one.fingerprint) for one in found)
        raise SeveralFit(
            "More than one payment came in on this day",
            value=on.isoformat(),
            fix=f"Name one of them: {names}.",
        )
    return found[0]
