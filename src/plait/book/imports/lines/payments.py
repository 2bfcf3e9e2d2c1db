"""Bank lines: new, or told before under another name of the account or by another format."""

from collections.abc import Sequence
from typing import Any

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.assignment import Assignment, Place
from plait.book.fingerprints import fingerprint_of
from plait.book.imports.lines.accounts import AccountNames
from plait.book.imports.lines.decided import Decided
from plait.book.imports.lines.held_payments import MissedPayment
from plait.book.imports.lines.kinds import LinePlanner, LineWriter
from plait.book.imports.lines.payment_twins import PaymentTwins
from plait.book.models import Batch, Payment, PaymentShare
from plait.domain.records import (
    BankLine,
    FingerprintKind,
    StatementPeriod,
    written_day,
)


class PaymentPlanner(LinePlanner[BankLine]):
    """Decides about bank lines; each payment of an account counts once.

    A line is known by its fingerprint under the name that the book has for the
    account, or under the one the file has; else by `PaymentTwins`, which knows how
    formats tell the same payment. The lines of an export each name the format they
    came by.
    """

    model = Payment
    kind = "payments"
    fingerprints = FingerprintKind.PAYMENT

    def __init__(self, viewer: Person) -> None:
        super().__init__(viewer)
        self.accounts = AccountNames(viewer)
        self._twins = PaymentTwins(viewer, self.accounts, is_empty=not self.held)
        self._names: dict[str, str] = {}

    def begin(self, source: str, *, is_last: bool) -> None:
        """Begin a file of this format."""
        super().begin(source, is_last=is_last)
        self._twins.begin(is_last=is_last)
        self._names = self.decided.names

    def periods(self, periods: Sequence[StatementPeriod]) -> None:
        """Learn by which names the statements of a file call an account."""
        for period in periods:
            self.accounts.learn(period.account, period.other_names)

    def take(self, lines: Sequence[BankLine]) -> None:
        """Decide about lines as far as their fingerprints tell."""
        for name in {line.account for line in lines} - self._names.keys():
            self._names[name] = self.accounts.name_of(name)
        super().take(lines)

    def finish(self) -> Decided:
        """Find what the book holds under other words, now that all lines are seen."""
        self._twins.settle(self.decided)
        return self.decided

    def _fingerprint(self, line: BankLine) -> int:
        if line.fingerprint is not None:
            return line.fingerprint
        name = self._names[line.account]
        if name == line.account:
            return self._counted(fingerprint_of(line.identity))
        by_file = self._counted(fingerprint_of(line.identity))
        named = self._counted(fingerprint_of(line._replace(account=name).identity))
        # As it came in while its account was not yet known by both names.
        return by_file if by_file in self.held else named

    def _miss(self, line: BankLine) -> None:
        if self._twins.is_alone:
            return
        name = self._names[line.account]
        source = self.source if line.fingerprint is None else line.source
        self._twins.miss(MissedPayment(len(self.decided.actions), line, source, name))

    def _meet(self, fingerprint: int, line: BankLine) -> None:
        self._twins.meet(fingerprint, line, self._names[line.account])


class PaymentWriter(LineWriter[BankLine]):
    """Writes payments, and opens the accounts that they name."""

    model = Payment
    fingerprints = FingerprintKind.PAYMENT
    columns = (
        "account",
        "source",
        "booked_on",
        "amount_minor",
        "currency",
        "payer",
        "counter_account",
        "reference",
        "bank_id",
        "booking_id",
        "kind",
        "share",
    )

    def __init__(self, batch: Batch, assignment: Assignment, decided: Decided) -> None:
        super().__init__(batch, assignment, decided)
        self._accounts: dict[str, int | None] = {"": None}
        self._parts: list[tuple[int, int, int]] = []

    def finish(self) -> None:
        """Note which parts of the new payments are other roles'."""
        super().finish()
        keys = self._keys(fingerprint for fingerprint, _, _ in self._parts)
        owner = self.batch.owner_id
        rows = [(owner, keys[f], role, minor) for f, role, minor in self._parts]
        bulk.insert(PaymentShare, ("owner", "payment", "role", "amount_minor"), rows)

    def open_accounts(self, keys: dict[str, int]) -> None:
        """Learn the accounts that names of the file stand for."""
        self._accounts.update(keys)

    def _row(self, fingerprint: int, line: BankLine, source: str) -> tuple[Any, ...]:
        left = abs(line.amount_minor)
        for key, minor in line.parts:
            role = self.assignment.role_keyed(key, line)
            is_part = minor * line.amount_minor > 0 and abs(minor) < left
            if role is not None and is_part and key != line.role:
                left -= abs(minor)
                self._parts.append((fingerprint, role, minor))
        return super()._row(fingerprint, line, source)

    def _place(self, line: BankLine) -> Place:
        return self.assignment.payment(line)

    def _values(self, line: BankLine, source: str) -> tuple[Any, ...]:
        return (
            self._accounts[line.account],
            source if line.fingerprint is None else line.source[:40],
            written_day(line.booked_on),
            line.amount_minor,
            line.currency,
            line.payer[:200],
            line.counter_account[:100],
            line.reference,
            line.bank_id[:200],
            line.booking_id[:200],
            line.kind,
            line.share,
        )
