"""What invoices still need and payments still hold while they are set against each other."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from plait.analysis.series.settling.numbers import Numbers, names_an_invoice
from plait.analysis.series.settling.status import Known, Part
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Invoice
from plait.domain.roles import Role
from plait.domain.rules import plain
from plait.domain.settlements import InvoicePayment, SettlementKind

# Money for an invoice that is not named comes within a year or so of its date.
_LATEST = timedelta(days=400)
# Who has paid three invoices takes at most this much longer than ever before.
_ENOUGH, _MORE = 3, timedelta(days=14)
# A deposit on what is not invoiced yet has to name the invoice, and comes shortly before.
_EARLIEST = timedelta(days=92)
# A short number that nothing but a word speaks for; beyond it is another year's.
_MOST_OF_A_PLAIN_NUMBER = 3, 2
# An amount that this payer paid so often before is a habit, no part of an invoice.
_USUAL = 2


_Issued = dict[tuple[int, str], tuple[list[date], list[int]]]


class Ledger:
    """Invoices and payments of a portfolio, and what was settled so far.

    `needs` is by invoice, `left` by the key of a payment, both in minor units.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self.on = portfolio.on
        self.invoices = portfolio.invoices
        self.roles = portfolio.roles
        self.needs = [
            one.amount.minor if one.issued_on <= portfolio.on else 0
            for one in portfolio.invoices
        ]
        known = (one for one in portfolio.invoice_payments if one.on <= portfolio.on)
        self.payments = {one.key: one for one in sorted(known, key=in_time)}
        self.left = {one.key: one.minor for one in self.payments.values()}
        self.parts: list[Part] = []
        self.refused = {
            (one.invoice, one.payment)
            for one in portfolio.settlements
            if one.kind is SettlementKind.REFUSED
        }
        self.candidates: dict[int, set[tuple[int, ...]]] = {}
        self._payers = {one.key: plain(one.payer) for one in self.payments.values()}
        self._issued = _by_day(self.invoices)
        self._days: dict[tuple[int, str, int], list[date]] = defaultdict(list)
        for one in self.payments.values():
            self._days[one.role, self.payer(one), one.minor].append(one.on)
        self._taken: dict[tuple[int, str], list[timedelta]] = defaultdict(list)
        numbers = Numbers((i, one.number) for i, one in enumerate(self.invoices))
        self._named = {
            key: numbers.named_in(one.reference) for key, one in self.payments.items()
        }
        self._named_another = {
            one.key for one in self.payments.values() if names_an_invoice(one.reference)
        }

    def settle(
        self, invoice: int, payment: InvoicePayment, minor: int, known: Known
    ) -> None:
        """Set an amount of a payment against an invoice."""
        part = Part(
            *(invoice, minor, SettlementKind.PAYMENT, known, payment.key, payment.on)
        )
        self.parts.append(part)
        self.needs[invoice] -= minor
        self.left[payment.key] -= minor
        taken = payment.on - self.invoices[invoice].issued_on
        self._taken[payment.role, self.payer(payment)].append(taken)

    def settle_otherwise(self, part: Part) -> None:
        """Settle an amount of an invoice that no payment brought."""
        self.parts.append(part)
        self.needs[part.invoice] -= part.minor

    def named_by(self, payment: InvoicePayment) -> list[int]:
        """Return the invoices that a payment names and may be for, the oldest first."""
        named = self._named[payment.key]
        whole = sum(self.invoices[one].amount.minor for one in named)
        more, than = _MOST_OF_A_PLAIN_NUMBER
        fits = abs(payment.minor) * than <= whole * more
        found = [
            invoice
            for invoice, is_sure in named.items()
            if self._may_name(
                invoice,
                payment,
                is_sure=is_sure and (fits or not self._is_short(invoice)),
            )
        ]
        return sorted(found, key=lambda one: (self.invoices[one].issued_on, one))

    def open_for(self, payment: InvoicePayment) -> list[int]:
        """Return the invoices a payment may be for by its amount: it names none."""
        if not self.is_nameless(payment):
            return []
        days, numbers = self._issued[payment.role, payment.currency]
        first = bisect_left(days, payment.on - _LATEST)
        last = bisect_right(days, payment.on)
        return sorted(
            number
            for number in numbers[first:last]
            if self.needs[number] > 0 and (number, payment.key) not in self.refused
        )

    def is_in_usual_time(self, number: int, payment: InvoicePayment) -> bool:
        """Return whether its payer takes that long, by the invoices it paid before."""
        longest = self._longest(payment)
        takes = payment.on - self.invoices[number].issued_on
        return longest is not None and takes <= longest

    def is_unusually_late(self, number: int, payment: InvoicePayment) -> bool:
        """Return whether its payer never took nearly that long before."""
        longest = self._longest(payment)
        takes = payment.on - self.invoices[number].issued_on
        return longest is not None and takes > longest

    def _longest(self, payment: InvoicePayment) -> timedelta | None:
        taken = self._taken[payment.role, self.payer(payment)]
        return max(taken) + _MORE if len(taken) >= _ENOUGH else None

    def is_nameless(self, payment: InvoicePayment) -> bool:
        """Return whether nothing says which invoice a payment is for.

        What is left of one that names an invoice, once that is paid, may be for more.
        """
        named = self._named[payment.key]
        if any(named.values()):
            is_part = 0 < self.left[payment.key] < payment.minor
            return is_part and all(self.needs[one] <= 0 for one in named)
        return payment.key not in self._named_another

    def is_usual(self, payment: InvoicePayment, invoice: Invoice) -> bool:
        """Return whether its payer paid this amount again and again before the invoice."""
        days = self._days[payment.role, self.payer(payment), payment.minor]
        return bisect_left(days, invoice.issued_on) >= _USUAL

    def unspent(self) -> Iterable[InvoicePayment]:
        """Return the payments of which something is left, in order of days."""
        return [one for one in self.payments.values() if self.left[one.key] > 0]

    def payer(self, payment: InvoicePayment) -> str:
        """Return who paid, in the form in which two spellings are equal."""
        return self._payers[payment.key]

    def _may_name(self, number: int, payment: InvoicePayment, *, is_sure: bool) -> bool:
        """Return whether a payment that holds an invoice's number can be for it."""
        invoice = self.invoices[number]
        amount, is_exact = invoice.amount, payment.minor == invoice.amount.minor
        if payment.currency != amount.currency or (number, payment.key) in self.refused:
            return False
        if payment.on < invoice.issued_on - _EARLIEST or invoice.issued_on > self.on:
            return False
        if not self._is_same_side(payment, self.roles[invoice.role], invoice.role):
            return is_exact and is_sure
        return is_exact or is_sure

    def _is_short(self, number: int) -> bool:
        return len(self.invoices[number].number.strip()) < 4

    def _is_same_side(self, payment: InvoicePayment, role: Role, index: int) -> bool:
        return payment.role == index or plain(role.organisation.name) == self.payer(
            payment
        )


def _by_day(invoices: Sequence[Invoice]) -> _Issued:
    """Return by role and currency the days of invoices, in order, and their indices."""
    found: _Issued = defaultdict(lambda: ([], []))
    pairs = sorted((one.issued_on, number) for number, one in enumerate(invoices))
    for day, number in pairs:
        invoice = invoices[number]
        days, numbers = found[invoice.role, invoice.amount.currency]
        days.append(day)
        numbers.append(number)
    return found


def in_time(payment: InvoicePayment) -> tuple[object, int]:
    """Return what puts payments in order of days, however they were handed in."""
    return payment.on, payment.key
