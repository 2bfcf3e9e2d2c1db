"""Takes invoices of a Plait file, and what settled them."""

from collections.abc import Sequence
from typing import Any

from plait.book.imports.book_file.record_common import RecordIntake, name_fingerprint
from plait.book.models import Invoice, Payment, Settlement
from plait.book.operations.invoices import add_invoice, pay_in_full
from plait.domain.errors import PlaitError
from plait.domain.schemas.book_records import InvoiceRecord, SettlementRecord
from plait.formats.plait import cells


class NoSuchInvoice(PlaitError):
    """A settlement names an invoice that is not in the book, or more than one."""


class InvoiceIntake(RecordIntake[InvoiceRecord]):
    """Takes invoices; known by their role, day, number and amount.

    Of one that is known only that it was paid is news, unless something is said of
    that already.
    """

    kind = "invoices"
    model = Invoice

    def _names(self, entry: InvoiceRecord) -> tuple[object, ...]:
        return entry.role, entry.issued_on, entry.number, entry.amount.minor

    def _add(self, entry: InvoiceRecord) -> None:
        role = self._role(entry.role)
        add_invoice(viewer=self.viewer, role=role, invoice=entry, batch=self.batch)

    def take(self, entries: Sequence[InvoiceRecord]) -> None:
        """Take invoices; undoing another import leaves what these say as well."""
        super().take(entries)
        for entry in entries:
            if entry.paid_on is not None:
                key, issued_on, number, minor = self._names(entry)
                paid = ("payment", None, entry.paid_on, minor)
                mark = name_fingerprint(Settlement, key, issued_on, number, *paid)
                self.known.append(mark)

    def _says_more(self, entry: InvoiceRecord) -> bool:
        return entry.paid_on is not None and self._unsettled(entry) is not None

    def _add_more(self, entry: InvoiceRecord) -> None:
        invoice = self._unsettled(entry)
        if invoice is not None and entry.paid_on is not None:
            pay_in_full(
                viewer=self.viewer, invoice=invoice, on=entry.paid_on, batch=self.batch
            )

    def _unsettled(self, entry: InvoiceRecord) -> Invoice | None:
        """Return the invoice in the book if nothing is noted of its payment."""
        key, issued_on, number, minor = self._names(entry)
        found: Invoice | None = (
            self._mine()
            .filter(
                role__key=key, issued_on=issued_on, number=number, amount_minor=minor
            )
            .filter(settlements=None)
            .first()
        )
        return found


class SettlementIntake(RecordIntake[SettlementRecord]):
    """Takes what settled invoices; known by invoice, payment, day and amount."""

    kind = "settlements"
    model = Settlement

    def _names(self, entry: SettlementRecord) -> tuple[object, ...]:
        payment = cells.fingerprint(entry.payment) if entry.payment else None
        return (
            *(entry.role, entry.issued_on, entry.number),
            *(entry.kind.value, payment, entry.on, entry.amount.minor),
        )

    def _add(self, entry: SettlementRecord) -> None:
        fingerprint = cells.fingerprint(entry.payment) if entry.payment else None
        mine = Payment.objects.filter(owner=self.viewer, fingerprint=fingerprint or 0)
        # The table of payments may come later: the fingerprint waits for it.
        Settlement.objects.create(
            owner=self.viewer,
            invoice=self._invoice(entry),
            payment=mine.first() if entry.payment else None,
            fingerprint=fingerprint,
            amount_minor=entry.amount.minor,
            kind=entry.kind,
            on=entry.on,
            source=entry.source,
            noted_on=entry.noted_on,
            batch=self.batch,
        )

    def _invoice(self, entry: SettlementRecord) -> Invoice:
        held = Invoice.objects.filter(
            owner=self.viewer,
            role=self._role(entry.role),
            issued_on=entry.issued_on,
            number=entry.number,
        )
        if entry.invoice is not None:
            held = held.filter(amount_minor=entry.invoice.minor)
        found = list(held[:2])
        if len(found) == 1:
            return found[0]
        raise NoSuchInvoice(
            "This is said of an invoice that cannot be found",
            value=f"{entry.number or entry.role}, {entry.issued_on}",
            fix="Write the number and the day as the invoice has them, and its amount"
            " where two share them.",
        )


INTAKES: dict[type, Any] = {
    InvoiceRecord: InvoiceIntake,
    SettlementRecord: SettlementIntake,
}
